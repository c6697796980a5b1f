"""What a card can hold, what it leaves out, and that every print is noted."""

import time

import pytest

from perinatal.care import Going, Stance
from perinatal.care.said import Explained, Printed
from perinatal.toolkit import printing, shelf
from tests.paper.audit import spoken
from tests.toolkit.conftest import COPY, Place, do


def a_card_question(level: range, *, names_drugs: bool = False) -> str:
    """A question a card can hold, of this sensitivity."""
    return next(
        q.id for q in shelf("en").questions.values() if q.card and q.level in level and q.names_drugs is names_drugs
    )


def test_a_card_holds_what_is_mild_by_itself_and_the_rest_if_picked(place: Place) -> None:
    mild, strong = a_card_question(range(1, 3)), a_card_question(range(3, 5))
    place.answer("speak softly", question=mild)
    place.answer("nobody tells my mother", question=strong)

    assert dict(place.toolkit.card_offers(place.plan, "en")) == {mild: True, strong: False}


def test_what_a_card_leaves_out_is_said_also_for_answers_not_on_it_by_themselves(place: Place) -> None:
    strong = a_card_question(range(3, 5))
    place.answer("I take methadone", question=strong)

    assert place.toolkit.left_off_the_card(place.plan, "en") == (strong,)


def test_every_print_is_noted_before_it_is_made(place: Place) -> None:
    place.answer("speak softly")
    made = [
        do(place.toolkit.print_booklet(place.plan, COPY, all_of_it=True)),
        do(place.toolkit.print_card(place.plan, COPY, picks=frozenset({"A1", "nothing"}), drug_words=False)),
        do(place.toolkit.print_words(place.plan, COPY, "acorn bishop candle drawer ember fiddle")),
    ]

    assert all(pdf.startswith(b"%PDF") for pdf in made)
    assert [t.said.sheet for t in place.plan.turns if isinstance(t.said, Printed)] == ["booklet", "card", "words"]
    assert not any("acorn" in t.model_dump_json() for t in place.plan.turns)


@pytest.mark.parametrize(("zone", "day"), [("East-14", 23), ("UTC", 22), ("West+13", 21)])
def test_every_day_on_paper_is_the_day_where_the_server_stands(
    place: Place, monkeypatch: pytest.MonkeyPatch, zone: str, day: int
) -> None:
    """At noon in the world's time it is tomorrow already at one end of the earth, and yesterday still at the other."""
    toolkit, plan = place.toolkit, place.plan
    do(toolkit.topics.decide(plan, "C25", Stance.YES, "en"))
    do(toolkit.topics.decide(plan, "C25", Stance.NO, "en"))
    do(toolkit.topics.explain(plan, Explained(topic="C25", points=frozenset(), who="Maya"), "en"))
    do(toolkit.goals.wish(plan, "Sleep more", "en"))
    do(toolkit.goals.went(plan, "1", Going.MOSTLY, "", "en"))
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        said = spoken(printing.booklet_of(plan.says, "en", toolkit._today(), all_of_it=True))
    finally:
        monkeypatch.undo()
        time.tzset()

    days = {other: said.count(f"{other} November 2026") for other in (21, 22, 23)}
    assert days == {21: 0, 22: 0, 23: 0} | {day: 4}
