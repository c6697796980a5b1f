"""The ring of an open plan: its locks, and the guests who were let in. Each guest has a smaller ring of their own."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from perinatal.care.audience import Audience
from perinatal.vault.sealing import pad, place, seal, unpad, unseal

_FLOOR = 12_288
"""Bytes. A ring as full as they get fits in it, so its length does not tell how much is shared, or with how many."""

Meaning: TypeAlias = tuple[frozenset[Audience], str]
"""What a lock is for: these audiences, for turns of this part. No two locks of a plan mean the same."""


@dataclass(frozen=True, slots=True)
class Lock:
    """The key for the turns of one part to one set of audiences. Rows hold its id; no column says what it is for."""

    id: bytes
    audience: frozenset[Audience]
    part: str
    key: bytearray = field(repr=False)

    @property
    def meaning(self) -> Meaning:
        """What it is for."""
        return self.audience, self.part

    def says(self) -> bytes:
        """How a turn under this lock begins, as JSON: what a lock is for is written nowhere else."""
        return json.dumps({"audience": sorted(self.audience), "part": self.part}).encode()[:-1] + b","


@dataclass(frozen=True, slots=True)
class Guest:
    """A member who was let in: their keys as the parent saw them, what they are, and the parts open to them now."""

    grant: bytes
    member: bytes
    public: bytes
    audience: Audience
    name: str = field(repr=False)
    """What the parent is called where this member sees it."""
    key: bytearray = field(repr=False)
    parts: Mapping[str, date] = field(default_factory=dict[str, date])
    """Each with the last day it is open."""

    def may_open(self, lock: Lock) -> bool:
        """Whether this guest is shown what is under the lock. What is for nobody but the parent never is."""
        return self.audience in lock.audience and lock.part in self.parts and self.audience is not Audience.ME


@dataclass(frozen=True, slots=True)
class Handed:
    """A link that was handed out, and the key by which it tells that it was opened. Its secret is not here."""

    id: bytes
    public: bytes


@dataclass(frozen=True, slots=True)
class Ring:
    """All locks of a plan, its guests, its links, and the seed of the key that vouches for them."""

    locks: tuple[Lock, ...] = ()
    guests: tuple[Guest, ...] = ()
    seed: bytearray = field(default_factory=bytearray, repr=False)
    links: tuple[Handed, ...] = ()

    def lock(self, meaning: Meaning) -> Lock | None:
        """The lock that means this, if there is one yet."""
        return next((lock for lock in self.locks if lock.meaning == meaning), None)

    def guest(self, grant: bytes) -> Guest | None:
        """The guest of this grant."""
        return next((guest for guest in self.guests if guest.grant == grant), None)

    def handed(self, id: bytes) -> Handed | None:
        """The link with this id."""
        return next((link for link in self.links if link.id == id), None)


def new_lock(audience: frozenset[Audience], part: str = "") -> Lock:
    """A lock with this meaning, used nowhere before."""
    return Lock(os.urandom(8), audience, part, bytearray(os.urandom(32)))


def seal_ring(ring: Ring, key: AESGCM, plan: bytes) -> bytes:
    """The ring, sealed under the plan's root."""
    guests = [
        [g.grant.hex(), g.member.hex(), g.public.hex(), g.audience, g.name, g.key.hex(), _days(g.parts)]
        for g in ring.guests
    ]
    links = [[link.id.hex(), link.public.hex()] for link in ring.links]
    held = {"seed": ring.seed.hex(), "locks": _written(ring.locks), "guests": guests, "links": links}
    return _seal(held, key, place(b"ring", plan))


def open_ring(sealed: bytes, key: AESGCM, plan: bytes) -> Ring:
    """The ring again, or BrokenSeal."""
    held = _open(sealed, key, place(b"ring", plan))
    bare = bytes.fromhex
    guests = (
        Guest(bare(grant), bare(member), bare(public), Audience(who), name, bytearray.fromhex(secret), _dates(parts))
        for grant, member, public, who, name, secret, parts in held["guests"]
    )
    links = tuple(Handed(bare(id), bare(public)) for id, public in held["links"])
    return Ring(_read(held["locks"]), tuple(guests), bytearray.fromhex(held["seed"]), links)


@dataclass(frozen=True, slots=True)
class GuestRing:
    """What one guest holds: the locks they may open, and the last day of each part."""

    locks: tuple[Lock, ...] = ()
    parts: Mapping[str, date] = field(default_factory=dict[str, date])

    def on(self, day: date) -> "GuestRing":
        """What of it is open on this day: what had its last day before is closed, whoever comes back or not."""
        parts = {part: until for part, until in self.parts.items() if day <= until}
        return GuestRing(tuple(lock for lock in self.locks if lock.part in parts), parts)


def seal_guest_ring(ring: GuestRing, key: AESGCM, grant: bytes) -> bytes:
    """What one guest may open and until when, sealed under the key of their grant."""
    return _seal({"locks": _written(ring.locks), "parts": _days(ring.parts)}, key, place(b"guest", grant))


def open_guest_ring(sealed: bytes, key: AESGCM, grant: bytes) -> GuestRing:
    """The ring of a guest again, or BrokenSeal."""
    held = _open(sealed, key, place(b"guest", grant))
    return GuestRing(_read(held["locks"]), _dates(held["parts"]))


def _seal(held: dict[str, Any], key: AESGCM, where: bytes) -> bytes:
    return seal(key, pad(json.dumps(held, separators=(",", ":")).encode(), _FLOOR), where)


def _open(sealed: bytes, key: AESGCM, where: bytes) -> dict[str, Any]:
    return json.loads(unpad(unseal(key, sealed, where)))


def _written(locks: Iterable[Lock]) -> list[list[Any]]:
    return [[lock.id.hex(), sorted(lock.audience), lock.part, lock.key.hex()] for lock in locks]


def _read(rows: list[list[Any]]) -> tuple[Lock, ...]:
    return tuple(
        Lock(bytes.fromhex(id), frozenset(map(Audience, audience)), part, bytearray.fromhex(secret))
        for id, audience, part, secret in rows
    )


def _days(parts: Mapping[str, date]) -> dict[str, str]:
    return {part: until.isoformat() for part, until in sorted(parts.items())}


def _dates(parts: dict[str, str]) -> dict[str, date]:
    return {part: date.fromisoformat(until) for part, until in parts.items()}
