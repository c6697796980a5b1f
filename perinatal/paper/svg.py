"""A logo from an SVG: filled shapes and nothing else.

A file may hold scripts, styles, links, pictures, text, entities that grow without end. None of it is followed: what
is not on the short lists below is refused as a whole, so nothing is drawn that its owner would not expect.
"""

import re
from collections.abc import Mapping
from functools import partial
from xml.parsers import expat

from perinatal.paper.logo import LogoNotTaken, Patch, Reason, Vector
from perinatal.paper.look import Color
from perinatal.paper.paths import NotAPath, Place, Point, circle, operators, upright

_HOLD = {"svg", "g"}
_SHAPES = {"path", "rect", "circle", "polygon"}
_SAY = {"title", "desc"}
"""Words for those who do not see it; ours come from whoever hands the logo in."""
_DRAWN = {"d", "x", "y", "width", "height", "cx", "cy", "r", "points", "viewBox", "fill", "fill-rule"}
_HARMLESS = {"xmlns", "version", "id", "role", "aria-label", "aria-labelledby", "aria-hidden", "xml:space", "xml:lang"}
_INSIDE = {"g"} | _SHAPES | _SAY
_MOST_SHAPES = 2000
_DEEPEST = 16
_NAMED = {
    "black": "#000000",
    "white": "#ffffff",
    "gray": "#808080",
    "red": "#ff0000",
    "green": "#008000",
    "blue": "#0000ff",
    "navy": "#000080",
    "teal": "#008080",
    "purple": "#800080",
    "maroon": "#800000",
}
_HEX = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})$")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?(px)?$")
_LARGEST, _SMALLEST = 10_000.0, 0.01


class _NotPlain(Exception):
    """Something in the file is not on the lists."""


def read_svg(file: bytes) -> Vector:
    """The picture in this file; raises LogoNotTaken."""
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.letters
    for refused in ("StartDoctypeDecl", "EntityDecl", "ProcessingInstruction", "StartCdataSection"):
        setattr(parser, f"{refused}Handler", _refuse)
    try:
        parser.Parse(file, True)
        return reading.picture()
    except (_NotPlain, NotAPath):
        raise LogoNotTaken(Reason.NOT_PLAIN) from None
    except (expat.ExpatError, UnicodeError):
        raise LogoNotTaken(Reason.NOT_A_PICTURE) from None


def _refuse(*_: object) -> None:
    raise _NotPlain


class _Reading:
    """One file, read from its beginning to its end."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.fills: list[tuple[str, str]] = [("black", "nonzero")]
        """The fill and its rule, of each element that is open."""
        self.corner, self.size = Point(0, 0), Point(0, 0)
        self.patches: list[Patch] = []
        self.count = 0

    def begin(self, name: str, given: Mapping[str, str]) -> None:
        """An element opens."""
        self.count += 1
        strange = {key for key in given.keys() - _DRAWN - _HARMLESS if (key, given[key]) != ("stroke", "none")}
        if strange or not self._belongs(name) or self.count > _MOST_SHAPES or len(self.open) > _DEEPEST:
            raise _NotPlain
        fill, rule = self.fills[-1]
        self.fills.append((given.get("fill", fill), given.get("fill-rule", rule)))
        self.open.append(name)
        if name == "svg":
            self.corner, self.size = _box(given)
        elif name in _SHAPES:
            self._draw(_outline(name, given))

    def end(self, name: str) -> None:
        """An element closes."""
        self.open.pop()
        self.fills.pop()

    def letters(self, words: str) -> None:
        """Words, which only a title or a description may hold."""
        if words.strip() and self.open[-1] not in _SAY:
            raise _NotPlain

    def picture(self) -> Vector:
        """What was drawn."""
        if not self.patches:
            raise _NotPlain
        return Vector(width=self.size.x, height=self.size.y, patches=tuple(self.patches))

    def _belongs(self, name: str) -> bool:
        if not self.open:
            return name == "svg"
        return name in _INSIDE and self.open[-1] in _HOLD

    def _draw(self, data: str) -> None:
        fill, rule = self.fills[-1]
        if fill == "none":
            return
        if rule not in ("nonzero", "evenodd"):
            raise _NotPlain
        place = partial(_inside, upright(self.size.y), self.corner)
        self.patches.append(Patch(path=operators(data, place), color=_color(fill), even_odd=rule == "evenodd"))


def _outline(name: str, given: Mapping[str, str]) -> str:
    """The outline of a shape, as path data."""
    match name:
        case "rect":
            x, y, width, height = (_number(given.get(key, "0")) for key in ("x", "y", "width", "height"))
            return f"M{x} {y}h{width}v{height}h{-width}z"
        case "circle":
            return circle(*(_number(given.get(key, "0")) for key in ("cx", "cy", "r")))
        case "polygon":
            return f"M{given.get('points', '')}z"
        case _:
            return given.get("d", "")


def _inside(flip: Place, corner: Point, point: Point) -> Point:
    return flip(Point(point.x - corner.x, point.y - corner.y))


def _box(given: Mapping[str, str]) -> tuple[Point, Point]:
    """The corner and the size of the picture, in its own units."""
    parts = given["viewBox"].replace(",", " ").split() if "viewBox" in given else []
    parts = parts or ["0", "0", given.get("width", ""), given.get("height", "")]
    if len(parts) != 4:
        raise _NotPlain
    x, y, width, height = map(_number, parts)
    if not (_SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST):
        raise _NotPlain
    return Point(x, y), Point(width, height)


def _number(text: str) -> float:
    if not _NUMBER.match(text) or abs(number := float(text.removesuffix("px"))) > _LARGEST:
        raise _NotPlain
    return number


def _color(fill: str) -> Color:
    text = _NAMED.get(fill, fill)
    if not _HEX.match(text):
        raise _NotPlain
    digits = text[1:] if len(text) > 4 else "".join(digit * 2 for digit in text[1:])
    red, green, blue = bytes.fromhex(digits)
    return Color(red=red, green=green, blue=blue)
