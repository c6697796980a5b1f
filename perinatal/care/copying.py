"""What a paper for a reader may be made of: what is said to them, on what the parent chose, as it stands now."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import assert_never

from perinatal.care.audience import Audience, Reader
from perinatal.care.company import Company, Person
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
    Said,
    Settled,
    Stepped,
    TakenOut,
    Went,
    Wished,
    Wondered,
)
from perinatal.care.sharing import (
    Addressed,
    Entrusted,
    LetIn,
    Looked,
    Replied,
    ShareAnswer,
    Shared,
    ShownOnce,
    Stopped,
    Suggested,
)
from perinatal.care.turn import Turn, heard_by, replaces

PLACES = "places"
"""What stands for all places on the parent's list, where items are chosen one by one."""


def item_of(said: Said) -> str:
    """The question, topic or goal a turn says something on; empty for what is on none."""
    match said:
        case Answered(question=item) | Decided(topic=item) | Explained(topic=item) | Wondered(topic=item):
            return item
        case Settled(topic=item) | Suggested(item=item):
            return item
        case Wished(goal=item) | Stepped(goal=item) | Went(goal=item) | Moved(goal=item):
            return item
        case Placed():
            return PLACES
        case Addressed() | LetIn() | Shared() | Stopped() | Linked() | Unlinked() | Entrusted() | Replied():
            return ""
        case Printed() | Kept() | TakenOut() | Hidden() | Looked() | ShownOnce():
            return ""
        case _:
            assert_never(said)


def copied(
    reader: Reader, standing: Sequence[Turn], items: Collection[str], answered_by: Mapping[str, str]
) -> list[Turn]:
    """The turns a paper for this reader is made of, when these items were chosen for it.

    Others get what the parent says now, and nothing of what she said before or of what others said. Whoever writes
    the paper is not given more than this, so that the paper cannot say more.
    """
    heard = heard_by(reader, standing)
    if reader is Reader.ME:
        return [turn for turn in heard if item_of(turn.said) in ("", *items)]
    newest = {replaces(turn): turn.id for turn in heard}

    def is_present(turn: Turn) -> bool:
        match turn.said:
            case Settled():
                return False  # the question it closes is not the newest word on itself, and goes too
            case Decided(topic=topic) if answered_by.get(topic) != turn.id:
                return False
            case _:
                return newest[replaces(turn)] == turn.id

    return [turn for turn in heard if not turn.by and item_of(turn.said) in items and is_present(turn)]


def may_be_handed_over(part: str, audience: Audience, company: Company, day: date) -> bool:
    """Whether the parent's answers on sharing let a paper for this audience hold a part.

    A paper can be read by everybody of an audience. So where somebody of it was let in, the part is open today to one
    of them, and was not kept from another who is shown something. As long as nobody was let in, nobody was told no,
    and whom each item is for is all she said: then that decides.
    """
    if audience is Audience.ME:
        return True
    people = [person for person in company.people.values() if person.said.audience is audience]
    links = [link for link in company.open_links(day).values() if link.said.audience is audience]
    shown = [person for person in people if person.sees(day)]
    if any(_was_kept_from(person, part) for person in shown):
        return False
    is_open = any(part in person.sees(day) for person in shown) or any(part in link.said.parts for link in links)
    return is_open or not people


def _was_kept_from(person: Person, part: str) -> bool:
    """Whether the last word to somebody on a part is a no, or that it is stopped."""
    for turn in reversed(person.history):
        match turn.said:
            case Shared(part=about, answer=answer) if about == part:
                return answer in (ShareAnswer.NOT_NOW, ShareAnswer.TALK_FIRST)
            case Stopped(part=about) if about in ("", part):
                return True
            case _:
                pass
    return False
