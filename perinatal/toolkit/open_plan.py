"""A plan as the toolkit hands it out: open, in one person's hands."""

from perinatal.care import CarePlan, Turn
from perinatal.vault import Opened


class NotKeptYet(Exception):
    """A plan that no words open cannot be shown to anybody: nobody could come back to stop it."""


class OpenPlan:
    """A plan that is open now: what was said in it, and what that means."""

    def __init__(self, opened: Opened, *, kept: bool) -> None:
        self.opened = opened
        self.kept = kept
        """Whether plan words open it."""
        self._read: tuple[tuple[Turn, ...], CarePlan] = ((), CarePlan())
        self.since: set[str] = set()
        """The turns said since it was opened; only these may be said again in place of themselves."""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn there is, in the order they were said."""
        return self.opened.turns

    @property
    def says(self) -> CarePlan:
        """What the conversation says now; worked out again only after it changed."""
        turns = self.opened.turns
        if self._read[0] is not turns:
            self._read = (turns, CarePlan.of(turns))
        return self._read[1]

    @property
    def is_open(self) -> bool:
        """Whether it was neither locked nor forgotten, here or in another browser."""
        return self.opened.is_open

    def close(self) -> None:
        """Drop the keys and the words. Nothing of this plan can be read or said here any more."""
        self.opened.close()
        self._read = ((), CarePlan())
