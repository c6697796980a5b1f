"""The pages of a document with everything in its place, before a pen touches them."""

from dataclasses import dataclass
from typing import NamedTuple

from perinatal.paper.look import Frame, Role
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.lines import break_lines
from perinatal.paper.press.paragraph import Paragraph
from perinatal.paper.press.setting import Setter
from perinatal.paper.press.slab import Slab
from perinatal.paper.press.tree import Node


class At(NamedTuple):
    """A slab, its upper left corner, and the point around which it is turned on its head, if it is."""

    slab: Slab
    left: float
    top: float
    around: tuple[float, float] | None = None

    def draw(self, ink: Ink) -> None:
        """Draw it where it stands."""
        if self.around is None:
            self.slab.draw(ink, self.left, self.top)
            return
        with ink.turned(self.around):
            self.slab.draw(ink, self.left, self.top)


@dataclass(frozen=True)
class Laid:
    """All pages of a document, and the foot of each, which is not read aloud."""

    frame: Frame
    setter: Setter
    pages: list[list[At]]
    feet: list[list[At]]


def foot(setter: Setter, left: float, page: int, pages: int) -> list[At]:
    """What stands at the foot of a page: what this is, and which page it is."""
    frame, type_ = setter.look.frame, setter.look.types[Role.FOOTER]
    words = setter.sheet.page.format(page=page, pages=pages)
    place_of_page = break_lines(words, setter.letters, type_, frame.text_width)
    footer = break_lines(setter.sheet.footer, setter.letters, type_, frame.text_width - place_of_page.width)
    top = frame.footer + type_.lead / 2
    return [
        At(Paragraph(footer, type_, Node("P")), left, top + (len(footer.lines) - 1) * type_.lead),
        At(Paragraph(place_of_page, type_, Node("P")), left + frame.text_width - place_of_page.width, top),
    ]
