"""The ring of locks: one random key for each set of audiences, known by an id that says nothing."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from perinatal.care.audience import Audience
from perinatal.vault.sealing import pad, place, seal, unpad, unseal

_FLOOR = 2048
"""Bytes. All sets of audiences there can be fit in it, so its length does not tell how many are used."""


@dataclass(frozen=True, slots=True)
class Lock:
    """The key for turns to one set of audiences. Rows hold its id, and no column names an audience."""

    id: bytes
    audience: frozenset[Audience]
    key: bytearray = field(repr=False)


def new_lock(audience: frozenset[Audience]) -> Lock:
    """A lock for this set of audiences, used nowhere before."""
    return Lock(os.urandom(8), audience, bytearray(os.urandom(32)))


def seal_ring(locks: Iterable[Lock], key: AESGCM, plan: bytes) -> bytes:
    """The locks, sealed under the plan's root."""
    rows = [[lock.id.hex(), sorted(lock.audience), lock.key.hex()] for lock in locks]
    return seal(key, pad(json.dumps(rows).encode(), _FLOOR), place(b"ring", plan))


def open_ring(sealed: bytes, key: AESGCM, plan: bytes) -> tuple[Lock, ...]:
    """The locks again, or BrokenSeal."""
    rows: list[tuple[str, list[str], str]] = json.loads(unpad(unseal(key, sealed, place(b"ring", plan))))
    return tuple(
        Lock(bytes.fromhex(id), frozenset(map(Audience, audience)), bytearray.fromhex(secret))
        for id, audience, secret in rows
    )
