"""A grant: one member's way into parts of one plan. Only the parent's plan can make one, and only that member reads it.

Sealed by HPKE (RFC 9180) to the member's key, for this grant and its half; signed with the plan's own key, so that
nobody who writes to the disk can put another member, or another plan, in its place.
"""

import json
import os
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from perinatal.care.audience import Audience
from perinatal.vault.keys import sealing_key
from perinatal.vault.ring import Guest, GuestRing, Lock, seal_guest_ring
from perinatal.vault.safe import Safe
from perinatal.vault.sealing import BrokenSeal, pad, unpad
from perinatal.vault.store import GrantRow

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)

KEY_BYTES = 32
"""Of a public key. A member's public keys are two of them: one to seal to, one to check signatures with."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a member finds in a grant: which plan, as what, under which name, and the key to their ring."""

    id: bytes
    plan: bytes
    audience: Audience
    name: str = field(repr=False)
    """What the parent wants to be called, where this member sees it in a list."""
    key: bytes = field(repr=False)
    mail_to: bytes = field(repr=False)
    signed_by: bytes = field(repr=False)


def plan_id(signed_by: bytes) -> bytes:
    """The id of the plan that signs with this key: so no other key can sign a grant to it."""
    return sha256(b"plan" + signed_by).digest()[:16]


def new_guest(member: bytes, public: bytes, audience: Audience, name: str) -> Guest:
    """Somebody who is let in now, and shown nothing yet."""
    return Guest(os.urandom(16), member, public, audience, name, bytearray(os.urandom(32)))


def make_grant(guest: Guest, safe: Safe) -> GrantRow:
    """The grant for this guest, with an empty ring."""
    half = os.urandom(32)
    signing = safe.signing()
    body = json.dumps(
        {
            "plan": safe.plan.hex(),
            "member": guest.public.hex(),
            "audience": guest.audience,
            "name": guest.name,
            "key": guest.key.hex(),
            "mail_to": safe.mail().public_key().public_bytes_raw().hex(),
            "signed_by": signing.public_key().public_bytes_raw().hex(),
        }
    ).encode()
    words = pad(signing.sign(b"grant" + guest.grant + body) + body)
    sealing_to = X25519PublicKey.from_public_bytes(guest.public[:KEY_BYTES])
    sealed = SUITE.encrypt(words, sealing_to, info=b"grant/v1" + guest.grant + half)
    return GrantRow(guest.grant, guest.member, sealed, guest_ring(guest, (), half), half)


def guest_ring(guest: Guest, locks: tuple[Lock, ...], half: bytes) -> bytes:
    """The ring of a guest: those of these locks that they may open, and until when."""
    key = sealing_key(guest.key, b"guest", half)
    held = GuestRing(tuple(lock for lock in locks if guest.may_open(lock)), guest.parts)
    return seal_guest_ring(held, key, guest.grant)


def open_grant(row: GrantRow, own: X25519PrivateKey, public: bytes) -> Grant:
    """What a member's grant says, or BrokenSeal: for another member, of another grant, or not signed by its plan."""
    try:
        words = unpad(SUITE.decrypt(row.sealed, own, info=b"grant/v1" + row.id + row.half))
    except (InvalidTag, ValueError):
        raise BrokenSeal from None
    signature, body = words[:64], words[64:]
    try:
        grant, member = _read(row.id, body)
        Ed25519PublicKey.from_public_bytes(grant.signed_by).verify(signature, b"grant" + row.id + body)
    except (InvalidSignature, ValueError, KeyError, TypeError):
        # The last three: somebody at the disk can make up a plan of their own, and write whatever they like in it.
        raise BrokenSeal from None
    if member != public or grant.plan != plan_id(grant.signed_by):
        raise BrokenSeal
    return grant


def _read(id: bytes, body: bytes) -> tuple[Grant, bytes]:
    """What a grant says, and the keys of the member it is for."""
    said, bare = json.loads(body), bytes.fromhex
    grant = Grant(
        id=id,
        plan=bare(said["plan"]),
        audience=Audience(said["audience"]),
        name=str(said["name"]),
        key=bare(said["key"]),
        mail_to=bare(said["mail_to"]),
        signed_by=bare(said["signed_by"]),
    )
    return grant, bare(said["member"])
