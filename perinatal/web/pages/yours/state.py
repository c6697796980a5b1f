"""What the page of a tablet that was handed over knows: whose hands it is in."""

import reflex as rx

from perinatal.web.addresses import at
from perinatal.web.parts.here import OPEN, Here, house
from perinatal.web.tablets import Tablet

YOURS, BACK = "yours", "back"
"""Where a tablet is on its way: with the parent, or on its way back."""


class YoursState(Here):
    """Whether this is a tablet that was handed over, and which way it goes."""

    phase: str = ""

    @rx.event
    def load(self) -> rx.event.EventSpec | None:
        """Say whose screen this is. It is no sign of life: the page is nobody's."""
        tablet = house().tablets.of(self._digest)
        somebody = tablet or self._still() or house().sessions.member(self._digest)
        self.door = OPEN if somebody else self._shut
        self.idle, self.kept, self.handed, self.build = 0, True, False, house().build
        self.saved = self.trouble = self.undo = self.whose = self.sees = ""
        self.phase = "" if tablet is None else BACK if tablet.back else YOURS
        place = self._elsewhere(tablet)
        return rx.redirect(at(self._language, place)) if place else None

    def _elsewhere(self, tablet: Tablet | None) -> str:
        """Where whoever typed words of their own belongs; nowhere else while nobody did."""
        member = house().sessions.member(self._digest)
        if member:
            return "v" if member.visit else "d"
        return "p" if tablet and self._still() else ""
