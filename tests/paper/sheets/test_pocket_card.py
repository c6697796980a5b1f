import pytest

from perinatal.care import CarePlan
from perinatal.care.said import Answered
from perinatal.library import shelf
from perinatal.paper import Picks, card_picks, offered_on_a_card, pocket_card
from perinatal.paper.sheet import Card
from perinatal.paper.sheets.drug_words import names_a_drug
from tests.paper.audit import spoken
from tests.paper.sample import LONG_ANSWER, MADE, Telling, all_of, full

EN = shelf("en")


def _answered(**answers: str) -> CarePlan:
    telling = Telling("en")
    for question, words in answers.items():
        telling.say(Answered(question=question, words=words))
    return telling.plan()


def _card(plan: CarePlan, *questions: str, drug_words: bool = False) -> tuple[str, tuple[str, ...]]:
    made = pocket_card(plan, EN, MADE, picks=Picks(questions=frozenset(questions)), drug_words=drug_words)
    return spoken(made.sheet), made.left_out


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_card_without_drug_words_holds_none_of_ours_either(language: str) -> None:
    plan = full(language)
    made = pocket_card(plan, shelf(language), MADE, picks=all_of(plan))
    assert len(offered_on_a_card(plan, shelf(language))) > 10
    assert not names_a_drug(spoken(made.sheet))


def test_a_neutral_line_stands_where_an_answer_would_name_a_medicine() -> None:
    plan = _answered(E9="methadone 80 mg every morning")
    said, left_out = _card(plan, "E9")
    assert EN.questions["E9"].neutral in said
    assert "80 mg" not in said
    assert left_out == ()


def test_the_parents_own_words_stand_when_drug_words_are_wanted() -> None:
    said, _ = _card(_answered(E9="methadone 80 mg every morning"), "E9", drug_words=True)
    assert "methadone 80 mg every morning" in said


def test_an_answer_that_names_a_drug_is_left_out_and_the_parent_is_told() -> None:
    said, left_out = _card(_answered(A1="Ana", A10="Ask if I had my Metadona today"), "A1", "A10")
    assert "today" not in said
    assert left_out == ("A10",)


def test_the_same_neutral_line_is_said_once() -> None:
    plan = _answered(**{id: "methadone" for id, q in EN.questions.items() if q.card and q.names_drugs})
    (card,) = [b for b in pocket_card(plan, EN, MADE, picks=all_of(plan)).sheet.blocks if isinstance(b, Card)]
    assert len(set(card.blocks)) == len(card.blocks)


def test_a_long_answer_says_that_it_goes_on_in_the_booklet() -> None:
    said, _ = _card(_answered(A1=LONG_ANSWER), "A1")
    assert said.endswith(EN.say("paper.card.continues"))
    assert len(said) < 400


def test_what_could_bring_judgment_is_on_a_card_only_when_picked() -> None:
    plan = full("en")
    usual = card_picks(plan, EN).questions
    assert usual
    assert all(EN.questions[id].level < 3 for id in usual)
    assert any(EN.questions[id].level >= 3 for id in offered_on_a_card(plan, EN))


def test_a_card_never_holds_what_is_not_offered_for_cards() -> None:
    said, _ = _card(_answered(B3="Nobody named Jim"), "B3", drug_words=True)
    assert "Jim" not in said


def test_an_empty_card_says_so() -> None:
    said, _ = _card(CarePlan.of([]))
    assert EN.say("paper.card.nothing") in said
