"""Where everything stands: pages that follow each other, one poster, cards to cut out, what is folded."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from perinatal.paper.look import Edition, Look, Paper, look_of
from perinatal.paper.press.band import Band, band_of
from perinatal.paper.press.card import fit_across
from perinatal.paper.press.flow import place
from perinatal.paper.press.fold import fold
from perinatal.paper.press.laid import At, Laid, foot
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.setting import Setter
from perinatal.paper.press.two_sided import cards_in_a_set
from perinatal.paper.press.zine import zine
from perinatal.paper.sheet import Cards, Layout, Sheet
from perinatal.paper.sizes import (
    POSTER_DRAWINGS,
    POSTER_FREE,
    POSTER_SIZES,
    POSTER_SPREAD,
    USUAL_DRAWING,
    cards_look,
    form_look,
    poster_look,
)


class TooManyWords(Exception):
    """What is to stand on one page does not fit on it, however small."""


def lay_out(sheet: Sheet, paper: Paper, edition: Edition) -> Laid:
    """Everything in its place. A leaflet whose words don't fit, or are to be large, becomes pages."""
    match sheet.layout:
        case Layout.PAGES:
            return _pages(sheet, look_of(paper, edition))
        case Layout.FORM:
            return _pages(sheet, form_look(paper, edition))
        case Layout.POSTER:
            return _poster(sheet, paper)
        case Layout.CARDS:
            return _cards(sheet, cards_look(paper, edition))
        case Layout.FOLD:
            folded = None if edition is Edition.LARGE else fold(sheet, paper)
            return folded or _pages(sheet, form_look(paper, edition))
        case Layout.ZINE:
            return zine(sheet, paper)
        case other:
            assert_never(other)


def pages_of(sheet: Sheet, *, paper: Paper, edition: Edition) -> int:
    """How many pages the sheet takes."""
    return len(lay_out(sheet, paper, edition).pages)


def _pages(sheet: Sheet, look: Look, setter: Setter | None = None) -> Laid:
    setter = setter or Setter(sheet, look, Letters())
    slabs, band, frame = setter.slabs(), band_of(sheet.brand, setter.desk), look.frame
    placed = place(slabs, frame.text_height, first=frame.text_height - band.room if band else None)
    pages: list[list[At]] = []
    feet: list[list[At]] = []
    for number, page in enumerate(placed):
        left = frame.outer if sheet.both_sides and number % 2 else frame.inner
        pages.append([At(slab, left, frame.height - frame.top - down) for slab, down in page])
        feet.append(foot(setter, left, number + 1, len(placed)))
    if band:
        pages[0].append(At(band, frame.inner, frame.bottom + band.height))
    return Laid(frame, setter, pages, feet)


def _poster(sheet: Sheet, paper: Paper) -> Laid:
    """One page in the largest words that fit, then with the largest drawing."""
    tries = _Tries(sheet, paper)
    size = tries.largest(POSTER_SIZES, lambda size: tries.fits(size, POSTER_DRAWINGS[USUAL_DRAWING])) or POSTER_SIZES[0]
    drawing = tries.largest(POSTER_DRAWINGS, lambda drawing: tries.fits(size, drawing))
    if drawing is None:
        raise TooManyWords
    laid = tries.laid(size, drawing)
    return replace(laid, pages=[_spread(laid.pages[0], laid, most=size * POSTER_SPREAD)])


class _Tries:
    """One poster in several sizes. Words that fit in one size fit in every smaller one, so few need to be tried."""

    def __init__(self, sheet: Sheet, paper: Paper) -> None:
        self.sheet, self.paper, self.letters = sheet, paper, Letters()
        self.done: dict[tuple[float, float], Laid] = {}

    def laid(self, size: float, drawing: float) -> Laid:
        """The poster in this size, which may be more than a page."""
        if (size, drawing) not in self.done:
            look = poster_look(self.paper, size, drawing)
            self.done[size, drawing] = _pages(self.sheet, look, Setter(self.sheet, look, self.letters))
        return self.done[size, drawing]

    def fits(self, size: float, drawing: float) -> bool:
        """Whether it is one page."""
        return len(self.laid(size, drawing).pages) == 1

    @staticmethod
    def largest(sizes: tuple[float, ...], fits: Callable[[float], bool]) -> float | None:
        """The largest of these that fits, or None."""
        at = bisect_left(sizes, True, key=lambda size: not fits(size))
        return sizes[at - 1] if at else None


def _spread(page: list[At], laid: Laid, *, most: float) -> list[At]:
    """The same page with its parts as far apart as there is room for; a band stays where it is."""
    words = [at for at in page if not isinstance(at.slab, Band)]
    foot = max((at.top + at.slab.room - at.slab.height for at in page if isinstance(at.slab, Band)), default=0)
    free = words[-1].top - words[-1].slab.height - max(foot, laid.setter.look.frame.bottom)
    step = min(most, free * POSTER_FREE / max(1, len(words) - 1))
    return [at._replace(top=at.top - step * index) for index, at in enumerate(words)] + page[len(words) :]


def _cards(sheet: Sheet, look: Look) -> Laid:
    """As many sets of cards as were asked for; else as many as fit on a page, or the fewest pages for one."""
    letters = Letters()
    asked = next((block.count for block in sheet.blocks if isinstance(block, Cards)), None)
    for count in range(1 if asked else _most_sets(sheet, look), 1, -1):
        laid = _pages(sheet, look, Setter(sheet, look, letters, sets_of_cards=count))
        if len(laid.pages) == 1:
            return laid
    return _pages(sheet, look, Setter(sheet, look, letters, sets_of_cards=asked or 1))


def _most_sets(sheet: Sheet, look: Look) -> int:
    desk = Setter(sheet, look, Letters()).desk
    cards = max(cards_in_a_set(block, desk) for block in sheet.blocks if isinstance(block, Cards))
    rows = int(look.frame.text_height / (2 * look.card.height))
    return max(1, rows * fit_across(look) // cards)
