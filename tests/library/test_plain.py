"""The measures themselves: what a word, a sentence and a syllable is."""

import pytest

from perinatal.library import plain


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("make", 1), ("makes", 1), ("asked", 1), ("wanted", 2), ("table", 2), ("baby", 2), ("care", 1), ("the", 1),
        ("methadone", 3), ("check-up", 2), ("doctor’s", 2), ("482", 1), ("people", 2), ("tired", 1), ("a", 1),
    ],
)  # fmt: skip
def test_english_syllables_are_counted_by_spelling(word: str, syllables: int) -> None:
    assert plain.english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("ahora", 3), ("ciudad", 2), ("país", 2), ("queremos", 3), ("guía", 2), ("pingüino", 3), ("leer", 2),
        ("aéreo", 4), ("construí", 2), ("muy", 1), ("estoy", 2), ("yo", 1), ("día", 2), ("buprenorfina", 5), ("24", 1),
        ("hoy", 1), ("bebé", 2), ("parto", 2), ("cesárea", 4), ("y", 1),
    ],
)  # fmt: skip
def test_spanish_syllables_follow_the_spelling(word: str, syllables: int) -> None:
    assert plain.spanish_syllables(word) == syllables


def test_a_short_form_ends_no_sentence() -> None:
    said = plain.sentences(
        "Saved at 2:14 p. m. today. Dr. Ruiz said 3.5 mg is fine. ¿Quiere seguir? Sí. “No.” Then {name}."
    )

    assert len(said) == 6


def test_each_line_is_a_paragraph() -> None:
    assert plain.paragraphs("One.\n\n  Two.\nThree.\n") == ["One.", "Two.", "Three."]


def test_what_is_filled_in_counts_as_one_word() -> None:
    assert len(plain.words("Stop sharing with {name_of_reader} on 3 May at 2:14 pm.")) == 10


def test_hard_words_raise_the_grade_and_lower_the_ease() -> None:
    assert (
        plain.grade(["I want to rest."])
        < 2
        < 10
        < plain.grade(["Interdisciplinary documentation necessitates evaluation."])
    )
    assert (
        plain.inflesz(["Quiero dormir."]) > 65 > plain.inflesz(["La documentación interdisciplinaria imprescindible."])
    )


def test_a_text_without_words_is_not_hard() -> None:
    assert plain.grade([]) < 0
    assert plain.inflesz(["…"]) > 65
