"""Path data as SVG writes it, turned into the operators of a PDF page: our drawings, and the logo of a clinic.

Only numbers come out, whatever goes in: what is not path data raises, and nothing is ever passed on as it was written.
"""

import math
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"\s*,?\s*(?:([MLHVCSQTAZmlhvcsqtaz])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))")
_REST = re.compile(r"[\s,]*$")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_FLAGS = re.compile(r"\s*,?\s*([01])")
_LARGEST = 1e5
"""No coordinate is larger than this: a PDF page is not, and some readers stop there."""


class NotAPath(ValueError):
    """This is not path data."""


class Point(NamedTuple):
    """A place, x to the right and y down."""

    x: float
    y: float

    def plus(self, other: "Point") -> "Point":
        """The place that far from here."""
        return Point(self.x + other.x, self.y + other.y)

    def mirrored(self, at: "Point") -> "Point":
        """The place on the other side of a point."""
        return Point(2 * at.x - self.x, 2 * at.y - self.y)


Place = Callable[[Point], Point]
"""Where a point of a path goes on the page."""


def upright(height: float) -> Place:
    """SVG counts downward from the top, a page upward from the bottom."""
    return lambda point: Point(point.x, height - point.y)


def operators(data: str, place: Place) -> str:
    """The path as `m`, `l`, `c` and `h`, each point put where it goes; raises NotAPath."""
    pen = _Pen(place)
    for command, given in _commands(data):
        pen.follow(command, given)
    if not pen.code:
        raise NotAPath
    return " ".join(pen.code)


def circle(x: float, y: float, radius: float) -> str:
    """Path data of a circle."""
    return f"M{x - radius} {y}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0z"


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; what follows a command without a letter repeats it."""
    at, command = 0, ""
    while not _REST.match(data, at):
        token = _TOKEN.match(data, at)
        if token and token[1]:
            command, at = token[1], token.end()
        elif command in ("", "Z", "z"):
            raise NotAPath
        given: list[float] = []
        while len(given) < _ARITY[command.upper()]:
            flag = command in "Aa" and len(given) in (3, 4)
            number = (_FLAGS if flag else _TOKEN).match(data, at)
            if number is None or (not flag and number[2] is None):
                raise NotAPath
            given.append(float(number[1] if flag else number[2]))
            at = number.end()
        if any(abs(number) > _LARGEST for number in given):
            raise NotAPath
        yield command, given
        command = {"M": "L", "m": "l"}.get(command, command)


class _Pen:
    """Follows commands from point to point and writes what a page needs."""

    def __init__(self, place: Place) -> None:
        """At the beginning, nothing drawn."""
        self.place, self.code = place, list[str]()
        self.at = self.start = Point(0, 0)
        self.control: tuple[str, Point] = ("", self.at)
        """The kind of the last curve and its last control point, for the curves that go on smoothly from it."""

    def follow(self, command: str, given: list[float]) -> None:
        """Draw one command."""
        kind, origin = command.upper(), self.at if command.islower() else Point(0, 0)
        if kind != "M" and not self.code:
            raise NotAPath
        if kind == "A":
            self._arc(given, Point(given[5], given[6]).plus(origin))
            return
        if kind in "HV":
            points = [Point(given[0] + origin.x, self.at.y) if kind == "H" else Point(self.at.x, given[0] + origin.y)]
        else:
            points = [Point(x, y).plus(origin) for x, y in zip(given[::2], given[1::2], strict=True)]
        match kind:
            case "M":
                self._to("m", points)
                self.start = points[0]
            case "L" | "H" | "V":
                self._to("l", points)
            case "Z":
                self.code.append("h")
                self.at = self.start
            case _:
                self._curve(kind, points)

    def _curve(self, kind: str, points: list[Point]) -> None:
        before, last = self.control
        if kind in "ST":
            smooth = before == {"S": "C", "T": "Q"}[kind]
            points = [last.mirrored(self.at) if smooth else self.at, *points]
        if kind in "CS":
            self._to("c", points)
            self.control = ("C", points[1])
            return
        middle, end = points
        first, second = _toward(self.at, middle), _toward(end, middle)
        self._to("c", [first, second, end])
        self.control = ("Q", middle)

    def _to(self, operator: str, points: list[Point]) -> None:
        if any(abs(part) > _LARGEST for point in points for part in point):
            raise NotAPath
        placed = [self.place(point) for point in points]
        self.code.append(" ".join(f"{point.x:.2f} {point.y:.2f}" for point in placed) + f" {operator}")
        self.at, self.control = points[-1], ("", points[-1])

    def _arc(self, given: list[float], end: Point) -> None:
        for points in _arc_curves(self.at, given, end):
            self._to("c", points)
        if end != self.at:
            self._to("l", [end])


def _toward(point: Point, middle: Point) -> Point:
    """Two thirds of the way: how a curve with one control point is drawn with two."""
    return Point(point.x + (middle.x - point.x) * 2 / 3, point.y + (middle.y - point.y) * 2 / 3)


def _arc_curves(start: Point, given: list[float], end: Point) -> Iterator[list[Point]]:
    """An arc of an ellipse as curves of a quarter turn or less, as SVG's own notes work it out (appendix B.2.4)."""
    wide, high, tilt = abs(given[0]), abs(given[1]), math.radians(given[2])
    if not wide or not high or start == end:
        return
    cos, sin = math.cos(tilt), math.sin(tilt)
    half = Point((start.x - end.x) / 2, (start.y - end.y) / 2)
    own = Point(cos * half.x + sin * half.y, cos * half.y - sin * half.x)
    grown = max(1.0, math.sqrt((own.x / wide) ** 2 + (own.y / high) ** 2))
    wide, high = wide * grown, high * grown
    across = (wide * own.y) ** 2 + (high * own.x) ** 2
    far = math.sqrt(max(0.0, ((wide * high) ** 2 - across) / across)) * (-1 if given[3] == given[4] else 1)
    middle = Point(far * wide * own.y / high, -far * high * own.x / wide)
    first = math.atan2((own.y - middle.y) / high, (own.x - middle.x) / wide)
    turn = math.atan2((-own.y - middle.y) / high, (-own.x - middle.x) / wide) - first
    if given[4] and turn < 0:
        turn += 2 * math.pi
    elif not given[4] and turn > 0:
        turn -= 2 * math.pi
    center = Point(
        cos * middle.x - sin * middle.y + (start.x + end.x) / 2, sin * middle.x + cos * middle.y + (start.y + end.y) / 2
    )

    def on(angle: float, out: float) -> Point:
        x = wide * (math.cos(angle) - out * math.sin(angle))
        y = high * (math.sin(angle) + out * math.cos(angle))
        return Point(cos * x - sin * y + center.x, sin * x + cos * y + center.y)

    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    reach = 4 / 3 * math.tan(step / 4)
    for index in range(count):
        here, there = first + index * step, first + (index + 1) * step
        yield [on(here, reach), on(there, -reach), end if index == count - 1 else on(there, 0)]
