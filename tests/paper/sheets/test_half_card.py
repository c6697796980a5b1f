import pytest

from perinatal.library import shelf
from perinatal.paper import half_card
from perinatal.paper.sheet import Card, NumberedWords, Square
from tests.paper.audit import spoken
from tests.paper.sample import MADE, SIX_WORDS


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
