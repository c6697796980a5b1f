"""The four words of a member's keys: read out by the member, typed by the parent, and so sure to be theirs."""

from collections.abc import Sequence

from perinatal.vault import bare

HOW_MANY = 4
"""Four of 6,500 or more are at least 50 bits: too many keys to try for somebody who wants to be taken for another."""


def four_words(fingerprint: int, word_list: Sequence[str]) -> str:
    """These keys' four words in the words of one language."""
    words: list[str] = []
    for _ in range(HOW_MANY):
        fingerprint, at = divmod(fingerprint, len(word_list))
        words.append(word_list[at])
    return " ".join(words)


def same_words(typed: str, words: str) -> bool:
    """Whether these are the same words, however a tired hand types them."""
    return len(typed) <= 200 and bare(typed) == bare(words)
