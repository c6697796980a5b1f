"""The kinds of things a turn can say. A closed set: a new kind breaks the build wherever it is not yet handled."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from perinatal.care.audience import Reader
from perinatal.care.goal import GoalState, Going
from perinatal.care.stance import Point, Stance

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
"""The id of a question, topic, goal, place or turn: never anything a person wrote."""

Words = Annotated[str, StringConstraints(max_length=20_000), Field(repr=False)]
"""What a person wrote or said, as they put it. Long is fine; 20,000 characters is where a page ends.

They are left out of what Python shows of a turn, so that no log can hold them by accident.
"""


class Standing(StrEnum):
    """The ways to answer a question besides writing words."""

    WORDS = "words"
    """Answered in words."""
    SKIPPED = "skipped"
    """Passed over, for now or for good."""
    NOT_SURE = "not_sure"
    """Not sure yet."""
    OUT_LOUD = "out_loud"
    """I'll say it out loud instead of writing it."""
    ON_THE_DAY = "on_the_day"
    """Ask me on the day."""


class _Kind(BaseModel, frozen=True, extra="forbid", hide_input_in_errors=True):
    """What all kinds share: they cannot be changed, and hold nothing they don't name."""


class Answered(_Kind, frozen=True):
    """The parent answered a question."""

    kind: Literal["answered"] = "answered"
    question: Id
    words: Words = ""
    standing: Standing = Standing.WORDS


class Decided(_Kind, frozen=True):
    """The parent gave an answer in a consent conversation."""

    kind: Literal["decided"] = "decided"
    topic: Id
    stance: Stance
    words: Words = ""
    conditions: Words = ""
    look_again: Words = ""


class Explained(_Kind, frozen=True):
    """Somebody explained a topic: which of the ten points, who, and who else was there."""

    kind: Literal["explained"] = "explained"
    topic: Id
    points: frozenset[Point]
    who: Words = ""
    present: Words = ""
    interpreter: Words = ""


class Wondered(_Kind, frozen=True):
    """A question was noted, to be asked when the time is right."""

    kind: Literal["wondered"] = "wondered"
    topic: Id
    words: Words


class Wished(_Kind, frozen=True):
    """The parent named a goal, or said it again in other words."""

    kind: Literal["wished"] = "wished"
    goal: Id
    words: Words
    why: Words = ""
    card: Id | Literal[""] = ""


class Stepped(_Kind, frozen=True):
    """The smallest thing towards a goal, and who could help."""

    kind: Literal["stepped"] = "stepped"
    goal: Id
    words: Words = ""
    helper: Words = ""


class Went(_Kind, frozen=True):
    """How a goal is going, as the parent sees it."""

    kind: Literal["went"] = "went"
    goal: Id
    how: Going
    words: Words = ""


class Moved(_Kind, frozen=True):
    """A goal was rested, changed, done, let go, or taken up again."""

    kind: Literal["moved"] = "moved"
    goal: Id
    state: GoalState
    words: Words = ""


class Placed(_Kind, frozen=True):
    """The parent put a place that helps on their list."""

    kind: Literal["placed"] = "placed"
    place: Id
    words: Words = ""


class Printed(_Kind, frozen=True):
    """A copy was made on paper, for somebody."""

    kind: Literal["printed"] = "printed"
    sheet: Id
    reader: Reader = Reader.ME


class Kept(_Kind, frozen=True):
    """The plan was kept under plan words; the words themselves are never in it."""

    kind: Literal["kept"] = "kept"


class TakenOut(_Kind, frozen=True):
    """A turn was taken out. Taking this one out in turn puts the first one back.

    If that turn was the present answer on a topic, the topic is named, so that no older answer stands in for it even
    when the turn itself is erased. `CarePlan.without` fills this in.
    """

    kind: Literal["taken_out"] = "taken_out"
    turn: Id
    topic: Id | None = None


Said = Annotated[
    Answered | Decided | Explained | Wondered | Wished | Stepped | Went | Moved | Placed | Printed | Kept | TakenOut,
    Field(discriminator="kind"),
]
