"""One tablet from hand to hand: whose cookie is whose, and what comes back."""

import asyncio
from dataclasses import dataclass

import pytest

from perinatal.care.sharing import ShownOnce
from perinatal.toolkit import OpenPlan
from perinatal.web.guard import cookie
from perinatal.web.sessions import MemberSession, Session
from perinatal.web.tablets import HANDED_IDLE, See, Tablet
from tests.web.doors.conftest import Doors, full
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


@pytest.fixture
def room(doors: Doors) -> Room:
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


# -- Handing over


def test_a_handed_tablet_is_no_member_and_no_parent_and_the_old_cookie_is_nobody(room: Room) -> None:
    old, cut = room.doors.cookies["k"], list[str]()
    before = room.digest
    room.doors.house.sessions.watch(before, lambda: cut.append("the members page"))

    room.hand_over()

    assert room.doors.cookies["k"] != old
    assert cut == ["the members page"]
    assert room.tablet
    assert room.member is room.parent is None
    assert room.doors.house.sessions.member(before) is None
    assert room.doors.house.tablets.of(before) is None


@pytest.mark.parametrize(
    ("path", "lands"),
    [("/visit", "/en/in"), ("/print", "/en/i"), ("/forget", "/en/i"), ("/hand-over", "/en/in"), ("/begin", "/en/y")],
)
def test_a_handed_tablet_comes_in_by_no_door(room: Room, path: str, lands: str) -> None:
    room.hand_over()
    kept = room.doors.cookies["k"]

    got = room.doors.post(path, plan="1")

    assert (got.status_code, got.headers["location"]) == (303, lands)
    assert room.doors.cookies["k"] == kept
    assert room.tablet
    assert room.member is room.parent is None


def test_a_handed_tablet_keeps_makes_and_resumes_nothing(room: Room) -> None:
    room.hand_over()

    assert [room.doors.post(path).status_code for path in ("/keep", "/resume", "/here")] == [401, 401, 401]


def test_an_old_cookie_that_is_played_again_reaches_nothing(room: Room) -> None:
    member = room.doors.cookies["k"]
    room.hand_over()
    handed = room.doors.cookies["k"]
    room.open()
    hers = room.doors.cookies["k"]
    room.pass_back(See.CHOSEN)

    for old in (member, handed, hers):
        room.doors.cookies["k"] = old
        assert room.member is room.parent is room.tablet is None
        assert room.doors.post("/visit", plan="1").headers["location"] == "/en/in"
        assert room.pass_back(See.PAGE) == "/en/y"


def test_only_a_member_who_stands_in_a_plan_hands_over(room: Room) -> None:
    session = room.member
    assert session
    session.visit = None
    assert room.doors.post("/hand-over").headers["location"] == "/en/d"
    assert room.member is session
    room.doors.begin_and_keep()
    assert room.doors.post("/hand-over").headers["location"] == "/en/in"
    assert room.parent
    assert room.tablet is None


# -- In the parent's hands


def test_her_plan_opens_with_two_minutes_and_no_choice_of_hers_makes_it_longer(room: Room) -> None:
    room.hand_over()

    session = room.open()

    assert session.idle == session.slowest == HANDED_IDLE
    assert room.tablet
    assert session.oldest <= 2 * 3600


def test_wrong_words_leave_the_tablet_as_it_was(room: Room) -> None:
    room.hand_over()

    got = room.doors.post("/open", words="acorn bishop candle drawer ember fiddle")

    assert got.headers["location"] == "/en/i/no#wrong"
    assert room.tablet
    assert room.parent is None


def test_a_lock_leads_to_the_neutral_page_and_her_words_open_it_again(room: Room) -> None:
    room.hand_over()
    session = room.open()

    assert room.doors.post("/lock").headers["location"] == "/en/y"

    assert not session.is_open
    assert room.tablet
    room.open()


def test_nothing_is_printed_from_a_tablet_that_goes_back(room: Room) -> None:
    room.hand_over()
    room.open()
    before = len(room.plan.turns)

    assert room.doors.post("/print", sheet="booklet").headers["location"] == "/en/y/p"

    assert len(room.plan.turns) == before


def test_leaving_and_forgetting_end_it(room: Room) -> None:
    room.hand_over()
    digest = room.digest
    room.doors.post("/leave")
    assert room.doors.house.tablets.of(digest) is None

    room.doors.post("/sign-in", words=room.six)
    assert room.member
    room.doors.post("/visit", plan=listed(room.doors, room.member)["M"])
    room.hand_over()
    room.open()
    digest = room.digest
    room.doors.post("/forget")
    assert room.doors.house.tablets.of(digest) is None


# -- Passing back


