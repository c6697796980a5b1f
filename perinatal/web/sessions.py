"""Open plans, in this process's memory only, each behind the cookie of the one who opened it.

A session ends when it was idle for too long, when it is as old as it may get, when it is locked, or when the
process ends. Then its keys go, and every page that showed it is cut off.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from perinatal.toolkit import OpenPlan

OWN_PHONE_IDLE = 5 * 60.0
"""Seconds without a sign of life before a plan is locked on a phone only the parent uses."""
SHARED_PHONE_IDLE = 2 * 60.0
IDLE_CHOICES = (60.0, 120.0, 300.0, 900.0, 3600.0)
OLDEST = 12 * 3600.0
"""Seconds after which a plan is locked whatever happens."""
WARNING = 30.0
"""Seconds before the lock at which the page asks: still here?"""


@dataclass
class Session:
    """One open plan, and since when nobody touched it."""

    plan: OpenPlan
    idle: float
    began: float
    touched: float
    cut: set[Callable[[], None]] = field(default_factory=set)


class Sessions:
    """The open plans, by the digest of the cookie."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open: dict[str, Session] = {}
        self._resting: set[str] = set()
        self._waiting: dict[str, set[Callable[[], None]]] = {}

    def put(self, digest: str, plan: OpenPlan, idle: float) -> Session:
        """Remember a plan that was just opened."""
        now = self._clock()
        self._resting.discard(digest)
        self._open[digest] = session = Session(plan, idle, now, now)
        return session

    def of(self, digest: str | None) -> Session | None:
        """The session behind this digest, unless its time is over."""
        session = self._open.get(digest or "")
        if session is None or digest is None:
            return None
        if self._is_over(session):
            self.rest(digest)
            return None
        return session

    def touch(self, digest: str | None) -> Session | None:
        """The same, and somebody is there."""
        session = self.of(digest)
        if session:
            session.touched = self._clock()
        return session

    def rests(self, digest: str) -> bool:
        """Whether this plan was never kept and waits, locked, for its own browser."""
        return digest in self._resting

    def rest(self, digest: str) -> None:
        """Lock a plan because its time is over. One that was never kept can still be resumed by its cookie."""
        session = self._open.get(digest)
        if session and not session.plan.kept:
            self._resting.add(digest)
        self.drop(digest, keep_resting=True)

    def drop(self, digest: str | None, *, keep_resting: bool = False) -> None:
        """Close a plan and cut off the pages that show it."""
        if digest is None:
            return
        if not keep_resting:
            self._resting.discard(digest)
        session = self._open.pop(digest, None)
        if session:
            session.plan.close()
        self.cut_off(digest)

    def cut_off(self, digest: str) -> None:
        """Close the live connections that came with this cookie; their pages ask again who is there."""
        for cut in list(self._waiting.get(digest, ())):
            cut()

    def watch(self, digest: str, cut: Callable[[], None]) -> None:
        """A live connection that wants to be cut off when its plan closes."""
        self._waiting.setdefault(digest, set()).add(cut)

    def unwatch(self, digest: str, cut: Callable[[], None]) -> None:
        """That connection is gone."""
        watching = self._waiting.get(digest, set())
        watching.discard(cut)
        if not watching:
            self._waiting.pop(digest, None)

    def lock_the_idle(self) -> None:
        """Lock every plan whose time is over; called every few seconds."""
        for digest, session in list(self._open.items()):
            if self._is_over(session):
                self.rest(digest)

    def __iter__(self) -> Iterator[Session]:
        return iter(list(self._open.values()))

    def _is_over(self, session: Session) -> bool:
        now = self._clock()
        return now - session.touched > session.idle or now - session.began > OLDEST
