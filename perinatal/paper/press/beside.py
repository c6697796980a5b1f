"""Two languages side by side: one row holds the same in both, and a heading is one heading with both in it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest
from typing import Self

from perinatal.paper import sheet as said
from perinatal.paper.look import Role
from perinatal.paper.press import shapes
from perinatal.paper.press.desk import BULLET, HEADINGS, VOICES, Desk, listing
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.lines import Line
from perinatal.paper.press.paragraph import Label, Paragraph
from perinatal.paper.press.slab import Slab
from perinatal.paper.press.tree import Node


class NotTheSameKindError(Exception):
    """Two languages do not say the same kind of thing in one place: a fault of a sheet, never of words."""


def set_beside(block: said.Beside, desk: Desk) -> list[Slab]:
    """Rows of both, as many as are said."""
    gap = desk.look.column_gap
    half = replace(desk, width=(desk.look.frame.text_width - gap) / 2)
    twins = _Twins(half, half.width + gap, block.language)
    match block.first, block.second:
        case said.Heading() as first, said.Heading() as second:
            return [twins.whole(f"H{first.level}", HEADINGS[first.level], first.words, second.words)]
        case said.Answer() as first, said.Answer() as second:
            return [twins.whole("H3", Role.QUESTION, first.question, second.question)]
        case said.Paragraph() as first, said.Paragraph() as second:
            return twins.words(first.words, second.words, VOICES[first.voice])
        case said.Stand() as first, said.Stand() as second:
            return [twins.stand(first, second)]
        case said.Points() as first, said.Points() as second:
            return twins.points(first, second)
        case said.Lines() as first, said.Lines() as second:
            empty = [shapes.WritingLine(desk.look.frame.text_width, desk.look) for _ in range(first.count)]
            return [*twins.words(first.label, second.label, Role.QUESTION), *empty]
        case _:
            raise NotTheSameKindError


class _Twins:
    """Makes rows of two, for one place on the desk."""

    def __init__(self, desk: Desk, shift: float, language: str) -> None:
        self.desk, self.shift, self.language = desk, shift, language

    def row(self, first: Paragraph, second: Paragraph, over: Callable[[Paragraph], Slab] | None = None) -> Slab:
        """One row, drawn as it is, or with something beside its first words."""
        return Twin(over(first) if over else first, second, self.shift, self.desk.look.frame.text_height)

    def whole(self, role: str, type_: Role, first: str, second: str) -> Slab:
        """One element that says it in one language and then in the other."""
        return self._within(self.desk.root.add(role), type_, first, second)

    def words(self, first: str, second: str, role: Role) -> list[Slab]:
        """Paragraphs of ours, row by row."""
        lines = zip_longest(first.splitlines(), second.splitlines(), fillvalue="")
        return [self._paragraphs(one, other, role) for one, other in lines]

    def stand(self, first: said.Stand, second: said.Stand) -> Slab:
        """The sign once, and its words in both."""
        one, other = self._two(first.words, second.words, Role.STAND)
        return self.row(one, other, over=lambda words: shapes.Stand(first.sign, words))

    def points(self, first: said.Points, second: said.Points) -> list[Slab]:
        """A list whose every item says it in both."""
        list_ = listing(self.desk.root, "Disc")
        made: list[Slab] = []
        for one, other in zip(first.items, second.items, strict=True):
            item = list_.add("LI")
            label, body = Label(item.add("Lbl"), BULLET), item.add("LBody")
            words = self.desk.paragraph(one.words, Role.ITEM, body.add("Span"))
            left = Paragraph(words.lines, words.type, words.node, label)
            right = self.desk.paragraph(other.words, Role.ITEM, body.add("Span", language=self.language))
            made.append(self.row(_spaced(left), right))
        return made

    def _paragraphs(self, first: str, second: str, role: Role) -> Slab:
        return self.row(*self._two(first, second, role))

    def _two(self, first: str, second: str, role: Role) -> tuple[Paragraph, Paragraph]:
        root = self.desk.root
        one = self.desk.paragraph(first, role, root.add("P"))
        return one, self.desk.paragraph(second, role, root.add("P", language=self.language))

    def _within(self, node: Node, role: Role, first: str, second: str) -> Slab:
        one = self.desk.paragraph(first, role, node.add("Span"))
        other = self.desk.paragraph(second, role, node.add("Span", language=self.language))
        return self.row(_spaced(one), other)


class Twin(Slab):
    """Words and the same words in another language, at one height."""

    def __init__(self, left: Slab, right: Paragraph, shift: float, page: float) -> None:
        """`shift`: how far right the second column begins. `page`: how high a page is."""
        self.left, self.right, self.shift, self.page = left, right, shift, page
        self.height = max(left.height, right.height)
        self.before, self.after = max(left.before, right.before), max(left.after, right.after)
        self.keep_with_next = right.keep_with_next or left.keep_with_next

    @property
    def least(self) -> float:
        """All of it, unless no page could hold it."""
        return self.height if self.height <= self.page else self.page / 3

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Cut both where the page ends; only what is higher than a page is cut."""
        if not isinstance(self.left, Paragraph):
            return None
        parts = [_cut(words, room) for words in (self.left, self.right)]
        if parts[0] is None or parts[1] is None:
            return None
        upper = type(self)(parts[0][0], parts[1][0], self.shift, self.page)
        lower = type(self)(parts[0][1], parts[1][1], self.shift, self.page)
        upper.spot = self.spot
        return upper, lower

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the first, then the second."""
        for words, x in ((self.left, left), (self.right, left + self.shift)):
            if not isinstance(words, Paragraph) or words.lines.lines:
                words.draw(ink, x, top)


def _cut(words: Paragraph, room: float) -> tuple[Paragraph, Paragraph] | None:
    if words.height > room:
        return words.split(room)
    return words, Paragraph(words.lines.cut(len(words.lines.lines))[1], words.type, words.node)


def _spaced(words: Paragraph) -> Paragraph:
    """The same, with a space said at its end, because the other language follows in the same element."""
    lines = words.lines.lines
    if lines:
        lines[-1] = Line(lines[-1].words, spaced=True)
    return words
