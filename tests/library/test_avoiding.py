"""Words that blame, order, grade or promise too much are in nothing we say."""

from pathlib import Path

import pytest

from perinatal.library.avoiding import note_avoided, read_avoided
from perinatal.library.check import words_files
from perinatal.library.shelf import LIBRARY, languages
from perinatal.library.tables import File
from perinatal.library.wrong import Proofs

NEVER = {
    "en": "relapse clean dirty failed non-compliant streak overdue incomplete addict abuse junkie refuse refused "
    "denies invalid forbidden forgot oops easy simple just user patient client secure confidential "
    "end-to-end anonymous",
    "es": "adicto adicta limpio recaída abuso sucio fracaso incumplimiento usuario paciente confidencial listo/a "
    "tod@s todxs todes cansado(a) niñ@ contigo",
}

FINE = {
    "en": "in case of fire|just in case|just after birth|easier|the test was negative|washed hands|your own words",
    "es": "en caso de dolor|por si acaso|lavar las manos|la prueba salió negativa|correo@example.org|24/7|y/o|texto",
}


@pytest.mark.parametrize("language", languages())
def test_nothing_we_say_uses_words_to_avoid(language: str) -> None:
    proofs = Proofs()

    note_avoided(LIBRARY, language, words_files(LIBRARY, language), proofs)

    assert [str(mistake) for mistake in proofs.mistakes] == []


def _found(language: str, words: str, name: str = "screens/hub.toml") -> list[str]:
    proofs = Proofs()
    note_avoided(LIBRARY, language, {name: File(name, {"key": words})}, proofs)
    return [mistake.what for mistake in proofs.mistakes]


@pytest.mark.parametrize(
    ("language", "word"), [(language, word) for language in NEVER for word in NEVER[language].split()]
)
def test_a_word_to_avoid_is_found_wherever_it_stands(language: str, word: str) -> None:
    assert _found(language, f"Una {word}.")
    assert _found(language, f"{word.upper()}, sí")


@pytest.mark.parametrize(
    ("language", "words"), [(language, words) for language in FINE for words in FINE[language].split("|")]
)
def test_words_that_only_look_alike_are_fine(language: str, words: str) -> None:
    assert _found(language, words) == []


def test_orders_are_looked_for_where_a_parent_decides() -> None:
    assert _found("en", "You must decide.", "topics.toml")
    assert _found("en", "Tell me what you have to report.", "questions.toml") == []


def test_a_place_keeps_the_name_it_gave_itself() -> None:
    proofs = Proofs()

    note_avoided(LIBRARY, "en", {"places.toml": File("en/places.toml", {"us-x": {"name": "Abuse Line"}})}, proofs)

    assert proofs.mistakes == []


@pytest.mark.parametrize("language", languages())
def test_each_list_says_what_to_say_instead(language: str, tmp_path: Path) -> None:
    proofs = Proofs()

    avoided = read_avoided(LIBRARY, language, proofs)

    assert proofs.mistakes == []
    assert all(one.say for one, _ in avoided)
