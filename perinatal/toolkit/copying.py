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
from perinatal.library import Shelf, shelf
from perinatal.paper import Fit, with_mark
from perinatal.toolkit.changing import changes, last_printed
from perinatal.toolkit.laying_out import CopySheet, Order, belongs_on, drawn, laid_out
from perinatal.toolkit.offering import CopyOffer, offer
from perinatal.toolkit.open_plan import OpenPlan, Turns
from perinatal.toolkit.printing import Copy, day_here
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

    def offer(self, plan: OpenPlan, reader: Reader, language: str, sheet: CopySheet = CopySheet.BOOKLET) -> CopyOffer:
        """What such a paper may hold today, and what stays out. Hidden parts are in neither."""
        return self._offer(plan.turns, reader, shelf(language), sheet)

    def last_printed(self, plan: OpenPlan, reader: Reader) -> date | None:
        """The day of the last paper of this plan for this reader, if there was one."""
        last = last_printed(plan.turns, reader)
        return None if last is None else day_here(plan.turns[last].at)

    def no_room(self, plan: OpenPlan, reader: Reader, copy: Copy, *, keep: frozenset[str], sheet: CopySheet) -> NoRoom:
        """What such a paper would say shorter, or not at all. The paper says so too; nothing is cut at an edge."""
        words = shelf(copy.language)
        titles = {id: question.ask for id, question in words.questions.items()}
        titles |= {id: topic.title for id, topic in words.topics.items()}
        fit = self._fit(plan.turns, reader, copy, keep, sheet)
        shortened, left_off = (tuple(titles[id] for id in ids) for ids in (fit.shortened, fit.left_off))
        return NoRoom(shortened=shortened, left_off=left_off)

    async def print(
        self, plan: OpenPlan, reader: Reader, copy: Copy, *, keep: frozenset[str], sheet: CopySheet = CopySheet.BOOKLET
    ) -> bytes:
        """A paper with these items, as far as the reader may have them. That it was printed is noted before."""
        noted = await self._saying.say(plan, Printed(sheet=sheet, reader=reader), copy.language)
        # Made of what is so after it is noted, since another page may have stopped something; but not since this paper.
        turns = tuple(turn for turn in plan.turns if turn.id != noted.id)
        made = self._fit(turns, reader, copy, keep, sheet).sheet
        if reader is Reader.ME and sheet is CopySheet.BOOKLET:  # others are not told how much else was said
            made = with_mark(made, mark_of(plan.opened.head), shelf(copy.language))
        return await asyncio.to_thread(drawn, made, copy, sheet)

    def _offer(self, turns: Turns, reader: Reader, words: Shelf, sheet: CopySheet) -> CopyOffer:
        day = self._today()
        there = offer(turns, reader, words, day)
        new = changes(turns, reader, words, day) if sheet is CopySheet.CHANGED else None
        items = tuple(item for item in there.items if belongs_on(item.id, sheet, words, new))
        return there.model_copy(update={"items": items})

    def _fit(self, turns: Turns, reader: Reader, copy: Copy, keep: frozenset[str], sheet: CopySheet) -> Fit:
        words, day = shelf(copy.language), self._today()
        kept = keep & {item.id for item in self._offer(turns, reader, words, sheet).items}
        says = CarePlan.for_copy(reader, turns, kept)
        new = changes(turns, reader, words, day) if sheet is CopySheet.CHANGED else None
        return laid_out(says, Order(reader=reader, copy_as=copy, sheet=sheet, made=day, changes=new))
