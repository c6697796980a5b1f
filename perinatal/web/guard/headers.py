"""The headers every answer carries, and those that may reach Reflex."""

import hashlib
import json
import re
from pathlib import Path

from starlette.types import Message

PASSES: frozenset[bytes] = frozenset(
    {
        b"host",
        b"origin",
        b"upgrade",
        b"connection",
        b"sec-websocket-key",
        b"sec-websocket-version",
        b"sec-websocket-protocol",
        b"sec-websocket-extensions",
        b"accept",
        b"accept-encoding",
        b"content-type",
        b"content-length",
        b"if-none-match",
        b"if-modified-since",
    }
)
"""What Reflex and our own routes may see of a request. No cookie, no browser name, no language, no referrer."""

_LASTING = re.compile(r"/assets/[^/]+-[\w-]{8}\.(?:js|css)")
"""Files named for what is in them: a changed file has another name."""

KEEP_THEIR_NAME = ("/app.css", "/head.js", "/live.js")
"""Files with the same name before and after a change: asked for each time, sent again only after a change."""

_SAID_ANEW = (b"etag", b"last-modified", b"cache-control", b"vary")

_DROPPED = (b"server", b"access-control-", b"x-powered-by", b"date")

_NO_POWERS = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), gamepad=(), "
    "geolocation=(), gyroscope=(), hid=(), idle-detection=(), interest-cohort=(), magnetometer=(), microphone=(), "
    "midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=()"
)


SHELL = "/404.html"
"""The built page that is sent for addresses with a number only a plan knows, and for addresses that are not there."""


COPY = "/link"
"""The one page that is not built: what a link holds, as a door sends it. No inline script has any business there."""


def content_policies(listed: Path) -> dict[str, bytes]:
    """The content security policy of each built page. Inline scripts pass by hash only; the build listed them."""
    pages: dict[str, list[str]] = json.loads(listed.read_text()) if listed.exists() else {}
    return {page: _policy(hashes) for page, hashes in ({SHELL: [], COPY: []} | pages).items()}


def _policy(hashes: list[str]) -> bytes:
    scripts = " ".join(["'self'", *hashes])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'"
    ).encode()


def marks(client: Path) -> dict[str, bytes]:
    """A mark of what is in each file that keeps its name. Weak: packed or not, the file says the same."""
    found = {name: client / name.strip("/") for name in KEEP_THEIR_NAME}
    return {name: _mark(file.read_bytes()) for name, file in found.items() if file.exists()}


def _mark(content: bytes) -> bytes:
    return b'W/"' + hashlib.sha256(content).hexdigest()[:32].encode() + b'"'


def is_unchanged(mark: bytes | None, held: bytes) -> bool:
    """Whether what a browser holds, by its If-None-Match, is still the file with this mark."""
    return mark is not None and mark in (each.strip() for each in held.split(b","))


def for_every_answer(*, secure: bool) -> list[tuple[bytes, bytes]]:
    """The headers that stand on every answer, also on errors and files."""
    headers = [
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", b"DENY"),
        (b"x-robots-tag", b"noindex, nofollow"),
        (b"referrer-policy", b"no-referrer"),
        (b"permissions-policy", _NO_POWERS.encode()),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"cross-origin-resource-policy", b"same-origin"),
        (b"cross-origin-embedder-policy", b"require-corp"),
    ]
    if secure:
        headers.append((b"strict-transport-security", b"max-age=63072000"))
    return headers


def answer_headers(
    answer: Message, path: str, always: list[tuple[bytes, bytes]], mark: bytes | None = None
) -> list[tuple[bytes, bytes]]:
    """What goes out: what the app said, less what says too much, plus what always stands."""
    named = {key for key, _ in always}
    given = [(key.lower(), value) for key, value in answer.get("headers", ())]
    kept = [(k, v) for k, v in given if not k.startswith(_DROPPED) and k not in named]
    here = answer["status"] in (200, 304)
    if mark and here:
        kept = [(k, v) for k, v in kept if k not in _SAID_ANEW]
        kept += [(b"etag", mark), (b"cache-control", b"no-cache"), (b"vary", b"accept-encoding")]
    elif not any(k == b"cache-control" for k, _ in kept):
        lasting = here and _LASTING.fullmatch(path)
        kept.append((b"cache-control", b"public, max-age=31536000, immutable" if lasting else b"no-store"))
    return kept + always
