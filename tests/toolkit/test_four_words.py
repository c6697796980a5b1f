"""Four words from a member's keys."""

from perinatal.toolkit import shelf
from perinatal.toolkit.four_words import four_words, same_words

LIST = [f"w{number}" for number in range(6500)]


def test_the_same_keys_have_the_same_four_words_and_others_have_others() -> None:
    assert four_words(2**127 + 5, LIST) == four_words(2**127 + 5, LIST)
    assert len({four_words(number * 7919**9, LIST) for number in range(500)}) == 500


def test_every_word_of_the_list_can_be_each_of_the_four() -> None:
    last = len(LIST) ** 4 - 1

    assert four_words(0, LIST) == "w0 w0 w0 w0"
    assert four_words(last, LIST) == "w6499 w6499 w6499 w6499"
    assert four_words(last + 1, LIST) == "w0 w0 w0 w0"


def test_they_are_of_the_list_of_plan_words_in_both_languages() -> None:
    for language in ("en", "es"):
        words = four_words(2**100 + 1, shelf(language).plan_words).split()
        assert len(words) == 4
        assert set(words) <= set(shelf(language).plan_words)


def test_they_are_read_however_a_tired_hand_types_them() -> None:
    assert same_words("  Acorn, BISHOP  candle.drawer ", "acorn bishop candle drawer")
    assert not same_words("acorn bishop candle", "acorn bishop candle drawer")
    assert not same_words("bishop acorn candle drawer", "acorn bishop candle drawer")
    assert not same_words("", "acorn bishop candle drawer")
    assert not same_words("acorn " * 1000, "acorn bishop candle drawer")
