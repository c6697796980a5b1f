"""What a copy for a reader may hold, and what stays out: worked out from what is said, each time it is asked for.

Three things have to be so before a word can stand on a paper for somebody else: it is said to them, its part is shared
with them today, and the paper is one it belongs on. What stays out is for the parent's eyes alone.
"""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, Field

from perinatal.care import PLACES, CarePlan, Reader, audience_behind, may_be_handed_over
from perinatal.library import Shelf
from perinatal.paper import A_GOAL, names_a_drug, said_items
from perinatal.toolkit.addressing import audience_of, part_of
from perinatal.toolkit.open_plan import Turns

_COULD_BE_USED, _COULD_BRING_JUDGMENT, _EVERYDAY = 4, 3, 1
"""Levels of the library."""


class KeptOut(StrEnum):
    """Why something is not on a copy."""

    NOT_FOR_THEM = "not_for_them"
    """It is for others, or for the parent alone."""
    NOT_SHARED = "not_shared"
    """It is for them, but its part is not shared with them today."""
    NOT_THEIRS = "not_theirs"
    """They may read it, but it does not belong on this paper."""


class CopyItem(BaseModel, frozen=True):
    """Something that may go in."""

    id: str
    part: str
    title: str = Field(repr=False)
    """Our question or topic, or a goal in the parent's words: for her screen, never for a heading on paper."""
    usual: bool
    """Whether it goes in unless she leaves it out. The rest goes in only if she picks it."""


class LeftOut(BaseModel, frozen=True):
    """Something said that cannot go in."""

    id: str
    part: str
    title: str = Field(repr=False)
    why: KeptOut


class CopyOffer(BaseModel, frozen=True):
    """What a copy for one reader may hold, in the order of the plan, and what it cannot."""

    reader: Reader
    items: tuple[CopyItem, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def usual(self) -> frozenset[str]:
        """What goes in when the parent changes nothing."""
        return frozenset(item.id for item in self.items if item.usual)


def offer(turns: Turns, reader: Reader, words: Shelf, day: date) -> CopyOffer:
    """What a copy for this reader may hold of what these turns say."""
    whole = CarePlan.of(turns)
    said = said_items(whole, words)
    heard = frozenset(said_items(CarePlan.for_copy(reader, turns, said), words))
    items: list[CopyItem] = []
    left_out: list[LeftOut] = []
    for id in said:
        part, title = part_of(id, words) or id, _title(id, whole, words)
        if why := _why_not(id, reader, whole, words, day) if id in heard else KeptOut.NOT_FOR_THEM:
            left_out.append(LeftOut(id=id, part=part, title=title, why=why))
        else:
            items.append(CopyItem(id=id, part=part, title=title, usual=_is_usual(id, reader, words)))
    return CopyOffer(reader=reader, items=tuple(items), left_out=tuple(left_out))


def _why_not(item: str, reader: Reader, whole: CarePlan, words: Shelf, day: date) -> KeptOut | None:
    """Why something said to this reader stays out, if it does."""
    audience = audience_behind(reader)
    if reader is Reader.ME:
        return None
    if audience not in audience_of(item, whole, words):
        return KeptOut.NOT_FOR_THEM
    if not may_be_handed_over(part_of(item, words), audience, whole.company, day):
        return KeptOut.NOT_SHARED
    return None if _belongs(item, reader, whole, words) else KeptOut.NOT_THEIRS


def _belongs(item: str, reader: Reader, plan: CarePlan, words: Shelf) -> bool:
    """Whether something its reader may see belongs on a paper that is seen by more, or for less, than they are."""
    known = words.questions.get(item) or words.topics.get(item)
    match reader:
        case Reader.BABY:
            return known is not None and known.baby
        case Reader.WALL:  # whoever comes in reads it
            everyday = item in words.questions and words.questions[item].level <= _EVERYDAY
            return everyday and not words.questions[item].names_drugs and not names_a_drug(plan.answers[item].words)
        case Reader.ME | Reader.TEAM | Reader.BIRTH | Reader.TRUSTED | Reader.FILE:
            return True


def _is_usual(item: str, reader: Reader, words: Shelf) -> bool:
    """Whether it is on the paper unless the parent leaves it out."""
    known = words.questions.get(item) or words.topics.get(item)
    level = known.level if known else _EVERYDAY
    match reader:
        case Reader.WALL:  # she said it to the people at the birth place, and to no wall
            return False
        case Reader.FILE:  # a file is read for years, by people she never meets
            return level < _COULD_BRING_JUDGMENT
        case Reader.ME | Reader.TEAM | Reader.BIRTH | Reader.TRUSTED | Reader.BABY:
            return level < _COULD_BE_USED


def _title(item: str, plan: CarePlan, words: Shelf) -> str:
    if item in words.questions:
        return words.questions[item].ask
    if item in words.topics:
        return words.topics[item].title
    if item in (PLACES, A_GOAL):
        return words.say("paper.places.title" if item == PLACES else "paper.goals.not_checked")
    wish = plan.goals[item].wish
    return wish.words if wish else ""
