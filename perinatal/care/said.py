"""The kinds of things a turn can say. A closed set: a new kind breaks the build wherever it is not yet handled."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from perinatal.care.audience import Reader
from perinatal.care.goal import GoalState, Going
from perinatal.care.kind import Id, Kind, Words
from perinatal.care.linking import Linked, Unlinked
from perinatal.care.sharing import Addressed, Entrusted, LetIn, Looked, Replied, Shared, ShownOnce, Stopped, Suggested
from perinatal.care.stance import Point, Stance


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


class Answered(Kind, frozen=True):
    """The parent answered a question."""

    kind: Literal["answered"] = "answered"
    question: Id
    words: Words = ""
    standing: Standing = Standing.WORDS
    after: Id | Literal[""] = ""
    """The suggestion, or the words typed by somebody, that it was taken from."""


class Decided(Kind, frozen=True):
    """The parent gave an answer in a consent conversation."""

    kind: Literal["decided"] = "decided"
    topic: Id
    stance: Stance
    words: Words = ""
    conditions: Words = ""
    look_again: Words = ""


class Explained(Kind, frozen=True):
    """Somebody explained a topic: which of the ten points, who, and who else was there."""

    kind: Literal["explained"] = "explained"
    topic: Id
    points: frozenset[Point]
    who: Words = ""
    present: Words = ""
    interpreter: Words = ""


class Wondered(Kind, frozen=True):
    """A question was noted, to be asked when the time is right."""

    kind: Literal["wondered"] = "wondered"
    topic: Id
    words: Words


class Settled(Kind, frozen=True):
    """The parent closed a question that was noted, by her or by somebody else. Taken out, it is open again."""

    kind: Literal["settled"] = "settled"
    topic: Id
    turn: Id
    """The question."""


class Wished(Kind, frozen=True):
    """The parent named a goal, or said it again in other words."""

    kind: Literal["wished"] = "wished"
    goal: Id
    words: Words
    why: Words = ""
    card: Id | Literal[""] = ""


class Stepped(Kind, frozen=True):
    """The smallest thing towards a goal, and who could help."""

    kind: Literal["stepped"] = "stepped"
    goal: Id
    words: Words = ""
    helper: Words = ""


class Went(Kind, frozen=True):
    """How a goal is going, as the parent sees it."""

    kind: Literal["went"] = "went"
    goal: Id
    how: Going
    words: Words = ""


class Moved(Kind, frozen=True):
    """A goal was rested, changed, done, let go, or taken up again."""

    kind: Literal["moved"] = "moved"
    goal: Id
    state: GoalState
    words: Words = ""


class Placed(Kind, frozen=True):
    """The parent put a place that helps on their list."""

    kind: Literal["placed"] = "placed"
    place: Id
    words: Words = ""


class Printed(Kind, frozen=True):
    """A copy was made on paper, for somebody. Which of the words were on it is not noted, and the day is the turn's."""

    kind: Literal["printed"] = "printed"
    sheet: Id
    reader: Reader = Reader.ME


class Kept(Kind, frozen=True):
    """The plan was kept under plan words; the words themselves are never in it."""

    kind: Literal["kept"] = "kept"


class TakenOut(Kind, frozen=True):
    """A turn was taken out. Taking this one out in turn puts the first one back.

    If that turn was the present answer on a topic, the topic is named, so that no older answer stands in for it even
    when the turn itself is erased. `CarePlan.without` fills this in.
    """

    kind: Literal["taken_out"] = "taken_out"
    turn: Id
    topic: Id | None = None


class Hidden(Kind, frozen=True):
    """The parts that are shown, here, only after the plan words were typed again. The newest of these counts."""

    kind: Literal["hidden"] = "hidden"
    parts: frozenset[Id]


Said = Annotated[
    Answered
    | Decided
    | Explained
    | Wondered
    | Settled
    | Wished
    | Stepped
    | Went
    | Moved
    | Placed
    | Printed
    | Kept
    | TakenOut
    | Hidden
    | LetIn
    | Shared
    | Stopped
    | Linked
    | Unlinked
    | Addressed
    | Entrusted
    | Looked
    | ShownOnce
    | Suggested
    | Replied,
    Field(discriminator="kind"),
]
