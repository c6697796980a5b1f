"""Handing a tablet over: behind its cookie is nobody, and only the parent's own words open anything."""

import pytest

from perinatal.web.tablets import HANDED_IDLE, See
from tests.web.doors.conftest import Doors
from tests.web.doors.tablet import Room, a_room
from tests.web.doors.test_signing_in import listed


@pytest.fixture
def room(doors: Doors) -> Room:
    """A midwife who stands in a plan."""
    return a_room(doors)


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
