"""Eight small pages on one sheet of paper, to be folded and cut once in the middle.

7 6 5 4   on their heads    The pages are set one after another like any others, and only then put where folding needs
8 1 2 3   upright           them. Read aloud, they come in the order of the pages.
"""

from collections.abc import Iterator

from perinatal.paper.look import MM, RULE, SAFE_EDGE, Frame, Paper, Role
from perinatal.paper.press.flow import Placed, place
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.laid import At, Laid
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.lines import break_lines
from perinatal.paper.press.paragraph import Paragraph
from perinatal.paper.press.setting import Setter
from perinatal.paper.press.shapes import WritingLine
from perinatal.paper.press.slab import Slab
from perinatal.paper.press.tree import Node
from perinatal.paper.sheet import Sheet
from perinatal.paper.sizes import PANELS, pocket_look, turned_frame

_ACROSS = 4
_BOTTOM, _TOP = (8, 1, 2, 3), (7, 6, 5, 4)
"""Which page stands where, from left to right."""
_FOLD = 4 * MM
_DASH = "[3 2] 0 d "


def zine(sheet: Sheet, paper: Paper) -> Laid:
    """The sheet as one page of eight; it must fit, see `panels_of`. Its last page is the back, the first the front."""
    look = pocket_look(paper)
    setter = Setter(sheet, look, Letters())
    pages = _numbered(place(setter.slabs(closed=True), look.frame.text_height))
    drawn, feet = [At(_Folds(look.frame), 0, 2 * look.frame.height)], list[At]()
    for number in range(1, PANELS + 1):
        drawn += _page(setter, number, pages.get(number))
        feet += _number(setter, number) if 1 < number < PANELS else []
    return Laid(turned_frame(paper), setter, [drawn], [feet])


def panels_of(sheet: Sheet, *, paper: Paper) -> int:
    """How many small pages the sheet takes. There are eight."""
    look = pocket_look(paper)
    return len(place(Setter(sheet, look, Letters()).slabs(closed=True), look.frame.text_height))


def _numbered(pages: list[list[Placed]]) -> dict[int, list[Placed]]:
    return {**dict(enumerate(pages[:-1], start=1)), PANELS: pages[-1]}


def _corner(number: int, frame: Frame) -> tuple[float, float, tuple[float, float] | None]:
    """Where the lower left corner of a small page is, and around what it is turned."""
    if number in _BOTTOM:
        return _BOTTOM.index(number) * frame.width, 0, None
    left = _TOP.index(number) * frame.width
    return left, frame.height, (left + frame.width / 2, frame.height * 1.5)


def _page(setter: Setter, number: int, placed: list[Placed] | None) -> Iterator[At]:
    frame = setter.look.frame
    left, bottom, around = _corner(number, frame)
    top = bottom + frame.height - frame.top
    if placed is not None:
        yield from (At(slab, left + frame.inner, top - down, around) for slab, down in placed)
        return
    # A page that is not needed is there to be written on.
    line = WritingLine(frame.text_width, setter.look)
    for at in range(int(frame.text_height / line.height)):
        yield At(line, left + frame.inner, top - at * line.height, around)


def _number(setter: Setter, number: int) -> list[At]:
    frame, type_ = setter.look.frame, setter.look.types[Role.FOOTER]
    left, bottom, around = _corner(number, frame)
    words = break_lines(f"{number}", setter.letters, type_, frame.text_width)
    x = left + (frame.width - words.width) / 2
    return [At(Paragraph(words, type_, Node("P")), x, bottom + frame.footer + type_.lead / 2, around)]


class _Folds(Slab):
    """A line to cut along in the middle, and small marks where to fold."""

    def __init__(self, panel: Frame) -> None:
        self.width, self.height = _ACROSS * panel.width, 2 * panel.height

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw them; they are not read aloud."""
        width, height, middle = self.width, self.height, self.height / 2
        edge = SAFE_EDGE + 1  # the ends of a line are round
        with ink.artifact():
            ink.line([(width / _ACROSS, middle), (width * 3 / _ACROSS, middle)], width=0.5, color=RULE, dash=_DASH)
            for x, away in ((edge, _FOLD), (width - edge, -_FOLD)):
                ink.line([(x, middle), (x + away, middle)], width=0.5, color=RULE)
            for x in (column * width / _ACROSS for column in range(1, _ACROSS)):
                for y, away in ((edge, _FOLD), (height - edge, -_FOLD)):
                    ink.line([(x, y), (x, y + away)], width=0.5, color=RULE)
