"""Fitting words on a page of a set size: the longest way of saying them that fits, never a word cut off at an edge."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from pydantic import BaseModel

from perinatal.paper.sheet import Sheet


class Fit(BaseModel, frozen=True):
    """A sheet, and what it says shorter than the parent did, or not at all, by id. The paper says so too, in words."""

    sheet: Sheet
    shortened: tuple[str, ...] = ()
    left_off: tuple[str, ...] = ()


Way = Callable[[], Fit]
"""One way to say it, worked out only when it is tried."""


def fitting(ways: Sequence[Way], fits: Callable[[Sheet], bool]) -> Fit:
    """The first of these ways, each shorter than the one before, that fits; the shortest if none does."""
    last = len(ways) - 1
    return ways[bisect_left(range(last), True, key=lambda at: fits(ways[at]().sheet))]()
