"""The stacks of a shelf, one by one: questions, topics, goals, places, articles, printables; each is checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from perinatal.library import relations
from perinatal.library.article import Article
from perinatal.library.goal import Area, Goal
from perinatal.library.joining import alone, join
from perinatal.library.place import Need, Place
from perinatal.library.printable import Printable
from perinatal.library.question import Question, Section
from perinatal.library.source import Source
from perinatal.library.tables import File
from perinatal.library.topic import Group, Topic
from perinatal.library.wrong import Mistake, Proofs


@dataclass(frozen=True, slots=True)
class Facts:
    """What is the same in every language, as tables; the words give them their meaning."""

    sources: Mapping[str, Source]
    questions: File
    topics: File
    goals: File
    articles: File
    printables: File
    places: Mapping[str, File]
    mistakes: tuple[Mistake, ...]


def questions(facts: Facts, words: File, proofs: Proofs) -> tuple[dict[str, Question], tuple[Section, ...]]:
    """All questions by id, and the sections they stand in."""
    made = join(Question, facts.questions.without("sections"), words.without("sections"), proofs)
    sections = join(Section, facts.questions.part("sections"), words.part("sections"), proofs)
    file = facts.questions.name
    relations.numbers_stand_once(file, made.values(), proofs)
    relations.numbers_stand_once(file, sections.values(), proofs)
    relations.sources_are_said(file, made.values(), facts.sources, proofs)
    relations.drug_words_can_be_left_out(words.name, made.values(), proofs)
    for id in made:
        if _section_of(id) not in sections:
            proofs.wrong(words.name, id, "", f"stands in no section: add [sections.{_section_of(id)}]")
    return made, tuple(
        section.model_copy(update={"questions": tuple(q for q in made.values() if _section_of(q.id) == section.id)})
        for section in sections.values()
    )


def _section_of(question: str) -> str:
    """A12 stands in section A."""
    return question.rstrip("0123456789")


def topics(facts: Facts, words: File, proofs: Proofs) -> tuple[dict[str, Topic], tuple[Group, ...]]:
    """All topics by id, and the groups they stand in."""
    made = join(Topic, facts.topics, words.without("groups"), proofs)
    groups = alone(Group, words.part("groups"), proofs)
    file = facts.topics.name
    relations.numbers_stand_once(file, made.values(), proofs)
    relations.named_exist(file, "group", {topic.id: [topic.group] for topic in made.values()}, groups, proofs)
    relations.sources_are_said(file, made.values(), facts.sources, proofs)
    relations.facts_are_sourced(words.name, relations.topic_facts(made.values()), facts.sources, proofs)
    return made, tuple(
        group.model_copy(update={"topics": tuple(topic for topic in made.values() if topic.group == group.id)})
        for group in groups.values()
    )


def goals(facts: Facts, words: File, proofs: Proofs) -> tuple[dict[str, Goal], tuple[Area, ...]]:
    """All goal cards by id, and the areas they stand in."""
    made = join(Goal, facts.goals.without("areas"), words.without("areas"), proofs)
    areas = join(Area, facts.goals.part("areas"), words.part("areas"), proofs)
    file = facts.goals.name
    relations.numbers_stand_once(file, made.values(), proofs)
    relations.numbers_stand_once(file, areas.values(), proofs)
    relations.named_exist(file, "area", {goal.id: [goal.area] for goal in made.values()}, areas, proofs)
    return made, tuple(
        area.model_copy(update={"goals": tuple(goal for goal in made.values() if goal.area == area.id)})
        for area in areas.values()
    )


def places(facts: Facts, words: File, proofs: Proofs) -> tuple[dict[str, Place], dict[str, Need]]:
    """All places by id, in the order of their countries, and what they help with."""
    needs = alone(Need, words.part("needs"), proofs)
    words = words.without("needs")
    made: dict[str, Place] = {}
    for country, file in facts.places.items():
        here = File(words.name, {id: words.tables[id] for id in file.tables if id in words.tables}, words.there)
        joined = join(Place, file, here, proofs)
        relations.places_are_whole([(country, place) for place in joined.values()], needs, proofs)
        named = {place.id: [place.source] for place in joined.values()}
        relations.named_exist(file.name, "source", named, facts.sources, proofs)
        relations.numbers_stand_once(file.name, [*made.values(), *joined.values()], proofs)
        made |= joined
    for id in words.tables.keys() - {id for file in facts.places.values() for id in file.tables}:
        proofs.wrong(words.name, id, "", "has words but no facts: add it to a file in facts/places, or take it out")
    return made, needs


def articles(facts: Facts, language: str, files: Mapping[str, File], proofs: Proofs) -> dict[str, Article]:
    """All articles by id, in the order of their numbers."""
    made = _one_a_file(Article, facts.articles, f"{language}/articles", files, proofs)
    for id, article in made.items():
        relations.facts_are_sourced(files[id].name, relations.facts_in(article.parts), facts.sources, proofs)
    return made


def printables(
    facts: Facts,
    language: str,
    files: Mapping[str, File],
    known: tuple[Mapping[str, Question], Mapping[str, Topic]],
    proofs: Proofs,
) -> dict[str, Printable]:
    """All things to print by id, in the order of their numbers; the questions and topics they name are `known`."""
    made = _one_a_file(Printable, facts.printables, f"{language}/printables", files, proofs)
    asked, topics = known
    for id, one in made.items():
        name = files[id].name
        relations.facts_are_sourced(name, relations.facts_in(one.parts), facts.sources, proofs)
        prompts = [prompt.id for part in one.parts for prompt in part.questions]
        relations.named_exist(name, "questions", {"": prompts}, asked, proofs)
        named = [topic for part in one.parts for topic in part.topics]
        relations.named_exist(name, "topics", {"": named}, topics, proofs)
    return made


Paged = TypeVar("Paged", Article, Printable)


def _one_a_file(
    kind: type[Paged], known: File, folder: str, files: Mapping[str, File], proofs: Proofs
) -> dict[str, Paged]:
    """What has a file of words each, which is one table, named like the file."""
    for id in known.tables.keys() - files.keys():
        proofs.wrong(f"{folder}/{id}.toml", "", "", f"file missing: {known.name} has [{id}]")
    for id in files.keys() - known.tables.keys():
        proofs.wrong(known.name, id, "", f"missing: {files[id].name} is there")
    made: dict[str, Paged] = {}
    for id in known.tables.keys() & files.keys():
        made |= join(kind, known.only(id), File(files[id].name, {id: files[id].tables}), proofs)
    relations.numbers_stand_once(known.name, made.values(), proofs)
    return dict(sorted(made.items(), key=lambda item: item[1].number))
