"""How much of a form the wall takes in: little, but for the one door that takes a file, and there a few at a time."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from perinatal.web.guard import bodies
from perinatal.web.guard.bodies import BRINGS_A_FILE, FILES_AT_ONCE, LARGEST_BODY, LARGEST_FILE, Bodies

Receive = Callable[[], Awaitable[dict[str, object]]]


@pytest.fixture
def taking() -> Bodies:
    return Bodies()


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


def taken(made: Bodies, path: str, receive: Receive) -> tuple[int, int]:
    """How many bytes came through, and the status."""
    body, status = asyncio.run(made.heard(path, 0, receive))
    return len(body.bytes) if body else 0, status


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
    taking: Bodies, path: str, size: int, status: int
) -> None:
    assert taken(taking, path, sending(size)) == (0 if status else size, status)


def test_files_are_taken_in_a_few_at_a_time(taking: Bodies) -> None:
    async def crowd() -> int:
        slow = [asyncio.create_task(taking.heard(BRINGS_A_FILE, 0, never)) for _ in range(FILES_AT_ONCE)]
        await asyncio.sleep(0)
        _, status = await taking.heard(BRINGS_A_FILE, 0, sending(10))
        for each in slow:
            each.cancel()
        await asyncio.gather(*slow, return_exceptions=True)
        return status

    assert asyncio.run(crowd()) == 503
    assert taken(taking, BRINGS_A_FILE, sending(10)) == (10, 0)


def test_a_file_that_does_not_arrive_gives_its_place_back(taking: Bodies, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "SLOWEST_FILE", 0.0)

    assert taken(taking, BRINGS_A_FILE, never) == (0, 408)
    assert taking._files == 0
