"""What has to hold between tables: every id that is named exists, and no number is given twice."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from perinatal.library.article import Part
from perinatal.library.place import Need, Place
from perinatal.library.printable import PrintedPart
from perinatal.library.question import Question
from perinatal.library.source import Fact, Source
from perinatal.library.topic import Topic
from perinatal.library.wrong import Proofs


class Numbered(Protocol):
    """Anything with a place in the catalogue."""

    @property
    def id(self) -> str: ...
    @property
    def number(self) -> int: ...


class Sourced(Protocol):
    """Anything that says where it comes from."""

    @property
    def id(self) -> str: ...
    @property
    def sources(self) -> tuple[str, ...]: ...
    @property
    def ours(self) -> bool: ...


def numbers_stand_once(file: str, numbered: Iterable[Numbered], proofs: Proofs) -> None:
    """A number is an address: two tables can't share one."""
    first: dict[int, str] = {}
    for one in numbered:
        if one.number in first:
            proofs.wrong(file, one.id, "number", f"{one.number} is already the number of [{first[one.number]}]")
        first.setdefault(one.number, one.id)


def named_exist(file: str, key: str, named: Mapping[str, Iterable[str]], known: Iterable[str], proofs: Proofs) -> None:
    """Every id that a table names under this key stands somewhere."""
    there = set(known)
    for id, names in named.items():
        for name in names:
            if name not in there:
                proofs.wrong(file, id, key, f"unknown id {name!r}")


def sources_are_said(file: str, sourced: Iterable[Sourced], sources: Mapping[str, Source], proofs: Proofs) -> None:
    """Nothing goes in without a source, or a plain word that the wording is ours."""
    for one in sourced:
        if not one.sources and not one.ours:
            proofs.wrong(
                file, one.id, "sources", "missing: name the sources, or write `ours = true` for our own wording"
            )
        for source in one.sources:
            if source not in sources:
                proofs.wrong(file, one.id, "sources", f"unknown source {source!r}: add it to facts/sources.toml")


def facts_are_sourced(
    file: str, facts: Mapping[tuple[str, str], Fact], sources: Mapping[str, Source], proofs: Proofs
) -> None:
    """Each fact has a source that stands on the shelf, or says that it is ours."""
    for (table, key), fact in facts.items():
        if not fact.source and not fact.ours:
            proofs.wrong(file, table, key, "source missing: name it, or write `ours = true` for our own wording")
        elif fact.source and fact.source not in sources:
            proofs.wrong(file, table, key, f"unknown source {fact.source!r}: add it to facts/sources.toml")


def drug_words_can_be_left_out(file: str, questions: Iterable[Question], proofs: Proofs) -> None:
    """A question that names drugs has a second wording that does not; others have none."""
    for question in questions:
        if question.names_drugs and not question.neutral:
            proofs.wrong(file, question.id, "neutral", "missing: the facts say names_drugs, so a card needs this line")
        elif question.neutral and not question.names_drugs:
            proofs.wrong(file, question.id, "neutral", "not used: the facts don't say names_drugs")


def places_are_whole(places: Iterable[tuple[str, Place]], needs: Mapping[str, Need], proofs: Proofs) -> None:
    """A place stands in its country's file and answers needs we have words for."""
    for country, place in places:
        file = f"facts/places/{country}.toml"
        if place.country != country:
            proofs.wrong(file, place.id, "country", f"must be {country!r}, as the file is {country}.toml")
        named_exist(file, "needs", {place.id: place.needs}, needs, proofs)
        if not place.phones and not place.web:
            proofs.wrong(file, place.id, "phones", "missing: a place needs a number or a web address")


def topic_facts(topics: Iterable[Topic]) -> dict[tuple[str, str], Fact]:
    """The facts of all topics, by table and key."""
    return {(topic.id, f"facts[{i}]"): fact for topic in topics for i, fact in enumerate(topic.facts)}


def facts_in(parts: Iterable[Part | PrintedPart]) -> dict[tuple[str, str], Fact]:
    """The facts of one article or printable, by table and key."""
    return {("parts", f"[{p}].facts[{i}]"): fact for p, part in enumerate(parts) for i, fact in enumerate(part.facts)}
