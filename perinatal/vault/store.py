"""What a store does: a few verbs, the same for every database. It holds bytes and cannot read one of them.

Two places that are never backed up together: *plans*, with sealed bytes, and *keys*, with the random halves and the
pepper that every key is mixed with. Without the half, the sealed bytes are noise for everybody, for good.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Door:
    """The one way into a plan: where it is found, its root wrapped, and the door's own half. New words, new door."""

    id: bytes
    locator: bytes
    wrap: bytes
    half: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What is stored about one plan besides its turns."""

    id: bytes
    door: Door
    ring: bytes
    head: bytes
    half: bytes = field(repr=False)


class TurnRow(NamedTuple):
    """One sealed turn."""

    n: int
    lock: bytes
    sealed: bytes
    link: bytes


class ErasedRow(NamedTuple):
    """What takes the place of an erased turn: a seal over nothing. The row's link stays as it is."""

    n: int
    lock: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Change:
    """What one save changes in one plan: all of it, or none."""

    plan: bytes
    head: bytes
    ring: bytes | None = None
    erased: tuple[ErasedRow, ...] = ()
    said: tuple[TurnRow, ...] = ()


class Store(Protocol):
    """Where sealed bytes are kept. Every verb returns after its work is durable, or raises CouldNotKeep.

    `find` and `rows` may be called from any thread; all others come from one thread.
    """

    @property
    def pepper(self) -> bytes:
        """32 random bytes of this place, kept with the keys."""
        ...

    def add(self, plan: PlanRow) -> None:
        """A new plan, not kept yet: it goes after some sweeps unless it is kept."""
        ...

    def find(self, locator: bytes) -> PlanRow | None:
        """The plan behind this locator, if there is one and its halves are there."""
        ...

    def rows(self, plan: bytes) -> list[TurnRow]:
        """The plan's turns in order."""
        ...

    def commit(self, changes: Sequence[Change]) -> None:
        """Write all these changes, durable together; raises Clash if one does not fit."""
        ...

    def keep(self, plan: bytes, door: Door) -> None:
        """From now on the plan is kept, behind this door only. What the old one led to is gone, in backups too."""
        ...

    def forget(self, plan: bytes) -> None:
        """The plan can never be opened again; its half goes first, and a full disk does not stop that."""
        ...

    def sweep(self, in_use: Collection[bytes], sweeps: int) -> int:
        """Forget plans never kept and met by this many sweeps; finish what was cut short. How many were forgotten."""
        ...

    def scrub(self) -> None:
        """What was erased leaves the files as well, not only the tables."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...
