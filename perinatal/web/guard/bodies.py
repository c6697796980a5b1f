"""How much a form may bring, and what becomes of one that brings more."""

import asyncio
from dataclasses import dataclass

from starlette.formparsers import MultiPartParser
from starlette.types import Message, Receive

LARGEST_BODY = 65_536
"""Bytes in one form."""
WITH_A_FILE = 1_500_000
"""Bytes in a form with a file of a megabyte in it, also if the file comes in letters."""
LARGEST_FILE = 4 * 1024 * 1024 + LARGEST_BODY
"""Bytes in the form that brings a plan: a PDF of ours, and what a form adds to it."""
BRINGS_A_FILE, WEARS_A_LOGO = "/bring", "/paper"
"""The doors that take a file."""
FILES_AT_ONCE = 4
"""How many forms with a file are taken in at the same time; beyond, people are asked to come back."""
SLOWEST_FILE = 120.0
"""Seconds one of them may take to arrive."""
POURED_AWAY = 24_000_000
"""Bytes of too large a file that are heard and dropped, since a browser shows no answer before it has said all."""
ITS_BEGINNING = 1_000
"""Bytes that are kept of those, to know which page was asking."""
TOO_MUCH = "perinatal.too_much"
"""Where such a door finds that somebody handed in more than it takes."""


class InMemory(MultiPartParser):
    """Reads a form with a file in it, which no temporary file ever holds: the wall lets in less than it keeps."""

    spool_max_size = LARGEST_FILE + 1


@dataclass(frozen=True)
class Body:
    """What a form brought, or the beginning of it."""

    bytes: bytes
    too_much: bool = False


def may_be_heard(path: str, length: bytes) -> bool:
    """Whether a body that says to be so long is listened to at this door, be it only to say that it is too large."""
    most = {BRINGS_A_FILE: LARGEST_FILE, WEARS_A_LOGO: POURED_AWAY}.get(path, LARGEST_BODY)
    return length.isdigit() and int(length) <= most


class Bodies:
    """Takes forms in; those with a file a few at a time."""

    def __init__(self) -> None:
        self._files = 0

    async def heard(self, path: str, length: int, receive: Receive) -> tuple[Body | None, int]:
        """The body of a form, or the status to refuse it with: cut short, longer than it says, or without an end."""
        if path != BRINGS_A_FILE and length <= LARGEST_BODY:
            body = await _whole(receive, LARGEST_BODY)
            return body, 0 if body else 413
        if self._files >= FILES_AT_ONCE:
            return None, 503
        self._files += 1
        try:
            async with asyncio.timeout(SLOWEST_FILE):
                body = await self._file(path, length, receive)
        except TimeoutError:
            return None, 408
        finally:
            self._files -= 1
        return body, 0 if body else 413

    async def _file(self, path: str, length: int, receive: Receive) -> Body | None:
        if path == BRINGS_A_FILE:
            return await _whole(receive, LARGEST_FILE)
        return await (_whole(receive, length) if length <= WITH_A_FILE else _poured_away(receive))


async def _whole(receive: Receive, most: int) -> Body | None:
    body = bytearray()
    while len(body) <= most:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return Body(bytes(body)) if len(body) <= most else None
    return None


async def _poured_away(receive: Receive) -> Body | None:
    """Hear a body to its end and keep its beginning."""
    beginning, count = b"", 0
    while count <= POURED_AWAY:
        message = await receive()
        if message["type"] != "http.request":
            return None
        count += len(message.get("body", b""))
        beginning = (beginning + message.get("body", b"")[:ITS_BEGINNING])[:ITS_BEGINNING]
        if not message.get("more_body", False):
            return Body(beginning, too_much=True)
    return None


def given(body: bytes, receive: Receive) -> Receive:
    """The same body for who is behind the wall, then whatever comes after it."""
    whole: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def give() -> Message:
        return whole.pop() if whole else await receive()

    return give
