"""Finding words that name a drug, so that a card can go without them."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

_NOT_A_LETTER = frozenset({"Mn", "Cf"})
_PLURAL = "(?:s|es)?"


def names_a_drug(words: str) -> bool:
    """Whether any word on our lists is in these words, in any language we have: parents mix them."""
    return _pattern().search(_plain(words)) is not None


@cache
def _pattern() -> re.Pattern[str]:
    lines = (files("perinatal.library") / "facts" / "drug_words.txt").read_text(encoding="utf-8").splitlines()
    listed = {_plain(line.strip()) for line in lines if line.strip() and not line.startswith("#")}
    # Sorted, so that the pattern is the same in every process.
    one_of = "|".join(re.escape(word) for word in sorted(listed))
    return re.compile(rf"(?<!\w)(?:{one_of}){_PLURAL}(?!\w)")


def _plain(words: str) -> str:
    """Without capitals, accents and what cannot be seen: metadona, Metadona and metadóna are one word."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if unicodedata.category(letter) not in _NOT_A_LETTER)
