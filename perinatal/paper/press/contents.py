"""The list of chapters: each a line that leads to its page."""

from perinatal.paper.look import RULE, Type
from perinatal.paper.press.ink import Ink, LinkBox
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.lines import Line, break_lines
from perinatal.paper.press.outline import Spot
from perinatal.paper.press.paragraph import Paragraph
from perinatal.paper.press.slab import Slab
from perinatal.paper.press.tree import Node

_NUMBER_ROOM = 2.6
"""Room for a page number, in sizes."""
_DOTS = "[0 4] 0 d "


class ContentsLine(Slab):
    """A chapter and its page, as one link. The page is known once everything has its place."""

    def __init__(self, target: Spot, entry: Node, letters: Letters, type_: Type, width: float) -> None:
        """The heading it leads to, and the element of this entry."""
        self.target, self.entry, self.type, self.width, self.letters = target, entry, type_, width, letters
        words = break_lines(target.words, letters, type_, width - type_.size * _NUMBER_ROOM)
        # A space is said between the chapter and its page.
        self.words = words._replace(lines=[*words.lines[:-1], Line(words.lines[-1].words, spaced=True)])
        self.height = len(self.words.lines) * type_.lead
        self.after = type_.after

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the words, dots, and the page number at the right."""
        link = self.entry.add("Reference").add("Link")
        words = Paragraph(self.words, self.type, link)
        words.draw(ink, left, top)
        number = break_lines(f"{self.target.page + 1}", self.letters, self.type, self.width)
        x = left + self.width - number.width
        last_line = top - self.height + self.type.lead
        Paragraph(number, self.type, link).draw(ink, x, last_line)
        self._draw_dots(ink, left, x, last_line)
        ink.link(LinkBox(link, self.target, (left, top - self.height, left + self.width, top)))

    def _draw_dots(self, ink: Ink, left: float, right: float, last_line: float) -> None:
        end = self.words.cut(len(self.words.lines) - 1)[1].width
        y = last_line - self.type.lead / 2 - self.type.size * 0.34
        if right - left - end < 4 * self.type.size:
            return
        with ink.artifact():
            gap = self.type.size * 0.6
            ink.line([(left + end + gap, y), (right - gap, y)], width=1, color=RULE, dash=_DOTS)
