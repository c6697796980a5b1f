"""Turns that came with a file stand where their time puts them, and what is said afterwards stands after them."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from perinatal.care import CarePlan, Turn
from perinatal.care.carried import Carried, in_their_place
from perinatal.care.said import Answered
from tests.care.conversations import MONDAY

minutes = st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=12)


def turns_at(times: list[tuple[int, bool]]) -> list[Turn]:
    """Turns in the order they are stored: each with its minute, and whether it came with a file."""
    return [
        Turn(
            id=f"t{number}",
            at=MONDAY + timedelta(minutes=minute),
            language="en",
            said=Answered(question="a", words=f"t{number}"),
            carried=Carried() if came else None,
        )
        for number, (minute, came) in enumerate(times)
    ]


def names(turns: object) -> list[str]:
    assert isinstance(turns, list)
    return [turn.id for turn in turns]


@given(minutes)
def test_none_is_lost_and_what_was_said_here_keeps_its_order(times: list[tuple[int, bool]]) -> None:
    turns = turns_at(times)

    placed = list(in_their_place(turns))

    assert sorted(names(placed)) == sorted(names(turns))
    assert [t.id for t in placed if not t.carried] == [t.id for t in turns if not t.carried]


@given(minutes)
def test_what_is_said_after_a_file_was_added_stays_after_it(times: list[tuple[int, bool]]) -> None:
    turns = turns_at([*times, (0, False)])

    assert list(in_their_place(turns))[-1].id == turns[-1].id


@given(st.lists(st.integers(0, 9), max_size=6), st.lists(st.integers(0, 9), max_size=6))
def test_what_was_in_order_there_and_here_is_in_order_together(here: list[int], file: list[int]) -> None:
    turns = turns_at([*((minute, False) for minute in sorted(here)), *((minute, True) for minute in sorted(file))])

    placed = list(in_their_place(turns))

    assert [turn.at for turn in placed] == sorted(turn.at for turn in turns)


@given(st.lists(st.integers(0, 9), max_size=8))
def test_one_file_keeps_the_order_it_has_even_where_its_clock_was_set_back(file: list[int]) -> None:
    turns = turns_at([(minute, True) for minute in file])

    assert names(list(in_their_place(turns))) == names(turns)


def test_a_time_that_is_still_to_come_does_not_outlast_what_is_said_next() -> None:
    turns = turns_at([(1, False), (9, True), (2, False)])

    assert CarePlan.of(turns).answers["a"].words == "t2"
