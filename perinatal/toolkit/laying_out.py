"""Which sheet a copy is, in one language or two, and how its words come to fit on its paper."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import assert_never

from perinatal.care import CarePlan, Reader
from perinatal.library import Shelf, shelf
from perinatal.paper import (
    Edition,
    Fit,
    Picks,
    Sheet,
    Way,
    birth_pages,
    booklet,
    draw,
    fitting,
    made_for,
    pages_of,
    panels_of,
    side_by_side,
    zines,
)
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


def laid_out(says: CarePlan, reader: Reader, copy: Copy, sheet: CopySheet, made: date) -> Fit:
    """The sheet that says this for this reader, and what there was no room for."""
    ways = _ways(says, reader, shelf(copy.language), sheet, made)
    if _is_in_two(copy) and sheet is not CopySheet.ZINE:
        others = _ways(says, reader, shelf(copy.beside), sheet, made)
        ways = [partial(_both, one, other) for one, other in zip(ways, others, strict=True)]
    return fitting(ways, partial(_fits, copy=copy, sheet=sheet))


def drawn(made: Sheet, copy: Copy, sheet: CopySheet) -> bytes:
    """The sheet on its paper."""
    return draw(made, paper=copy.paper, edition=_edition(copy, sheet), mono=copy.mono)


def _ways(says: CarePlan, reader: Reader, words: Shelf, sheet: CopySheet, made: date) -> Sequence[Way]:
    match sheet:
        case CopySheet.BOOKLET:
            return [partial(_booklet, says, reader, words, made)]
        case CopySheet.PAGE:
            return birth_pages(says, words, made, reader)
        case CopySheet.ZINE:
            return zines(says, words, made, reader)
        case other:
            assert_never(other)


def _booklet(says: CarePlan, reader: Reader, words: Shelf, made: date) -> Fit:
    everything = Picks(questions=frozenset(words.questions), topics=frozenset(words.topics))
    return Fit(sheet=made_for(reader, booklet(says, words, made, picks=everything, day_of=day_here), words))


def _both(one: Way, other: Way) -> Fit:
    first = one()
    return first.model_copy(update={"sheet": side_by_side(first.sheet, other().sheet)})


def _fits(made: Sheet, copy: Copy, sheet: CopySheet) -> bool:
    match sheet:
        case CopySheet.BOOKLET:
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
