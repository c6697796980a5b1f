"""The plan: what the conversation says now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from perinatal.care.audience import Audience, Reader
from perinatal.care.company import Company
from perinatal.care.copying import copied
from perinatal.care.goal import GoalState
from perinatal.care.linking import Linked, Unlinked
from perinatal.care.said import (
    Answered,
    Decided,
    Explained,
    Hidden,
    Kept,
    Moved,
    Placed,
    Printed,
    Settled,
    Standing,
    Stepped,
    TakenOut,
    Went,
    Wished,
    Wondered,
)
from perinatal.care.sharing import Addressed, Entrusted, LetIn, Looked, Replied, Shared, ShownOnce, Stopped, Suggested
from perinatal.care.stance import Point, Stance
from perinatal.care.turn import Turn, heard_by, last_answers, standing_turns


@dataclass(frozen=True, slots=True)
class Answer:
    """What the parent says to one question now, and the turns that led there, oldest first."""

    question: str
    history: list[Turn] = field(default_factory=list[Turn])

    @property
    def said(self) -> Answered:
        """The latest thing said."""
        last = self.history[-1].said
        assert isinstance(last, Answered)  # noqa: S101  only answers are put into this history
        return last

    @property
    def words(self) -> str:
        """The parent's own words, empty if there are none."""
        return self.said.words

    @property
    def standing(self) -> Standing:
        """How it was answered: in words, skipped, not sure, out loud, on the day."""
        return self.said.standing


@dataclass(frozen=True, slots=True)
class Topic:
    """One consent conversation: every turn about one topic, oldest first."""

    topic: str
    history: list[Turn] = field(default_factory=list[Turn])
    answered_by: str | None = None
    """The turn that answered last, whether or not it stands here."""

    @property
    def decision(self) -> Decided | None:
        """The latest answer, or None: silence is not an answer, and an older answer never stands in for a later one."""
        said = (t.said for t in reversed(self.history) if t.id == self.answered_by)
        return next((s for s in said if isinstance(s, Decided)), None)

    @property
    def stance(self) -> Stance | None:
        """The parent's present answer, or None while nothing was decided."""
        return self.decision.stance if self.decision else None

    @property
    def explained(self) -> frozenset[Point]:
        """Which of the ten points somebody has explained so far."""
        told = [t.said.points for t in self.history if isinstance(t.said, Explained)]
        return frozenset[Point]().union(*told)

    @property
    def questions(self) -> list[Turn]:
        """The questions noted, oldest first."""
        return [t for t in self.history if isinstance(t.said, Wondered)]

    @property
    def open_questions(self) -> list[Turn]:
        """Those that the parent did not close. Nobody else closes one, and no day that passes does."""
        settled = {t.said.turn for t in self.history if isinstance(t.said, Settled)}
        return [t for t in self.questions if t.id not in settled]


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal of the parent's, and what was said about it, oldest first."""

    goal: str
    history: list[Turn] = field(default_factory=list[Turn])

    @property
    def wish(self) -> Wished | None:
        """The goal in the parent's words, or None if those words were taken out."""
        return next((t.said for t in reversed(self.history) if isinstance(t.said, Wished)), None)

    @property
    def state(self) -> GoalState:
        """Going, unless the parent said otherwise."""
        moved = (t.said.state for t in reversed(self.history) if isinstance(t.said, Moved))
        return next(moved, GoalState.GOING)

    @property
    def step(self) -> Stepped | None:
        """The smallest step named last."""
        return next((t.said for t in reversed(self.history) if isinstance(t.said, Stepped)), None)

    @property
    def going(self) -> list[Turn]:
        """How it was going, each time the parent said so, newest first."""
        return [t for t in reversed(self.history) if isinstance(t.said, Went)]


