"""Stored rows turned back into turns, each checked: its place, its seal, and its link to the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

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
    """The turns that are there, each one's number in the chain, and the salt its link was made with."""

    turns: tuple[Turn, ...] = ()
    numbers: tuple[int, ...] = ()
    salts: tuple[bytes, ...] = ()


SALT = 16
"""Bytes before the words of a turn."""


def written(turn: Turn, salt: bytes) -> bytes:
    """A turn as it is sealed. Who may open it is not in it: that is what its lock means."""
    return salt + turn.model_dump_json(exclude={"audience", "part"}).encode()


def turn_place(plan: bytes, n: int, lock: bytes) -> bytes:
    """What a turn is sealed for. Moved to another plan, number or lock, it does not open."""
    return _TURN + plan + n.to_bytes(8, "big") + lock


class Keys(Protocol):
    """What opens rows: the key of a lock, and what the lock is for. None where there is none."""

    def key(self, lock: bytes) -> AESGCM | None:
        """The key of a lock."""
        ...

    def says(self, lock: bytes) -> bytes:
        """How a turn under this lock begins."""
        ...


def read(plan: bytes, rows: Sequence[TurnRow], head: Head, keys: Keys) -> Said:
    """The turns of these rows, or Tampered with the number of the first that is not what was kept."""
    pieces = _Pieces(plan, keys)
    for expected, row in enumerate(rows, start=1):
        if row.n != expected or not pieces.take(row):
            raise Tampered(expected)
    if Head(len(rows), pieces.before, pieces.erased) != head:
        raise Tampered(min(len(rows), head.n) + 1)
    return pieces.said()


def read_some(plan: bytes, rows: Sequence[TurnRow], keys: Keys) -> Said:
    """The turns of those rows that these keys open; the others say nothing, not even that they are there."""
    pieces = _Pieces(plan, keys)
    for row in rows:
        if row.lock == ERASED or keys.key(row.lock) is None:
            pieces.before = row.link
        elif not pieces.take(row):
            raise Tampered(row.n)
    return pieces.said()


class _Pieces:
    """Rows opened one after the other, to be read in one pass."""

    def __init__(self, plan: bytes, keys: Keys) -> None:
        self._plan, self._keys = plan, keys
        self._pieces: list[bytes] = []
        self._numbers: list[int] = []
        self._salts: list[bytes] = []
        self.before, self.erased = chain.FIRST, 0

    def take(self, row: TurnRow) -> bool:
        """Whether this row is what was kept after the one before."""
        key = self._keys.key(row.lock)
        if key is None:
            return False
        try:
            padded = unseal(key, row.sealed, turn_place(self._plan, row.n, row.lock))
        except BrokenSeal:
            return False
        if row.lock == ERASED:
            self.erased += 1
        else:
            salted = unpad(padded)
            if row.link != chain.link(self._plan, row.n, self.before, salted):
                return False
            self._pieces.append(self._keys.says(row.lock) + salted[SALT + 1 :])
            self._numbers.append(row.n)
            self._salts.append(salted[:SALT])
        self.before = row.link
        return True

    def said(self) -> Said:
        """What they say."""
        return Said(_turns(self._pieces), tuple(self._numbers), tuple(self._salts))


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
