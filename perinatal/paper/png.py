"""A logo from a PNG.

It is decoded by Pillow, which reportlab brings along anyway, and which many people fuzz and mend. We ask it for PNG
and nothing else, and look at the size before a single point is unpacked.
"""

import io
import struct
from importlib import import_module
from typing import Any

from perinatal.paper.logo import LogoNotTaken, Raster, Reason

BEGINNING = b"\x89PNG\r\n\x1a\n"
MOST_POINTS = 4_000_000
KEPT = (720, 324)
"""A logo is at most 40 by 18 mm on paper: more points than this nobody would see."""


def read_png(file: bytes) -> Raster:
    """The picture in this file; raises LogoNotTaken."""
    _insist_on_few_points(*struct.unpack(">II", file[16:24].ljust(8, b"\0")))
    # Pillow takes 20 ms to read, and only a logo needs it.
    images: Any = import_module("PIL.Image")
    try:
        with images.open(io.BytesIO(file), formats=["PNG"]) as opened:
            _insist_on_few_points(opened.width, opened.height)  # a file may say its size twice
            picture: Any = opened.convert("RGBA")
    # What Pillow raises for a damaged PNG, by its own words and by ours tried in the tests.
    except (OSError, SyntaxError, ValueError, EOFError, images.DecompressionBombError):
        raise LogoNotTaken(Reason.NOT_A_PICTURE) from None
    picture.thumbnail(KEPT)
    paper: Any = images.new("RGB", picture.size, (255, 255, 255))
    paper.paste(picture, mask=picture.getchannel("A"))
    return Raster(width=paper.width, height=paper.height, points=paper.tobytes())


def _insist_on_few_points(width: int, height: int) -> None:
    if width * height > MOST_POINTS:
        raise LogoNotTaken(Reason.TOO_MANY_PIXELS)
