"""What a paper looks like: its pages as pictures, for whoever wants to see them before printing.

They are made from the very bytes that are printed, so what is seen is what comes out. Only papers of our own come in
here, and the pictures go out with the answer: neither is kept.
"""

import io
from importlib import import_module
from threading import Lock
from typing import Any

from pydantic import BaseModel

MOST_PAGES = 24
"""More pages than this are not shown; how many there are is said."""
WIDTH, TALLEST = 1000, 1600
"""Points across a picture, to read it on a phone by two fingers; and down, which is more than our papers need."""
_COLORS = 32
_OCTREE = 2
"""Pillow's quick way to few colors: a picture takes a fiftieth of a second and about 35 kB."""
_one_at_a_time = Lock()
"""PDFium keeps no two threads apart."""


class Pictures(BaseModel, frozen=True):
    """The first pages of a paper, each a PNG, and how many pages it has in all."""

    pages: tuple[bytes, ...]
    total: int

    @property
    def unseen(self) -> int:
        """How many pages are printed and not shown."""
        return self.total - len(self.pages)


def pictures(paper: bytes, most: int = MOST_PAGES) -> Pictures:
    """The pages of one of our papers as pictures, at most so many. Takes a while: never where others wait for it."""
    # PDFium is eight megabytes, and only somebody who looks needs it.
    pdfium: Any = import_module("pypdfium2")
    with _one_at_a_time:
        opened: Any = pdfium.PdfDocument(paper)
        try:
            shown = range(min(most, MOST_PAGES, len(opened)))
            return Pictures(pages=tuple(_picture(opened[number]) for number in shown), total=len(opened))
        finally:
            opened.close()


def _picture(page: Any) -> bytes:
    scale = min(WIDTH / page.get_width(), TALLEST / page.get_height())
    bitmap: Any = page.render(scale=scale, rev_byteorder=True)
    png = io.BytesIO()
    bitmap.to_pil().quantize(_COLORS, method=_OCTREE).save(png, "PNG")
    bitmap.close()
    page.close()
    return png.getvalue()
