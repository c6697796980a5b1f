"""Copies of a plan for one reader: what may go in, what stays out, and printing it.

The parent's sharing decides what a copy can hold; here she can only leave more of it out. A paper for somebody else is
made from the turns that go in and from nothing else, so that what stays out changes no byte of it.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from enum import StrEnum

from perinatal.care import CarePlan, Reader
from perinatal.care.said import Printed
from perinatal.library import shelf
from perinatal.paper import Picks, Sheet, booklet, draw, made_for, with_mark
from perinatal.toolkit.offering import CopyOffer, offer
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.toolkit.printing import Copy, day_here
from perinatal.toolkit.record import mark_of
from perinatal.toolkit.saying import Saying


class CopySheet(StrEnum):
    """What can be printed of a plan for a reader."""

    BOOKLET = "booklet"
    """All that was chosen, page after page."""


class Copying:
    """What a parent can do to hand somebody a paper. Each needs her own plan, open."""

    def __init__(self, saying: Saying, today: Callable[[], date]) -> None:
        self._saying, self._today = saying, today

    def offer(self, plan: OpenPlan, reader: Reader, language: str) -> CopyOffer:
        """What a copy for this reader may hold today, and what stays out. Hidden parts are in neither."""
        return offer(plan.turns, reader, shelf(language), self._today())

    async def print(
        self, plan: OpenPlan, reader: Reader, copy: Copy, *, keep: frozenset[str], sheet: CopySheet = CopySheet.BOOKLET
    ) -> bytes:
        """A paper with these items, as far as the reader may have them. That it was printed is noted before."""
        await self._saying.say(plan, Printed(sheet=sheet, reader=reader), copy.language)
        made = self._sheet(plan, reader, copy, keep)
        return await asyncio.to_thread(draw, made, paper=copy.paper, edition=copy.edition)

    def _sheet(self, plan: OpenPlan, reader: Reader, copy: Copy, keep: frozenset[str]) -> Sheet:
        words = shelf(copy.language)
        says = CarePlan.for_copy(reader, plan.turns, self._kept(plan, reader, copy.language, keep))
        everything = Picks(questions=frozenset(words.questions), topics=frozenset(words.topics))
        sheet = booklet(says, words, self._today(), picks=everything, day_of=day_here)
        if reader is Reader.ME:  # how much else was said stands in no paper for others
            return with_mark(sheet, mark_of(plan.opened.head), words)
        return made_for(reader, sheet, words)

    def _kept(self, plan: OpenPlan, reader: Reader, language: str, keep: frozenset[str]) -> frozenset[str]:
        """Of these items, those the reader may have now: somebody may have closed one since they were offered."""
        return keep & {item.id for item in self.offer(plan, reader, language).items}
