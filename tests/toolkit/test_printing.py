"""What a card can hold, what it leaves out, and that every print is noted."""

from perinatal.care.said import Printed
from perinatal.toolkit import shelf
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
