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
