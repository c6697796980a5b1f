"""Turns to keep, and words to look for afterwards."""

import base64
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from perinatal.care.audience import ONLY_ME, Audience
from perinatal.care.said import Answered
from perinatal.care.turn import Turn

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
CANARY = "heron lantern 4471 methadone"
WORDS = "acorn bishop candle drawer ember fiddle"
OTHER_WORDS = "gravel hammer island jacket kettle ladder"
TEAM = frozenset({Audience.TEAM})


def a_turn(number: int, words: str = CANARY, audience: frozenset[Audience] = ONLY_ME) -> Turn:
    """An answer said at noon."""
    return Turn(id=f"t{number}", at=NOON, language="en", said=Answered(question="A1", words=words), audience=audience)


def in_five_encodings(words: str) -> set[bytes]:
    """The words as they could lie in a file: plain, wide, base64 at each offset, hex, backwards."""
    plain = words.encode()
    assert len(plain) >= 12, "shorter words are found by chance"
    base64s = {base64.b64encode(b"x" * lead + plain)[4:-4] for lead in range(3)}
    return {plain, words.encode("utf-16-le"), plain.hex().encode(), plain[::-1], *base64s}


def found(words: Iterable[str], folder: Path) -> list[str]:
    """The names of files under this folder in which any of these words lies, in any encoding."""
    wanted = {piece for word in words for piece in in_five_encodings(word)}
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(piece in path.read_bytes() for piece in wanted)]
