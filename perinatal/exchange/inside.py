"""A plan file inside one of our PDFs, found as bytes: no structure of a PDF is read, since a stranger may have made it.

Our press puts the file in as it is, unpressed, right behind its own length. So it is found by how it begins, taken at
the length that stands before it, and looked at like any other file. A PDF that another program saved again may hold it
in another way; then the file itself has to be brought.
"""

import re

from perinatal.exchange.age import LARGEST, MAGIC
from perinatal.exchange.trouble import NotOpened, Why

LARGEST_PDF = 4 * 1024 * 1024
"""Bytes of a PDF that holds a file: the largest file, and as much again for the pages."""
_PDF = b"%PDF-"
_PLACES = 8
"""Places looked at. Our own PDF has one."""
_BEGINS = re.compile(rb"/Length (\d{1,7})>>\r?\nstream\r?\n(?=age-encryption\.org/v1\n)")
_ENDS = (b"\nendstream", b"\r\nendstream")


def found_in(brought: bytes) -> bytes:
    """The plan file in what somebody brings: all of it, or the part of a PDF that is one. Raises NotOpened."""
    if not brought:
        raise NotOpened(Why.EMPTY)
    if len(brought) > LARGEST_PDF:
        raise NotOpened(Why.TOO_LARGE)
    if not brought.startswith(_PDF):
        return brought
    for place, begins in enumerate(_BEGINS.finditer(brought)):
        start, length = begins.end(), int(begins[1])
        if place == _PLACES:
            break
        if len(MAGIC) < length <= LARGEST and brought.startswith(_ENDS, start + length):
            return brought[start : start + length]
    raise NotOpened(Why.NOTHING_INSIDE)
