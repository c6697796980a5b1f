"""Things that are drawn rather than written: signs, QR codes, writing lines, boxes to tick."""

from typing import assert_never

from perinatal.paper.look import INK, PLUM, RULE, Look
from perinatal.paper.press import qr
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.paragraph import Paragraph
from perinatal.paper.press.slab import Slab
from perinatal.paper.press.tree import Node, placed_at
from perinatal.paper.sheet import Sign

_SIGN = 20.0
_RING = "10 19 m 14.97 19 19 14.97 19 10 c 19 5.03 14.97 1 10 1 c 5.03 1 1 5.03 1 10 c 1 14.97 5.03 19 10 19 c h "
_SPEECH = (
    "3 18 m 17 18 l 18.2 18 19 17.2 19 16 c 19 8 l 19 6.8 18.2 6 17 6 c 10 6 l 5 1.5 l 5 6 l 3 6 l "
    "1.8 6 1 6.8 1 8 c 1 16 l 1 17.2 1.8 18 3 18 c h "
)
_QUESTION = "7 12.4 m 7 14.4 8.3 15.6 10 15.6 c 11.8 15.6 13 14.4 13 12.8 c 13 10.6 10 10.6 10 8 c 10 5 m 10 4.9 l"

_ARMS = (
    "14.77 17.63 m 11.60 19.61 7.53 19.43 4.55 17.16 c 1.57 14.90 0.31 11.03 1.37 7.44 c 2.43 3.86 5.60 "
    "1.30 9.33 1.02 c 13.06 0.75 16.58 2.81 18.16 6.20 c "
    "15.70 8.20 m 15.70 10.46 13.86 12.30 11.60 12.30 c 9.34 12.30 7.50 10.46 7.50 8.20 c 7.50 5.94 9.34 "
    "4.10 11.60 4.10 c 13.86 4.10 15.70 5.94 15.70 8.20 c "
)


def sign_path(sign: Sign) -> str:
    """The outline of a sign in a square of 20."""
    match sign:
        case Sign.CHECK:
            return _RING + "5.5 10 m 8.8 6.5 l 14.5 13.5 l"
        case Sign.CHECK_IF:
            return _SPEECH + "6 12 m 8.8 9.2 l 14 15 l"
        case Sign.ASK:
            return _RING + _QUESTION
        case Sign.TALK:
            return _SPEECH + "5.5 14 m 14.5 14 l 5.5 10.5 m 11.5 10.5 l"
        case Sign.LATER:
            return _RING + "10 15.5 m 10 10 l 13.5 7.5 l"
        case Sign.NO:
            return _RING + "6.5 6.5 m 13.5 13.5 l 6.5 13.5 m 13.5 6.5 l"
        case other:
            assert_never(other)


class Stand(Slab):
    """A sign and the words it stands for; only the words are read aloud."""

    def __init__(self, sign: Sign, words: Paragraph) -> None:
        """The words leave room at their left."""
        self.sign, self.words = sign, words
        self.height, self.before, self.after = words.height, words.before, words.after
        self.keep_with_next = True

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the sign in the middle of the first line."""
        size = self.words.type.lead * 0.95
        bottom = top - self.words.type.lead / 2 - size / 2
        with ink.artifact():
            ink.curve(sign_path(self.sign), at=(left, bottom), scale=size / _SIGN, width=1.6, color=PLUM)
        self.words.draw(ink, left, top)


class Square(Slab):
    """A QR code, with words for those who do not see it."""

    def __init__(self, content: str, node: Node, size: float, shift: float) -> None:
        """The size is with the white around the code; `shift` moves it to the right."""
        self.path, self.side = qr.path(qr.modules(content))
        self.node, self.size, self.shift = node, size, shift
        self.height, self.after = size, 2

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw it as one path."""
        x, y = left + self.shift, top - self.size
        if not ink.is_artifact:
            self.node.attributes = placed_at(*ink.where((x, y, x + self.size, top)))
        with ink.belongs_to(self.node):
            ink.filled(self.path, at=(x, y), scale=self.size / self.side, color=INK)


class Ornament(Slab):
    """An arm around something small."""

    def __init__(self, look: Look) -> None:
        """With room above, so that the words of a first page stand in its upper third."""
        self.size, self.above = look.ornament, look.ornament_above
        self.height, self.after = self.size + self.above, 24

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw it at the left."""
        with ink.artifact():
            ink.curve(_ARMS, at=(left, top - self.height), scale=self.size / _SIGN, width=1.3, color=PLUM)


class WritingLine(Slab):
    """An empty line for a pen."""

    def __init__(self, width: float, look: Look) -> None:
        """As wide as it is told, and as high as a hand needs."""
        self.width, self.height = width, look.writing_line

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the line at the foot of its room."""
        with ink.artifact():
            y = top - self.height
            ink.line([(left, y), (left + self.width, y)], width=0.75, color=RULE)


_TOGETHER = 4
"""So many lines for one answer stay on one page."""


def writing_lines(count: int, width: float, look: Look) -> list[Slab]:
    """Some empty lines; a few stay together, and no end of a page leaves one alone."""
    lines: list[Slab] = [WritingLine(width, look) for _ in range(count)]
    for at, line in enumerate(lines[:-1]):
        line.keep_with_next = count <= _TOGETHER or at in (0, count - 2)
    return lines


class TickBox(Slab):
    """An empty box and its words."""

    def __init__(self, words: Paragraph, look: Look) -> None:
        """The words leave room at their left."""
        self.words, self.look = words, look
        self.height, self.before, self.after = words.height, words.before, words.after

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the box in the middle of the first line."""
        size = self.look.tick_box
        y = top - self.words.type.lead / 2 - size / 2
        with ink.artifact():
            ink.box(left, y, (size, size), width=0.75, color=INK)
        self.words.draw(ink, left, top)
