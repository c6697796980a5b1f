"""From a secret to keys. Words go through one slow step; a random secret needs none."""

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try with plan words costs: 64 MiB and three passes, about a fifth of a second."""

    memory_kib: int = 65_536
    passes: int = 3


@dataclass(frozen=True, slots=True)
class Way:
    """A way to one plan: where to look for it, and the key to its door. The first says nothing about the second."""

    locator: bytes = field(repr=False)
    key: bytes = field(repr=False)


def way_of_words(words: bytes, pepper: bytes, cost: Cost) -> Way:
    """The way that plan words open. One slow run, whether there is such a plan or not."""
    # One salt for the whole place, from the pepper: there is no name to look up a salt by. Six words carry that.
    salt = derive(pepper, b"salt of plan words")[:16]
    return _way(slow_step(words, salt, pepper, cost), pepper)


def way_of_secret(secret: bytes, pepper: bytes) -> Way:
    """The way that a random secret of 32 bytes opens, as the browser carries it before words are made."""
    return _way(secret, pepper)


def _way(secret: bytes, pepper: bytes) -> Way:
    return Way(locator=derive(secret, b"locator", pepper), key=derive(secret, b"door", pepper))


def slow_step(words: bytes, salt: bytes, pepper: bytes, cost: Cost) -> bytes:
    """The step that makes guessing cost."""
    return Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=1, memory_cost=cost.memory_kib, secret=pepper
    ).derive(words)


def derive(secret: bytes | bytearray, purpose: bytes, salt: bytes | None = None) -> bytes:
    """A key of 32 bytes for one purpose."""
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=purpose).derive(bytes(secret))


def sealing_key(secret: bytes | bytearray, purpose: bytes, half: bytes) -> AESGCM:
    """A key to seal with. Without the half kept apart from it, the secret alone makes no key."""
    return AESGCM(derive(secret, purpose, half))
