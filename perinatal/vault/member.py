"""A member: somebody with keys of their own, which a parent can let in. They open with six words, like a plan.

What is stored of a member is a door and two public keys. Which plans they may see, and as what, only they can read.
"""

import os
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from perinatal.vault import doors
from perinatal.vault.grants import Grant, open_grant
from perinatal.vault.keys import Way, derive
from perinatal.vault.sealing import BrokenSeal
from perinatal.vault.store import GrantRow, MemberRow
from perinatal.vault.trouble import Tampered


@dataclass(frozen=True, slots=True)
class Member:
    """A member whose keys are open."""

    id: bytes
    public: bytes
    sealing: X25519PrivateKey = field(repr=False)
    signing: Ed25519PrivateKey = field(repr=False)
    noting: bytes = field(repr=False)
    """The key of their own notes."""

    @property
    def fingerprint(self) -> int:
        """A number made from the public keys; a parent compares it, as four words, before letting anybody in."""
        return fingerprint(self.public)

    def read(self, rows: list[GrantRow]) -> list[Grant]:
        """The grants made for this member. One that somebody else made or moved is not among them."""
        grants: list[Grant] = []
        for row in rows:
            try:
                grants.append(open_grant(row, self.sealing, self.public))
            except BrokenSeal:
                continue
        return grants


def new_member(way: Way) -> MemberRow:
    """A member nobody has let in yet, behind a door that this way opens."""
    id, root = os.urandom(16), bytearray(os.urandom(32))
    member = _with(id, root)
    return MemberRow(id, doors.make_door(id, root, way), member.public)


def member_behind(row: MemberRow, way: Way) -> Member:
    """The member this way was found for; raises Tampered if somebody put other keys in their row."""
    member = _with(row.id, doors.root_behind(row, way))
    if member.public != row.public:
        raise Tampered(0)
    return member


def fingerprint(public: bytes) -> int:
    """The number of these public keys, of 128 bits."""
    return int.from_bytes(sha256(b"fingerprint" + public).digest()[:16], "big")


def _with(id: bytes, root: bytearray) -> Member:
    sealing = X25519PrivateKey.from_private_bytes(derive(root, b"member seal", id))
    signing = Ed25519PrivateKey.from_private_bytes(derive(root, b"member sign", id))
    public = sealing.public_key().public_bytes_raw() + signing.public_key().public_bytes_raw()
    return Member(id, public, sealing, signing, derive(root, b"member notes", id))
