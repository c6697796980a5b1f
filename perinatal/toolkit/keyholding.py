"""The parent holds the key: who else can open the plan, and whether the record is still what was printed."""

import asyncio

from perinatal.care.sharing import Entrusted
from perinatal.library import shelf
from perinatal.toolkit import record
from perinatal.toolkit.open_plan import NotKeptYet, OpenPlan
from perinatal.toolkit.record import Finding
from perinatal.toolkit.saying import Saying
from perinatal.vault import Draft, NotSixWords, Tampered, make_words


class Keyholding:
    """What a parent can do about what opens her plan. Each verb needs the plan, open."""

    def __init__(self, saying: Saying) -> None:
        self._saying = saying

    async def opens(self, plan: OpenPlan, words: str, other: str | None = None) -> bool:
        """Whether these words, or two cards together, open this very plan. Raises Busy when too many are opening."""
        try:
            return await asyncio.wrap_future(plan.opened.is_opened_by_soon(words, other))
        except NotSixWords:
            return False

    # Two cards for somebody she trusts

    async def entrust(self, plan: OpenPlan, name: str, language: str) -> tuple[str, str]:
        """Two new cards that open the plan together. One alone opens nothing; neither is stored here."""
        if not plan.kept:
            raise NotKeptYet
        word_list = shelf(language).plan_words
        cards = make_words(word_list), make_words(word_list)
        saying = self._saying.saying(plan, Entrusted(name=name), language)
        await asyncio.wrap_future(plan.opened.add_side_door_soon(*cards, saying))
        return cards

    async def take_back(self, plan: OpenPlan, language: str) -> None:
        """The two cards open nothing from now on, whoever has them."""
        if plan.says.entrusted:
            await self._saying.say(plan, Entrusted(standing=False), language, _no_side_door)

    async def entrusted(self, plan: OpenPlan) -> Entrusted | None:
        """Who has two cards that open the plan now: as she said, and only while they do open it."""
        said = plan.says.entrusted
        return said if said and await asyncio.to_thread(lambda: plan.opened.has_side_door) else None

    # The record

    async def check(self, plan: OpenPlan, entries: str, signs: str) -> Finding:
        """Whether the record is still the one a paper was printed from; all that is stored is read once more."""
        mark = record.read_mark(entries, signs)
        if mark is None:
            return Finding.UNREADABLE
        try:
            links = await asyncio.wrap_future(plan.opened.links_soon())
        except Tampered:
            return Finding.CHANGED
        return record.compare(mark, links)


def _no_side_door(draft: Draft) -> None:
    draft.take_side_door_away()
