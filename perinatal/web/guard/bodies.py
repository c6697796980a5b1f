"""How much a form may bring, and what becomes of one that brings more."""

from dataclasses import dataclass

from starlette.types import Message, Receive

LARGEST_BODY = 65_536
"""Bytes in one form."""
WITH_A_FILE = 1_500_000
"""Bytes in a form with a file of a megabyte in it, also if the file comes in letters."""
TAKES_A_FILE = frozenset({"/paper"})
"""The doors that take a file."""
POURED_AWAY = 24_000_000
"""Bytes of too large a file that are heard and dropped, since a browser shows no answer before it has said all."""
ITS_BEGINNING = 1_000
"""Bytes that are kept of those, to know which page was asking."""
TOO_MUCH = "perinatal.too_much"
"""Where such a door finds that somebody handed in more than it takes."""


@dataclass(frozen=True)
class Body:
    """What a form brought, or the beginning of it."""

    bytes: bytes
    too_much: bool = False


def largest(path: str) -> int:
    """The bytes a form may bring to this door."""
    return WITH_A_FILE if path in TAKES_A_FILE else LARGEST_BODY


def may_be_heard(path: str, length: bytes) -> bool:
    """Whether a body that says to be so long is listened to at this door, be it only to say that it is too large."""
    most = POURED_AWAY if path in TAKES_A_FILE else LARGEST_BODY
    return length.isdigit() and int(length) <= most


async def heard(path: str, length: int, receive: Receive) -> Body | None:
    """The body of a form, or None if it is cut short, or longer than it says, or does not stop."""
    if length > largest(path):
        return await _poured_away(receive)
    return await _whole(receive, max(length, LARGEST_BODY))


async def _whole(receive: Receive, most: int) -> Body | None:
    body = b""
    while len(body) <= most:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return Body(body) if len(body) <= most else None
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
