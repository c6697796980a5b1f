"""A paragraph: words broken into ragged lines, drawn as one element even when a page ends inside it."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple, Self

from perinatal.paper.look import FEWEST_LINES, PLUM, Type
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.lines import Lines, Part
from perinatal.paper.press.slab import Slab
from perinatal.paper.press.tree import Node

_RULE_WIDTH = 2
_RULE_INSET = 3
_BASELINE = 0.34
"""How far the middle of small letters stands above the baseline, in sizes."""


class Label(NamedTuple):
    """A bullet or a number before a list item, as its own element."""

    node: Node
    words: str


class _Stroke(NamedTuple):
    """What the pen does next for one element: go somewhere, or show a part of a word."""

    node: Node
    part: Part | None
    x: float = 0
    y: float = 0


class Paragraph(Slab):
    """Lines of words in one type."""

    def __init__(self, lines: Lines, type_: Type, node: Node, label: Label | None = None) -> None:
        """Words already broken, and the element they belong to."""
        self.lines, self.type, self.node, self.label = lines, type_, node, label
        self.before, self.after, self.keep_with_next = type_.before, type_.after, type_.keep_with_next
        self.height = len(lines.lines) * type_.lead
        self.rule_below = 0.0
        """How far the quiet line goes on below, to the next paragraph of the same words."""

    @property
    def least(self) -> float:
        """Two lines; all of it when it has three or less, since one line never stands alone."""
        count = len(self.lines.lines)
        return self.type.lead * (count if count < 2 * FEWEST_LINES else FEWEST_LINES)

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Cut between lines, with two or more on each side."""
        fitting = min(int(room / self.type.lead + 0.01), len(self.lines.lines) - FEWEST_LINES)
        if fitting < FEWEST_LINES:
            return None
        first, rest = self.lines.cut(fitting)
        upper = type(self)(first, self.type, self.node, self.label)
        lower = type(self)(rest, self.type, self.node)
        upper.spot, upper.after, lower.before, lower.rule_below = self.spot, 0, 0, self.rule_below
        return upper, lower

    def ends_page(self) -> None:
        """The quiet line does not run into the margin."""
        self.rule_below = 0

    @property
    def first_baseline(self) -> float:
        """How far below the top the first line stands."""
        return self.type.lead / 2 + self.type.size * _BASELINE

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the label, the lines, and the quiet rule beside the parent's words."""
        if self.type.ruled:
            self._draw_rule(ink, left, top)
        if self.label:
            self._draw_label(ink, self.label, left, top - self.first_baseline)
        ink.begin_text(self.type.color)
        self._show(ink, list(self._strokes(ink, left + self.type.indent, top - self.first_baseline)))
        ink.end_text()

    def _show(self, ink: Ink, strokes: list[_Stroke]) -> None:
        for node, run in groupby(strokes, key=lambda stroke: stroke.node):
            if node is not self.node:
                self.node.kids.append(node)
            with ink.belongs_to(node):
                _show_run(ink, list(run), self.type.size)

    def _strokes(self, ink: Ink, x: float, y: float) -> Iterator[_Stroke]:
        for line in self.lines.lines:
            shift = (self.lines.room - self.lines.width_of(line)) / 2 if self.type.centered else 0
            yield _Stroke(self.node, None, x + shift, y)
            y -= self.type.lead
            for index, word in enumerate(line.words):
                if index and not word.glued:
                    yield _Stroke(self.node, self.lines.space)
                for part in word.parts:
                    yield _Stroke(self._owner(ink, part), part)
            if line.spaced:
                yield _Stroke(self.node, self.lines.space)

    def _owner(self, ink: Ink, part: Part) -> Node:
        # A box drawn for a sign is an element of its own, which says the sign.
        if not part.piece.instead_of or ink.is_artifact:
            return self.node
        return Node("Span", actual=part.piece.instead_of)

    def _draw_rule(self, ink: Ink, left: float, top: float) -> None:
        x = left + _RULE_WIDTH / 2
        with ink.artifact():
            below = self.rule_below + _RULE_INSET if self.rule_below else -_RULE_INSET
            ends = [(x, top - _RULE_INSET), (x, top - self.height - below)]
            ink.line(ends, width=_RULE_WIDTH, color=PLUM)

    def _draw_label(self, ink: Ink, label: Label, left: float, baseline: float) -> None:
        face = self.lines.space.piece.face
        setting = ink.letters.set(label.words, face, self.type.size)
        ink.begin_text(self.type.color)
        ink.move_to(left, baseline)
        with ink.belongs_to(label.node):
            ink.show(face, self.type.size, setting.code)
        ink.end_text()


def _show_run(ink: Ink, strokes: list[_Stroke], size: float) -> None:
    face, code = None, ""
    for stroke in strokes:
        if stroke.part is None:
            if face is not None:
                ink.show(face, size, code)
            face, code = None, ""
            ink.move_to(stroke.x, stroke.y)
            continue
        if face is not None and stroke.part.piece.face is not face:
            ink.show(face, size, code)
            code = ""
        face = stroke.part.piece.face
        code += stroke.part.setting.code
    if face is not None:
        ink.show(face, size, code)
