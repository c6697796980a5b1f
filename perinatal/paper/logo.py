"""A logo as it is drawn, and why one is not taken. It is read in `png.py` or `svg.py`, strictly."""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel

from perinatal.paper.look import Color


class Reason(StrEnum):
    """Why a logo is not taken; each has its sentence in the library."""

    TOO_LARGE = "too_large"
    """The file has more than a megabyte."""
    NOT_A_PICTURE = "not_a_picture"
    """It is no PNG and no SVG, or it is damaged."""
    TOO_MANY_PIXELS = "too_many_pixels"
    """It would unpack to more than we read."""
    NOT_PLAIN = "not_plain"
    """An SVG with something in it besides filled shapes."""
    NO_WORDS = "no_words"
    """It came without words for those who do not see it."""


class LogoNotTaken(Exception):
    """This logo is not drawn, and why."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.value)


class Raster(BaseModel, frozen=True):
    """A picture of points: three bytes each, row by row from the top."""

    kind: Literal["raster"] = "raster"
    width: int
    height: int
    points: bytes

    @property
    def grey(self) -> bytes:
        """The same without colors, one byte a point."""
        red, green, blue = self.points[::3], self.points[1::3], self.points[2::3]
        return bytes((54 * r + 183 * g + 19 * b) >> 8 for r, g, b in zip(red, green, blue, strict=True))


class Patch(BaseModel, frozen=True):
    """One filled shape, in PDF operators."""

    path: str
    color: Color
    even_odd: bool = False


class Vector(BaseModel, frozen=True):
    """A picture of filled shapes; its lower left corner is 0, 0."""

    kind: Literal["vector"] = "vector"
    width: float
    height: float
    patches: tuple[Patch, ...]


Logo = Raster | Vector
