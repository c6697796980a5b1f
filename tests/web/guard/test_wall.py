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
