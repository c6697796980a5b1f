import pytest

from perinatal.library import shelf
from perinatal.paper import half_card, plan_words_card
from perinatal.paper.sheet import Card, NumberedWords, Square
from tests.paper.audit import spoken
from tests.paper.sample import MADE, SIX_WORDS


def _parts() -> tuple[NumberedWords, Square]:
    sheet = plan_words_card(SIX_WORDS["en"], shelf("en"), MADE)
    (card,) = [block for block in sheet.blocks if isinstance(block, Card)]
    (words,) = [block for block in card.blocks if isinstance(block, NumberedWords)]
    (square,) = [block for block in card.blocks if isinstance(block, Square)]
    return words, square


def test_the_card_holds_the_six_words_in_order() -> None:
    words, _ = _parts()
    assert " ".join(words.words) == SIX_WORDS["en"]


def test_the_square_holds_the_words_as_plain_text_and_no_address() -> None:
    _, square = _parts()
    assert square.content == SIX_WORDS["en"]
    assert square.alternative
    assert not any(word in square.alternative for word in SIX_WORDS["en"].split())


def test_nothing_on_the_card_says_what_the_words_are_for_or_where() -> None:
    sheet = plan_words_card(SIX_WORDS["en"], shelf("en"), MADE)
    (card,) = [block for block in sheet.blocks if isinstance(block, Card)]
    on_card = spoken(sheet.model_copy(update={"blocks": (card,)})).lower()
    for word in ("plan", "http", "www", ".org", "perinatal", "birth", "baby"):
        assert word not in on_card


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_half_says_its_words_and_that_it_is_half_of_two(language: str) -> None:
    sheet = half_card(SIX_WORDS[language], shelf(language), MADE)
    (card,) = [block for block in sheet.blocks if isinstance(block, Card)]
    (words,) = [block for block in card.blocks if isinstance(block, NumberedWords)]
    (square,) = [block for block in card.blocks if isinstance(block, Square)]

    assert " ".join(words.words) == square.content == SIX_WORDS[language]
    assert {"en": "Half of two", "es": "La mitad de dos"}[language] in square.caption


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_on_a_half_says_what_it_opens_or_where(language: str) -> None:
    on_it = spoken(half_card(SIX_WORDS[language], shelf(language), MADE)).lower()

    for word in ("plan", "http", "www", ".org", "perinatal", "birth", "baby", "embarazo", "parto", "bebé"):
        assert word not in on_it
