"""Copies of a plan for one reader: what may go in, what stays out, and printing it.

The parent's sharing decides what a copy can hold; here she can only leave more of it out. A paper for somebody else is
made from the turns that go in and from nothing else, so that what stays out changes no byte of it.
"""

import asyncio
from collections.abc import Callable
from datetime import date

from pydantic import BaseModel, Field

from perinatal.care import CarePlan, Reader
from perinatal.care.said import Printed
from perinatal.library import shelf
from perinatal.paper import Fit, with_mark
from perinatal.toolkit.laying_out import CopySheet, drawn, laid_out
from perinatal.toolkit.offering import CopyOffer, offer
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.toolkit.printing import Copy
from perinatal.toolkit.record import mark_of
from perinatal.toolkit.saying import Saying


class NoRoom(BaseModel, frozen=True):
    """What a paper says shorter than the parent did, or not at all: titles, for her screen."""

    shortened: tuple[str, ...] = Field(repr=False)
    left_off: tuple[str, ...] = Field(repr=False)


class Copying:
    """What a parent can do to hand somebody a paper. Each needs her own plan, open."""

    def __init__(self, saying: Saying, today: Callable[[], date]) -> None:
        self._saying, self._today = saying, today

    def offer(self, plan: OpenPlan, reader: Reader, language: str) -> CopyOffer:
        """What a copy for this reader may hold today, and what stays out. Hidden parts are in neither."""
        return offer(plan.turns, reader, shelf(language), self._today())

    def no_room(self, plan: OpenPlan, reader: Reader, copy: Copy, *, keep: frozenset[str], sheet: CopySheet) -> NoRoom:
        """What such a paper would say shorter, or not at all. The paper says so too; nothing is cut at an edge."""
        words = shelf(copy.language)
        titles = {id: question.ask for id, question in words.questions.items()}
        titles |= {id: topic.title for id, topic in words.topics.items()}
        fit = self._fit(plan, reader, copy, keep, sheet)
        shortened, left_off = (tuple(titles[id] for id in ids) for ids in (fit.shortened, fit.left_off))
        return NoRoom(shortened=shortened, left_off=left_off)

    async def print(
        self, plan: OpenPlan, reader: Reader, copy: Copy, *, keep: frozenset[str], sheet: CopySheet = CopySheet.BOOKLET
    ) -> bytes:
        """A paper with these items, as far as the reader may have them. That it was printed is noted before."""
        await self._saying.say(plan, Printed(sheet=sheet, reader=reader), copy.language)
        made = self._fit(plan, reader, copy, keep, sheet).sheet
        if reader is Reader.ME and sheet is CopySheet.BOOKLET:  # others are not told how much else was said
            made = with_mark(made, mark_of(plan.opened.head), shelf(copy.language))
        return await asyncio.to_thread(drawn, made, copy, sheet)

    def _fit(self, plan: OpenPlan, reader: Reader, copy: Copy, keep: frozenset[str], sheet: CopySheet) -> Fit:
        says = CarePlan.for_copy(reader, plan.turns, self._kept(plan, reader, copy.language, keep))
        return laid_out(says, reader, copy, sheet, self._today())

    def _kept(self, plan: OpenPlan, reader: Reader, language: str, keep: frozenset[str]) -> frozenset[str]:
        """Of these items, those the reader may have now: somebody may have closed one since they were offered."""
        return keep & {item.id for item in self.offer(plan, reader, language).items}
