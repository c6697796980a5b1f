"""The band of a brand: a thin line, a logo, a name and how to reach it. It is quiet, and low."""

from dataclasses import replace

from perinatal.paper.brand import Brand
from perinatal.paper.logo import Logo, Raster, Vector
from perinatal.paper.look import RULE, Role
from perinatal.paper.press.desk import Desk
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.paragraph import Paragraph
from perinatal.paper.press.slab import Slab
from perinatal.paper.press.tree import Node, placed_at
from perinatal.paper.sizes import BAND_ABOVE, LOGO_GAP, LOGO_HEIGHT, LOGO_WIDTH, WORDS_GAP


def fitted(logo: Logo) -> tuple[float, float]:
    """How wide and high a logo is on paper."""
    scale = min(LOGO_WIDTH / logo.width, LOGO_HEIGHT / logo.height)
    return logo.width * scale, logo.height * scale


def band_of(brand: Brand, desk: Desk) -> "Band | None":
    """The band of this brand, or None if there is nothing on it."""
    return Band(brand, desk) if brand else None


class Band(Slab):
    """All of a brand, side by side."""

    def __init__(self, brand: Brand, desk: Desk) -> None:
        """As wide as the desk."""
        self.logo, self.width = brand.logo, desk.width
        self.figure = Node("Figure", alternative=brand.logo_says)
        self.size = fitted(brand.logo) if brand.logo else (0.0, 0.0)
        self.shift = self.size[0] + LOGO_GAP if brand.logo else 0.0
        if brand.logo:
            desk.root.kids.append(self.figure)
        self.rows = _rows(brand, replace(desk, width=desk.width - self.shift))
        self.words_height = sum(row[0].height for row in self.rows)
        self.height = BAND_ABOVE + max(self.size[1], self.words_height)

    @property
    def room(self) -> float:
        """How much of a page is left to it."""
        return self.height + BAND_ABOVE

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the line, the logo, and the words in the middle of its height."""
        with ink.artifact():
            ink.line([(left, top), (left + self.width, top)], width=0.75, color=RULE)
        inside = self.height - BAND_ABOVE
        if self.logo:
            self._draw_logo(ink, self.logo, left, top - BAND_ABOVE - (inside + self.size[1]) / 2)
        down = BAND_ABOVE + (inside - self.words_height) / 2
        for row in self.rows:
            x = left + self.shift
            for words in row:
                words.draw(ink, x, top - down)
                x += words.lines.width + WORDS_GAP
            down += row[0].height

    def _draw_logo(self, ink: Ink, logo: Logo, x: float, y: float) -> None:
        self.figure.attributes = placed_at(*ink.where((x, y, x + self.size[0], y + self.size[1])))
        with ink.belongs_to(self.figure):
            match logo:
                case Raster():
                    ink.picture(logo, at=(x, y), size=self.size)
                case Vector():
                    scale = self.size[0] / logo.width
                    for patch in logo.patches:
                        rule = "f*" if patch.even_odd else "f"
                        ink.filled(patch.path, at=(x, y), scale=scale, color=patch.color, rule=rule)


def _rows(brand: Brand, desk: Desk) -> list[list[Paragraph]]:
    """The name; then what is written small, side by side if it is short enough for one line."""
    roles = [Role.BAND_NAME if line == brand.name else Role.BAND for line in brand.lines]
    words = [desk.paragraph(line, role, desk.root.add("P")) for line, role in zip(brand.lines, roles, strict=True)]
    name, others = (words[:1], words[1:]) if brand.name else ([], words)
    if sum(each.lines.width for each in others) + WORDS_GAP * (len(others) - 1) <= desk.width:
        return [row for row in (name, others) if row]
    return [[each] for each in words]
