"""The words on the card: enough of them to be out of reach, none of them a word one would not want to carry."""

import math
import unicodedata
from pathlib import Path

import pytest

from perinatal.library.shelf import LIBRARY, languages, shelf

WORDS_ON_A_CARD = 6
BITS = 75
FEWEST = 6_000


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@pytest.fixture(params=languages())
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def test_six_words_are_out_of_reach_of_guessing(language: str) -> None:
    words = shelf(language).plan_words

    assert len(words) >= FEWEST
    assert WORDS_ON_A_CARD * math.log2(len(words)) >= BITS


def test_no_two_words_are_alike_without_capitals_and_accents(language: str) -> None:
    words = shelf(language).plan_words

    assert len({_plain(word) for word in words}) == len(words)


def test_every_word_is_short_and_made_of_letters(language: str) -> None:
    for word in shelf(language).plan_words:
        assert 3 <= len(word) <= 10, word
        assert word.isalpha(), word
        assert word == unicodedata.normalize("NFC", word.casefold()), word


def test_the_words_stand_in_order_so_that_a_change_shows(language: str) -> None:
    words = [_plain(word) for word in shelf(language).plan_words]

    assert words == sorted(words)


def _unwanted(language: str) -> tuple[tuple[str, ...], set[str], set[str]]:
    """How unwanted words begin, which words are unwanted alone, and which are fine all the same."""
    text = (Path(__file__).parent / f"unwanted_words_{language}.txt").read_text(encoding="utf-8")
    stems = [stem for line in text.splitlines() if not line.startswith("#") for stem in line.split()]
    alone = {stem[1:] for stem in stems if stem[0] == "="}
    fine = {stem[1:] for stem in stems if stem[0] == "!"}
    return tuple(stem for stem in stems if stem[0] not in "=!"), alone, fine


def test_no_word_sounds_like_drugs_prison_harm_loss_or_shame(language: str) -> None:
    begins, alone, fine = _unwanted(language)
    plain = [_plain(word) for word in shelf(language).plan_words]

    assert [word for word in plain if word not in fine and (word in alone or word.startswith(begins))] == []


WOULD_HURT = {
    "en": [
        "heroin",
        "cocaine",
        "needle",
        "prison",
        "police",
        "court",
        "murder",
        "rape",
        "miscarriage",
        "pregnant",
        "gun",
    ],
    "es": ["heroina", "cocaina", "jeringa", "carcel", "policia", "juez", "matar", "violacion", "aborto", "embarazo"],
}


@pytest.mark.parametrize(
    ("language", "word"), [(language, word) for language in WOULD_HURT for word in WOULD_HURT[language]]
)
def test_the_list_of_unwanted_words_would_find_them(language: str, word: str) -> None:
    begins, alone, fine = _unwanted(language)

    assert word not in fine
    assert word in alone or word.startswith(begins)


def test_those_who_made_the_lists_are_named_with_their_licence(language: str) -> None:
    told = (LIBRARY / language / "plan_words.LICENSE.txt").read_text(encoding="utf-8")

    assert "Creative Commons Attribution" in told
    assert "What we changed" in told
