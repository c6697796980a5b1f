"""The record on paper: how many entries it had, and a digest of the last one, read back as tired eyes type it."""

import re
from collections.abc import Sequence
from enum import StrEnum

from perinatal.paper import Mark
from perinatal.vault import Head, digest

_WHOLE = re.compile(r"CPL1:([0-9]{1,9}):([A-Z2-7]{26})")
_LOOKS_LIKE = str.maketrans("018", "OIB")
"""Signs that stand on no paper of ours, and what a hand means by them."""
_SLIPS = 3
"""So many signs that differ are a slip of the hand: another record differs in nearly all of them."""


class Finding(StrEnum):
    """What comes of holding a paper beside the record."""

    MATCHES = "matches"
    """Every entry there was when the paper was made is there, and as it was."""
    MISSING = "missing"
    """The record has fewer entries than the paper says."""
    CHANGED = "changed"
    """The record is not the one the paper was printed from."""
    NEARLY = "nearly"
    """A sign or the number does not fit, in a way that only typing does."""
    UNREADABLE = "unreadable"
    """This cannot stand on a paper of ours."""


def mark_of(head: Head) -> Mark:
    """What a paper says of a record that goes so far."""
    return Mark(entries=head.n, digest=digest(head.link))


def read_mark(entries: str, signs: str) -> Mark | None:
    """What stands on a paper, from two boxes, or from the text of its square code in either."""
    typed = [re.sub(r"[\W_]+", "", each).upper() for each in (entries, signs)]
    whole = _WHOLE.search(re.sub(r"\s+", "", entries + signs).upper())
    number, letters = whole.groups() if whole else (typed[0], typed[1].translate(_LOOKS_LIKE))
    if not re.fullmatch(r"[0-9]{1,9}", number) or not re.fullmatch(r"[A-Z2-7]{26}", letters) or not int(number):
        return None
    return Mark(entries=int(number), digest=letters)


def compare(mark: Mark, links: Sequence[bytes]) -> Finding:
    """A paper beside the links of all entries there are."""
    at_its_place = digest(links[mark.entries - 1]) if mark.entries <= len(links) else ""
    if mark.digest == at_its_place:
        return Finding.MATCHES
    if any(_is_a_slip(mark.digest, digest(link)) for link in links):
        return Finding.NEARLY
    return Finding.CHANGED if at_its_place else Finding.MISSING


def _is_a_slip(typed: str, there: str) -> bool:
    return sum(a != b for a, b in zip(typed, there, strict=True)) <= _SLIPS
