"""Words we don't use, and what we say instead: one list per language, in `en/avoid.toml`, `es/avoid.toml`."""

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

from pydantic import BaseModel

from perinatal.library.joining import alone
from perinatal.library.source import Id, Words
from perinatal.library.tables import File, leaves, read_file
from perinatal.library.twins import table_and_key
from perinatal.library.wrong import Proofs

_NAMES = ("places.toml", ".name")
"""The names that organizations gave themselves; they stand as they are."""


_IS_AN_ID = re.compile(r"\.source$|^parts\[\d+\]\.(topics\[|questions\[\d+\]\.id$)")
"""Ids stand among the words of an article or a printable, and nobody reads them."""


class Avoided(BaseModel, frozen=True, extra="forbid"):
    """One kind of words to avoid, what to say instead, and where."""

    id: Id
    pattern: Words
    say: Words
    only_in: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()

    def holds_in(self, name: str) -> bool:
        """Whether this file, named without its language, is to do without these words."""
        inside = not self.only_in or any(fnmatch(name, pattern) for pattern in self.only_in)
        return inside and not any(fnmatch(name, pattern) for pattern in self.not_in)


def read_avoided(root: Path, language: str, proofs: Proofs) -> list[tuple[Avoided, re.Pattern[str]]]:
    """The list of one language, each with its pattern ready to search."""
    avoided = alone(Avoided, read_file(root, f"{language}/avoid.toml", proofs), proofs)
    return [(one, re.compile(rf"(?<![\w-])(?:{one.pattern})(?![\w-])", re.IGNORECASE)) for one in avoided.values()]


def note_avoided(root: Path, language: str, files: Mapping[str, File], proofs: Proofs) -> None:
    """Note every word to avoid in the words of one language."""
    avoided = read_avoided(root, language, proofs)
    for name, file in files.items():
        here = [(one, pattern) for one, pattern in avoided if one.holds_in(name)]
        for path, words in sentences_of(file):
            for one, pattern in here:
                if found := pattern.search(words):
                    proofs.wrong(file.name, *table_and_key(path), f"says {found[0]!r}; say: {one.say}")


def sentences_of(file: File) -> Iterator[tuple[str, str]]:
    """Everything in a file that a person reads, by its path."""
    named = file.name.endswith(_NAMES[0])
    for path, value in leaves(file.tables):
        is_an_id = bool(_IS_AN_ID.search(path))
        if isinstance(value, str) and value and not is_an_id and not (named and path.endswith(_NAMES[1])):
            yield path, value
