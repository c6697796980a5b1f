"""What a clinic says of itself: short lines, and a logo that is read strictly and costs little, whatever the file."""

import io
import time
import tracemalloc
import zlib
from collections.abc import Callable

import pytest
from PIL import Image
from pydantic import ValidationError

from perinatal.library import languages, shelf
from perinatal.paper.brand import LARGEST_FILE, Brand, read_logo
from perinatal.paper.logo import LogoNotTaken, Raster, Reason, Vector
from perinatal.paper.look import Color


def png(width: int = 60, height: int = 30, color: object = (10, 90, 60), mode: str = "RGB") -> bytes:
    """A PNG of one color."""
    file = io.BytesIO()
    Image.new(mode, (width, height), color).save(file, "PNG")  # type: ignore[arg-type]  a color of that mode
    return file.getvalue()


def svg(inside: str, about: str = 'viewBox="0 0 40 20"') -> bytes:
    """An SVG with this inside."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {about}>{inside}</svg>'.encode()


def chunk(kind: bytes, data: bytes) -> bytes:
    """A piece of a PNG."""
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def bomb(side: int) -> bytes:
    """A small PNG that says it is very large."""
    head = side.to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    rows = zlib.compress(bytes(3_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def refused(file: bytes) -> Reason:
    """Why this file is not taken."""
    with pytest.raises(LogoNotTaken) as told:
        read_logo(file, "A leaf")
    assert str(told.value) == told.value.reason
    return told.value.reason


def test_a_png_becomes_points_on_white_paper() -> None:
    logo = read_logo(png(4, 2, (10, 90, 60, 0), "RGBA"), "A leaf")

    assert isinstance(logo, Raster)
    assert (logo.width, logo.height, logo.points) == (4, 2, b"\xff" * 24)
    assert logo.grey == b"\xff" * 8


def test_a_large_png_keeps_no_more_points_than_anyone_sees() -> None:
    logo = read_logo(png(1800, 900), "A leaf")

    assert isinstance(logo, Raster)
    assert (logo.width, logo.height) == (648, 324)


def test_the_shapes_of_an_svg_are_taken_with_their_colors() -> None:
    inside = '<title>Leaf</title><g fill="#f00"><rect x="1" y="2" width="3" height="4"/></g>'
    inside += '<circle cx="9" cy="9" r="2"/>'
    logo = read_logo(svg(inside + '<polygon points="0,0 4,0 4,4" fill="#0080ff" fill-rule="evenodd"/>'), "A leaf")

    assert isinstance(logo, Vector)
    assert (logo.width, logo.height) == (40, 20)
    assert [patch.color for patch in logo.patches] == [
        Color(red=255, green=0, blue=0),
        Color(red=0, green=0, blue=0),
        Color(red=0, green=128, blue=255),
    ]
    assert logo.patches[0].path == "1.00 18.00 m 4.00 18.00 l 4.00 14.00 l 1.00 14.00 l h"
    assert [patch.even_odd for patch in logo.patches] == [False, False, True]


SHAPE = '<path d="M0 0L4 4L8 0z"/>'
NOT_PLAIN = {
    "a script": svg(f"<script>alert(1)</script>{SHAPE}"),
    "a handler": svg(SHAPE, 'viewBox="0 0 4 4" onload="alert(1)"'),
    "a picture from elsewhere": svg(f'<image href="https://example.org/x.png" width="4" height="4"/>{SHAPE}'),
    "something used from elsewhere": svg(f'<use href="https://example.org/x.svg#a"/>{SHAPE}'),
    "a style": svg(f"<style>path {{ fill: url(https://example.org/a) }}</style>{SHAPE}"),
    "a style of a shape": svg('<path style="fill:red" d="M0 0L4 4z"/>'),
    "a fill from elsewhere": svg('<path fill="url(#a)" d="M0 0L4 4z"/>'),
    "a stroke": svg('<path stroke="red" d="M0 0L4 4z"/>'),
    "text": svg(f"<text>hello</text>{SHAPE}"),
    "loose words": svg(f"hello {SHAPE}"),
    "HTML": svg(f"<foreignObject><p>hello</p></foreignObject>{SHAPE}"),
    "a drawing in a drawing": svg(f"<svg>{SHAPE}</svg>"),
    "a shape in a shape": svg(f'<path d="M0 0L4 4z">{SHAPE}</path>'),
    "a turn": svg('<path transform="rotate(9)" d="M0 0L4 4z"/>'),
    "nothing to see": svg(""),
    "no size": svg(SHAPE, ""),
    "a size of nothing": svg(SHAPE, 'viewBox="0 0 0 20"'),
    "a size that is none": svg(SHAPE, 'viewBox="0 0 nan 20"'),
    "a path that is none": svg('<path d="M0 0 Lx"/>'),
    "a number far away": svg('<circle cx="1e300" cy="0" r="1"/>'),
    "an entity": b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(f"&a;{SHAPE}"),
    "a file from the disk": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg(f"&a;{SHAPE}"),
    "entities that grow": b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' + svg("&b;"),
    "an order to the reader": b'<?xml-stylesheet href="https://example.org/a.css"?>' + svg(SHAPE),
    "a tree without end": svg("<g>" * 400 + "</g>" * 400),
    "shapes without end": svg(SHAPE * 3000),
    "another document": b"<html><body/></html>",
}


@pytest.mark.parametrize("what", NOT_PLAIN)
def test_an_svg_with_anything_but_filled_shapes_is_refused_as_a_whole(what: str) -> None:
    assert refused(NOT_PLAIN[what]) is Reason.NOT_PLAIN


NOT_A_PICTURE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "words": lambda: b"hello there",
    "another picture": lambda: b"GIF89a" + bytes(40),
    "a PDF": lambda: b"%PDF-1.7\n",
    "an SVG cut off": lambda: svg(SHAPE)[:-4],
    "a PNG cut off": lambda: png(200, 200)[:90],
    "a PNG with a hole": lambda: png(200, 200).replace(b"IDAT", b"IDAX"),
    "only the beginning of a PNG": lambda: png()[:8],
    "a TIFF that calls itself a PNG": lambda: b"\x89PNG\r\n\x1a\n" + b"II*\0" + bytes(60),
}


@pytest.mark.parametrize("what", NOT_A_PICTURE)
def test_what_is_no_picture_is_refused(what: str) -> None:
    assert refused(NOT_A_PICTURE[what]()) is Reason.NOT_A_PICTURE


def test_a_flipped_bit_never_does_more_than_refuse_or_change_a_point() -> None:
    whole = png(20, 10)
    for at in range(len(whole)):
        broken = bytearray(whole)
        broken[at] ^= 0x10
        try:
            read_logo(bytes(broken), "A leaf")
        except LogoNotTaken:
            continue


@pytest.mark.parametrize("side", [2_100, 12_000, 30_000, 2_000_000_000])
def test_a_file_that_would_unpack_without_end_costs_nothing(side: int) -> None:
    file = bomb(side)
    read_logo(png(), "A leaf")
    tracemalloc.start()
    began = time.process_time()

    assert refused(file) is Reason.TOO_MANY_PIXELS

    assert time.process_time() - began < 0.05
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


def test_a_file_of_more_than_a_megabyte_is_not_opened() -> None:
    assert refused(png()[:8] + bytes(LARGEST_FILE)) is Reason.TOO_LARGE


def test_a_logo_comes_with_words_for_those_who_do_not_see_it() -> None:
    with pytest.raises(LogoNotTaken) as told:
        read_logo(png(), "  ")
    assert told.value.reason is Reason.NO_WORDS
    with pytest.raises(ValidationError):
        Brand(logo=read_logo(png(), "A leaf"))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_one_plain_sentence_or_two(reason: Reason, language: str) -> None:
    assert shelf(language).say(f"paper.logo.{reason}").endswith(".")


def test_a_brand_with_nothing_on_it_is_none() -> None:
    assert not Brand()
    assert Brand(phone="555-0142").lines == ("555-0142",)


def test_a_line_that_is_too_long_is_not_repeated_in_the_error() -> None:
    with pytest.raises(ValidationError) as told:
        Brand(name="Zephyr" * 20)
    assert "Zephyr" not in str(told.value)
