"""A member's look into a plan they were let in to: the parts that are open to them at this moment, and no key to more.

Nothing of it is kept between two looks. Each look asks the store anew, so that what was stopped is closed at once,
and so is what had its last day, even if the parent never comes back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from perinatal.care.turn import Turn
from perinatal.vault.grants import Grant
from perinatal.vault.keys import sealing_key
from perinatal.vault.member import Member
from perinatal.vault.reading import read_some
from perinatal.vault.ring import GuestRing, Lock, open_guest_ring
from perinatal.vault.sealing import BrokenSeal
from perinatal.vault.store import GrantRow, Store
from perinatal.vault.trouble import NotLetIn, Tampered


class GuestKeys:
    """The keys a guest holds at this moment, and what each is for."""

    def __init__(self, locks: tuple[Lock, ...], half: bytes) -> None:
        self._keys = {lock.id: sealing_key(lock.key, b"turn", half) for lock in locks}
        self._says = {lock.id: lock.says() for lock in locks}

    def key(self, lock: bytes) -> AESGCM | None:
        """The key of a lock, if this guest holds it."""
        return self._keys.get(lock)

    def says(self, lock: bytes) -> bytes:
        """How a turn under this lock begins."""
        return self._says[lock]


@dataclass(frozen=True, slots=True)
class Desk:
    """What every visit asks: the store, the way to leave something, and which day it is."""

    store: Store
    post: Callable[[Turn, Grant, Member], None]
    """Leaves something for the parent; returns when it is on the disk."""
    today: Callable[[], date]


_TRIES = 3
"""Locks can be changed while somebody reads. Then it is read again; nobody changes them three times in a moment."""


class Visit:
    """One member in one plan. It lasts as long as the parent lets it, through any change of locks."""

    def __init__(self, member: Member, grant: Grant, desk: Desk) -> None:
        self.member, self.grant = member, grant
        self.granted = grant
        """The way in as it is now; `grant` stays the one they came in by, so that a visit can be known again."""
        self._desk = desk

    @property
    def plan_id(self) -> bytes:
        """The plan's id: to know it again. Not a secret, not a right."""
        return self.grant.plan

    @property
    def is_open(self) -> bool:
        """Whether the parent still lets this member in."""
        return self._row() is not None

    @property
    def parts(self) -> frozenset[str]:
        """The parts that are open to this member today; raises NotLetIn once it was stopped."""
        return frozenset(self._ring(self._now()).parts)

    def turns(self) -> tuple[Turn, ...]:
        """The turns open to this member now, in order; raises NotLetIn once it was stopped.

        No word of them may be shown before the look was told to the parent with `tell`, and that is on the disk.
        """
        for _ in range(_TRIES):
            row = self._now()
            try:
                turns = self._read(self._ring(row))
            except Tampered:
                if self._row() == row:
                    raise
                continue
            if self._row() == row:
                return turns
        raise NotLetIn

    def tell(self, turn: Turn) -> None:
        """Leave something for the parent. When this returns, it is on the disk, and only the plan can read it."""
        self._now()
        self._desk.post(turn, self.granted, self.member)

    def _read(self, ring: GuestRing) -> tuple[Turn, ...]:
        half = self._desk.store.half(self.plan_id)
        if half is None:
            raise NotLetIn
        return read_some(self.plan_id, self._desk.store.rows(self.plan_id), GuestKeys(ring.locks, half)).turns

    def _ring(self, row: GrantRow) -> GuestRing:
        try:
            ring = open_guest_ring(row.ring, sealing_key(self.granted.key, b"guest", row.half), row.id)
        except BrokenSeal:
            raise NotLetIn from None
        return ring.on(self._desk.today())

    def _now(self) -> GrantRow:
        row = self._row()
        if row is None:
            raise NotLetIn
        return row

    def _row(self) -> GrantRow | None:
        """The grant as it is now. Where the locks were changed, it is another one for the same plan."""
        row = self._desk.store.grant(self.granted.id)
        if row is not None:
            return row
        rows = {row.id: row for row in self._desk.store.grants(self.member.id)}
        again = next((grant for grant in self.member.read(list(rows.values())) if grant.plan == self.plan_id), None)
        if again is None:
            return None
        self.granted = again
        return rows[again.id]
