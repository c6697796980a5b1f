"""A link: a sealed copy of some words, which only its own secret opens, and its code where it has one.

What is stored under a link's id is noise without the secret, which nobody keeps but whoever has the link; and without
the half, which goes when the link is stopped, used up or over, it is noise with the secret too.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from perinatal.vault.keys import Cost, derive, sealing_key, slow_step
from perinatal.vault.sealing import BrokenSeal, pad, place, seal, unpad, unseal
from perinatal.vault.store import Left, LinkRow
from perinatal.vault.words import bare

SECRET = 32
"""Bytes in the secret of a link."""

_LONGEST_CODE = 200
_FLOOR = 4_096
"""Bytes. Most copies fit in it, so that their length does not tell how much is in them."""


@dataclass(frozen=True, slots=True)
class LinkKey:
    """What opens a link, and what it is stored under. The second says nothing about the first."""

    id: bytes
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link to be made: its key, the parts in it, a copy of their words, and how long it is open."""

    key: LinkKey
    parts: frozenset[str]
    words: bytes = field(repr=False)
    left: Left


@dataclass(frozen=True, slots=True)
class Envelope:
    """What is sealed in a link: the words, and what it takes to tell the parent that it was opened."""

    plan: bytes
    mail_to: bytes = field(repr=False)
    seed: bytes = field(repr=False)
    parts: frozenset[str]
    words: bytes = field(repr=False)

    @property
    def signing(self) -> Ed25519PrivateKey:
        """The link's own key, with which it signs that it was opened."""
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def link_id(secret: bytes) -> bytes:
    """What a link is stored under."""
    return derive(secret, b"link id")[:16]


def plain_code(typed: str) -> bytes:
    """A code as the key is made from it, however a tired hand types it."""
    return bare(typed[:_LONGEST_CODE]).encode()


def link_key(secret: bytes, code: bytes, pepper: bytes, cost: Cost) -> LinkKey:
    """The key of a link. One slow run, with a code and without, so that both take as long."""
    slow = slow_step(code or b"no code", derive(secret, b"salt of a code")[:16], pepper, cost)
    return LinkKey(link_id(secret), derive(secret + slow, b"link"))


def seal_link(envelope: Envelope, new: NewLink, half: bytes) -> LinkRow:
    """The envelope, sealed under the link's key and its half."""
    held = {
        "plan": envelope.plan.hex(),
        "mail_to": envelope.mail_to.hex(),
        "seed": envelope.seed.hex(),
        "parts": sorted(envelope.parts),
        "words": envelope.words.decode(),
    }
    key, id = sealing_key(new.key.key, b"link", half), new.key.id
    sealed = seal(key, pad(json.dumps(held, ensure_ascii=False).encode(), _FLOOR), place(b"link", id))
    return LinkRow(id, sealed, new.left, half)


def open_envelope(row: LinkRow, key: LinkKey) -> Envelope | None:
    """What is sealed in a link; None with another code than its own."""
    try:
        held = json.loads(unpad(unseal(sealing_key(key.key, b"link", row.half), row.sealed, place(b"link", row.id))))
    except BrokenSeal:
        return None
    bare_bytes = bytes.fromhex
    return Envelope(
        plan=bare_bytes(held["plan"]),
        mail_to=bare_bytes(held["mail_to"]),
        seed=bare_bytes(held["seed"]),
        parts=_parts(held["parts"]),
        words=str(held["words"]).encode(),
    )


def _parts(held: Collection[str]) -> frozenset[str]:
    return frozenset(map(str, held))
