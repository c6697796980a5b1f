"""A snapshot: what some parts of a plan say to one audience at one moment. What is said later is not in it."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from perinatal.care import Audience, CarePlan, Reader, Stance, Standing, Turn
from perinatal.care.kind import Id
from perinatal.care.plan import Answer, Topic
from perinatal.care.said import Wondered
from perinatal.care.turn import Language
from perinatal.library import Shelf
from perinatal.toolkit import addressing

MOST = 200_000
"""Characters of a parent's words in one link; more is a booklet, and is printed."""


class Line(BaseModel, frozen=True, extra="forbid", hide_input_in_errors=True):
    """What was said on one question or topic."""

    item: Id
    said: Standing | Stance | None = None
    """An answer besides the words, or in a consent conversation."""
    words: Annotated[tuple[str, ...], Field(repr=False)] = ()
    language: Language
    on: date


class Snapshot(BaseModel, frozen=True, extra="forbid", hide_input_in_errors=True):
    """Lines in the order of the plan. It holds no name, and nothing of how the plan came to say it."""

    parts: frozenset[Id]
    audience: Audience
    made: date
    lines: tuple[Line, ...]

    @property
    def fits(self) -> bool:
        """Whether there is something in it, and not more than a link can hold."""
        return bool(self.lines) and sum(len(words) for line in self.lines for words in line.words) <= MOST


def snapshot(turns: Sequence[Turn], parts: Collection[str], audience: Audience, words: Shelf, day: date) -> Snapshot:
    """What somebody of this audience would see of these parts today: never more than the audience allows."""
    chosen = [part for part in addressing.parts(words) if part in parts]
    whole, heard = CarePlan.of(turns), CarePlan.for_reader(Reader(audience), turns)
    items = (item for part in chosen for item in addressing.items(part, words))
    allowed = [item for item in items if audience in addressing.audience_of(item, whole, words)]
    lines = (_line(heard, item) for item in allowed)
    return Snapshot(
        parts=frozenset(chosen), audience=audience, made=day, lines=tuple(line for line in lines if line is not None)
    )


def _line(heard: CarePlan, item: str) -> Line | None:
    if item in heard.answers:
        return _answered(heard.answers[item])
    return _topic(heard.topics[item]) if item in heard.topics else None


def _answered(answer: Answer) -> Line | None:
    unspoken = answer.standing in (Standing.WORDS, Standing.SKIPPED)
    if unspoken and not answer.words:
        return None
    words = (answer.words,) if answer.words else ()
    return _of(answer.question, answer.history[-1], None if unspoken else answer.standing, words)


def _topic(topic: Topic) -> Line | None:
    decision = topic.decision
    asked = [turn for turn in topic.open_questions if not turn.by]  # what others ask is no word of the parent's
    if decision is None and not asked:
        return None
    answer = next((turn for turn in topic.history if turn.id == topic.answered_by), None)
    own = (decision.words, decision.conditions, decision.look_again) if decision else ()
    noted = (turn.said.words for turn in asked if isinstance(turn.said, Wondered))
    return _of(
        topic.topic,
        answer if decision and answer else asked[-1],
        topic.stance,
        tuple(words for words in (*own, *noted) if words),
    )


def _of(item: str, turn: Turn, said: Standing | Stance | None, words: tuple[str, ...]) -> Line:
    return Line(item=item, said=said, words=words, language=turn.language, on=turn.at.astimezone().date())
