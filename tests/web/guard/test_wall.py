"""How much of a form the wall takes in: little, but for the one door that takes a file, and there a few at a time."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from perinatal.web.guard import wall
from perinatal.web.guard.wall import BRINGS_A_FILE, FILES_AT_ONCE, LARGEST_BODY, LARGEST_FILE, Wall

Receive = Callable[[], Awaitable[dict[str, object]]]


@pytest.fixture
def bare_wall() -> Wall:
    """A wall with nothing behind it."""
    made = Wall.__new__(Wall)
    made._files = 0
    return made


def sending(size: int, piece: int = 60_000) -> Receive:
    """Somebody who sends so many bytes."""
    left = [size]

    async def receive() -> dict[str, object]:
        body = bytes(min(piece, left[0]))
        left[0] -= len(body)
        return {"type": "http.request", "body": body, "more_body": left[0] > 0}

    return receive


async def never() -> dict[str, object]:
    await asyncio.Event().wait()
    raise AssertionError


def taken(made: Wall, path: str, receive: Receive) -> tuple[int, int]:
    """How many bytes came through, and the status."""
    body, status = asyncio.run(made._body({"path": path}, receive))
    return len(body), status


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("/open", LARGEST_BODY, 0),
        ("/open", LARGEST_BODY + 1, 413),
        ("/bring/begin", LARGEST_BODY + 1, 413),
        ("/Bring", LARGEST_BODY + 1, 413),
        (BRINGS_A_FILE, LARGEST_FILE, 0),
        (BRINGS_A_FILE, LARGEST_FILE + 1, 413),
    ],
)
def test_only_one_door_takes_more_than_a_form_and_that_has_an_end(
    bare_wall: Wall, path: str, size: int, status: int
) -> None:
    assert taken(bare_wall, path, sending(size)) == (0 if status else size, status)


def test_files_are_taken_in_a_few_at_a_time(bare_wall: Wall) -> None:
    async def crowd() -> int:
        slow = [asyncio.create_task(bare_wall._body({"path": BRINGS_A_FILE}, never)) for _ in range(FILES_AT_ONCE)]
        await asyncio.sleep(0)
        _, status = await bare_wall._body({"path": BRINGS_A_FILE}, sending(10))
        for each in slow:
            each.cancel()
        await asyncio.gather(*slow, return_exceptions=True)
        return status

    assert asyncio.run(crowd()) == 503
    assert taken(bare_wall, BRINGS_A_FILE, sending(10)) == (10, 0)


def test_a_file_that_does_not_arrive_gives_its_place_back(bare_wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wall, "SLOWEST_FILE", 0.0)

    assert taken(bare_wall, BRINGS_A_FILE, never) == (0, 408)
    assert bare_wall._files == 0
"""What the wall lets in at the one door that takes a file."""

import asyncio
from pathlib import Path

from starlette.types import Message, Receive, Scope, Send

from perinatal.start.settings import Settings
from perinatal.web.guard.bodies import LARGEST_BODY, TOO_MUCH, WITH_A_FILE
from perinatal.web.guard.wall import Doorkeeper, Wall


class Knocker:
    """Somebody at the wall, and what came through it."""

    def __init__(self, tmp_path: Path) -> None:
        settings = Settings(data=tmp_path, pages=tmp_path)
        self.origin = settings.origins[0]
        self.through: list[tuple[int, bool]] = []
        nobody = Doorkeeper(lambda _: asyncio.sleep(0), lambda *_: None, lambda *_: None)
        self.wall = Wall(self._inside, settings, nobody)

    async def _inside(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = (await receive()).get("body", b"")
        self.through.append((len(body), scope[TOO_MUCH]))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    def post(self, path: str, size: int, *, says: bool = True, origin: str = "") -> int:
        """Send a body of this size; the status of the answer."""
        told = [(b"content-length", str(size).encode())] if says else []
        asking = [(b"host", self.origin.partition("://")[2].encode()), (b"origin", (origin or self.origin).encode())]
        scope = {"type": "http", "method": "POST", "path": path, "headers": asking + told, "client": ("9.9.9.9", 1)}
        said: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"w" * size, "more_body": False}

        async def send(message: Message) -> None:
            said.append(message)

        asyncio.run(self.wall(scope, receive, send))
        return int(said[0]["status"])


def test_a_file_passes_at_its_door_and_at_no_other(tmp_path: Path) -> None:
    somebody = Knocker(tmp_path)

    assert somebody.post("/paper", WITH_A_FILE) == 200
    assert somebody.post("/begin", LARGEST_BODY) == 200
    assert somebody.post("/begin", LARGEST_BODY + 1) == 413
    assert somebody.post("/paper", WITH_A_FILE, says=False) == 413
    assert somebody.post("/paper", WITH_A_FILE, origin="https://elsewhere.example") == 403
    assert somebody.through == [(WITH_A_FILE, False), (LARGEST_BODY, False)]


def test_too_large_a_file_reaches_the_door_as_its_beginning_only(tmp_path: Path) -> None:
    somebody = Knocker(tmp_path)

    assert somebody.post("/paper", 5_000_000) == 200

    [(size, too_much)] = somebody.through
    assert too_much
    assert size <= 1_000


def test_an_address_that_sends_file_after_file_is_asked_to_wait_and_may_still_send_forms(tmp_path: Path) -> None:
    somebody = Knocker(tmp_path)

    answers = [somebody.post("/paper", LARGEST_BODY + 1) for _ in range(90)]

    assert answers[:60] == [200] * 60
    assert answers[-1] == 429
    assert somebody.post("/paper", 500) == 200
