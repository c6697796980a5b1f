"""What a member notes about one plan for themselves: sealed so that only they read it, and gone when they are let out.

It is never in the parent's plan. It lies in the row of their grant, goes on with it when the locks are changed, and
goes in the same transaction when the grant is over.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from perinatal.vault.grants import Grant
from perinatal.vault.keys import sealing_key
from perinatal.vault.member import Member
from perinatal.vault.ring import open_guest_ring
from perinatal.vault.sealing import BrokenSeal, pad, place, seal, unpad, unseal
from perinatal.vault.store import GrantRow


@dataclass(frozen=True, slots=True)
class Note:
    """A member's own words on a plan, and which of its parts they know to be open."""

    words: str = field(default="", repr=False)
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Listed:
    """One plan in a member's list: their way in, the parts open on this day with the last day of each, their note."""

    grant: Grant
    parts: Mapping[str, date]
    note: Note


def listed(member: Member, rows: list[GrantRow], day: date) -> list[Listed]:
    """The plans of these rows. No turn is read for it, so nobody has looked at anything."""
    by_id = {row.id: row for row in rows}
    return [
        Listed(grant, _parts(grant, by_id[grant.id], day), read_note(member, by_id[grant.id], grant.plan))
        for grant in member.read(rows)
    ]


def _parts(grant: Grant, row: GrantRow, day: date) -> Mapping[str, date]:
    try:
        return open_guest_ring(row.ring, sealing_key(grant.key, b"guest", row.half), row.id).on(day).parts
    except BrokenSeal:
        return {}


def seal_note(member: Member, plan: bytes, note: Note) -> bytes:
    """The note, for one plan; it opens for no other."""
    held = json.dumps({"words": note.words, "known": sorted(note.known)}).encode()
    return seal(AESGCM(member.noting), pad(held), place(b"note", plan))


def read_note(member: Member, row: GrantRow, plan: bytes) -> Note:
    """What this member noted about a plan; nothing, if they did not or somebody changed it."""
    if not row.note:
        return Note()
    try:
        held = json.loads(unpad(unseal(AESGCM(member.noting), row.note, place(b"note", plan))))
    except BrokenSeal:
        return Note()
    return Note(held["words"], frozenset(held["known"]))
