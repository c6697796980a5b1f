"""The order of turns, held by hashes: each link binds the one before, so nothing can be moved or left out unseen."""

from base64 import b32encode
from hashlib import sha256

FIRST = bytes(32)
"""The link before the first turn."""


def link(plan: bytes, n: int, before: bytes, salted: bytes) -> bytes:
    """The link of one turn, made from its words behind a salt.

    Made from the words and not from their seal, so that a turn sealed again under another lock keeps its link; and
    behind a salt that is erased with the words, so that a link says nothing of a turn that is gone.
    """
    return sha256(b"L1" + plan + n.to_bytes(8, "big") + before + sha256(salted).digest()).digest()


DIGEST = 26
"""Signs. They hold 128 bits: nobody finds another record with the same."""


def digest(link: bytes) -> str:
    """A link as it stands on paper, without the signs 0, 1, 8 and 9, so that few can be mistaken for another."""
    return b32encode(link[:16]).decode().rstrip("=")
