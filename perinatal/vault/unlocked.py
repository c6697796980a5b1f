"""A plan while it is open: its keys, what it says now, and how the next change is made.

What it says now is one value, replaced whole once the change is durable. So a full disk leaves it as it was.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from perinatal.care.audience import Audience
from perinatal.care.turn import Turn
from perinatal.vault import chain, doors
from perinatal.vault.keys import Way, sealing_key
from perinatal.vault.reading import ERASED, START, Head, Said, erased_row, open_head, read, seal_head, turn_place
from perinatal.vault.ring import Lock, new_lock, open_ring, seal_ring
from perinatal.vault.sealing import BrokenSeal, pad, seal
from perinatal.vault.store import Change, Door, PlanRow, TurnRow
from perinatal.vault.trouble import AlreadySaid, Locked, NoSuchTurn, Tampered


@dataclass(frozen=True, slots=True, repr=False)
class Now:
    """What an open plan holds at one moment."""

    said: Said
    head: Head
    locks: tuple[Lock, ...]


def new_plan(way: Way) -> tuple[PlanRow, bytearray]:
    """A plan in which nothing was said yet, and its root key."""
    id, root, half = os.urandom(16), bytearray(os.urandom(32)), os.urandom(32)
    own = sealing_key(root, b"plan", half)
    door = doors.make_door(id, root, way)
    return PlanRow(id, door, seal_ring((), own, id), seal_head(START, own, id), half), root


class Unlocked:
    """One open plan. Changes are made on the writing thread, one after the other; anybody may read."""

    def __init__(self, row: PlanRow, root: bytearray, rows: Sequence[TurnRow]) -> None:
        self.id = row.id
        self._root = root
        self._half = row.half
        self._keys = {ERASED: sealing_key(root, b"plan", row.half)}
        try:
            head, locks = open_head(row.head, self._own, self.id), open_ring(row.ring, self._own, self.id)
        except BrokenSeal:
            raise Tampered(0) from None
        for lock in locks:
            self._add_key(lock)
        self._now: Now | None = Now(read(self.id, rows, head, self._keys.get), head, locks)
        self._next = self._now

    @property
    def is_open(self) -> bool:
        """Whether its keys are still here."""
        return self._now is not None

    @property
    def now(self) -> Now:
        """What the plan says; raises Locked once it is closed."""
        if self._now is None:
            raise Locked
        return self._now

    @property
    def _own(self) -> AESGCM:
        return self._keys[ERASED]

    def say(self, turn: Turn, instead_of: str | None) -> Change:
        """The change that adds this turn, and erases the one it replaces. Saying the same turn twice adds it once."""
        now = self._going_on()
        known = next((t for t in now.said.turns if t.id == turn.id), None)
        if known is not None:
            if known != turn:
                raise AlreadySaid
            return self._change(now)
        erased = _number(now.said, instead_of) if instead_of else None
        lock, ring = self._lock_for(turn.audience, now)
        head = now.head
        row = self._seal(turn, head, lock)
        said = _without(now.said, erased)
        self._next = Now(
            Said((*said.turns, turn), (*said.numbers, row.n)),
            Head(row.n, row.link, head.erased + (erased is not None)),
            now.locks if ring is None else (*now.locks, lock),
        )
        return self._change(self._next, said=row, erased=erased, ring=ring)

    def erase(self, turn: str) -> Change:
        """The change that erases this turn's words and leaves its link."""
        now = self._going_on()
        number = _number(now.said, turn)
        if number is None:
            raise NoSuchTurn
        head = now.head._replace(erased=now.head.erased + 1)
        self._next = Now(_without(now.said, number), head, now.locks)
        return self._change(self._next, erased=number)

    def settle(self) -> None:
        """The change is durable: this is what the plan says now."""
        if self._now is not None:
            self._now = self._next

    def go_back(self) -> None:
        """Nothing was written: the plan says what it said before."""
        if self._now is not None:
            self._next = self._now

    def check(self, rows: Sequence[TurnRow]) -> None:
        """Raises Tampered if these stored rows are not what this plan holds."""
        now = self._going_on()
        if read(self.id, rows, now.head, self._keys.get).numbers != now.said.numbers:
            raise Tampered(now.head.n)

    def new_door(self, way: Way) -> Door:
        """A door to this plan that this way opens."""
        self._going_on()
        return doors.make_door(self.id, self._root, way)

    def wipe(self) -> None:
        """Overwrite the keys, as far as Python lets us, and let go of the words."""
        locks = self._next.locks
        for key in (self._root, *(lock.key for lock in locks)):
            key[:] = bytes(len(key))
        self._keys.clear()
        self._now = None
        self._next = Now(Said(), START, ())
        self._half = b""

    def _going_on(self) -> Now:
        if self._now is None:
            raise Locked
        return self._next

    def _change(
        self, now: Now, *, said: TurnRow | None = None, erased: int | None = None, ring: bytes | None = None
    ) -> Change:
        gone = () if erased is None else (erased_row(self.id, erased, self._own),)
        head = seal_head(now.head, self._own, self.id)
        return Change(self.id, head, ring, gone, () if said is None else (said,))

    def _seal(self, turn: Turn, head: Head, lock: Lock) -> TurnRow:
        n = head.n + 1
        words = pad(turn.model_dump_json().encode())
        sealed = seal(self._keys[lock.id], words, turn_place(self.id, n, lock.id))
        return TurnRow(n, lock.id, sealed, chain.link(self.id, n, head.link, sealed))

    def _lock_for(self, audience: frozenset[Audience], now: Now) -> tuple[Lock, bytes | None]:
        """The lock for this set of audiences, and the ring sealed again if the lock is new."""
        for lock in now.locks:
            if lock.audience == audience:
                return lock, None
        lock = new_lock(audience)
        self._add_key(lock)
        return lock, seal_ring((*now.locks, lock), self._own, self.id)

    def _add_key(self, lock: Lock) -> None:
        self._keys[lock.id] = sealing_key(lock.key, b"turn", self._half)


def _number(said: Said, turn: str) -> int | None:
    pairs = zip(reversed(said.turns), reversed(said.numbers), strict=True)
    return next((number for known, number in pairs if known.id == turn), None)


def _without(said: Said, number: int | None) -> Said:
    if number is None:
        return said
    at = said.numbers.index(number)
    return Said(said.turns[:at] + said.turns[at + 1 :], said.numbers[:at] + said.numbers[at + 1 :])
