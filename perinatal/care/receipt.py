"""What an answer on sharing was: all that ISO/IEC TS 27560 wants held of a consent, made from the turns.

Nothing of it is written down a second time. The turns say who, what, when and until when; the library has the words.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from perinatal.care.sharing import ShareAnswer, Shared, Stopped
from perinatal.care.turn import Turn

SCHEMA = "ISO/IEC TS 27560:2023"
"""The list of fields a receipt follows."""

Said = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Field(repr=False)]
"""A field that is never empty: what is not known is said to be not known."""


class ConsentState(StrEnum):
    """How a consent stands, in the words of the standard."""

    REQUESTED = "requested"
    """Asked for, and not answered with yes or no: talk first, or ask me each time."""
    GIVEN = "given"
    """Open until the day named."""
    REFUSED = "refused"
    """Not now."""
    WITHDRAWN = "withdrawn"
    """It was open, and the parent closed it."""
    LAPSED = "lapsed"
    """It was open, and its last day is past."""


class How(StrEnum):
    """What made a consent what it is."""

    ANSWERED = "answered"
    """The parent answered on the page."""
    STOPPED = "stopped"
    """The parent stopped it, or answered otherwise."""
    AGAIN = "again"
    """The parent answered once more, and a newer receipt goes on from there."""
    DAY_PAST = "day_past"
    """Its last day came."""


class Step(NamedTuple):
    """One thing that happened to a consent."""

    at: datetime
    how: How
    state: ConsentState


class Event(BaseModel, frozen=True, extra="forbid"):
    """One thing that happened to a consent, as a receipt says it."""

    time: AwareDatetime
    validity: Said
    entity: Said
    type: Said
    state: ConsentState


class Party(BaseModel, frozen=True, extra="forbid"):
    """The person who is shown something."""

    id: Said
    name: Said
    address: Said
    contact: Said
    type: Said


class Receipt(BaseModel, frozen=True, extra="forbid", hide_input_in_errors=True):
    """One answer on sharing, with every field the standard asks for. None of them may be left out."""

    schema_version: Said
    record_id: Said
    principal: Said
    notice: Said
    language: Said
    purpose: Said
    information: Said
    information_type: Said
    controller: Said
    storage: Said
    retention: Said
    jurisdiction: Said
    recipients: Said
    withdrawal: Said
    party: Party
    events: Annotated[tuple[Event, ...], Field(min_length=1)]
    in_own_words: str = Field(default="", repr=False)

    @property
    def state(self) -> ConsentState:
        """How it stands now."""
        return self.events[-1].state


def steps_of(turn: Turn, standing: Sequence[Turn], today: date, place: tzinfo | None = None) -> list[Step]:
    """What happened to the answer this turn gave, oldest first: what was said since, and the day that passed."""
    said = turn.said
    assert isinstance(said, Shared)  # noqa: S101  only answers on sharing are asked about
    first = Step(turn.at, How.ANSWERED, _state(said))
    if said.until is None:
        return [first]
    over = datetime.combine(said.until + timedelta(days=1), time.min, place or turn.at.astimezone().tzinfo)
    after = _next_word(turn, said, standing)
    if after and (after.at < over or said.until >= today):
        if isinstance(after.said, Shared) and after.said.until is not None:
            return [first, Step(after.at, How.AGAIN, ConsentState.GIVEN)]
        return [first, Step(after.at, How.STOPPED, ConsentState.WITHDRAWN)]
    return [first] if today <= said.until else [first, Step(over, How.DAY_PAST, ConsentState.LAPSED)]


def _state(said: Shared) -> ConsentState:
    match said.answer:
        case ShareAnswer.NOT_NOW:
            return ConsentState.REFUSED
        case ShareAnswer.TALK_FIRST:
            return ConsentState.REQUESTED
        case ShareAnswer.YES | ShareAnswer.ASK_EACH_TIME:
            return ConsentState.GIVEN if said.until else ConsentState.REQUESTED


def _next_word(turn: Turn, said: Shared, standing: Sequence[Turn]) -> Turn | None:
    """The next thing said that this answer does not outlive."""
    later = standing[next(i for i, each in enumerate(standing) if each.id == turn.id) + 1 :]
    return next((each for each in later if _ends(each, said)), None)


def _ends(turn: Turn, before: Shared) -> bool:
    match turn.said:
        case Shared(member=member, part=part):
            return (member, part) == (before.member, before.part)
        case Stopped(member=member, part=part):
            return member in ("", before.member) and part in ("", before.part)
        case _:
            return False
