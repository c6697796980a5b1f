"""The shelf: read once, from files beside this one, and refused as a whole if anything in it is wrong."""

from functools import cache
from pathlib import Path

from perinatal.library.contents import Shelf
from perinatal.library.stacks import Facts
from perinatal.library.stocking import read_facts, read_words
from perinatal.library.wrong import Proofs

LIBRARY = Path(__file__).parent


class NoSuchLanguage(LookupError):
    """There is no folder of words for this language."""


def languages(root: Path = LIBRARY) -> tuple[str, ...]:
    """The languages there are words for, by their codes."""
    return tuple(sorted(path.parent.name for path in root.glob("*/language.toml")))


@cache
def shelf(language: str = "en") -> Shelf:
    """The shelf of one language; only the first call reads files."""
    return _shelf(LIBRARY, _library_facts(), language)


def read_shelf(root: Path, language: str) -> Shelf:
    """The shelf of one language from any folder; WrongShelf if its files, or the facts, are wrong."""
    return _shelf(root, read_facts(root), language)


@cache
def _library_facts() -> Facts:
    return read_facts(LIBRARY)


def _shelf(root: Path, facts: Facts, language: str) -> Shelf:
    if language not in languages(root):
        raise NoSuchLanguage(language)
    proofs = Proofs(list(facts.mistakes))
    made = read_words(root, facts, language, proofs)
    proofs.insist()
    assert made is not None  # noqa: S101  read_words gives None only after noting a mistake
    return made
