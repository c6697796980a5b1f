"""A plan as the toolkit hands it out: open, in one person's hands."""

from perinatal.care import CarePlan, Turn
from perinatal.toolkit.covered import without
from perinatal.vault import Opened

Turns = tuple[Turn, ...]


class NotKeptYet(Exception):
    """A plan that no words open cannot be shown to anybody: nobody could come back to stop it."""


class OpenPlan:
    """A plan that is open now: what was said in it, and what that means.

    `turns` and `says` are for whoever shows or prints something: parts that are hidden are not in them, until the words
    of the plan were typed again here. `all_turns` and `says_in_all` are for what must hold whoever looks: who is shown
    what, what is erased, what is checked. Nothing of those goes to a page.
    """

    def __init__(self, opened: Opened, *, kept: bool) -> None:
        self.opened = opened
        self.kept = kept
        """Whether plan words open it."""
        self.uncovered = False
        """Whether the words were typed once more, here, since it was opened: then what is hidden is shown too."""
        self.by_cards = False
        """Whether two cards opened it, because the words were not there."""
        self._read: tuple[Turns, CarePlan] = ((), CarePlan())
        self._shown: tuple[Turns, frozenset[str], Turns, CarePlan] = ((), frozenset(), (), CarePlan())
        self.since: set[str] = set()
        """The turns said since it was opened; only these may be said again in place of themselves."""

    @property
    def all_turns(self) -> Turns:
        """Every turn there is, in the order they were said."""
        return self.opened.turns

    @property
    def says_in_all(self) -> CarePlan:
        """What the conversation says now; worked out again only after it changed."""
        turns = self.opened.turns
        if self._read[0] is not turns:
            self._read = (turns, CarePlan.of(turns))
        return self._read[1]

    @property
    def covered(self) -> frozenset[str]:
        """The parts that are not shown here now."""
        return frozenset() if self.uncovered else self.says_in_all.hidden

    @property
    def turns(self) -> Turns:
        """Every turn that may be shown here now."""
        return self._to_show()[0]

    @property
    def says(self) -> CarePlan:
        """What may be shown here of what the conversation says now."""
        return self._to_show()[1]

    def _to_show(self) -> tuple[Turns, CarePlan]:
        turns, covered = self.opened.turns, self.covered
        if not covered:
            return turns, self.says_in_all
        if self._shown[0] is not turns or self._shown[1] != covered:
            shown = without(turns, covered)
            self._shown = (turns, covered, shown, CarePlan.of(shown))
        return self._shown[2], self._shown[3]

    @property
    def is_open(self) -> bool:
        """Whether it was neither locked nor forgotten, here or in another browser."""
        return self.opened.is_open

    def close(self) -> None:
        """Drop the keys and the words. Nothing of this plan can be read or said here any more."""
        self.opened.close()
        self.uncovered = False
        self._read = ((), CarePlan())
        self._shown = ((), frozenset(), (), CarePlan())
