"""Cards to cut out and fold: two halves one above the other, cut marks at the corners, fold marks between."""

from collections.abc import Sequence

from perinatal.paper.look import RULE, CardSize, Look
from perinatal.paper.press.flow import Placed, place
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.slab import Slab

_HALVES = 2
_DASH = "[3 2] 0 d "
_MARK_WIDTH = 0.5


def cards(slabs: Sequence[Slab], look: Look) -> list[Slab]:
    """Rows of cards, as many as these slabs need; each half is filled before the next begins."""
    size = look.card
    halves = place(slabs, size.height - 2 * size.edge)
    folded = [halves[start : start + _HALVES] for start in range(0, len(halves), _HALVES)]
    across = fit_across(look)
    return [CardRow(folded[start : start + across], look) for start in range(0, len(folded), across)]


def fit_across(look: Look) -> int:
    """How many cards stand side by side."""
    room = look.frame.width - 2 * (look.card.mark + look.card.mark_off)
    return max(1, int((room + look.card.gap) / (look.card.width + look.card.gap)))


class CardRow(Slab):
    """Cards side by side, in the middle of the paper."""

    def __init__(self, folded: list[list[list[Placed]]], look: Look) -> None:
        """Each card has one half or two, each half its slabs."""
        self.folded, self.look = folded, look
        marks = look.card.mark + look.card.mark_off
        self.height = _HALVES * look.card.height + 2 * marks
        self.before, self.after = 6, 12

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the marks, then what is said."""
        size = self.look.card
        count = len(self.folded)
        x = (self.look.frame.width - count * size.width - (count - 1) * size.gap) / 2
        top -= size.mark + size.mark_off
        for halves in self.folded:
            draw_marks(ink, size, x, top)
            for index, half in enumerate(halves):
                for slab, down in half:
                    slab.draw(ink, x + size.edge, top - index * size.height - size.edge - down)
            x += size.width + size.gap


def draw_marks(ink: Ink, size: CardSize, x: float, top: float) -> None:
    """Draw where to cut and where to fold."""
    bottom, right = top - _HALVES * size.height, x + size.width
    far, near = size.mark + size.mark_off, size.mark_off
    with ink.artifact():
        for edge, away in ((x, -1), (right, 1)):
            for y in (top, bottom):
                ink.line([(edge + away * near, y), (edge + away * far, y)], width=_MARK_WIDTH, color=RULE)
            fold = top - size.height
            ends = [(edge + away * near, fold), (edge + away * far, fold)]
            ink.line(ends, width=_MARK_WIDTH, color=RULE, dash=_DASH)
        for edge, away in ((top, 1), (bottom, -1)):
            for side in (x, right):
                ends = [(side, edge + away * near), (side, edge + away * far)]
                ink.line(ends, width=_MARK_WIDTH, color=RULE)
