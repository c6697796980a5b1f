"""A leaflet: one page, printed on one side, folded twice. Its first words are its outside; what it says is inside.

3 and 2 stand on their heads       3 | 2      first the upper half goes back and down,
above, 4 and 1 upright below       --+--      then the left half goes back behind the right:
                                   4 | 1      1 is the front, 4 the back, 2 and 3 the inside.
"""

from perinatal.paper.look import RULE, SAFE_EDGE, Frame, Paper, Role
from perinatal.paper.press.band import band_of
from perinatal.paper.press.flow import place
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.laid import At, Laid
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.setting import Setter
from perinatal.paper.press.slab import Slab
from perinatal.paper.press.tree import Node
from perinatal.paper.sheet import Sheet
from perinatal.paper.sizes import fold_look

_PANELS = ((1, 0), (1, 1), (0, 1))
"""Where the front and the two inner panels stand: from the left, from below."""
_BACK = (0, 0)
_MARK = 12
_DASH = "[2 3] 0 d "


def fold(sheet: Sheet, paper: Paper) -> Laid | None:
    """The leaflet, or None if its words need more than its front and its two inner panels."""
    look = fold_look(paper)
    setter = Setter(sheet, look, Letters())
    frame = look.frame
    placed = place(setter.slabs(), frame.text_height)
    if len(placed) > len(_PANELS):
        return None
    page = [At(_Folds(frame), 0, 2 * frame.height)]
    for (across, up), panel in zip(_PANELS, placed, strict=False):
        x, top = across * frame.width + frame.inner, (up + 1) * frame.height - frame.top
        around = ((across + 0.5) * frame.width, (up + 0.5) * frame.height) if up else None
        used = panel[-1].down + panel[-1].slab.height if panel else 0
        above = 0 if up else (frame.text_height - used) * 0.38
        page += [At(slab, x, top - above - down, around) for slab, down in panel]
    return Laid(_whole(frame), setter, [[*page, *_back(sheet, setter)]], [_foot(setter)])


def _whole(panel: Frame) -> Frame:
    return panel.model_copy(update={"width": 2 * panel.width, "height": 2 * panel.height})


def _back(sheet: Sheet, setter: Setter) -> list[At]:
    """The brand, on the back; nothing else that tells what is inside."""
    frame, band = setter.look.frame, band_of(sheet.brand, setter.desk)
    return [At(band, _BACK[0] * frame.width + frame.inner, frame.height / 2)] if band else []


def _foot(setter: Setter) -> list[At]:
    frame = setter.look.frame
    footer = setter.desk.paragraph(setter.sheet.footer, Role.FOOTER, Node("P"))
    return [At(footer, frame.inner, frame.footer + footer.height)]


class _Folds(Slab):
    """Short marks where to fold."""

    def __init__(self, panel: Frame) -> None:
        self.panel = panel

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw them at the edges, and a cross in the middle."""
        x, y = self.panel.width, self.panel.height
        near, far = SAFE_EDGE + 1, SAFE_EDGE + 1 + _MARK
        down = [((x, near), (x, far)), ((x, 2 * y - near), (x, 2 * y - far)), ((x, y - _MARK), (x, y + _MARK))]
        across = [((near, y), (far, y)), ((2 * x - near, y), (2 * x - far, y)), ((x - _MARK, y), (x + _MARK, y))]
        with ink.artifact():
            for ends in (*down, *across):
                ink.line(list(ends), width=0.5, color=RULE, dash=_DASH)
