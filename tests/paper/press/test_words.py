import pytest

from perinatal.paper.press.face import family
from perinatal.paper.press.words import BOX, clusters, fitting, pieces, tidy
from tests.paper.sample import TONGUES

LATIN = family(bold=False)


def _drawn(words: str) -> list[tuple[str, str]]:
    return [(piece.letters, piece.face.name.split("-")[0]) for word in words.split() for piece in pieces(word, LATIN)]


def test_latin_words_stand_in_the_face_for_low_vision() -> None:
    assert _drawn("Señora ¿qué?") == [("Señora", "AtkinsonHyperlegibleNext"), ("¿qué?", "AtkinsonHyperlegibleNext")]


@pytest.mark.parametrize("name", ["vietnamese", "cyrillic", "greek"])
def test_words_in_other_letters_stand_in_one_face_as_a_whole(name: str) -> None:
    words = TONGUES[name]
    fitted = fitting(tidy(words), LATIN)
    assert {piece.face.name for word in words.split() for piece in pieces(word, fitted)} == {"SourceSans3-Regular"}


def test_one_sign_does_not_change_the_face_of_a_sentence() -> None:
    assert fitting("Done ✓ today", LATIN) == LATIN


def test_an_emoji_of_many_parts_is_one_box_that_says_all_of_it() -> None:
    (piece,) = pieces("👩‍👩‍👧", LATIN)
    assert (piece.letters, piece.instead_of) == (BOX, "👩‍👩‍👧")


def test_a_word_without_letters_here_says_its_own_letters() -> None:
    (piece,) = pieces("اسألني", LATIN)
    assert (piece.letters, piece.instead_of) == (BOX * 6, "اسألني")


def test_an_accent_stays_with_its_letter() -> None:
    assert list(clusters("e\u0301x")) == ["e\u0301", "x"]
    assert _drawn(tidy("e\u0301"))[0][0] == "é"


@pytest.mark.parametrize("words", ["a\x00b", "a\tb\r", "\u2028 a \u202e b \ufeff", "\ue000", ""])
def test_nothing_a_parent_types_stops_the_press(words: str) -> None:
    for word in tidy(words).split():
        assert all(piece.letters for piece in pieces(word, LATIN))
