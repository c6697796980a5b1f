"""The six plan words: made by chance, never chosen, and read back however a tired hand types them."""

import secrets
import unicodedata
from collections.abc import Sequence

from perinatal.vault.trouble import NotSixWords

HOW_MANY = 6
"""Six of 6,500 or more are at least 75 bits, which the slow step makes as good as out of reach."""

_LONGEST = 400
"""Characters. Six words never come near it; whatever does is not plan words."""


def make_words(word_list: Sequence[str], how_many: int = HOW_MANY) -> str:
    """New plan words from this list, by chance."""
    if len({bare(word) for word in word_list}) < len(word_list) or any(" " in bare(word) for word in word_list):
        raise ValueError("two words of this list read the same, or one of them reads as two")
    return " ".join(secrets.choice(word_list) for _ in range(how_many))


def plan_words(typed: str) -> bytes:
    """The words as the keys are made from them; raises NotSixWords before any work is done."""
    if len(typed) > _LONGEST:
        raise NotSixWords
    words = bare(typed)
    if len(words.split()) != HOW_MANY:
        raise NotSixWords
    return words.encode()


def card_words(words: str, other: str | None = None) -> bytes:
    """The words of one card, or those of two that open together, whichever was typed first."""
    if other is None:
        return plan_words(words)
    # No words of one card can read like this: between two of them is a space, never a new line.
    return b"\n".join(sorted([plan_words(words), plan_words(other)]))


def bare(typed: str) -> str:
    """The same words without capitals, accents, punctuation or extra space, one space between two."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", typed).casefold())
    return " ".join("".join(map(_letter, plain)).split())


def _letter(sign: str) -> str:
    """A sign as it counts: letters stay, accents go, the rest (numbers on a list, too) is space."""
    match unicodedata.category(sign):
        case "Mn" | "Cf":
            return ""
        case kind if kind[0] in "ZPCSN":
            return " "
        case _:
            return sign
