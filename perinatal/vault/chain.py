"""The order of turns, held by hashes: each link binds the one before, so nothing can be moved or left out unseen."""

from hashlib import sha256

FIRST = bytes(32)
"""The link before the first turn."""


def link(plan: bytes, n: int, before: bytes, sealed: bytes) -> bytes:
    """The link of one turn, made from its sealed bytes, so that the order can be checked without a key."""
    return sha256(b"L1" + plan + n.to_bytes(8, "big") + before + sha256(sealed).digest()).digest()
