"""Words as they can be drawn: any script a parent types, in a face that has its letters.

What no face has is drawn as a box, and the box still says the real characters to a screen reader. So nothing a
parent wrote makes the press stop, and nothing vanishes.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from perinatal.paper.press.face import Face, Family

BOX = "\u25a1"
"""Drawn in place of a sign that we have no letter for."""

_JOINER = "\u200d"
_UNSEEN = frozenset({"Cf", "Cc"})
_SELECTORS = range(0xFE00, 0xFE10)
_SKIN_TONES = range(0x1F3FB, 0x1F400)


class Piece(NamedTuple):
    """Part of a word in one face; `instead_of` holds the characters a box stands for."""

    letters: str
    face: Face
    instead_of: str = ""


def tidy(words: str) -> str:
    """The same words in one form, without characters that break a file."""
    if words.isascii() and words.isprintable():
        return words
    whole = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in words)
    return unicodedata.normalize("NFC", whole)


def fitting(words: str, family: Family) -> Family:
    """The family for a stretch of words: one face for all of it where the first would lack some letters."""
    if words.isascii() or family.first.covers(words):
        return family
    for letter in set(words):
        missing = letter not in family.first.has and letter in family.more.has
        if missing and letter.isalpha():
            return Family(family.more, family.more)
    return family


def pieces(word: str, family: Family) -> list[Piece]:
    """One word cut into pieces that each have a face."""
    if family.first.covers(word):
        return [Piece(word, family.first)]
    found: list[Piece] = []
    for cluster in clusters(word):
        piece = _piece(cluster, family)
        if not piece.letters:
            continue
        if found and found[-1].face is piece.face and bool(found[-1].instead_of) == bool(piece.instead_of):
            last = found.pop()
            piece = Piece(last.letters + piece.letters, piece.face, last.instead_of + piece.instead_of)
        found.append(piece)
    return found


def clusters(word: str) -> Iterator[str]:
    """What a reader sees as single signs: a letter with its accents, an emoji with its parts."""
    sign = ""
    for letter in word:
        if sign and not _belongs(letter, sign):
            yield sign
            sign = ""
        sign += letter
    if sign:
        yield sign


def _belongs(letter: str, sign: str) -> bool:
    joined = sign.endswith(_JOINER) or letter == _JOINER
    return joined or unicodedata.category(letter).startswith("M") or ord(letter) in _SKIN_TONES


def _piece(cluster: str, family: Family) -> Piece:
    seen = "".join(letter for letter in cluster if _is_seen(letter))
    for face in family:
        for form in ("NFC", "NFD"):
            letters = unicodedata.normalize(form, seen)
            if face.covers(letters):
                return Piece(letters, face)
    return Piece(BOX, family.more, cluster)


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in _UNSEEN and ord(letter) not in _SELECTORS
