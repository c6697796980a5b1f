"""Our drawings: path data in one file, ready to be put on a page."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from perinatal.paper.paths import operators, upright

SIDE = 96
"""The side of the square that each is drawn in."""


class Drawn(NamedTuple):
    """The light areas of a drawing, and its lines over them."""

    tints: str
    lines: str


@cache
def drawn(name: str) -> Drawn:
    """A drawing of ours by its name."""
    paths = tomllib.loads((files("perinatal.paper") / "drawings.toml").read_text(encoding="utf-8"))[name]
    place = upright(SIDE)
    tints, lines = ([operators(path, place) for path in paths[key]] for key in ("tints", "lines"))
    return Drawn(" ".join(tints), " ".join(lines))
