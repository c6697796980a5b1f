"""The letters of one document: shaped once, drawn often, and forgotten with the document.

Shapes are never kept longer than that. A memory of shaped words would be a memory of what parents wrote.
"""

from typing import NamedTuple

from perinatal.paper.press.embed import embed
from perinatal.paper.press.face import Face, Family, family
from perinatal.paper.press.file import File
from perinatal.paper.press.syntax import number, reference

_SMALLEST_SHIFT = 0.4
"""Kerning below this, in 1/1000 em, is not worth its bytes."""


_RISES = " Ts["
"""In the code of letters of which one stands higher; how much higher is said in points."""


class Setting(NamedTuple):
    """Some letters, ready to be drawn: their width in points, and the inside of a TJ array."""

    width: float
    code: str


class Letters:
    """The faces as one document uses them."""

    def __init__(self) -> None:
        """A document with nothing drawn yet."""
        self.boxed = False
        """Whether a sign had to be drawn as a box."""
        self._settings: dict[tuple[str, Face, float], Setting] = {}
        self._shapes: dict[tuple[str, Face], Setting] = {}
        """As wide as at a size of 1000; the same letters are shaped once, whatever sizes are tried."""
        self._used: dict[Face, dict[int, str]] = {}
        self._names: dict[Face, str] = {}

    def family(self, *, bold: bool) -> Family:
        """The faces to choose from in this weight."""
        return family(bold=bold)

    def name(self, of: Face) -> str:
        """What this face is called on the pages of this document."""
        return self._names.setdefault(of, f"F{len(self._names)}")

    def set(self, letters: str, of: Face, size: float) -> Setting:
        """These letters in this face and size."""
        key = (letters, of, size)
        setting = self._settings.get(key)
        if setting is None:
            setting = self._settings[key] = self._sized(letters, of, size)
        return setting

    def embed(self, file: File) -> bytes:
        """Write every face that was used; returns the dictionary of fonts."""
        entries = [
            f"/{name} ".encode("ascii") + reference(embed(file, of, self._used[of])) for of, name in self._names.items()
        ]
        return b"<<" + b"".join(entries) + b">>"

    def _sized(self, letters: str, of: Face, size: float) -> Setting:
        shape = self._shapes.get((letters, of))
        if shape is None or _RISES in shape.code:
            shape = self._shapes[letters, of] = self._shape(letters, of, size)
        return Setting(shape.width * size / 1000, shape.code)

    def _shape(self, letters: str, of: Face, size: float) -> Setting:
        used = self._used.setdefault(of, {})
        parts: list[str] = []
        width = pending = rise = 0.0
        for glyph in of.shape(letters):
            _remember(used, glyph.number, glyph.characters)
            if glyph.up != rise:
                rise = glyph.up
                parts.append(f"]TJ {number(rise * size / 1000)}{_RISES}")
            shift = pending + glyph.across
            if abs(shift) > _SMALLEST_SHIFT:
                parts.append(str(-round(shift)))
            parts.append(f"<{glyph.number:04X}>")
            pending = glyph.advance - glyph.across - of.nominal(glyph.number)
            width += glyph.advance
        if abs(pending) > _SMALLEST_SHIFT:
            parts.append(str(-round(pending)))
        if rise:
            parts.append("]TJ 0 Ts[")
        return Setting(width, "".join(parts).replace("><", ""))


def _remember(used: dict[int, str], glyph: int, characters: str) -> None:
    # Two characters may share a glyph, a space and a no-break space for one: the plainer character is kept.
    known = used.get(glyph, "")
    if not known or (characters and characters < known):
        used[glyph] = characters
