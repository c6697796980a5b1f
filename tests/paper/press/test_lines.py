from hypothesis import given, settings
from hypothesis import strategies as st

from perinatal.paper.look import Type
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.lines import Lines, break_lines

BODY = Type(size=14, lead=20)
ROOM = 200.0


def _broken(words: str, room: float = ROOM) -> Lines:
    return break_lines(words, Letters(), BODY, room)


def _read(lines: Lines) -> str:
    said = ""
    for line in lines.lines:
        for index, word in enumerate(line.words):
            said += " " if index and not word.glued else ""
            said += "".join(part.piece.instead_of or part.piece.letters for part in word.parts)
        said += " " if line.spaced else ""
    return said


@settings(max_examples=60)
@given(st.text(alphabet="abcdefgijklmno éñ¿ЖạΩ", max_size=300))
def test_no_line_is_wider_than_its_room_and_no_word_is_lost(words: str) -> None:
    lines = _broken(words)
    assert lines.width <= ROOM + 0.1
    assert _read(lines) == " ".join(words.split())


def test_no_paragraph_ends_in_a_line_of_one_word() -> None:
    for count in range(4, 60):
        lines = _broken("please " * count + "gentle")
        assert len(lines.lines) == 1 or len(lines.lines[-1].words) > 1


def test_a_word_longer_than_a_line_is_cut_and_read_as_one() -> None:
    word = "Rindfleischetikettierung" * 4
    lines = _broken(word)
    assert len(lines.lines) > 1
    assert _read(lines) == word


def test_empty_words_make_no_line() -> None:
    assert _broken(" \n ").lines == []
