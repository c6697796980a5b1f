"""Everything the command line can say is there in every language."""

import string

import pytest

from perinatal.start import options, trouble
from perinatal.start.words import known, languages, words_in

TROUBLES = [*trouble.Trouble.__subclasses__()]


def holes(text: str) -> set[str]:
    """The places of a sentence that are filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_language_says_the_same_things_with_the_same_facts() -> None:
    english = words_in("en").tables

    for language in languages():
        there = words_in(language).tables
        assert {t: {k: holes(s) for k, s in words.items()} for t, words in there.items()} == {
            t: {k: holes(s) for k, s in words.items()} for t, words in english.items()
        }


@pytest.mark.parametrize("kind", TROUBLES, ids=lambda kind: kind.__name__)
def test_every_trouble_has_its_sentence(kind: type[trouble.Trouble]) -> None:
    assert options.OptionUnknown in TROUBLES
    for language in languages():
        assert kind().key in words_in(language).tables["trouble"]


def test_no_sentence_waits_for_a_trouble_that_cannot_happen() -> None:
    spoken = {kind().key for kind in TROUBLES} | {"python_too_old", "unknown"}

    assert set(words_in("en").tables["trouble"]) == spoken


@pytest.mark.parametrize(
    ("asked", "spoken"), [("es_MX.UTF-8", "es"), ("en_US", "en"), ("C", "en"), ("", "en"), ("de", "en")]
)
def test_a_language_we_lack_is_answered_in_english(asked: str, spoken: str) -> None:
    assert known(asked) == spoken
