"""The six plan words."""

import pytest

from perinatal.vault.trouble import NotSixWords
from perinatal.vault.words import HOW_MANY, make_words, plan_words

LIST = ["acorn", "bishop", "candle", "drawer", "ember", "fiddle", "rincón"]


def test_six_words_are_made_from_the_list_by_chance() -> None:
    made = {make_words(LIST) for _ in range(20)}

    assert len(made) > 1
    assert all(len(words.split()) == HOW_MANY and set(words.split()) <= set(LIST) for words in made)


@pytest.mark.parametrize("words", [["acorn", "Acorn"], ["rincon", "rincón"], ["acorn", "yo-yo"]])
def test_a_list_that_would_make_unclear_words_makes_none(words: list[str]) -> None:
    with pytest.raises(ValueError, match="list"):
        make_words(words)


@pytest.mark.parametrize(
    "typed",
    [
        "acorn bishop rincón drawer ember fiddle",
        "  Acorn BISHOP  rincon\tdrawer\nember fiddle ",
        "acorn-bishop-rincón-drawer-ember-fiddle",
        "acorn, bishop, rincón, drawer, ember, fiddle.",
        "1. acorn 2. bishop 3. rinco\u0301n 4. drawer 5. ember 6. fiddle",
        "ａｃｏｒｎ bishop rincón drawer ember fiddle",
        "acorn bis\u00adhop rincón\u00a0drawer ember \u200bfiddle",
    ],
)
def test_words_are_read_however_they_are_typed(typed: str) -> None:
    assert plan_words(typed) == b"acorn bishop rincon drawer ember fiddle"


@pytest.mark.parametrize(
    "typed", ["", "acorn", "a b c d e", "a b c d e f g", "a" * 10_000, "a b c d e " + "f" * 10_000, "\x00" * 6]
)
def test_what_is_not_six_words_goes_no_further(typed: str) -> None:
    with pytest.raises(NotSixWords) as refused:
        plan_words(typed)

    assert "acorn" not in str(refused.value)
