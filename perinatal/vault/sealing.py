"""How bytes are sealed: AES-256-GCM, a fresh nonce each time, and a length that tells little."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SUITE = b"\x01"
"""The first byte of everything sealed. Another way of sealing gets another byte, and old bytes still open."""

_NONCE = 12
_TAG = 16
_FLOOR = 512
"""Bytes. Almost every turn is this long when padded, so that a short answer looks like a long one."""


class BrokenSeal(Exception):
    """These bytes were not sealed with this key, for this place."""


def seal(key: AESGCM, words: bytes, place: bytes) -> bytes:
    """The bytes sealed for one place; they open nowhere else."""
    nonce = os.urandom(_NONCE)
    return SUITE + nonce + key.encrypt(nonce, words, place)


def unseal(key: AESGCM, sealed: bytes, place: bytes) -> bytes:
    """What was sealed here, or BrokenSeal."""
    if sealed[:1] != SUITE or len(sealed) < 1 + _NONCE + _TAG:
        raise BrokenSeal
    try:
        return key.decrypt(sealed[1:13], sealed[13:], place)
    except InvalidTag:
        raise BrokenSeal from None


def place(purpose: bytes, *parts: bytes) -> bytes:
    """Where something is sealed for: what it is, and the ids around it, each of a fixed length."""
    return SUITE + purpose + b"".join(parts)


def pad(words: bytes, floor: int = _FLOOR) -> bytes:
    """The words with their length before and zeros behind, up to a length many others share."""
    return (len(words).to_bytes(4, "big") + words).ljust(_padme(max(floor, len(words) + 4)), b"\0")


def unpad(padded: bytes) -> bytes:
    """The words without what `pad` put around them."""
    return padded[4 : 4 + int.from_bytes(padded[:4], "big")]


def _padme(length: int) -> int:
    """The next length with few significant bits: at most 12 % longer, and little is learned from it (Padmé, 2019)."""
    exponent = length.bit_length() - 1
    loose = exponent - exponent.bit_length()
    return -(-length >> loose) << loose
