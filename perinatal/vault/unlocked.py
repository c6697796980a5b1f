"""A plan while it is open: its keys, what it says now, and how the next change is made.

What it says now is one value, replaced whole once the change is durable. So a full disk leaves it as it was.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from perinatal.vault import doors
from perinatal.vault.draft import Draft
from perinatal.vault.grants import plan_id
from perinatal.vault.keys import Way, sealing_key
from perinatal.vault.now import Around, Now
from perinatal.vault.reading import START, Head, Said, open_head, read, seal_head
from perinatal.vault.ring import Ring, open_ring, seal_ring
from perinatal.vault.safe import SEED, Safe, signing_key
from perinatal.vault.sealing import BrokenSeal
from perinatal.vault.store import Change, Door, GrantRow, Half, MailRow, PlanRow, TurnRow
from perinatal.vault.trouble import Locked, Tampered

__all__ = ["Head", "Step", "Unlocked", "new_plan"]

Step: TypeAlias = Callable[[Draft], None]
"""Something to change; it may raise Trouble, and then nothing is changed."""


def new_plan(way: Way) -> tuple[PlanRow, bytearray]:
    """A plan in which nothing was said yet, and its root key."""
    root, half, seed = bytearray(os.urandom(32)), new_half(), bytearray(os.urandom(SEED))
    id = plan_id(signing_key(seed).public_key().public_bytes_raw())
    own = sealing_key(root, b"plan", half.secret)
    door = doors.make_door(id, root, way)
    return PlanRow(id, door, seal_ring(Ring(seed=seed), own, id), seal_head(START, own, id), half), root


def new_half() -> Half:
    """A half for the keys of a plan, used nowhere before."""
    return Half(os.urandom(16), os.urandom(32))


class _NobodyAround:
    """Around a plan that is in no vault there are no grants and no mail."""

    def grant(self, id: bytes) -> GrantRow | None:
        return None

    def mail(self, plan: bytes) -> list[MailRow]:
        return []


def _tell_nobody(_plan: bytes) -> None:
    return None


class Unlocked:
    """One open plan. Changes are made on the writing thread, one after the other; anybody may read."""

    def __init__(
        self,
        row: PlanRow,
        root: bytearray,
        rows: Sequence[TurnRow],
        *,
        around: Around | None = None,
        on_change: Callable[[bytes], None] = _tell_nobody,
    ) -> None:
        self.id = row.id
        self._around, self._on_change = around or _NobodyAround(), on_change
        self._safe = Safe(row.id, root, row.half.secret)
        try:
            head, ring = open_head(row.head, self._safe.own, self.id), open_ring(row.ring, self._safe.own, self.id)
        except BrokenSeal:
            raise Tampered(0) from None
        self._safe.put_on_all(ring)
        self._now: Now | None = Now(read(self.id, rows, head, self._safe), head, ring)
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

    def change(self, *steps: Step) -> Change:
        """These steps as one change."""
        draft = Draft(self._going_on(), self._safe, self._around)
        for step in steps:
            step(draft)
        self._next = draft.now
        return draft.change()

    def settle(self) -> None:
        """The change is durable: this is what the plan says now."""
        if self._now is not None:
            were = {guest.member for guest in self._now.ring.guests}
            self._now = self._next
            self._on_change(self.id)
            for member in {guest.member for guest in self._now.ring.guests} - were:
                self._on_change(member)

    def go_back(self) -> None:
        """Nothing was written: the plan says what it said before."""
        if self._now is not None:
            self._next = self._now

    def check(self, rows: Sequence[TurnRow]) -> None:
        """Raises Tampered if these stored rows are not what this plan holds."""
        now = self._going_on()
        if read(self.id, rows, now.head, self._safe).numbers != now.said.numbers:
            raise Tampered(now.head.n)

    def new_door(self, way: Way) -> Door:
        """A door to this plan that this way opens."""
        self._going_on()
        return self._safe.door(way)

    def with_new_locks(self, way: Way) -> tuple[Change, PlanRow, bytearray]:
        """The same plan with no key as it was, behind a door that this way opens; and the root of it.

        This one is ahead of nothing: it says what it says until the change is written, and is to be wiped then.
        """
        root, half = bytearray(os.urandom(32)), new_half()
        draft = Draft(self._going_on(), self._safe, self._around)
        draft.change_all_locks(Safe(self.id, root, half.secret))
        change, door = draft.change(), doors.make_door(self.id, root, way)
        return replace(change, locks=(door, half)), PlanRow(self.id, door, change.ring or b"", change.head, half), root

    def wipe(self) -> None:
        """Overwrite the keys, as far as Python lets us, and let go of the words."""
        self._safe.wipe()
        self._now = None
        self._next = Now(Said(), START, Ring())

    def _going_on(self) -> Now:
        if self._now is None:
            raise Locked
        return self._next
