"""The questions of the plan, and the sections they stand in."""

import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field, StrictBool, StrictInt

from perinatal.care import Audience
from perinatal.library.source import Id, Words

Number = Annotated[StrictInt, Field(ge=1)]
"""The place in the catalogue; it is the address, so it never changes."""

Level = Annotated[StrictInt, Field(ge=1, le=4)]
"""1 everyday · 2 personal · 3 could bring judgment or danger · 4 could be used against the parent."""


class Box(StrEnum):
    """How much room an answer gets."""

    LINE = "line"
    """A few words."""
    LONG = "long"
    """As many as the parent likes."""


class QuestionFacts(BaseModel, frozen=True, extra="forbid"):
    """What is the same in every language."""

    toml_names: ClassVar[dict[str, str]] = {"ask": "ask_each_time"}

    number: Number
    audience: Annotated[frozenset[Audience], Field(min_length=1)]
    """Who may see the answer, until the parent says otherwise."""
    ask_each_time: StrictBool = False
    """No audience is assumed: the page asks."""
    card: StrictBool = False
    """Offered for the pocket card."""
    level: Level
    names_drugs: StrictBool = False
    """Whether question or answer names drugs or medicine, so that a card can leave it out."""
    baby: StrictBool = False
    """Those who care for the baby are told, on a paper for them."""
    birth_page: StrictInt = 0
    """The place on the one-page birth preferences; what has to be read first stands first. 0 is not on it."""
    ten_minutes: StrictBool = False
    """Part of the ten-minute plan."""
    box: Box
    sources: tuple[Id, ...] = ()
    ours: StrictBool = False
    """The wording is our own, and states no fact."""
    reviewed: datetime.date


class Question(QuestionFacts, frozen=True):
    """One question: what we ask, why, and what is true of it in every language."""

    id: Id
    ask: Words
    why: Words
    hint: str = ""
    neutral: str = ""
    """The question for a card without drug words; only where `names_drugs`."""


class SectionFacts(BaseModel, frozen=True, extra="forbid"):
    """What is the same in every language."""

    number: Number
    symbol: Words


class Section(SectionFacts, frozen=True):
    """Some questions that belong together."""

    id: Id
    title: Words
    about: Words
    questions: tuple[Question, ...] = ()
