"""The topics of consent: what a conversation covers before a parent answers."""

import datetime
from typing import Annotated, ClassVar, assert_never

from pydantic import BaseModel, Field, StrictBool

from perinatal.care import Audience, Point
from perinatal.library.question import Level, Number
from perinatal.library.source import Fact, Id, Words

Several = Annotated[tuple[Words, ...], Field(min_length=1)]
"""One short point a line."""


class TopicFacts(BaseModel, frozen=True, extra="forbid"):
    """What is the same in every language."""

    number: Number
    group: Id
    audience: Annotated[frozenset[Audience], Field(min_length=1)]
    level: Level
    baby: StrictBool = False
    """Those who care for the baby are told, on a paper for them."""
    sources: tuple[Id, ...] = ()
    ours: StrictBool = False
    ask_here: StrictBool = False
    """Law or policy differs from place to place, so the page says to ask here."""
    reviewed: datetime.date


class Topic(TopicFacts, frozen=True):
    """One topic: what is told about it, point by point. `instead` is `else` in the file."""

    toml_names: ClassVar[dict[str, str]] = {"else": "instead"}

    id: Id
    title: Words
    what: Words
    why_today: Words
    good: Several
    harm: Several
    instead: Several
    if_no: Words
    who_sees: Words
    time: Words
    check_back: Words
    say_first: str = ""
    facts: tuple[Fact, ...] = ()

    def told(self, point: Point) -> tuple[str, ...]:
        """What we say on one of the ten points; nothing on the last, which is the parent's own answer."""
        match point:
            case Point.WHAT:
                return (self.what,)
            case Point.WHY_TODAY:
                return (self.why_today,)
            case Point.GOOD:
                return self.good
            case Point.HARM:
                return self.harm
            case Point.ELSE:
                return self.instead
            case Point.IF_NO:
                return (self.if_no,)
            case Point.WHO_SEES:
                return (self.who_sees,)
            case Point.TIME:
                return (self.time,)
            case Point.CHECK_BACK:
                return (self.check_back,)
            case Point.MY_ANSWER:
                return ()
        assert_never(point)


class Group(BaseModel, frozen=True, extra="forbid"):
    """Some topics that belong together."""

    id: Id
    title: Words
    topics: tuple[Topic, ...] = ()
