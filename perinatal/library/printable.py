"""What can be printed without a plan, or filled from one: posters, cards, sheets, leaflets to fold."""

import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, Field, StrictBool, StrictInt, StringConstraints, model_validator

from perinatal.library.question import Number
from perinatal.library.source import Fact, Id, Words

Count = Annotated[StrictInt, Field(ge=1, le=20)]
"""How many lines to write on; more than twenty are a page of their own."""


class Drawer(StrEnum):
    """The drawer of the print shop that something lies in."""

    PLAN = "plan"
    """Forms of the plan itself."""
    CARDS = "cards"
    """Small, to carry."""
    CONSENT = "consent"
    """For a conversation about a yes or a no."""
    ROOM = "room"
    """For walls and doors."""
    FAMILY = "family"
    """For life with a baby."""
    STAFF = "staff"
    """For those who work there."""


class Shape(StrEnum):
    """What becomes of the paper."""

    POSTER = "poster"
    """One page in large words, for a wall."""
    CARDS = "cards"
    """Each part is one side of a card to cut out and fold."""
    SHEET = "sheet"
    """Pages to read or to write on."""
    FOLD = "fold"
    """One page folded twice; the first part is its outside."""


class Bundle(StrEnum):
    """Things that are printed together, for one room or one person."""

    WAITING_ROOM = "waiting-room"
    BIRTH_ROOM = "birth-room"
    PARENT_PACK = "parent-pack"
    STAFF_ROOM = "staff-room"


class Symbol(StrEnum):
    """The drawings of ours; each only adorns, and says nothing that the words don't say."""

    HANDS = "hands"
    DOOR = "door"
    BABY = "baby"
    TALK = "talk"
    SUN = "sun"
    LEAF = "leaf"
    CUP = "cup"
    HOUSE = "house"
    MOON = "moon"


class Lines(BaseModel, frozen=True, extra="forbid"):
    """Empty lines to write on, under a label where the heading does not say it all."""

    label: str = ""
    count: Count


class Prompt(BaseModel, frozen=True, extra="forbid"):
    """One of our questions, by its id, and how many lines a blank copy has for the answer."""

    id: Id
    count: Count


class Code(BaseModel, frozen=True, extra="forbid"):
    """A square code of plain text, and what it holds, in words."""

    words: Words
    caption: Words


class PrintedPart(BaseModel, frozen=True, extra="forbid"):
    """A heading and what stands under it, in this order."""

    heading: str = ""
    words: tuple[Words, ...] = ()
    points: tuple[Words, ...] = ()
    steps: tuple[Words, ...] = ()
    choices: tuple[Words, ...] = ()
    lines: tuple[Lines, ...] = ()
    questions: tuple[Prompt, ...] = ()
    topics: tuple[Id, ...] = ()
    square: Code | None = None
    facts: tuple[Fact, ...] = ()
    new_page: StrictBool = False

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        said = self.model_dump(exclude={"new_page"})
        if not any(said.values()):
            raise ValueError("is empty; write the words, or take the part out")
        return self


class PrintableFacts(BaseModel, frozen=True, extra="forbid"):
    """What is the same in every language."""

    number: Number
    group: Drawer
    shape: Shape
    sets: tuple[Bundle, ...] = ()
    brand: StrictBool = False
    """Whether there is room for the name of the place that gives it out."""
    place: Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}(-[A-Z]{2})?)?$")] = ""
    """Where its facts hold: US, or US-CA; empty if everywhere."""
    symbol: Symbol | None = None
    reviewed: datetime.date


class Printable(PrintableFacts, frozen=True):
    """One thing to print."""

    id: Id
    title: Words
    about: Words
    """One line for lists; never on the paper."""
    parts: Annotated[tuple[PrintedPart, ...], Field(min_length=1)]
