"""What is open behind each cookie, in this process's memory only: a parent's plan, or a member who signed in.

The two are two types, and each is asked for by its own verb: a member's cookie is no parent's session, whatever it is
shown to, and the other way round. A session ends when it was idle for too long, when it is as old as it may get, when
it is locked, or when the process ends. Then its keys go, and every page that showed it is cut off.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from perinatal.toolkit import Grant, Member, Offer, OpenPlan, OpenVisit, Showing

OWN_PHONE_IDLE = 5 * 60.0
"""Seconds without a sign of life before a plan is locked on a phone only the parent uses."""
SHARED_PHONE_IDLE = 2 * 60.0
IDLE_CHOICES = (60.0, 120.0, 300.0, 900.0, 3600.0)
OLDEST = 12 * 3600.0
"""Seconds after which a plan is locked whatever happens."""
MEMBER_IDLE = 15 * 60.0
"""The same two for a member: they may sit in a room with somebody and listen."""
MEMBER_OLDEST = 8 * 3600.0
RESTS_FOR = 24 * 3600.0
"""Seconds a plan that was never kept waits for its own browser; the vault lets go of it at about the same time."""


@dataclass
class Session:
    """One open plan, and since when nobody touched it."""

    plan: OpenPlan
    idle: float
    began: float
    touched: float
    oldest: float = OLDEST
    slowest: float = max(IDLE_CHOICES)
    """The slowest it may be set to lock itself."""
    item: str = ""
    """The question or topic whose page was last on screen, by id."""
    made_for_a_file: str = field(default="", repr=False)
    """The digest of the words last made for a file here: a file is locked with these, or with words of the plan."""

    @property
    def is_open(self) -> bool:
        """Whether the plan was neither locked nor forgotten, here or in another browser."""
        return self.plan.is_open

    @property
    def can_rest(self) -> bool:
        """Whether this browser can open it again without words."""
        return self.plan.is_open and not self.plan.kept

    def close(self) -> None:
        """Drop the keys."""
        self.plan.close()


@dataclass
class MemberSession:
    """One member who signed in, the plan they stand in, and since when nobody touched it."""

    member: Member
    idle: float
    began: float
    touched: float
    visit: OpenVisit | None = None
    covered: bool = False
    """Whether names are covered on their screen."""
    entered: float = 0.0
    """When they came to stand in the plan."""
    showing: Showing | None = None
    """A page the parent of that plan shows them once, until it was on screen."""
    _numbers: dict[bytes, str] = field(default_factory=dict[bytes, str])
    _offered: dict[bytes, dict[str, Offer]] = field(default_factory=dict[bytes, dict[str, Offer]])
    oldest: ClassVar[float] = MEMBER_OLDEST
    is_open: ClassVar[bool] = True
    can_rest: ClassVar[bool] = False

    def number(self, grant: Grant) -> str:
        """The number a plan has in this member's list. It stays the same while they are signed in."""
        return self._numbers.setdefault(grant.plan, str(len(self._numbers) + 1))

    def numbered(self, number: str, grants: list[Grant]) -> Grant | None:
        """The plan that was shown under this number, if it is still among these."""
        return next((grant for grant in grants if self._numbers.get(grant.plan) == number), None)

    def remembering(self, visit: OpenVisit) -> OpenVisit:
        """The same visit, which knows what this member offered in that plan while they are signed in."""
        visit.offered = self._offered.setdefault(visit.grant.plan, visit.offered)
        return visit

    def close(self) -> None:
        """Leave the plan."""
        self.visit = self.showing = None


@dataclass(frozen=True)
class Rest:
    """A plan that locked itself or was locked: how fast, since when, and whether only its words open it again."""

    idle: float
    since: float
    needs_words: bool


