"""What is wrong on the shelf, said so that the person who wrote the file can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing to mend: in which file, which table, which key, and what it is."""

    file: str
    table: str
    key: str
    what: str

    def __str__(self) -> str:
        where = " ".join(part for part in (f"[{self.table}]" if self.table else "", self.key) if part)
        return f"library/{self.file}: {where + ': ' if where else ''}{self.what}"


class WrongShelf(Exception):
    """The library can't be read as it is written; `mistakes` says why, all at once."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


@dataclass(slots=True)
class Proofs:
    """The mistakes found so far. Reading goes on after one, so that all can be mended in one go."""

    mistakes: list[Mistake] = field(default_factory=list[Mistake])

    def wrong(self, file: str, table: str, key: str, what: str) -> None:
        """Note one mistake; the first one about a place is the one that is kept."""
        if not any((file, table, key) == (old.file, old.table, old.key) for old in self.mistakes):
            self.mistakes.append(Mistake(file, table, key, what))

    def insist(self) -> None:
        """Stop here if anything was wrong."""
        if self.mistakes:
            raise WrongShelf(sorted(self.mistakes))
