"""Passing the tablet back: her plan is closed, and of what she showed nothing reaches anybody else, or twice."""

import asyncio

import pytest

from perinatal.web.tablets import See
from tests.web.doors.conftest import Doors, full
from tests.web.doors.tablet import CANARY, Room, a_room
from tests.web.doors.test_signing_in import listed


@pytest.fixture
def room(doors: Doors) -> Room:
    """A midwife who stands in a plan."""
    return a_room(doors)


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
    """Other words opened another plan on the tablet than the one the member stood in, though she is let in to both."""
    room.hand_over()
    room.doors.post("/open", words=room.other_words)
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
