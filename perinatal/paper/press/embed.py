"""Putting a face into the file: only the glyphs that were drawn, each tied back to its characters."""

import struct
import zlib
from typing import Any

from perinatal.paper.press.face import Face, harfbuzz
from perinatal.paper.press.file import File
from perinatal.paper.press.syntax import numbers, reference

_DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "name", "OS/2", "post", "DSIG", "gasp", "kern", "STAT", "meta")
_NO_CHARACTER = "\u2060"
"""What a glyph stands for that is only part of a letter: a joiner, which says nothing."""
_TO_UNICODE = """/CIDInit/ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def/CMapType 2 def
1 begincodespacerange<0000><FFFF>endcodespacerange
{rows}
endcmap CMapName currentdict/CMap defineresource pop end end"""
_ROWS = 100


def embed(file: File, face: Face, used: dict[int, str]) -> int:
    """Write the face with these glyphs and the characters they stand for; returns its number."""
    glyphs = sorted({0, *used})
    fingerprint = zlib.crc32(repr(glyphs).encode("ascii"))
    tag = "".join(chr(65 + fingerprint // 26**place % 26) for place in range(6))
    name = f"{tag}+{face.name}".encode("ascii")
    subset = _subset(face, glyphs)
    font_file = file.add_stream(b"/Length1 %d" % len(subset), subset)
    descriptor = file.add(_descriptor(face, name, font_file))
    described = file.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor %s/DW 0/W[%s]/CIDToGIDMap/Identity>>"
        % (name, reference(descriptor), _widths(face, glyphs))
    )
    characters = file.add_stream(b"", _to_unicode(used))
    return file.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>"
        % (name, reference(described), reference(characters))
    )


def _subset(face: Face, glyphs: list[int]) -> bytes:
    wanted: Any = harfbuzz.SubsetInput()
    wanted.sets(harfbuzz.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    flags: Any = harfbuzz.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    dropped: Any = wanted.sets(harfbuzz.SubsetInputSets.DROP_TABLE_TAG)
    for table in _DROPPED_TABLES:
        dropped.add(int.from_bytes(table.ljust(4).encode("ascii")))
    made: Any = harfbuzz.subset(face.face, wanted)
    return bytes(made.blob.data)


def _descriptor(face: Face, name: bytes, font_file: int) -> bytes:
    head: bytes = face.face.reference_table("head").data
    box = numbers(*(side * face.scale for side in struct.unpack(">4h", head[36:44])))
    heights = f"/Ascent {face.ascent:.0f}/Descent {face.descent:.0f}/CapHeight {face.ascent * 0.7:.0f}"
    return b"<</Type/FontDescriptor/FontName/%s/Flags 4/ItalicAngle 0/StemV 80/FontBBox[%s]%s/FontFile2 %s>>" % (
        name,
        box.encode("ascii"),
        heights.encode("ascii"),
        reference(font_file),
    )


def _widths(face: Face, glyphs: list[int]) -> bytes:
    return " ".join(f"{glyph}[{face.nominal(glyph):g}]" for glyph in glyphs).encode("ascii")


def _to_unicode(used: dict[int, str]) -> bytes:
    rows = [
        f"<{glyph:04X}><{(characters or _NO_CHARACTER).encode('utf-16-be').hex().upper()}>"
        for glyph, characters in sorted(used.items())
    ]
    parts = [rows[start : start + _ROWS] for start in range(0, len(rows), _ROWS)]
    blocks = [f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts]
    return _TO_UNICODE.format(rows="\n".join(blocks)).encode("ascii")
