"""A QR code as one filled path."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from perinatal.paper.look import QUIET_ZONE

_MEDIUM = 0
"""reportlab's number for error correction level M: up to 15 % of the code may be dirty or torn."""


def modules(content: str) -> list[list[bool]]:
    """The dark and light squares for this text. Nothing is remembered: the text may be the words to a plan."""
    # Reading it takes 0.2 s, and only two printables need it.
    encoder: Any = import_module("reportlab.graphics.barcode.qrencoder")
    code: Any = encoder.QRCode(None, _MEDIUM)
    code.addData(content)
    code.make()
    return [[bool(dark) for dark in row] for row in code.modules]


def path(squares: list[list[bool]]) -> tuple[str, int]:
    """One path for all dark squares, and how many squares a side has with the white around it."""
    side = len(squares) + 2 * QUIET_ZONE
    boxes = [
        f"{start + QUIET_ZONE} {side - QUIET_ZONE - 1 - y} {length} 1 re"
        for y, row in enumerate(squares)
        for start, length in _runs(row)
    ]
    return " ".join(boxes), side


def qr_code(content: str) -> tuple[str, int]:
    """The same for a screen: one outline for SVG, and how many squares a side has with the white around it."""
    squares = modules(content)
    lines = (
        f"M{start + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z"
        for y, row in enumerate(squares)
        for start, length in _runs(row)
    )
    return "".join(lines), len(squares) + 2 * QUIET_ZONE


def _runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for x, dark in enumerate([*row, False]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            yield start, x - start
            start = None
