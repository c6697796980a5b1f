"""A file that was opened waits a few minutes for its own browser, once, and few of them wait."""

from datetime import date

from perinatal.exchange import PlanFile
from perinatal.toolkit import Brought
from perinatal.web.held import MOST, WAITS, Held


class Clock:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def brought() -> Brought:
    return Brought(PlanFile(made=date(2026, 11, 23), language="en", turns=()))


def test_it_is_given_once_and_to_its_own_browser_only() -> None:
    held, one = Held(Clock()), brought()
    held.put("hers", one)

    assert (held.take("another"), held.take(None), held.take("")) == (None, None, None)
    assert held.take("hers") is one
    assert held.take("hers") is None


def test_after_five_minutes_it_is_gone() -> None:
    clock = Clock()
    held = Held(clock)
    held.put("a", brought())
    held.put("b", brought())

    clock.now = WAITS
    assert held.take("a") is None
    held.sweep()
    assert held._waiting == {}


def test_few_wait_and_the_oldest_goes_first() -> None:
    held, newest = Held(Clock()), brought()
    for number in range(MOST):
        held.put(str(number), brought())
    held.put("0", newest)
    held.put("new", brought())

    assert len(held._waiting) == MOST
    assert held.take("1") is None
    assert held.take("0") is newest


def test_what_is_dropped_does_not_wait() -> None:
    held = Held(Clock())
    held.put("a", brought())

    held.drop("a")
    held.drop("never there")

    assert held.take("a") is None
