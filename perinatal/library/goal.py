"""The goal cards: wishes that other parents had, to pick up, change or leave."""

from pydantic import BaseModel

from perinatal.library.question import Number
from perinatal.library.source import Id, Words


class GoalFacts(BaseModel, frozen=True, extra="forbid"):
    """What is the same in every language."""

    area: Id
    number: Number


class Goal(GoalFacts, frozen=True):
    """One goal card: a wish, and a small step towards it."""

    id: Id
    wish: Words
    step: Words


class AreaFacts(BaseModel, frozen=True, extra="forbid"):
    """What is the same in every language."""

    number: Number


class Area(AreaFacts, frozen=True):
    """Some goal cards that belong together."""

    id: Id
    title: Words
    goals: tuple[Goal, ...] = ()
