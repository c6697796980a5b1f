"""Faces: the fonts we carry, shaped by HarfBuzz. A face knows its letters and nothing about any words."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any, NamedTuple

# uharfbuzz is compiled and has no types; every value it gives is named and typed in this file and in embed.py.
harfbuzz: Any = import_module("uharfbuzz")

_FEATURES = {"kern": True, "liga": True}


class Glyph(NamedTuple):
    """One drawn shape: its number in the face, where it goes in 1/1000 em, and the characters it stands for."""

    number: int
    advance: float
    across: float
    up: float
    characters: str


class Face:
    """One font file."""

    def __init__(self, name: str) -> None:
        """Read a font of ours by the name of its file."""
        self.name = name
        self.data = (files("perinatal.paper") / "fonts" / f"{name}.ttf").read_bytes()
        self.face: Any = harfbuzz.Face(harfbuzz.Blob(self.data))
        self.font: Any = harfbuzz.Font(self.face)
        self.scale = 1000 / int(self.face.upem)
        self.has = frozenset(map(chr, self.face.unicodes))
        lines: Any = self.font.get_font_extents("ltr")
        self.ascent: float = lines.ascender * self.scale
        self.descent: float = lines.descender * self.scale
        self._nominal: dict[int, float] = {}

    def covers(self, letters: str) -> bool:
        """Whether this face has all these characters."""
        return self.has.issuperset(letters)

    def nominal(self, number: int) -> float:
        """The advance the font itself gives a glyph, before kerning, in 1/1000 em."""
        width = self._nominal.get(number)
        if width is None:
            width = self._nominal[number] = self.font.get_glyph_h_advance(number) * self.scale
        return width

    def shape(self, letters: str) -> list[Glyph]:
        """The glyphs of some characters, kerned, left to right."""
        buffer: Any = harfbuzz.Buffer()
        buffer.add_str(letters)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        harfbuzz.shape(self.font, buffer, _FEATURES)
        infos, places, scale = buffer.glyph_infos, buffer.glyph_positions, self.scale
        starts = sorted({info.cluster for info in infos})
        spans = {a: letters[a:b] for a, b in zip(starts, [*starts[1:], len(letters)], strict=True)}
        drawn = {start: [info.codepoint for info in infos if info.cluster == start] for start in starts}
        says = {start: self._each(spans[start], drawn[start]) for start in starts}
        return [
            Glyph(
                info.codepoint,
                place.x_advance * scale,
                place.x_offset * scale,
                place.y_offset * scale,
                next(says[info.cluster]),
            )
            for info, place in zip(infos, places, strict=True)
        ]

    def _each(self, characters: str, glyphs: list[int]) -> Iterator[str]:
        """What each glyph of a cluster stands for.

        A letter and its accents, drawn beside each other, stand for themselves: else the glyph of a g with a tilde
        would be that of every g, and the tilde would be lost. In any other cluster the first stands for all of it.
        """
        apart, more = unicodedata.normalize("NFD", characters), len(glyphs) - 1
        if not 0 < more < len(apart) or self.font.get_nominal_glyph(ord(apart[0])) != glyphs[0]:
            return iter([characters, *[""] * more])
        return iter([*apart[:more], apart[more:]])


@cache
def face(name: str) -> Face:
    """A font of ours; read once for the life of the process."""
    return Face(name)


class Family(NamedTuple):
    """The face we like best and the one that has more letters, in one weight."""

    first: Face
    more: Face


@cache
def family(*, bold: bool) -> Family:
    """Atkinson Hyperlegible Next, drawn for low vision; Source Sans 3 where it has no letter."""
    weight = "Bold" if bold else "Regular"
    return Family(face(f"AtkinsonHyperlegibleNext-{weight}"), face(f"SourceSans3-{weight}"))
