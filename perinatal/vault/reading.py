"""Stored rows turned back into turns, each checked: its place, its seal, and its link to the one before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import ValidationError

from perinatal.care.turn import Turn, read_turns
from perinatal.vault import chain
from perinatal.vault.sealing import BrokenSeal, place, seal, unpad, unseal
from perinatal.vault.store import ErasedRow, TurnRow
from perinatal.vault.trouble import NewerData, Tampered

_TURN = place(b"turn")

ERASED = bytes(8)
"""The lock of what was erased: a seal over nothing that only the holder of the plan can make."""


class Head(NamedTuple):
    """How far the conversation goes: its last number, its last link, and how many turns were erased from it."""

    n: int
    link: bytes
    erased: int


START = Head(0, chain.FIRST, 0)
"""Before the first turn."""


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """The turns that are there, and each one's number in the chain."""

    turns: tuple[Turn, ...] = ()
    numbers: tuple[int, ...] = ()


def turn_place(plan: bytes, n: int, lock: bytes) -> bytes:
    """What a turn is sealed for. Moved to another plan, number or lock, it does not open."""
    return _TURN + plan + n.to_bytes(8, "big") + lock


def read(plan: bytes, rows: Sequence[TurnRow], head: Head, key_of: Callable[[bytes], AESGCM | None]) -> Said:
    """The turns of these rows, or Tampered with the number of the first that is not what was kept."""
    numbers: list[int] = []
    pieces: list[bytes] = []
    before, erased = chain.FIRST, 0
    for expected, row in enumerate(rows, start=1):
        key = key_of(row.lock)
        if row.n != expected or key is None:
            raise Tampered(expected)
        try:
            padded = unseal(key, row.sealed, turn_place(plan, row.n, row.lock))
        except BrokenSeal:
            raise Tampered(expected) from None
        if row.lock == ERASED:
            erased += 1
        elif row.link != chain.link(plan, row.n, before, row.sealed):
            raise Tampered(expected)
        else:
            numbers.append(row.n)
            pieces.append(unpad(padded))
        before = row.link
    if Head(len(rows), before, erased) != head:
        raise Tampered(min(len(rows), head.n) + 1)
    return Said(_turns(pieces), tuple(numbers))


def _turns(pieces: list[bytes]) -> tuple[Turn, ...]:
    try:
        return tuple(read_turns(pieces))
    except ValidationError:
        raise NewerData("A plan") from None


def seal_head(head: Head, key: AESGCM, plan: bytes) -> bytes:
    """The head, sealed: rows taken off the end are missed."""
    return seal(key, head.n.to_bytes(8, "big") + head.link + head.erased.to_bytes(8, "big"), place(b"head", plan))


def open_head(sealed: bytes, key: AESGCM, plan: bytes) -> Head:
    """The head again, or BrokenSeal."""
    plain = unseal(key, sealed, place(b"head", plan))
    return Head(int.from_bytes(plain[:8], "big"), plain[8:40], int.from_bytes(plain[40:], "big"))


def erased_row(plan: bytes, n: int, key: AESGCM) -> ErasedRow:
    """What stands where a turn was: nothing of its words, and only the holder of the plan can make it."""
    return ErasedRow(n, ERASED, seal(key, b"", turn_place(plan, n, ERASED)))