class Sessions:
    """What is open, by the digest of the cookie."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open: dict[str, Session | MemberSession] = {}
        self._resting: dict[str, Rest] = {}
        self._waiting: dict[str, set[Callable[[], None]]] = {}

    def put(self, digest: str, plan: OpenPlan, idle: float | None = None) -> Session:
        """Remember a plan that was just opened. One that rested locks itself as fast as before."""
        now, as_before = self._clock(), self.idle_of(digest)
        self._resting.pop(digest, None)
        if digest in self._open:
            self._open[digest].close()
        self._open[digest] = session = Session(plan, idle or as_before, now, now)
        return session

    def put_member(self, digest: str, member: Member) -> MemberSession:
        """Remember a member who just signed in."""
        now = self._clock()
        self._open[digest] = session = MemberSession(member, MEMBER_IDLE, now, now)
        return session

    def stand_in(self, session: MemberSession, visit: OpenVisit, showing: Showing | None = None) -> None:
        """From now on this member stands in this plan, and in no other."""
        session.visit, session.showing, session.entered = visit, showing, self._clock()

    def seconds_in(self, session: MemberSession) -> int:
        """How long they have stood in the plan."""
        return int(self._clock() - session.entered)

    def idle_of(self, digest: str) -> float:
        """How fast the plan of this browser locks itself, also while it is locked: nobody is asked that twice."""
        known = self._open.get(digest) or self._resting.get(digest)
        return known.idle if isinstance(known, Session | Rest) else OWN_PHONE_IDLE

    def of(self, digest: str | None) -> Session | None:
        """The parent's session behind this digest, unless its time is over. A member has none."""
        found = self._find(digest)
        return found if isinstance(found, Session) else None

    def member(self, digest: str | None) -> MemberSession | None:
        """The member's session behind this digest, unless its time is over. A parent has none."""
        found = self._find(digest)
        return found if isinstance(found, MemberSession) else None

    def touch(self, digest: str | None) -> Session | None:
        """The parent's session, and somebody is there."""
        session = self.of(digest)
        if session:
            session.touched = self._clock()
        return session

    def touch_member(self, digest: str | None) -> MemberSession | None:
        """The member's session, and somebody is there."""
        session = self.member(digest)
        if session:
            session.touched = self._clock()
        return session

    def sign_of_life(self, digest: str) -> bool:
        """Somebody is there; whether anything is open for them."""
        return self.touch(digest) is not None or self.touch_member(digest) is not None

    def _find(self, digest: str | None) -> Session | MemberSession | None:
        session = self._open.get(digest or "")
        if session is None or digest is None:
            return None
        if self._is_over(session):
            self.rest(digest)
            return None
        return session

    def rests(self, digest: str) -> bool:
        """Whether this plan was never kept and waits, locked, for its own browser."""
        resting = self._resting.get(digest)
        return resting is not None and not resting.needs_words

    def rest(self, digest: str) -> None:
        """Lock what is open because its time is over. A plan never kept can still be resumed by its cookie."""
        session = self._open.get(digest)
        if session is None:
            return
        needs_words = not session.can_rest
        self.drop(digest)
        if isinstance(session, Session):
            self._resting[digest] = Rest(session.idle, self._clock(), needs_words)

    def drop(self, digest: str | None) -> None:
        """Close what is open and cut off the pages that show it."""
        if digest is None:
            return
        self._resting.pop(digest, None)
        session = self._open.pop(digest, None)
        if session:
            session.close()
        self.cut_off(digest)

    def cut_off(self, digest: str) -> None:
        """Close the live connections that came with this cookie; their pages ask again who is there."""
        for cut in list(self._waiting.get(digest, ())):
            cut()

    def cut_off_of(self, session: Session) -> None:
        """The same for the browser this session is open in."""
        for digest in [digest for digest, each in self._open.items() if each is session]:
            self.cut_off(digest)

    def cut_off_all_of(self, plan: bytes) -> None:
        """The same for every browser in which this plan is open: what its pages may show is something else now."""
        for session in list(self._open.values()):
            if isinstance(session, Session) and session.is_open and session.plan.opened.plan_id == plan:
                self.cut_off_of(session)

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
        """Lock whatever's time is over; called every few seconds."""
        for digest, session in list(self._open.items()):
            if self._is_over(session):
                self.rest(digest)
        for digest, resting in list(self._resting.items()):
            if self._clock() - resting.since > RESTS_FOR:
                del self._resting[digest]

    def _is_over(self, session: Session | MemberSession) -> bool:
        now = self._clock()
        too_long = now - session.touched > session.idle or now - session.began > session.oldest
        return too_long or not session.is_open
