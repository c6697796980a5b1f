"""Reading the shelf: the facts, then the words of one language, then what has to hold between them.

Mistakes are noted and reading goes on, so that whoever wrote the files can mend all of them at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel

from perinatal.library import stacks
from perinatal.library.contents import Shelf
from perinatal.library.joining import alone
from perinatal.library.saying import Calendar, Saying, sayings
from perinatal.library.source import Id, Source, Words
from perinatal.library.stacks import Facts
from perinatal.library.tables import File, read_file, read_folder
from perinatal.library.wrong import Proofs

_OF_THEIR_OWN = {"questions", "topics", "goals", "places", "language", "avoid"}
"""Files with a shape of their own. All others are plain sayings."""


class _Language(BaseModel, frozen=True, extra="forbid"):
    """What a language calls itself, which way it is written, and how it writes dates."""

    id: Id
    native_name: Words
    dir: Words
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class _Pages:
    """The files of words of one language, by short name."""

    language: str
    files: Mapping[str, File]
    articles: Mapping[str, File]
    printables: Mapping[str, File]
    screens: Mapping[str, File]

    def file(self, name: str) -> File:
        """The file of this name, or an empty one."""
        return self.files.get(name, File(f"{self.language}/{name}.toml", there=False))


def read_facts(root: Path) -> Facts:
    """The facts under this folder, with the mistakes found on the way."""
    proofs = Proofs()
    names = ("questions", "topics", "goals", "articles", "printables")
    files = {name: read_file(root, f"facts/{name}.toml", proofs) for name in names}
    sources = alone(Source, read_file(root, "facts/sources.toml", proofs), proofs)
    places = read_folder(root, "facts/places", proofs)
    return Facts(MappingProxyType(sources), **files, places=places, mistakes=tuple(proofs.mistakes))


def read_words(root: Path, facts: Facts, language: str, proofs: Proofs) -> Shelf | None:
    """The whole shelf of one language, or None once a mistake is noted that leaves nothing to build."""
    pages = _Pages(
        language,
        files=read_folder(root, language, proofs),
        articles=read_folder(root, f"{language}/articles", proofs),
        printables=read_folder(root, f"{language}/printables", proofs),
        screens=read_folder(root, f"{language}/screens", proofs),
    )
    spoken = alone(_Language, _named(pages.file("language"), language), proofs).get(language)
    questions, sections = stacks.questions(facts, pages.file("questions"), proofs)
    topics, groups = stacks.topics(facts, pages.file("topics"), proofs)
    goals, areas = stacks.goals(facts, pages.file("goals"), proofs)
    places, needs = stacks.places(facts, pages.file("places"), proofs)
    articles = stacks.articles(facts, language, pages.articles, proofs)
    printables = stacks.printables(facts, language, pages.printables, (questions, topics), proofs)
    said = _said(pages, proofs)
    if spoken is None:
        return None
    return Shelf(
        language=language,
        dir=spoken.dir,
        native_name=spoken.native_name,
        calendar=spoken.calendar,
        sections=sections,
        questions=MappingProxyType(questions),
        groups=groups,
        topics=MappingProxyType(topics),
        areas=areas,
        goals=MappingProxyType(goals),
        places=MappingProxyType(places),
        needs=MappingProxyType(needs),
        articles=MappingProxyType(articles),
        printables=MappingProxyType(printables),
        sources=facts.sources,
        said=MappingProxyType(said),
        plan_words=_plan_words(root / language / "plan_words.txt"),
    )


def _named(file: File, name: str) -> File:
    """A whole file as one table of this name."""
    return File(file.name, {name: file.tables}, file.there)


def _said(pages: _Pages, proofs: Proofs) -> dict[str, Saying]:
    said: dict[str, Saying] = {}
    plain = {name: file for name, file in pages.files.items() if name not in _OF_THEIR_OWN}
    for name in plain.keys() & pages.screens.keys():
        proofs.wrong(pages.screens[name].name, "", "", f"has the same name as {plain[name].name}: rename one")
    for name, file in {**plain, **pages.screens}.items():
        said |= sayings(file, name, proofs)
    return said


def _plan_words(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").split()) if path.is_file() else ()
