"""What a store does: a few verbs, the same for every database. It holds bytes and cannot read one of them.

Two places that are never backed up together: *plans*, with sealed bytes, and *keys*, with the random halves and the
pepper that every key is mixed with. Without the half, the sealed bytes are noise for everybody, for good.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Door:
    """A way into a plan: where it is found, its root wrapped, and the door's own half. New words, new door."""

    id: bytes
    locator: bytes
    wrap: bytes
    half: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Half:
    """The half of a plan's keys. New locks, new half: it has an id of its own."""

    id: bytes
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What is stored about one plan besides its turns."""

    id: bytes
    door: Door
    ring: bytes
    head: bytes
    half: Half


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


class SealedRow(NamedTuple):
    """A turn sealed again under another lock. The row's link stays as it is."""

    n: int
    lock: bytes
    sealed: bytes


class MemberRow(NamedTuple):
    """What is stored about one member: a door of their own, and the public halves of their keys. No name."""

    id: bytes
    door: Door
    public: bytes


@dataclass(frozen=True, slots=True)
class GrantRow:
    """One member's way into one plan. Which plan is said only inside, where that member alone can read it."""

    id: bytes
    member: bytes
    sealed: bytes
    ring: bytes
    half: bytes = field(repr=False)
    note: bytes | None = field(default=None, repr=False)
    """What the member noted for themselves. It goes with the grant, unless the same change makes them another."""


class MailRow(NamedTuple):
    """Something a member left for the parent, sealed so that only the parent's plan opens it."""

    id: bytes
    sealed: bytes


class Left(NamedTuple):
    """How long a link is open yet. Small plain numbers: they say nothing of what is in it, or whose it is."""

    day: int
    """The last one."""
    uses: int
    tries: int | None
    """Wrong codes it bears yet; None is a link without a code."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link that was handed out. Which plan it is from is said only inside."""

    id: bytes
    sealed: bytes
    left: Left
    half: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Change:
    """What one save changes in one plan: all of it, or none."""

    plan: bytes
    head: bytes
    ring: bytes | None = None
    erased: tuple[ErasedRow, ...] = ()
    said: tuple[TurnRow, ...] = ()
    resealed: tuple[SealedRow, ...] = ()
    granted: tuple[GrantRow, ...] = ()
    guest_rings: tuple[tuple[bytes, bytes], ...] = ()
    """Grant, and its ring sealed again."""
    ended: tuple[bytes, ...] = ()
    """Grants that are over: their half goes as soon as this is written."""
    locks: tuple[Door, Half] | None = None
    """New locks: the only door and the half from now on. What the old ones led to is gone, in backups too."""
    mail_read: tuple[bytes, ...] = ()
    linked: tuple[LinkRow, ...] = ()
    unlinked: tuple[bytes, ...] = ()
    """Links that are over: their half goes as soon as this is written."""
    side_door: Door | None = None
    """A second door beside the one the plan has; it takes the place of the one before."""
    no_side_door: bool = False


class Invitations(Protocol):
    """The verbs of a store that have to do with invitations."""

    def put(self, locator: bytes, sealed: bytes) -> None:
        """A new invitation, and its last day sealed."""
        ...

    def find(self, locator: bytes) -> bytes | None:
        """What is sealed in an invitation, if it is there."""
        ...

    def accept(self, locator: bytes, member: MemberRow) -> bool:
        """Add a member and let the invitation go, in one; False, and nothing was added, if it was gone."""
        ...


class Store(Protocol):
    """Where sealed bytes are kept. Every verb returns after its work is durable, or raises CouldNotKeep.

    Verbs that only read may be called from any thread; all others come from one thread.
    """

    @property
    def pepper(self) -> bytes:
        """32 random bytes of this place, kept with the keys."""
        ...

    @property
    def invitations(self) -> Invitations:
        """Invitations have verbs of their own. The sweep lets those go that nobody took up."""
        ...

    def add(self, plan: PlanRow) -> None:
        """A new plan, not kept yet: it goes after some sweeps unless it is kept."""
        ...

    def find(self, locator: bytes) -> PlanRow | None:
        """The plan behind this locator, with the door that was found, if there is one and its halves are there."""
        ...

    def has_side_door(self, plan: bytes) -> bool:
        """Whether the plan has a second door that opens."""
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

    def forget(self, plan: bytes, given: Sequence[bytes] = ()) -> None:
        """The plan can never be opened again, nor by the grants and links given out for it.

        All their halves go first, in one step, and a full disk does not stop that.
        """
        ...

    def sweep(self, in_use: Collection[bytes], sweeps: int) -> int:
        """Forget plans never kept and met by this many sweeps; finish what was cut short. How many were forgotten."""
        ...

    def half(self, plan: bytes) -> bytes | None:
        """The half of a plan, for a member who was let in."""
        ...

    def add_member(self, member: MemberRow) -> None:
        """A new member."""
        ...

    def find_member(self, locator: bytes) -> MemberRow | None:
        """The member behind this locator."""
        ...

    def members(self) -> list[tuple[bytes, bytes]]:
        """Every member's id and public keys. Neither says who anybody is."""
        ...

    def grants(self, member: bytes) -> list[GrantRow]:
        """The grants of one member that are not over."""
        ...

    def grant(self, id: bytes) -> GrantRow | None:
        """One grant, unless it is over."""
        ...

    def put_note(self, grant: bytes, note: bytes) -> None:
        """What the member of a grant noted for themselves; nothing is written once it is over."""
        ...

    def leave_mail(self, plan: bytes, grant: bytes, mail: MailRow, room: int) -> None:
        """Something for the parent, until the plan has taken it in.

        Raises NotLetIn if this grant is over, and EnoughWaiting if as many as there is room for wait already.
        """
        ...

    def mail(self, plan: bytes) -> list[MailRow]:
        """What waits for the parent, in no order."""
        ...

    def try_link(self, id: bytes, day: int, *, with_code: bool) -> LinkRow | None:
        """The link, if it is open on this day. Where it has a code, this counts as a wrong try before it returns."""
        ...

    def wrong_code(self, id: bytes) -> None:
        """That try was wrong; after the last one it bears, the link is closed for good."""
        ...

    def use_link(self, id: bytes, plan: bytes, mail: MailRow, room: int) -> bool:
        """Leave this for the parent, then count one opening and no wrong try. False if it was closed meanwhile."""
        ...

    def links_left(self, ids: Sequence[bytes]) -> dict[bytes, Left]:
        """How long each of these links is open yet; those that are over are not among them."""
        ...

    def see(self, day: int) -> int:
        """Note this day, a number that grows; the latest ever noted. A clock set back brings no earlier one back."""
        ...

    def scrub(self) -> None:
        """What was erased leaves the files as well, not only the tables."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...
