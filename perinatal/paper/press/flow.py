"""Putting slabs on pages: headings stay with what they head, and nothing is pushed off the paper."""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from perinatal.paper.press.slab import Slab

_HAIR = 0.01


class DoesNotFitError(Exception):
    """A slab is higher than a page and cannot be cut: a fault of the press, never of words."""


class Placed(NamedTuple):
    """A slab and how far below the top of its page it begins."""

    slab: Slab
    down: float


def place(slabs: Iterable[Slab], height: float, *, first: float | None = None) -> list[list[Placed]]:
    """Slabs on as many pages of this height as they need; the first page may have another."""
    waiting = deque(slabs)
    pages: list[list[Placed]] = [[]]
    used, below = 0.0, 0.0
    while waiting:
        slab = waiting.popleft()
        gap = max(slab.before, below) if pages[-1] else 0
        room = (height if first is None or len(pages) > 1 else first) - used - gap
        if pages[-1] and (slab.begins_page or _needs(slab, waiting) > room + _HAIR):
            waiting.appendleft(slab)
            slab.begins_page = False
            pages[-1][-1].slab.ends_page()
            pages.append([])
            used, below = 0.0, 0.0
            continue
        if slab.height > room + _HAIR:
            parts = slab.split(room)
            if parts is None:
                raise DoesNotFitError
            slab, rest = parts
            rest.begins_page = True
            waiting.appendleft(rest)
        pages[-1].append(Placed(slab, used + gap))
        used, below = used + gap + slab.height, slab.after
    return pages


def _needs(slab: Slab, following: Iterable[Slab]) -> float:
    """The least height that must stand together: a heading, and the first of what it heads."""
    needed = 0.0
    for after in following:
        if not slab.keep_with_next:
            break
        needed += slab.height + max(slab.after, after.before)
        slab = after
    return needed + slab.least
