"""What changed in a plan since a paper was printed for a reader. It knows the turns, and no paper."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from perinatal.care import PLACES, CarePlan, Reader, audience_behind, item_of, may_be_handed_over
from perinatal.care.audience import may_read
from perinatal.care.said import Printed, TakenOut
from perinatal.care.turn import standing_turns
from perinatal.library import Shelf
from perinatal.paper import said_items
from perinatal.toolkit.addressing import GOALS, audience_of, part_of, titles
from perinatal.toolkit.offering import offer
from perinatal.toolkit.open_plan import Turns
from perinatal.toolkit.printing import day_here

_WHOLE, _PART = ("booklet", "changed"), ("page", "zine")
"""The sheets after which a reader knows what she said; and those that hold what has to be known first, and no more."""


class Changes(NamedTuple):
    """Since when, what is said anew, and on what something was taken back, as far as it may be told this reader."""

    since: date
    said: frozenset[str]
    taken: tuple[str, ...]
    """Items, or the part, where the words are erased and with them what they were on."""


def last_printed(turns: Turns, reader: Reader) -> int | None:
    """Where in the conversation the last paper of the plan for this reader was printed; of a whole one, if any was."""
    papers = [
        (turn.said.sheet, number)
        for number, turn in enumerate(turns)
        if isinstance(turn.said, Printed) and turn.said.reader is reader
    ]
    for sheets in (_WHOLE, _PART):
        if found := [number for sheet, number in papers if sheet in sheets]:
            return found[-1]
    return None


def changes(turns: Turns, reader: Reader, words: Shelf, day: date) -> Changes | None:
    """What changed since the last paper for this reader; None if there is none."""
    last = last_printed(turns, reader)
    if last is None:
        return None
    whole, items = CarePlan.of(turns), {item.id for item in offer(turns, reader, words, day).items}
    now, new = CarePlan.for_copy(reader, turns, items), {turn.id for turn in turns[last:]}
    said = frozenset(id for id in said_items(now, words) if not new.isdisjoint(_turns_on(id, now)))
    told = _Told(whole, reader, words, day)
    # What is still said, to others, is not taken back; that it was closed to this reader is told to nobody.
    silent = (item.id for item in offer(turns[:last], reader, words, day).items if told.may_know(item.id, item.part))
    taken = [*silent, *_taken_out(turns, last, told)]
    gone = [each for each in taken if each not in said_items(whole, words)]
    return Changes(day_here(turns[last].at), said, tuple(dict.fromkeys(_named(each) for each in gone)))


@dataclass(frozen=True)
class _Told:
    """What a reader may be told of what was taken back: nothing that is not theirs now."""

    whole: CarePlan
    reader: Reader
    words: Shelf
    day: date

    def may_know(self, item: str, part: str) -> bool:
        """Whether an item, or a part whose words are erased, is for them and shared with them today."""
        audience = audience_behind(self.reader)
        if self.reader is Reader.ME:
            return True
        theirs = not item or audience in audience_of(item, self.whole, self.words)
        return theirs and may_be_handed_over(part, audience, self.whole.company, self.day)


def _turns_on(item: str, plan: CarePlan) -> set[str]:
    held = plan.answers.get(item) or plan.topics.get(item) or plan.goals.get(item)
    if held:
        return {turn.id for turn in held.history}
    return {turn.id for turn in plan.places.values()} | {each.turn.id for each in plan.company.waiting}


def _taken_out(turns: Turns, last: int, told: _Told) -> list[str]:
    """The items, or the parts, of what was on the older paper and was taken out since."""
    at = {turn.id: number for number, turn in enumerate(turns)}
    found: list[str] = []
    for turn in standing_turns(turns):
        if at[turn.id] < last or not isinstance(turn.said, TakenOut) or not may_read(told.reader, turn.audience):
            continue
        number = at.get(turn.said.turn)
        if number is not None and (number > last or isinstance(turns[number].said, TakenOut)):
            continue  # it was on no paper yet; or this put something back
        item = turn.said.topic or (item_of(turns[number].said) if number is not None else "")
        if told.may_know(item, part_of(item, told.words) or turn.part):
            found.append(item or turn.part)
    return [each for each in found if each]


def _named(taken: str) -> str:
    """Goals have no name of ours but the one of their part."""
    return GOALS if taken.isdecimal() else taken


def title_of(taken: str, words: Shelf) -> str:
    """What stands on paper for something taken back: our question, our topic, or our name of a part."""
    if taken in words.questions:
        return words.questions[taken].ask
    if taken in words.topics:
        return words.topics[taken].title
    if taken == PLACES:
        return words.say("paper.places.title")
    return titles(words)[taken]
