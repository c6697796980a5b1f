"""The people a parent let in and the links she made: what is shown, who looked, and the words they offered."""

from dataclasses import dataclass, field
from datetime import date

from perinatal.care.linking import Linked, Unlinked
from perinatal.care.sharing import LetIn, Looked, Replied, Reply, Shared, ShownOnce, Stopped, Suggested
from perinatal.care.turn import Turn


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words a member offered, and what the parent did with them."""

    turn: Turn
    replies: list[Turn] = field(default_factory=list[Turn])

    @property
    def said(self) -> Suggested:
        """The words, and what they are for."""
        assert isinstance(self.turn.said, Suggested)  # noqa: S101  only suggestions are made into one
        return self.turn.said

    @property
    def reply(self) -> Reply | None:
        """The parent's answer, or None while there is none."""
        last = self.replies[-1].said if self.replies else None
        return last.how if isinstance(last, Replied) else None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the parent let in, and every answer on showing them something, oldest first."""

    member: str
    let_in: Turn
    history: list[Turn] = field(default_factory=list[Turn])

    @property
    def said(self) -> LetIn:
        """The name the parent gave them, what they are to the parent, and the keys that were checked."""
        assert isinstance(self.let_in.said, LetIn)  # noqa: S101  only this kind lets somebody in
        return self.let_in.said

    @property
    def answers(self) -> dict[str, Shared]:
        """The present answer on each part. A part that was stopped, or never spoken of, has none."""
        now: dict[str, Shared] = {}
        for turn in self.history:
            match turn.said:
                case Shared(part=part):
                    now[part] = turn.said
                case Stopped(part=""):
                    now.clear()
                case Stopped(part=part):
                    now.pop(part, None)
                case _:
                    pass
        return now

    def shown(self, day: date) -> dict[str, date]:
        """The parts they are shown on this day, each until its last day. Silence and a day gone by share nothing."""
        return {part: shared.until for part, shared in self.answers.items() if shared.until and shared.is_open(day)}

    def sees(self, day: date) -> frozenset[str]:
        """The parts they are shown on this day."""
        return frozenset(self.shown(day))


@dataclass(frozen=True, slots=True)
class Link:
    """One link the parent made, and each time it was opened or stopped, oldest first."""

    made: Turn
    history: list[Turn] = field(default_factory=list[Turn])

    @property
    def said(self) -> Linked:
        """For whom, what, until when, how often."""
        assert isinstance(self.made.said, Linked)  # noqa: S101  only this kind makes a link
        return self.made.said

    @property
    def openings(self) -> list[Turn]:
        """Each time it was opened."""
        return [turn for turn in self.history if isinstance(turn.said, Looked)]

    @property
    def stopped(self) -> bool:
        """Whether the parent stopped it."""
        return any(isinstance(turn.said, Unlinked) for turn in self.history)

    def is_open(self, day: date) -> bool:
        """Whether it can be opened on this day, as far as the plan knows."""
        return not self.stopped and day <= self.said.until and len(self.openings) < self.said.uses


@dataclass(frozen=True, slots=True)
class Company:
    """Everybody the parent ever let in, and every link she made."""

    people: dict[str, Person] = field(default_factory=dict[str, Person])
    links: dict[str, Link] = field(default_factory=dict[str, Link])
    looks: list[Turn] = field(default_factory=list[Turn])
    suggestions: dict[str, Suggestion] = field(default_factory=dict[str, Suggestion])

    @property
    def waiting(self) -> list[Suggestion]:
        """The words offered that the parent has not answered."""
        return [s for s in self.suggestions.values() if s.reply is None]

    def name_of(self, turn: Turn) -> str:
        """Who said this, by the name the parent gave them, here or where it came from; empty if she gave none."""
        if turn.carried:
            return turn.carried.name
        person = self.people.get(turn.by)
        return person.said.name if person else ""

    def open_links(self, day: date) -> dict[str, Link]:
        """The links that can be opened on this day."""
        return {id: link for id, link in self.links.items() if link.is_open(day)}

    def hear(self, turn: Turn) -> None:
        """One more turn about the people let in, or a link."""
        match turn.said:
            case LetIn(member=member):
                known = self.people.get(member)
                same = known is not None and _is_the_same(known.said, turn.said)
                self.people[member] = Person(member, turn, known.history if known and same else [])
            case Shared(member=member) if member in self.people:
                self.people[member].history.append(turn)
            case Stopped(member=member):
                for person in self.people.values():
                    if member in ("", person.member):
                        person.history.append(turn)
            case Linked(link=made):
                self.links[made] = Link(turn)
            case Unlinked(link=stopped):
                for id, link in self.links.items():
                    if stopped in ("", id):
                        link.history.append(turn)
            case Looked() | ShownOnce():
                self.looks.append(turn)
                if turn.by in self.links:
                    self.links[turn.by].history.append(turn)
            case Suggested():
                self.suggestions[turn.id] = Suggestion(turn)
            case Replied(turn=offered) if offered in self.suggestions:
                self.suggestions[offered].replies.append(turn)
            case _:
                pass


def _is_the_same(before: LetIn, now: LetIn) -> bool:
    """Whether what was answered about somebody still counts. Other keys are somebody else, and so is another place."""
    return (before.public, before.audience) == (now.public, now.audience)
