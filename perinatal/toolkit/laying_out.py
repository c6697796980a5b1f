"""Which sheet a copy is, in one language or two, and how its words come to fit on its paper."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import assert_never

from pydantic import BaseModel

from perinatal.care import PLACES, CarePlan, Reader
from perinatal.library import Shelf, shelf
from perinatal.paper import (
    AFTER_BIRTH,
    Edition,
    Fit,
    Older,
    Sheet,
    Way,
    birth_pages,
    booklet,
    changed,
    draw,
    everything,
    fitting,
    made_for,
    months,
    pages_of,
    panels_of,
    side_by_side,
    zines,
)
from perinatal.toolkit.addressing import GOALS, part_of
from perinatal.toolkit.changing import Changes, title_of
from perinatal.toolkit.printing import Copy, day_here

_SMALL_PAGES = 8


class CopySheet(StrEnum):
    """What can be printed of a plan for a reader."""

    BOOKLET = "booklet"
    """All that was chosen, page after page."""
    PAGE = "page"
    """Birth preferences on one page. Large print takes two, and a second language as much again."""
    ZINE = "zine"
    """Eight small pages on one, to be folded for a pocket. It has one size and one language."""
    CHANGED = "changed"
    """What changed since the last paper for the same reader; all of it, if there is none."""
    MONTHS = "months"
    """The first year after birth, month by month, with lines."""


class Order(BaseModel, frozen=True):
    """What is to be printed: for whom, how, which sheet, on which day."""

    reader: Reader
    copy_as: Copy
    sheet: CopySheet
    made: date
    changes: Changes | None = None
    """What changed since the last paper for this reader, if there was one."""


def belongs_on(item: str, sheet: CopySheet, words: Shelf, changes: Changes | None) -> bool:
    """Whether this sheet has a place for something that may go in."""
    match sheet:
        case CopySheet.BOOKLET:
            return True
        case CopySheet.CHANGED:
            return changes is None or item in changes.said
        case CopySheet.PAGE | CopySheet.ZINE:
            return item in words.topics or (item in words.questions and bool(words.questions[item].birth_page))
        case CopySheet.MONTHS:
            return part_of(item, words) in (AFTER_BIRTH, GOALS) or item == PLACES
        case other:
            assert_never(other)


def laid_out(says: CarePlan, order: Order) -> Fit:
    """The sheet that says this for this reader, and what there was no room for."""
    copy = order.copy_as
    ways = _ways(says, order, shelf(copy.language))
    if _is_in_two(copy) and order.sheet is not CopySheet.ZINE:
        others = _ways(says, order, shelf(copy.beside))
        ways = [partial(_both, one, other) for one, other in zip(ways, others, strict=True)]
    return fitting(ways, partial(_fits, copy=copy, sheet=order.sheet))


def drawn(made: Sheet, copy: Copy, sheet: CopySheet) -> bytes:
    """The sheet on its paper."""
    return draw(made, paper=copy.paper, edition=_edition(copy, sheet), mono=copy.mono)


def _ways(says: CarePlan, order: Order, words: Shelf) -> Sequence[Way]:
    match order.sheet:
        case CopySheet.BOOKLET | CopySheet.CHANGED | CopySheet.MONTHS:
            return [partial(_on_many_pages, says, order, words)]
        case CopySheet.PAGE:
            return birth_pages(says, words, order.made, order.reader)
        case CopySheet.ZINE:
            return zines(says, words, order.made, order.reader)
        case other:
            assert_never(other)


def _on_many_pages(says: CarePlan, order: Order, words: Shelf) -> Fit:
    if order.sheet is CopySheet.MONTHS:
        sheet = months(says, words, order.made, day_here)
    elif order.sheet is CopySheet.CHANGED and order.changes:
        taken = tuple(title_of(each, words) for each in order.changes.taken)
        sheet = changed(says, words, order.made, Older(order.changes.since, taken), day_here)
    else:
        sheet = booklet(says, words, order.made, picks=everything(words), day_of=day_here)
    return Fit(sheet=made_for(order.reader, sheet, words))


def _both(one: Way, other: Way) -> Fit:
    first = one()
    return first.model_copy(update={"sheet": side_by_side(first.sheet, other().sheet)})


def _fits(made: Sheet, copy: Copy, sheet: CopySheet) -> bool:
    match sheet:
        case CopySheet.BOOKLET | CopySheet.CHANGED | CopySheet.MONTHS:
            return True
        case CopySheet.PAGE:
            return pages_of(made, paper=copy.paper, edition=_edition(copy, sheet)) <= _most_pages(copy)
        case CopySheet.ZINE:
            return panels_of(made, paper=copy.paper) <= _SMALL_PAGES
        case other:
            assert_never(other)


def _most_pages(copy: Copy) -> int:
    return (2 if copy.edition is Edition.LARGE else 1) * (2 if _is_in_two(copy) else 1)


def _is_in_two(copy: Copy) -> bool:
    return copy.beside not in ("", copy.language)


def _edition(copy: Copy, sheet: CopySheet) -> Edition:
    """The size asked for; compact is for what stands on one page, and for nothing else."""
    if copy.edition is Edition.LARGE:
        return Edition.LARGE
    return Edition.COMPACT if sheet is CopySheet.PAGE else Edition.STANDARD
