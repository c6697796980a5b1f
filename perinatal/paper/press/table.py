"""A table: rows of cells, its heading drawn again on each page but said only once."""

from typing import Self

from perinatal.paper.look import RULE, Look
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.paragraph import Paragraph
from perinatal.paper.press.slab import Slab

_EDGE = 1.0


class Row(Slab):
    """Cells side by side, as high as the highest, with a thin line under them."""

    def __init__(self, cells: list[Paragraph], widths: list[float], look: Look) -> None:
        """Cells already broken to the widths of their columns."""
        self.cells, self.widths, self.look = cells, widths, look
        self.height = max(cell.height for cell in cells) + 2 * look.cell_pad

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Cut every cell where the page ends; only a row higher than a page is cut."""
        inside = room - 2 * self.look.cell_pad
        upper: list[Paragraph] = []
        lower: list[Paragraph] = []
        for cell in self.cells:
            parts = cell.split(inside) if cell.height > inside else (cell, _emptied(cell))
            if parts is None:
                return None
            upper.append(parts[0])
            lower.append(parts[1])
        return type(self)(upper, self.widths, self.look), type(self)(lower, self.widths, self.look)

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the cells from left to right."""
        x = left
        for cell, width in zip(self.cells, self.widths, strict=True):
            if cell.lines.lines:
                cell.draw(ink, x, top - self.look.cell_pad)
            x += width
        if ink.is_artifact:
            _rule(ink, left, top - self.height, sum(self.widths))
        else:
            with ink.artifact():
                _rule(ink, left, top - self.height, sum(self.widths))


class Table(Slab):
    """Rows under a heading row."""

    def __init__(self, head: Row, rows: list[Row], *, again: bool = False) -> None:
        """`again`: the heading was drawn on an earlier page."""
        self.head, self.rows, self.again = head, rows, again
        self.height = head.height + sum(row.height for row in rows)
        self.before, self.after = 6, 14

    @property
    def least(self) -> float:
        """The heading and one row."""
        return self.head.height + self.rows[0].height

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Cut between rows; inside a row only when it would not fit on a page of its own."""
        used, count = self.head.height, 0
        while count < len(self.rows) and used + self.rows[count].height <= room:
            used += self.rows[count].height
            count += 1
        if count:
            return self._cut(self.rows[:count], self.rows[count:])
        parts = self.rows[0].split(room - used) if self.again or self._too_high(room) else None
        return self._cut([parts[0]], [parts[1], *self.rows[1:]]) if parts else None

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the heading and the rows."""
        if self.again:
            with ink.artifact("Header"):
                self.head.draw(ink, left, top)
        else:
            self.head.draw(ink, left, top)
        top -= self.head.height
        for row in self.rows:
            row.draw(ink, left, top)
            top -= row.height

    def _too_high(self, room: float) -> bool:
        frame = self.head.look.frame
        return self.rows[0].height + self.head.height > frame.text_height and room > frame.text_height / 3

    def _cut(self, upper: list[Row], lower: list[Row]) -> tuple[Self, Self]:
        first, second = type(self)(self.head, upper, again=self.again), type(self)(self.head, lower, again=True)
        second.before = 0
        return first, second


def _emptied(cell: Paragraph) -> Paragraph:
    return Paragraph(cell.lines.cut(len(cell.lines.lines))[1], cell.type, cell.node)


def _rule(ink: Ink, left: float, y: float, width: float) -> None:
    ink.line([(left, y), (left + width, y)], width=0.75, color=RULE)
