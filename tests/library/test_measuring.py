"""Everything we say can be read by somebody who is tired: short sentences, short paragraphs, plain words."""

import pytest

from perinatal.library import plain
from perinatal.library.check import every_hard_sentence, words_files
from perinatal.library.measuring import note_hard_words, pages
from perinatal.library.shelf import LIBRARY
from perinatal.library.tables import File
from perinatal.library.wrong import Proofs
from tests.library.sounds import heard_syllables

ENGLISH_PAGES = [
    (f"{name} {page}", texts)
    for name, file in words_files(LIBRARY, "en").items()
    for page, texts in pages(name, file).items()
    if len(texts) >= plain.MOST_SENTENCES  # a line or two is no page; its sentences are measured all the same
]


def test_no_sentence_and_no_page_is_too_hard() -> None:
    assert [str(mistake) for mistake in every_hard_sentence()] == []


@pytest.mark.parametrize(("page", "texts"), ENGLISH_PAGES, ids=[page for page, _ in ENGLISH_PAGES])
def test_every_english_page_reads_at_grade_six_or_below(page: str, texts: list[str]) -> None:
    assert plain.grade(texts, heard_syllables) <= plain.HIGHEST_GRADE


def test_counting_by_spelling_is_close_to_counting_by_sound() -> None:
    everything = [text for _, texts in ENGLISH_PAGES for text in texts]

    assert abs(plain.grade(everything) - plain.grade(everything, heard_syllables)) < 0.5


def _found(language: str, name: str, tables: dict[str, object]) -> list[str]:
    proofs = Proofs()
    note_hard_words(language, {name: File(name, tables)}, proofs)
    return [mistake.what for mistake in proofs.mistakes]


LONG = "I want to rest now and then get up and walk and eat and drink and sit and sleep and go."
HARD = "Interdisciplinary documentation necessitates evaluation. " * 3


@pytest.mark.parametrize(
    ("language", "name", "tables", "said"),
    [
        ("en", "screens/hub.toml", {"text": LONG + " Yes."}, "a sentence of 21 words, at most 20"),
        ("en", "screens/hub.toml", {"text": "One. Two. Three. Four."}, "4 sentences in a paragraph"),
        ("en", "questions.toml", {"A1": {"ask": "Do " + "you and " * 7 + "I?"}}, "a question of 16 words, at most 14"),
        ("en", "screens/hub.toml", {"text": HARD}, "reading grade"),
        ("es", "screens/hub.toml", {"text": "La documentación interdisciplinaria imprescindible. " * 3}, "INFLESZ"),
        ("es", "screens/hub.toml", {"text": "Quiere seguir?"}, "has 1 ? but 0 ¿"),
        ("es", "screens/hub.toml", {"text": "¡Hola."}, "has 0 ! but 1 ¡"),
    ],
)
def test_what_asks_too_much_is_found(language: str, name: str, tables: dict[str, object], said: str) -> None:
    assert any(said in what for what in _found(language, name, tables)), _found(language, name, tables)


def test_a_topic_is_measured_on_its_own_and_is_not_made_plain_by_others() -> None:
    tables: dict[str, object] = {"C01": {"what": HARD.strip()}, "C02": {"what": "I rest. I eat. I walk."}}

    assert len(_found("en", "topics.toml", tables)) == 1


def test_buttons_and_labels_do_not_make_a_page_look_plainer() -> None:
    buttons = {f"button_{number}": "Go on" for number in range(50)}

    assert _found("en", "screens/hub.toml", {"text": HARD.strip(), **buttons})
