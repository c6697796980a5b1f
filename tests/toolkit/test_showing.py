"""What a parent is told before she answers: what somebody would see, who sees something, and why she said so."""

import pytest

from perinatal.care import Audience
from perinatal.library import shelf
from tests.toolkit.company import BIRTH, Room
from tests.toolkit.conftest import Place, do

EN = shelf("en")


@pytest.fixture
def room(place: Place) -> Room:
    place.answer("Sam")
    return Room(place)


def test_what_somebody_would_see_is_what_is_for_people_like_them_and_whether_it_is_written(room: Room) -> None:
    seen = dict(room.toolkit.company.inside(room.plan, "A", Audience.TEAM, "en"))
    here = [q for section in EN.sections if section.id == "A" for q in section.questions]

    assert [*seen] == [q.ask for q in here if Audience.TEAM in q.audience]
    assert [ask for ask, written in seen.items() if written] == [EN.questions["A1"].ask]


def test_what_the_parent_addressed_elsewhere_is_no_longer_among_it(room: Room) -> None:
    company, ask = room.toolkit.company, EN.questions["A1"].ask

    do(company.address(room.plan, "A1", BIRTH, "en"))

    assert ask not in dict(company.inside(room.plan, "A", Audience.TEAM, "en"))
    assert ask in dict(company.inside(room.plan, "A", Audience.BIRTH, "en"))


def test_who_looks_in_today_is_named_by_part_and_nobody_after_the_last_day(room: Room) -> None:
    company = room.toolkit.company
    assert company.who_looks_in(room.plan) == []

    room.share("A", days=7)

    assert company.who_looks_in(room.plan) == company.who_looks_in(room.plan, ("A", "B")) == ["Ana"]
    assert company.who_looks_in(room.plan, ("B",)) == []
    room.stop("A")
    assert company.who_looks_in(room.plan) == []


def test_saying_why_changes_nothing_but_the_why(room: Room) -> None:
    room.share("A", days=7)
    before = room.person.answers["A"]

    for why in ("ZQX because", "ZQX because she listens"):
        do(room.toolkit.company.say_why(room.plan, room.midwife.id.hex(), "A", why, "en"))

    assert room.person.answers["A"] == before.model_copy(update={"why": "ZQX because she listens"})
    assert len(room.person.history) == 1, "typing is one answer, not three"
    assert do(room.toolkit.members.let_in_by(room.midwife)) != []


def test_there_is_no_why_without_an_answer(room: Room) -> None:
    count = len(room.plan.turns)

    do(room.toolkit.company.say_why(room.plan, room.midwife.id.hex(), "A", "because", "en"))

    assert len(room.plan.turns) == count


def test_words_offered_stand_after_what_is_there(room: Room) -> None:
    room.share("A")
    offered = room.offer(room.visit(), "or Sammy")

    assert room.toolkit.offered.beside(room.plan, offered.turn.id) == "Sam\nor Sammy"
    assert room.plan.says.answers["A1"].words == "Sam", "nothing is in the plan by looking at it"
