"""The cookie is the only authority. This file is the only one that reads or writes it."""

import hashlib
import re
import secrets

SECRET_BYTES = 32
_SECRET = re.compile("[0-9a-f]{64}")


def name(secure: bool) -> str:
    """The cookie's name. Plain http on localhost is the one exception to `__Host-`, which browsers tie to TLS."""
    return "__Host-k" if secure else "k"


def make() -> bytes:
    """A new secret, never used before: every opening gets its own."""
    return secrets.token_bytes(SECRET_BYTES)


def digest(secret: bytes) -> str:
    """What we remember of a secret: enough to know it again, not enough to be it."""
    return hashlib.sha256(b"session" + secret).hexdigest()


def read(header: bytes, *, secure: bool) -> bytes | None:
    """The secret in a Cookie header, or None when there is none that could be ours."""
    # Read by hand: Python's own reader stops at the first cookie it does not like, and on localhost others set some.
    for pair in header.decode("latin-1").split(";"):
        label, _, value = pair.strip().partition("=")
        if label == name(secure):
            return bytes.fromhex(value) if _SECRET.fullmatch(value) else None
    return None


def write(secret: bytes, *, secure: bool) -> str:
    """A Set-Cookie value: gone with the browser, unreadable for scripts, never sent from another site."""
    return f"{name(secure)}={secret.hex()}; Path=/; HttpOnly; SameSite=Strict" + ("; Secure" if secure else "")


def clear(*, secure: bool) -> str:
    """A Set-Cookie value that takes the cookie away."""
    return f"{name(secure)}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0" + ("; Secure" if secure else "")
