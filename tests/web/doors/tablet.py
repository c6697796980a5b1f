"""A midwife who stands in a plan, on a tablet that can go from hand to hand."""

import asyncio
from dataclasses import dataclass

from perinatal.care.sharing import ShownOnce
from perinatal.toolkit import OpenPlan
from perinatal.web.guard import cookie
from perinatal.web.sessions import MemberSession, Session
from perinatal.web.tablets import Tablet
from tests.web.doors.conftest import Doors
from tests.web.doors.test_signing_in import a_plan_for, listed

CANARY = "ZQX-handed-1"


@dataclass
class Room:
    """A midwife who signed in and stands in a plan, and its parent's words."""

    doors: Doors
    plan: OpenPlan
    plan_words: str
    six: str
    other_six: str

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
    """A midwife signs in, and stands in one of the two plans she is let in to."""
    toolkit = doors.house.toolkit
    (_, six), (_, other) = asyncio.run(_members(doors))
    doors.post("/sign-in", words=six)
    session = doors.house.sessions.member(cookie.digest(bytes.fromhex(doors.cookies["k"])))
    assert session
    plan = a_plan_for(doors, session, "M")
    a_plan_for(doors, session, "Other")
    words = asyncio.run(toolkit.keep(plan, "en"))
    asyncio.run(toolkit.answer(plan, "A1", CANARY, "en"))
    doors.post("/visit", plan=listed(doors, session)["M"])
    return Room(doors, plan, words, six, other)


async def _members(doors: Doors) -> list[tuple[object, str]]:
    return [await doors.house.toolkit.members.add("en") for _ in range(2)]
