"""A member's session and a parent's are two things behind one kind of cookie, and neither is ever the other."""

import pytest

from perinatal.web.sessions import MEMBER_IDLE, MEMBER_OLDEST, Sessions
from tests.web.test_sessions import Clock, Plan


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(clock: Clock) -> Sessions:
    """A parent behind one cookie, a member behind another."""
    made = Sessions(clock)
    made.put("parent", Plan(), 3600)  # type: ignore[arg-type]  # a small real fake
    made.put_member("member", object())  # type: ignore[arg-type]  # a small real fake
    return made


def test_a_members_cookie_is_no_parents_session_by_any_verb(sessions: Sessions) -> None:
    assert sessions.member("member") is not None
    assert sessions.of("member") is sessions.touch("member") is None
    assert not sessions.rests("member")


def test_a_parents_cookie_is_no_members_session_by_any_verb(sessions: Sessions) -> None:
    assert sessions.of("parent") is not None
    assert sessions.member("parent") is sessions.touch_member("parent") is None


def test_asking_for_the_wrong_one_is_no_sign_of_life(sessions: Sessions, clock: Clock) -> None:
    clock.now += MEMBER_IDLE - 1
    sessions.touch("member")
    sessions.touch_member("parent")
    clock.now += 2

    assert sessions.member("member") is None


def test_an_idle_member_is_signed_out_and_their_pages_are_cut_off(sessions: Sessions, clock: Clock) -> None:
    cut: list[str] = []
    sessions.watch("member", lambda: cut.append("member"))
    clock.now += MEMBER_IDLE - 1
    assert sessions.sign_of_life("member")
    clock.now += MEMBER_IDLE - 1
    assert sessions.member("member")
    clock.now += 2

    sessions.lock_the_idle()

    assert cut == ["member"]
    assert sessions.member("member") is None
    assert not sessions.rests("member")


def test_no_member_stays_signed_in_longer_than_a_working_day(sessions: Sessions, clock: Clock) -> None:
    end = clock.now + MEMBER_OLDEST
    while clock.now < end:
        assert sessions.touch_member("member")
        clock.now += MEMBER_IDLE / 2
    clock.now += 1

    assert sessions.touch_member("member") is None


def test_how_long_a_member_is_in_a_plan_is_counted_from_when_they_came_to_stand_in_it(
    sessions: Sessions, clock: Clock
) -> None:
    session = sessions.member("member")
    assert session
    clock.now += 600

    sessions.stand_in(session, object())  # type: ignore[arg-type]  # it is only carried
    clock.now += 61

    assert sessions.seconds_in(session) == 61


def test_standing_in_another_plan_lets_go_of_a_page_that_was_to_be_shown(sessions: Sessions) -> None:
    session = sessions.member("member")
    assert session
    sessions.stand_in(session, object(), object())  # type: ignore[arg-type]  # they are only carried
    assert session.showing

    sessions.stand_in(session, object())  # type: ignore[arg-type]  # it is only carried

    assert session.showing is None
    sessions.stand_in(session, object(), object())  # type: ignore[arg-type]  # they are only carried
    session.close()
    assert session.visit is session.showing is None
