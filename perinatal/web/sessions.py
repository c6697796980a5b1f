"""Open plans, in this process's memory only, each behind the cookie of the one who opened it.

A session ends when it was idle for too long, when it is as old as it may get, when it is locked, or when the
process ends. Then its keys go, and every page that showed it is cut off.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from perinatal.toolkit import OpenPlan

OWN_PHONE_IDLE = 5 * 60.0
"""Seconds without a sign of life before a plan is locked on a phone only the parent uses."""
SHARED_PHONE_IDLE = 2 * 60.0
IDLE_CHOICES = (60.0, 120.0, 300.0, 900.0, 3600.0)
OLDEST = 12 * 3600.0
"""Seconds after which a plan is locked whatever happens."""
RESTS_FOR = 24 * 3600.0
"""Seconds a plan that was never kept waits for its own browser; the vault lets go of it at about the same time."""


@dataclass
class Session:
    """One open plan, and since when nobody touched it."""

    plan: OpenPlan
    idle: float
    began: float
    touched: float


@dataclass(frozen=True)
class Rest:
    """A plan that locked itself or was locked: how fast, since when, and whether only its words open it again."""

    idle: float
    since: float
    needs_words: bool


class Sessions:
    """The open plans, by the digest of the cookie."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open: dict[str, Session] = {}
        self._resting: dict[str, Rest] = {}
        self._waiting: dict[str, set[Callable[[], None]]] = {}

    def put(self, digest: str, plan: OpenPlan, idle: float | None = None) -> Session:
        """Remember a plan that was just opened. One that rested locks itself as fast as before."""
        now, as_before = self._clock(), self.idle_of(digest)
        self._resting.pop(digest, None)
        if digest in self._open:
            self._open[digest].plan.close()
        self._open[digest] = session = Session(plan, idle or as_before, now, now)
        return session

    def idle_of(self, digest: str) -> float:
        """How fast the plan of this browser locks itself, also while it is locked: nobody is asked that twice."""
        known = self._open.get(digest) or self._resting.get(digest)
        return known.idle if known else OWN_PHONE_IDLE

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
        resting = self._resting.get(digest)
        return resting is not None and not resting.needs_words

    def rest(self, digest: str) -> None:
        """Lock a plan because its time is over. One that was never kept can still be resumed by its cookie."""
        session = self._open.get(digest)
        if session is None:
            return
        needs_words = session.plan.kept or not session.plan.is_open
        self.drop(digest)
        self._resting[digest] = Rest(session.idle, self._clock(), needs_words)

    def drop(self, digest: str | None) -> None:
        """Close a plan and cut off the pages that show it."""
        if digest is None:
            return
        self._resting.pop(digest, None)
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
        for digest, resting in list(self._resting.items()):
            if self._clock() - resting.since > RESTS_FOR:
                del self._resting[digest]

    def _is_over(self, session: Session) -> bool:
        now = self._clock()
        too_long = now - session.touched > session.idle or now - session.began > OLDEST
        return too_long or not session.plan.is_open
