"""The cookie is the only authority. This file is the only one that reads or writes it."""

import hashlib
import secrets
from http.cookies import CookieError, SimpleCookie

SECRET_BYTES = 32


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
    try:
        jar = SimpleCookie(header.decode("latin-1"))
    except CookieError:
        return None
    morsel = jar.get(name(secure))
    if morsel is None or len(morsel.value) != SECRET_BYTES * 2:
        return None
    try:
        return bytes.fromhex(morsel.value)
    except ValueError:
        return None


def write(secret: bytes, *, secure: bool) -> str:
    """A Set-Cookie value: gone with the browser, unreadable for scripts, never sent from another site."""
    return f"{name(secure)}={secret.hex()}; Path=/; HttpOnly; SameSite=Strict" + ("; Secure" if secure else "")


def clear(*, secure: bool) -> str:
    """A Set-Cookie value that takes the cookie away."""
    return f"{name(secure)}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0" + ("; Secure" if secure else "")
