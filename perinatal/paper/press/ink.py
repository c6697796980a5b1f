"""Ink on one page. Whatever is drawn belongs to an element of the tree, or is an artifact nobody needs to hear.

Drawing outside both raises, so a page cannot say something the tree does not.
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import NamedTuple

from perinatal.paper.logo import Raster
from perinatal.paper.look import Color
from perinatal.paper.press.face import Face
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.outline import Spot
from perinatal.paper.press.syntax import numbers
from perinatal.paper.press.tree import Mark, Node

_SLOPE = 0.70711
"""The sine and the cosine of 45 degrees."""
_HALF = 0.7
"""How high capital letters are, in sizes."""


class DrawnOutsideTheTreeError(Exception):
    """Something was drawn that belongs to no element and is no artifact: a fault of the press, never of words."""


class LinkBox(NamedTuple):
    """A place on a page that can be tapped."""

    node: Node
    target: Spot
    box: "Box"


Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class Ink:
    """A pen on one page; x and y in points from the lower left corner."""

    def __init__(self, page: int, letters: Letters, *, mono: bool = False) -> None:
        """An empty page, by its place in the document; `mono`: in black and its greys only."""
        self.page = page
        self.letters = letters
        self.mono = mono
        self.pictures: list[Raster] = []
        self.owners: list[Node] = []
        self.links: list[LinkBox] = []
        self._code: list[str] = []
        self._open = False
        self._quiet = False
        self._turn: tuple[float, float] | None = None

    def code(self) -> bytes:
        """What was drawn, in PDF operators."""
        return "\n".join(self._code).encode("ascii")

    @contextmanager
    def belongs_to(self, node: Node) -> Generator[None]:
        """What is drawn inside belongs to this element."""
        if self._quiet:
            yield
            return
        self._begin(f"/{node.role} <</MCID {len(self.owners)}>> BDC")
        node.kids.append(Mark(self.page, len(self.owners)))
        self.owners.append(node)
        yield
        self._end()

    @contextmanager
    def artifact(self, kind: str = "") -> Generator[None]:
        """What is drawn inside is not read aloud: rules, page numbers, a table heading drawn again."""
        if self._quiet:
            yield
            return
        self._begin(f"/Artifact <</Type/Pagination/Subtype/{kind}>> BDC" if kind else "/Artifact BMC")
        self._quiet = True
        yield
        self._quiet = False
        self._end()

    @contextmanager
    def turned(self, around: tuple[float, float]) -> Generator[None]:
        """What is drawn inside stands on its head, turned around this point."""
        self._turn = (2 * around[0], 2 * around[1])
        self._code.append(f"q -1 0 0 -1 {numbers(*self._turn)} cm")
        yield
        self._code.append("Q")
        self._turn = None

    def where(self, box: Box) -> Box:
        """Where a box that is drawn now stands on the page."""
        if self._turn is None:
            return box
        (x, y), (left, bottom, right, top) = self._turn, box
        return (x - right, y - top, x - left, y - bottom)

    @property
    def is_artifact(self) -> bool:
        """Whether what is drawn now is not read aloud."""
        return self._quiet

    def begin_text(self, color: Color) -> None:
        """Words follow, in this color."""
        self._code.append(f"BT {self._paint(color)} rg")

    def move_to(self, x: float, y: float) -> None:
        """The next words stand here."""
        self._code.append(f"1 0 0 1 {numbers(x, y)} Tm")

    def show(self, face: Face, size: float, code: str) -> None:
        """Draw letters that were set."""
        self._draw(f"/{self.letters.name(face)} {numbers(size)} Tf [{code}]TJ")

    def end_text(self) -> None:
        """No more words for now."""
        self._code.append("ET")

    def line(self, points: list[tuple[float, float]], *, width: float, color: Color, dash: str = "") -> None:
        """Draw a line through these points."""
        (x, y), *rest = points
        path = f"{numbers(x, y)} m " + " ".join(f"{numbers(*point)} l" for point in rest)
        self._draw(f"q {self._paint(color)} RG {numbers(width)} w 1 J 1 j {dash}{path} S Q")

    def box(self, x: float, y: float, size: tuple[float, float], *, width: float, color: Color) -> None:
        """Draw an empty box."""
        self._draw(f"q {self._paint(color)} RG {numbers(width)} w {numbers(x, y, *size)} re S Q")

    def curve(self, path: str, *, at: tuple[float, float], scale: float, width: float, color: Color) -> None:
        """Draw a path of its own units, outlined."""
        place = f"{scale:.5f} 0 0 {scale:.5f} {numbers(*at)} cm"
        self._draw(f"q {place} {self._paint(color)} RG {numbers(width)} w 1 J 1 j {path} S Q")

    def filled(self, path: str, *, at: tuple[float, float], scale: float, color: Color, rule: str = "f") -> None:
        """Draw a path of its own units, filled; by the even-odd rule if that is `f*`."""
        self._draw(f"q {scale:.5f} 0 0 {scale:.5f} {numbers(*at)} cm {self._paint(color)} rg {path} {rule} Q")

    def picture(self, raster: Raster, *, at: tuple[float, float], size: tuple[float, float]) -> None:
        """Draw a picture of points."""
        self.pictures.append(raster)
        self._draw(f"q {numbers(size[0])} 0 0 {numbers(size[1], *at)} cm /I{len(self.pictures)} Do Q")

    def across(self, words: str, face: Face, size: float, *, middle: tuple[float, float], color: Color) -> None:
        """Draw a word across the page, rising from left to right, with its middle here."""
        setting = self.letters.set(words, face, size)
        x = middle[0] - (setting.width - size * _HALF) * _SLOPE / 2
        y = middle[1] - (setting.width + size * _HALF) * _SLOPE / 2
        slope = f"{_SLOPE:.4f} {_SLOPE:.4f} -{_SLOPE:.4f} {_SLOPE:.4f}"
        name = self.letters.name(face)
        word = f"BT {self._paint(color)} rg /{name} {numbers(size)} Tf [{setting.code}]TJ ET"
        self._draw(f"q {slope} {numbers(x, y)} cm {word} Q")

    def link(self, box: LinkBox) -> None:
        """A place to tap; it joins the tree when the file is written."""
        self.links.append(box)

    def _paint(self, color: Color) -> str:
        if self.mono:
            color = color.grey
        return " ".join(f"{part / 255:.3f}" for part in (color.red, color.green, color.blue))

    def _begin(self, code: str) -> None:
        if self._open:
            raise DrawnOutsideTheTreeError("a mark inside a mark")
        self._open = True
        self._code.append(code)

    def _end(self) -> None:
        self._open = False
        self._code.append("EMC")

    def _draw(self, code: str) -> None:
        if not self._open:
            raise DrawnOutsideTheTreeError
        self._code.append(code)
