"""A midwife who stands in a plan, on a tablet that can go from hand to hand."""

import asyncio
from dataclasses import dataclass

from perinatal.care.sharing import ShownOnce
from perinatal.toolkit import Member, OpenPlan
from perinatal.web.guard import cookie
from perinatal.web.sessions import MemberSession, Session
from perinatal.web.tablets import Tablet
from tests.web.doors.conftest import Doors
from tests.web.doors.test_signing_in import a_plan_for, let_in, listed

CANARY = "ZQX-handed-1"


@dataclass
class Room:
    """A midwife who signed in and stands in a plan, and its parent's words."""

    doors: Doors
    plan: OpenPlan
    plan_words: str
    six: str
    other_six: str
    """Of another midwife, who is let in to the same plan."""
    other_words: str
    """Of another plan that she is let in to."""

    @property
    def digest(self) -> str:
        return cookie.digest(bytes.fromhex(self.doors.cookies["k"]))

    @property
    def tablet(self) -> Tablet | None:
        return self.doors.house.tablets.of(self.digest)

    @property
    def member(self) -> MemberSession | None:
        return self.doors.house.sessions.member(self.digest)

    @property
    def parent(self) -> Session | None:
        return self.doors.house.sessions.of(self.digest)

    def hand_over(self) -> None:
        got = self.doors.post("/hand-over")
        assert (got.status_code, got.headers["location"]) == (303, "/en/y")

    def open(self, item: str = "A1") -> Session:
        assert self.doors.post("/open", words=self.plan_words).headers["location"] == "/en/p"
        assert self.parent
        self.parent.item = item
        return self.parent

    def pass_back(self, see: str) -> str:
        return self.doors.post("/pass-back", see=see).headers["location"]

    def is_back(self, six: str = "") -> str:
        return self.doors.post("/sign-in", words=six or self.six).headers["location"]

    def shown_once(self) -> list[ShownOnce]:
        return [turn.said for turn in self.plan.turns if isinstance(turn.said, ShownOnce)]


def a_room(doors: Doors) -> Room:
    """A midwife signs in, and stands in one of the two plans she is let in to. Another is let in to that one, too."""
    toolkit = doors.house.toolkit
    (_, six), (other, other_six) = asyncio.run(_members(doors))
    doors.post("/sign-in", words=six)
    session = doors.house.sessions.member(cookie.digest(bytes.fromhex(doors.cookies["k"])))
    assert session
    plan = a_plan_for(doors, session, "M")
    words = asyncio.run(toolkit.keep(plan, "en"))
    other_words = asyncio.run(toolkit.keep(a_plan_for(doors, session, "Other"), "en"))
    let_in(doors, plan, other, "M")
    asyncio.run(toolkit.answer(plan, "A1", CANARY, "en"))
    doors.post("/visit", plan=listed(doors, session)["M"])
    return Room(doors, plan, words, six, other_six, other_words)


async def _members(doors: Doors) -> list[tuple[Member, str]]:
    return [await doors.house.toolkit.members.add("en") for _ in range(2)]
