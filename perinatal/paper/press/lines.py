"""Breaking words into lines: ragged right, no hyphens, no line of one word at the end where it can be helped."""

from collections.abc import Iterator
from typing import NamedTuple

from perinatal.paper.look import Type
from perinatal.paper.press.face import Family
from perinatal.paper.press.letters import Letters, Setting
from perinatal.paper.press.words import Piece, clusters, fitting, pieces, tidy

_HAIR = 0.01
_SPARE_WORDS = 3
"""A line gives its last word to a lonely one only if it keeps two."""


class Part(NamedTuple):
    """A piece of a word, set."""

    piece: Piece
    setting: Setting


class Word(NamedTuple):
    """A word ready to be placed. `glued`: it continues the word before it, which was too long for a line."""

    width: float
    parts: tuple[Part, ...]
    glued: bool = False


class Line(NamedTuple):
    """Words side by side. `spaced`: more words follow on the next line, so a space is said at the end."""

    words: list[Word]
    spaced: bool


class Lines(NamedTuple):
    """All lines of a paragraph, and the space between its words."""

    lines: list[Line]
    space: Part
    room: float

    def cut(self, after: int) -> "tuple[Lines, Lines]":
        """The first lines, and the others."""
        return self._replace(lines=self.lines[:after]), self._replace(lines=self.lines[after:])

    def width_of(self, line: Line) -> float:
        """How wide one line is."""
        return _width(line.words, self.space.setting.width)

    @property
    def width(self) -> float:
        """How wide the widest line is."""
        return max((self.width_of(line) for line in self.lines), default=0)


def break_lines(words: str, letters: Letters, type_: Type, room: float) -> Lines:
    """These words in lines no wider than the room."""
    tidied = tidy(words)
    family = fitting(tidied, letters.family(bold=type_.bold))
    size = type_.size
    space = _part(Piece(" ", family.first), letters, size)
    rows: list[list[Word]] = []
    used = 0.0
    for word in _words(tidied.split(), letters, family, size, room):
        gap = 0 if word.glued else space.setting.width
        if rows and used + gap + word.width <= room + _HAIR:
            rows[-1].append(word)
            used += gap + word.width
        else:
            rows.append([word])
            used = word.width
    _share_a_word(rows, room, space.setting.width)
    last = len(rows) - 1
    lines = [Line(row, index < last and not rows[index + 1][0].glued) for index, row in enumerate(rows)]
    return Lines(lines, space, room)


def _words(words: list[str], letters: Letters, family: Family, size: float, room: float) -> Iterator[Word]:
    for word in words:
        parts = tuple(_part(piece, letters, size) for piece in pieces(word, family))
        width = sum(part.setting.width for part in parts)
        if width <= room:
            if parts:
                yield Word(width, parts)
        else:
            yield from _chopped(word, letters, family, size, room)


def _chopped(word: str, letters: Letters, family: Family, size: float, room: float) -> Iterator[Word]:
    # A word wider than a line is cut between letters, without a hyphen that its writer did not write.
    start, width, glued = "", 0.0, False
    for sign in clusters(word):
        step = sum(_part(piece, letters, size).setting.width for piece in pieces(sign, family))
        if start and width + step > room:
            yield _glued(start, letters, family, size, glued=glued)
            start, width, glued = "", 0.0, True
        start += sign
        width += step
    yield _glued(start, letters, family, size, glued=glued)


def _glued(letters_of: str, letters: Letters, family: Family, size: float, *, glued: bool) -> Word:
    parts = tuple(_part(piece, letters, size) for piece in pieces(letters_of, family))
    return Word(sum(part.setting.width for part in parts), parts, glued)


def _part(piece: Piece, letters: Letters, size: float) -> Part:
    letters.boxed = letters.boxed or bool(piece.instead_of)
    return Part(piece, letters.set(piece.letters, piece.face, size))


def _share_a_word(rows: list[list[Word]], room: float, space: float) -> None:
    if len(rows) < 2 or len(rows[-1]) != 1 or len(rows[-2]) < _SPARE_WORDS:
        return
    lonely, spare = rows[-1][0], rows[-2][-1]
    if not lonely.glued and not spare.glued and spare.width + space + lonely.width <= room:
        rows[-1].insert(0, rows[-2].pop())


def _width(words: list[Word], space: float) -> float:
    return sum(word.width + (0 if word.glued or not index else space) for index, word in enumerate(words))
