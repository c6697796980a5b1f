"""A tablet that was handed over is nobody's: it knows whose it is, and ends by itself."""

import pytest

from perinatal.care import CarePlan
from perinatal.toolkit import Showing
from perinatal.web.tablets import HANDED_AT_MOST, SHOWN_WITHIN, See, Tablets
from tests.web.test_sessions import Clock

MIDWIFE, PLAN = b"midwife", b"plan"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tablets(clock: Clock) -> Tablets:
    """One tablet, handed over a moment ago."""
    made = Tablets(clock)
    made.hand_over("a", MIDWIFE, PLAN)
    return made


def test_it_knows_who_handed_it_over_and_in_which_plan_and_shows_nothing(tablets: Tablets) -> None:
    tablet = tablets.of("a")

    assert tablet
    assert (tablet.member, tablet.plan, tablet.back, tablet.see) == (MIDWIFE, PLAN, False, See.NOTHING)
    assert tablet.showing is None
    assert tablets.of("b") is tablets.of(None) is None


def test_it_is_a_tablet_like_any_other_after_two_hours_whatever_happens(tablets: Tablets, clock: Clock) -> None:
    clock.now += HANDED_AT_MOST - 1
    tablets.opened("a", "b")
    assert tablets.of("b")
    clock.now += 2

    assert tablets.of("b") is tablets.take("b") is None
    tablets.opened("b", "c")
    assert tablets.of("c") is None


def test_what_is_over_is_let_go_of(tablets: Tablets, clock: Clock) -> None:
    clock.now += HANDED_AT_MOST + 1

    tablets.sweep()

    assert not tablets._handed


def test_each_new_cookie_takes_it_along_and_the_old_one_is_nobody(tablets: Tablets) -> None:
    tablets.opened("a", "b")
    assert tablets.of("a") is None
    tablets.pass_back("b", "c", See.CHOSEN, None)

    assert tablets.of("b") is None
    found = tablets.take("c")
    assert found
    assert (found.back, found.see) == (True, See.CHOSEN)
    assert tablets.of("c") is None


def test_opening_a_plan_again_takes_back_what_was_to_be_shown(tablets: Tablets) -> None:
    showing = object()
    tablets.pass_back("a", "b", See.PAGE, showing)  # type: ignore[arg-type]  # it is only carried

    tablets.opened("b", "c")

    found = tablets.of("c")
    assert found
    assert (found.back, found.see, found.showing) == (False, See.NOTHING, None)


def test_no_tablet_comes_of_a_cookie_that_was_never_handed_over(tablets: Tablets) -> None:
    tablets.opened("z", "y")
    tablets.opened(None, "x")
    tablets.pass_back("z", "w", See.CHOSEN, None)

    assert [tablets.of(each) for each in "zyxw"] == [None] * 4


def test_nothing_of_a_tablet_is_said_when_it_is_printed(tablets: Tablets) -> None:
    assert "midwife" not in repr(tablets.of("a"))


def test_a_page_to_be_shown_once_waits_ten_minutes_and_no_longer(tablets: Tablets, clock: Clock) -> None:
    tablets.pass_back("a", "b", See.PAGE, Showing(PLAN, "A1", CarePlan()))
    clock.now += SHOWN_WITHIN - 1
    assert tablets.of("b")
    clock.now += 2

    assert tablets.take("b") is None