@pytest.mark.parametrize("see", [See.CHOSEN, See.PAGE, See.NOTHING])
def test_whatever_she_answers_her_plan_is_closed_and_the_cookie_is_another(room: Room, see: See) -> None:
    room.hand_over()
    session, hers = room.open(), room.doors.cookies["k"]

    assert room.pass_back(see) == "/en/y"

    assert not session.is_open
    assert room.doors.cookies["k"] != hers
    assert room.parent is room.member is None
    assert room.tablet
    assert room.tablet.back


def test_what_she_chose_brings_the_member_back_into_the_plan_and_no_page_with_it(room: Room) -> None:
    room.hand_over()
    room.open()
    room.pass_back(See.CHOSEN)

    assert room.is_back() == "/en/v"

    assert room.member
    assert room.member.visit
    assert room.member.visit.plan == room.plan.opened.plan_id
    assert room.member.showing is None
    assert room.shown_once() == []


def test_this_page_waits_for_that_member_and_is_noted_first(room: Room) -> None:
    room.hand_over()
    room.open("A1")
    room.pass_back(See.PAGE)
    assert [said.item for said in room.shown_once()] == ["A1"]

    assert room.is_back() == "/en/v"

    assert room.member
    assert room.member.showing
    assert room.member.showing.says.answers["A1"].words == CANARY


def test_nothing_is_a_sign_in_like_any_other(room: Room) -> None:
    room.hand_over()
    room.open("A1")
    before = len(room.plan.turns)
    room.pass_back(See.NOTHING)

    assert room.is_back() == "/en/d"

    assert room.member
    assert room.member.visit is room.member.showing is None
    assert len(room.plan.turns) == before
    assert {*listed(room.doors, room.member)} == {"M", "Other"}


def test_an_answer_no_page_asks_for_is_nothing(room: Room) -> None:
    for see in ("", "everything", "CHOSEN"):
        room.hand_over() if room.member else None
        room.open()
        room.pass_back(see)
        assert room.tablet
        assert room.tablet.see is See.NOTHING


@pytest.mark.parametrize("see", [See.CHOSEN, See.PAGE])
def test_who_holds_the_tablet_cannot_answer_for_her(room: Room, see: See) -> None:
    """Before she opened her plan, or after it closed by itself, nothing but nothing can be answered."""
    room.hand_over()
    room.pass_back(see)
    room.open()
    room.doors.post("/lock")
    room.pass_back(see)

    assert room.is_back() == "/en/d"
    assert room.shown_once() == []


def test_another_member_who_signs_in_finds_nothing_of_it(room: Room) -> None:
    room.hand_over()
    room.open("A1")
    room.pass_back(See.PAGE)

    assert room.is_back(room.other_six) == "/en/d"

    assert room.member
    assert room.member.visit is room.member.showing is None
    assert room.is_back() == "/en/d", "and it waits for nobody any more"
    assert room.member.showing is None


def test_on_a_full_disk_nothing_is_shown_and_she_still_holds_it(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.hand_over()
    session = room.open("A1")
    monkeypatch.setattr(room.doors.house.toolkit.handing, "show_once", full)

    got = room.doors.post("/pass-back", see=See.PAGE)

    assert (got.status_code, got.text) == (507, "en/y/b/full")
    assert session.is_open
    assert room.tablet
    assert not room.tablet.back
    assert room.tablet.showing is None


def test_a_page_of_another_plan_is_never_shown(room: Room) -> None:
    """Somebody else's words opened another plan on the tablet than the one the member stood in."""
    toolkit = room.doors.house.toolkit
    room.hand_over()
    other, _ = asyncio.run(toolkit.begin())
    words = asyncio.run(toolkit.keep(other, "en"))
    room.doors.post("/open", words=words)
    assert room.parent
    room.parent.item = "A1"

    assert room.pass_back(See.PAGE) == "/en/y/b"
    assert room.pass_back(See.CHOSEN) == "/en/y"
    assert room.is_back() == "/en/v"
    assert room.member
    assert room.member.showing is None


def test_choosing_another_plan_lets_go_of_the_page(room: Room) -> None:
    room.hand_over()
    room.open("A1")
    room.pass_back(See.PAGE)
    room.is_back()
    assert room.member
    numbers = listed(room.doors, room.member)

    room.doors.post("/visit", plan=numbers["Other"])

    assert room.member.showing is None


def test_after_she_stopped_everything_the_member_comes_to_their_list(room: Room) -> None:
    room.hand_over()
    session = room.open("A1")
    asyncio.run(room.doors.house.toolkit.company.stop(session.plan, "en"))

    assert room.pass_back(See.PAGE) == "/en/y/b"
    room.pass_back(See.CHOSEN)

    assert room.is_back() == "/en/d"
    assert room.shown_once() == []
