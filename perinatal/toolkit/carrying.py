"""A plan carried in a file: made, looked at, made a plan again, or added to one that is open.

Whoever has the file and its words can read it, and a file cannot be taken back. So it holds what is shown on this
screen and nothing more; that it was made is in the plan before anybody has it. A file that is opened brings words, and
never a way in: who may see what is for the parent to say again.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from perinatal.care import Audience, CarePlan, Turn
from perinatal.care.said import Printed, TakenOut
from perinatal.exchange import (
    NotOpened,
    PlanFile,
    Why,
    found_in,
    insist_it_may_be_tried,
    locked,
    packed,
    read,
    unlocked,
    written,
)
from perinatal.library import languages, shelf
from perinatal.paper import Attachment
from perinatal.toolkit.addressing import GOALS, TOPICS, titles
from perinatal.toolkit.covered import part_of_item
from perinatal.toolkit.merging import all_of, changed_by, closed_by, new_in
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.toolkit.printing import day_here
from perinatal.toolkit.saying import Covered, Saying
from perinatal.vault import Draft, NotSixWords, Opened, Trouble, Vault, bare, make_words, plan_words

FILE_NAME = "notes.age"
"""It says nothing of what it is."""
_LONGEST_TYPED = 1000

Address = Callable[[OpenPlan, str, frozenset[Audience], str], Awaitable[None]]


@dataclass(frozen=True)
class Preview:
    """What is in a file, in numbers and days; none of its words."""

    made: date
    first: date | None
    last: date | None
    parts: tuple[tuple[str, int], ...]
    """Each part of the plan by its title, with how many answers stand in it."""
    languages: tuple[str, ...]
    turns: int
    from_others: int
    new: int | None = None
    """How many turns the open plan does not have; None where no plan is open."""
    changed: int = 0
    """How many answers that stand in the open plan would be others, because a later one is in the file."""
    taken_out: int = 0
    """How many of these take out something that stands in the open plan."""


@dataclass(frozen=True)
class Brought:
    """A file that somebody opened with its words. Nothing of it is in a plan yet."""

    file: PlanFile = field(repr=False)


class Carrying:
    """What can be done with files. `file` and `add` need the parent's own plan, open."""

    def __init__(self, vault: Vault, saying: Saying, now: Callable[[], datetime], address: Address) -> None:
        self._vault, self._saying, self._now, self._address = vault, saying, now, address

    def make_words(self, language: str) -> str:
        """Six words for a file. They open this file and no plan."""
        return make_words(shelf(language).plan_words)

    async def file(self, plan: OpenPlan, words: str, language: str) -> bytes:
        """The plan as it is shown here, in a file that these six words open.

        Raises NotSixWords, TooMuch for more than a file can hold, and Busy.
        """
        secret, turns = _spelled(words), plan.turns
        names = {turn.id: plan.says.company.name_of(turn) for turn in turns if turn.by}
        plain = await asyncio.to_thread(_written, turns, names, day_here(self._now()), language)
        made = await asyncio.wrap_future(self._vault.slowly(lambda: locked(plain, secret)))
        await self._saying.say(plan, Printed(sheet="file"), language)  # before anybody has it
        return made

    async def attachment(self, plan: OpenPlan, words: str, language: str) -> Attachment:
        """The same file, to be put inside a print."""
        made = await self.file(plan, words, language)
        return Attachment(name=FILE_NAME, data=made, made=day_here(self._now()))

    async def look(self, brought: bytes, words: str) -> Brought:
        """What these words open, a file or one of our PDFs with one inside; raises NotOpened with the reason, or Busy.

        Whatever can be seen to be wrong is said before any work is done.
        """
        file = found_in(brought)
        insist_it_may_be_tried(file)
        secret = _typed(words)
        return await asyncio.wrap_future(self._vault.slowly(lambda: Brought(read(unlocked(file, secret)))))

    def preview(self, brought: Brought, language: str, plan: OpenPlan | None = None) -> Preview:
        """What is in it; and, beside a plan that is open, what of it would be new there."""
        file, words = brought.file, shelf(language)
        days = sorted(day_here(turn.at) for turn in file.turns)
        new = None if plan is None else new_in(file, plan.all_turns, words)
        there = {turn.id for turn in plan.all_turns} if plan else set[str]()
        return Preview(
            made=file.made,
            first=days[0] if days else None,
            last=days[-1] if days else None,
            parts=_counted(CarePlan.of(all_of(file, words)), titles(words)),
            languages=tuple(sorted({turn.language for turn in file.turns})),
            turns=len(file.turns),
            from_others=sum(turn.by == "other" for turn in file.turns),
            new=None if new is None else len(new),
            changed=changed_by(new, plan.all_turns) if plan and new else 0,
            taken_out=sum(isinstance(turn.said, TakenOut) and turn.said.turn in there for turn in new or ()),
        )

    async def begin(self, brought: Brought, language: str) -> tuple[OpenPlan, bytes]:
        """A new plan that says what the file says. Nobody is let in, and no words open it before they are made."""
        turns = all_of(brought.file, shelf(language))
        opened, secret = await asyncio.to_thread(self._vault.begin)
        plan = OpenPlan(opened, kept=False)
        try:
            await asyncio.wrap_future(opened.change_soon(lambda draft: draft.say_all(turns)))
        except Trouble:
            await _forget(opened)
            raise
        await self._saying.erase_what_was_taken_out(plan)
        return plan, secret

    async def add(self, plan: OpenPlan, brought: Brought, language: str) -> int:
        """Add what is new to a plan that is open, and nothing twice; how many turns that was.

        What was closed to somebody in the file is closed to them here. Raises Covered while something is hidden.
        """
        if plan.covered:
            raise Covered
        file, words, added = brought.file, shelf(language), list[Turn]()
        for item, audience in closed_by(file, plan.says_in_all, words).items():
            await self._address(plan, item, audience, language)

        def step(draft: Draft) -> None:
            added[:] = new_in(file, draft.now.said.turns, words)
            draft.say_all(added)

        await asyncio.wrap_future(plan.opened.change_soon(step))
        await self._saying.erase_what_was_taken_out(plan)
        return len(added)


