"""A drawing of ours: light areas, and lines over them. It adorns, and is not read aloud."""

from perinatal.paper.drawings import SIDE, drawn
from perinatal.paper.look import PLUM, TINT
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.slab import Slab

_WIDTH = 2.6
"""How wide a line is, of 96."""


class Drawing(Slab):
    """One drawing."""

    def __init__(self, name: str, size: float, after: float) -> None:
        """By its name, as high and as wide as this."""
        self.drawn, self.size = drawn(name), size
        self.height, self.after, self.keep_with_next = size, after, True

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw it at the left."""
        at, scale = (left - self.size * 0.06, top - self.height), self.size / SIDE
        with ink.artifact():
            ink.filled(self.drawn.tints, at=at, scale=scale, color=TINT)
            ink.curve(self.drawn.lines, at=at, scale=scale, width=_WIDTH, color=PLUM)