@dataclass(frozen=True, slots=True)
class CarePlan:
    """What a conversation says now. Made by `CarePlan.of`, and by nothing else."""

    answers: dict[str, Answer] = field(default_factory=dict[str, Answer])
    topics: dict[str, Topic] = field(default_factory=dict[str, Topic])
    goals: dict[str, Goal] = field(default_factory=dict[str, Goal])
    places: dict[str, Turn] = field(default_factory=dict[str, Turn])
    printed: list[Turn] = field(default_factory=list[Turn])
    kept: bool = False
    entrusted: Entrusted | None = None
    """Who has the two cards that open it together, if anybody has. New words end them."""
    taken_out: list[Turn] = field(default_factory=list[Turn])
    addressed: dict[str, frozenset[Audience]] = field(default_factory=dict[str, frozenset[Audience]])
    """Who may see an item, where the parent said so; the library knows the rest."""
    hidden: frozenset[str] = frozenset()
    """The parts that ask for the words again."""
    company: Company = field(default_factory=Company)
    """Who was let in, what is shown to them, who looked, and what they offered."""

    @classmethod
    def of(cls, turns: Sequence[Turn]) -> "CarePlan":
        """The plan these turns say; it depends on them and on nothing else."""
        return cls._saying(standing_turns(turns), last_answers(turns))

    @classmethod
    def for_reader(cls, reader: Reader, turns: Sequence[Turn]) -> "CarePlan":
        """The plan as this reader may have it. What was taken out is taken out for everybody, first."""
        return cls._saying(heard_by(reader, standing_turns(turns)), last_answers(turns))

    @classmethod
    def for_copy(cls, reader: Reader, turns: Sequence[Turn], items: Collection[str]) -> "CarePlan":
        """The plan as a paper for this reader holds it, with these items and no others."""
        last = last_answers(turns)
        return cls._saying(copied(reader, standing_turns(turns), items, last), last)

    def without(self, turn: str) -> TakenOut:
        """What to say to take this turn out, so that no older answer comes back in its place."""
        topic = next((t.topic for t in self.topics.values() if t.decision and t.answered_by == turn), None)
        return TakenOut(turn=turn, topic=topic)

    @classmethod
    def _saying(cls, standing: Sequence[Turn], answered_by: dict[str, str]) -> "CarePlan":
        hidden = [turn.said.parts for turn in standing if isinstance(turn.said, Hidden)]
        kept = any(isinstance(turn.said, Kept) for turn in standing)
        plan = cls(kept=kept, hidden=hidden[-1] if hidden else frozenset(), entrusted=_entrusted(standing))
        for turn in standing:
            plan._hear(turn, answered_by)
        return plan

    def _hear(self, turn: Turn, answered_by: dict[str, str]) -> None:
        match turn.said:
            case Answered(question=question):
                self.answers.setdefault(question, Answer(question)).history.append(turn)
            case Decided(topic=topic) | Explained(topic=topic) | Wondered(topic=topic) | Settled(topic=topic):
                self.topics.setdefault(topic, Topic(topic, answered_by=answered_by.get(topic))).history.append(turn)
            case Wished(goal=goal) | Stepped(goal=goal) | Went(goal=goal) | Moved(goal=goal):
                self.goals.setdefault(goal, Goal(goal)).history.append(turn)
            case Placed(place=place):
                self.places[place] = turn
            case Printed():
                self.printed.append(turn)
            case TakenOut():
                self.taken_out.append(turn)
            case Addressed(item=item, audience=audience):
                self.addressed[item] = audience
            case (
                LetIn()
                | Shared()
                | Stopped()
                | Linked()
                | Unlinked()
                | Looked()
                | ShownOnce()
                | Suggested()
                | Replied()
            ):
                self.company.hear(turn)
            case Kept() | Hidden() | Entrusted():
                pass  # what was said last of these counts, and is looked at first
            case _:
                assert_never(turn.said)


def _entrusted(standing: Sequence[Turn]) -> Entrusted | None:
    last = next((t.said for t in reversed(standing) if isinstance(t.said, Kept | Entrusted)), None)
    return last if isinstance(last, Entrusted) and last.standing else None
