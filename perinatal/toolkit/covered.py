"""What belongs to a part that is hidden: it is left out wherever a plan is shown, in this one place for all pages."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import assert_never

from perinatal.care import Said, Turn
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
    Stepped,
    TakenOut,
    Went,
    Wished,
    Wondered,
)
from perinatal.care.sharing import Addressed, Entrusted, LetIn, Looked, Replied, Shared, ShownOnce, Stopped, Suggested
from perinatal.library import languages, shelf
from perinatal.toolkit.addressing import GOALS, part_of


@lru_cache(4096)
def part_of_item(item: str) -> str:
    """The part a question, topic or goal is in, in whatever language; empty for what is in none."""
    return part_of(item, shelf(languages()[0]))


def part_about(said: Said, turns: Mapping[str, Turn]) -> str:
    """The part a turn tells something of; empty for what is about no part."""
    match said:
        case Answered(question=item) | Decided(topic=item) | Explained(topic=item) | Wondered(topic=item):
            return part_of_item(item)
        case Settled(topic=item):
            return part_of_item(item)
        case Addressed(item=item) | Suggested(item=item) | ShownOnce(item=item):
            return part_of_item(item)
        case Wished() | Stepped() | Went() | Moved():
            return GOALS
        case Shared(part=part) | Stopped(part=part):
            return part
        case TakenOut(turn=about) | Replied(turn=about):
            return part_about(turns[about].said, turns) if about in turns else part_of_item(_topic_of(said))
        case Looked() | Linked() | Unlinked() | Entrusted() | Placed() | Printed() | Kept() | Hidden() | LetIn():
            return ""
        case _:
            assert_never(said)


def _topic_of(said: TakenOut | Replied) -> str:
    return said.topic or "" if isinstance(said, TakenOut) else ""


def without(turns: Sequence[Turn], covered: frozenset[str]) -> tuple[Turn, ...]:
    """The turns that tell nothing of these parts, nor that anything is hidden."""
    known = {turn.id: turn for turn in turns}
    kept: list[Turn] = []
    for turn in turns:
        match turn.said:
            case Hidden():
                pass
            case Looked(parts=parts) | Linked(parts=parts):
                left = parts - covered
                if left == parts:
                    kept.append(turn)
                elif left:
                    kept.append(turn.model_copy(update={"said": turn.said.model_copy(update={"parts": left})}))
            case said if part_about(said, known) not in covered:
                kept.append(turn)
            case _:
                pass
    return tuple(kept)


def may_say(said: Said, turns: Sequence[Turn], covered: frozenset[str]) -> bool:
    """Whether this may be said while these parts are covered. Stopping may always be said."""
    match said:
        case Stopped():
            return True
        case Hidden(parts=parts):
            return covered <= parts
        case _:
            return not covered or part_about(said, {turn.id: turn for turn in turns}) not in covered
