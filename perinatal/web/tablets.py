"""A tablet that a member handed to a parent: behind its cookie is nobody, until somebody types words of their own.

It knows who handed it over, in which plan they stood, and until when. No key, no list, no word. What the parent
shows once on passing it back waits here, in memory, for that member alone.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from perinatal.toolkit import Showing

HANDED_IDLE = 2 * 60.0
"""Seconds without a sign of life before a plan is locked on a tablet that was handed over."""
HANDED_AT_MOST = 2 * 3600.0
"""Seconds after which it is a tablet like any other, whatever happens."""


SHOWN_WITHIN = 10 * 60.0
"""Seconds a page waits to be shown once. After that it is gone, unseen."""


class See(StrEnum):
    """What the parent answers when asked what the member may see, now that the tablet goes back."""

    CHOSEN = "chosen"
    """What she shares already."""
    PAGE = "page"
    """The page she was on, once; and what she shares already."""
    NOTHING = "nothing"
    """Nothing of this time. The member comes to their list, as after any sign-in."""


@dataclass(slots=True, repr=False)
class Tablet:
    """One tablet that was handed over."""

    member: bytes
    plan: bytes
    until: float
    back: bool = False
    """Whether the parent passed it back."""
    see: See = See.NOTHING
    showing: Showing | None = None


class Tablets:
    """The tablets that were handed over, by the digest of the cookie."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._handed: dict[str, Tablet] = {}

    def hand_over(self, digest: str, member: bytes, plan: bytes) -> None:
        """From now on this cookie is a tablet in a parent's hands."""
        self.sweep()
        self._handed[digest] = Tablet(member, plan, self._clock() + HANDED_AT_MOST)

    def of(self, digest: str | None) -> Tablet | None:
        """The tablet behind this digest, unless its time is over."""
        tablet = self._handed.get(digest or "")
        return tablet if tablet and self._clock() < tablet.until else None

    def left(self, tablet: Tablet) -> float:
        """Seconds this tablet still has."""
        return tablet.until - self._clock()

    def opened(self, before: str | None, digest: str) -> None:
        """A parent opens a plan on it: a new cookie, and what was to be shown before is not any more."""
        tablet = self._move(before, digest)
        if tablet:
            tablet.back, tablet.see, tablet.showing = False, See.NOTHING, None

    def pass_back(self, before: str, digest: str, see: See, showing: Showing | None) -> None:
        """The parent passes it back, with her answer."""
        tablet = self._move(before, digest)
        if tablet:
            tablet.back, tablet.see, tablet.showing = True, see, showing
            if showing:
                tablet.until = min(tablet.until, self._clock() + SHOWN_WITHIN)

    def take(self, digest: str | None) -> Tablet | None:
        """Somebody else's words were typed on it, or it was left: it is a tablet like any other."""
        tablet = self.of(digest)
        self._handed.pop(digest or "", None)
        return tablet

    def sweep(self) -> None:
        """Let go of those whose time is over."""
        for digest in [each for each in self._handed if self.of(each) is None]:
            del self._handed[digest]

    def _move(self, before: str | None, digest: str) -> Tablet | None:
        tablet = self.take(before)
        if tablet:
            self._handed[digest] = tablet
        return tablet
