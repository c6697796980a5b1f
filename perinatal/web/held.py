"""A file that somebody opened and looks at: it waits in memory, behind their cookie, until they say what to make of it.

What is in it is in no plan yet, and nobody promised to keep it. So it waits a few minutes, few of them wait, and the
oldest goes first.
"""

import time
from collections.abc import Callable

from perinatal.toolkit import Brought

WAITS = 5 * 60.0
"""Seconds. After that the file has to be brought again."""
MOST = 10
"""Files that wait at once. Each takes a few MiB."""


class Held:
    """What waits, by the digest of the cookie."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waiting: dict[str, tuple[Brought, float]] = {}

    def put(self, digest: str, brought: Brought) -> None:
        """From now on this waits here; what waited before does not."""
        self.drop(digest)
        self.sweep()
        while len(self._waiting) >= MOST:
            del self._waiting[next(iter(self._waiting))]
        self._waiting[digest] = brought, self._clock() + WAITS

    def take(self, digest: str | None) -> Brought | None:
        """What waits, once."""
        brought, until = self._waiting.pop(digest or "", (None, 0.0))
        return brought if self._clock() < until else None

    def drop(self, digest: str | None) -> None:
        """Nothing waits here any more."""
        self._waiting.pop(digest or "", None)

    def sweep(self) -> None:
        """Let go of what waited too long."""
        now = self._clock()
        self._waiting = {digest: held for digest, held in self._waiting.items() if now < held[1]}
