"""Links as the plan knows them: made by the parent, opened by whoever has one, over by count, by day or by a stop."""

from datetime import date

import pytest
from pydantic import ValidationError

from perinatal.care.audience import Audience
from perinatal.care.company import Company
from perinatal.care.linking import LONGEST, MOST_TRIES, MOST_USES, Linked, Unlinked
from perinatal.care.plan import CarePlan
from perinatal.care.said import Said, TakenOut
from perinatal.care.sharing import Looked, Stopped
from tests.care.conversations import conversation, said_by, said_next

LAST = date(2026, 11, 9)


def a_link(link: str = "a", **other: object) -> Linked:
    known = {"link": link, "name": "Ana", "audience": "team", "parts": ["A"], "until": LAST, "uses": 2, "coded": False}
    return Linked.model_validate(known | other)


def company(*said: Said, opened: str = "") -> Company:
    turns = conversation(*said)
    for number, link in enumerate(opened):
        turns = [*turns, said_by(link, Looked(parts=frozenset("A")), number=number + 50)]
    return CarePlan.of(turns).company


def open_on(day: date, *said: Said, opened: str = "") -> list[str]:
    return list(company(*said, opened=opened).open_links(day))


def test_a_link_is_open_until_the_end_of_its_last_day() -> None:
    assert open_on(LAST, a_link()) == ["a"]
    assert open_on(date(2026, 11, 10), a_link()) == []


def test_a_link_is_open_until_it_was_opened_as_often_as_was_said() -> None:
    assert open_on(LAST, a_link(), a_link("b"), opened="ab") == ["a", "b"]
    assert open_on(LAST, a_link(), a_link("b"), opened="aab") == ["b"]


def test_a_stop_ends_one_link_or_all_there_were() -> None:
    assert open_on(LAST, a_link(), a_link("b"), Unlinked(link="a")) == ["b"]
    assert open_on(LAST, a_link(), a_link("b"), Unlinked(), a_link("c")) == ["c"]


def test_stopping_to_share_with_people_says_nothing_of_links() -> None:
    """Taking such a stop back must not look as if it brought a link back."""
    assert open_on(LAST, a_link(), Stopped()) == ["a"]


def test_who_opened_a_link_is_among_those_who_looked() -> None:
    known = company(a_link(), opened="a")

    assert [turn.by for turn in known.looks] == ["a"]
    assert known.links["a"].openings == known.looks


def test_only_the_parent_makes_and_stops_links() -> None:
    for said in (a_link(), Unlinked(link="a")):
        with pytest.raises(ValidationError):
            said_by("m", said)


def test_nothing_that_is_for_nobody_else_can_go_into_a_link() -> None:
    with pytest.raises(ValidationError):
        a_link(audience=Audience.ME)


@pytest.mark.parametrize("wrong", [{"uses": 0}, {"uses": MOST_USES + 1}, {"parts": []}, {"until": None}])
def test_a_link_without_bounds_cannot_be_said(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        a_link(**wrong)


def test_the_bounds_are_those_that_were_promised() -> None:
    assert (LONGEST, MOST_USES, MOST_TRIES) == (7, 10, 10)


def test_a_stop_stays_though_its_turn_were_taken_out_of_another_place() -> None:
    turns = said_next(conversation(a_link(), Unlinked(link="a")), TakenOut(turn="t9"))

    assert CarePlan.of(turns).company.links["a"].stopped