def _written(turns: tuple[Turn, ...], names: dict[str, str], day: date, language: str) -> bytes:
    return written(packed(turns, names, day, language))


def _typed(words: str) -> str:
    """Six words however they are typed; any other passphrase as it is, for files made by other programs."""
    if len(words) > _LONGEST_TYPED:
        raise NotOpened(Why.WRONG_WORDS)
    try:
        return _spelled(words)
    except NotSixWords:
        return words.strip()


def _spelled(typed: str) -> str:
    """Six words as they stand on the list, and so on the card: what another program has to be given, letter by letter.

    Raises NotSixWords.
    """
    six = plan_words(typed).decode().split()
    lists = (_spellings(language) for language in languages())
    known = next((list_ for list_ in lists if all(word in list_ for word in six)), dict[str, str]())
    return " ".join(known.get(word, word) for word in six)


@cache
def _spellings(language: str) -> dict[str, str]:
    return {bare(word): word for word in shelf(language).plan_words}


def _counted(plan: CarePlan, parts: dict[str, str]) -> tuple[tuple[str, int], ...]:
    """How many answers stand in each part, those without any left out."""
    counts = Counter(part_of_item(question) for question in plan.answers)
    counts[TOPICS] = len([topic for topic in plan.topics.values() if topic.decision or topic.open_questions])
    counts[GOALS] = len(plan.goals)
    return tuple((title, counts[part]) for part, title in parts.items() if counts[part])


async def _forget(opened: Opened) -> None:
    with suppress(Trouble):  # else it is swept, as nobody keeps it
        await asyncio.to_thread(opened.forget)
