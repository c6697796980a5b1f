"""How much a form may bring: little at most doors, a file at one, and never more than is said."""

import asyncio

import pytest
from starlette.types import Message

from perinatal.web.guard.bodies import ITS_BEGINNING, LARGEST_BODY, POURED_AWAY, WITH_A_FILE, Body, heard, may_be_heard

LETTERS = b"here" + bytes(60_000)


class Sender:
    """Somebody who sends a body in pieces, and how much of it was asked for."""

    def __init__(self, total: int, *, says_end: bool = True, gone_after: int = 0) -> None:
        self.left, self.asked, self.says_end, self.gone_after = total, 0, says_end, gone_after

    async def receive(self) -> Message:
        """The next piece."""
        if self.gone_after and self.asked >= self.gone_after:
            return {"type": "http.disconnect"}
        piece = LETTERS[: self.left] if self.says_end else LETTERS
        self.left -= len(piece)
        self.asked += len(piece)
        return {"type": "http.request", "body": piece, "more_body": self.left > 0 or not self.says_end}


def hear(path: str, says: int, sender: Sender) -> Body | None:
    """What comes through."""
    return asyncio.run(heard(path, says, sender.receive))


def test_only_the_door_that_takes_a_file_listens_to_one() -> None:
    assert may_be_heard("/begin", str(LARGEST_BODY).encode())
    assert not may_be_heard("/begin", str(LARGEST_BODY + 1).encode())
    assert may_be_heard("/paper", str(WITH_A_FILE).encode())
    assert may_be_heard("/paper", str(POURED_AWAY).encode())
    assert not may_be_heard("/paper", str(POURED_AWAY + 1).encode())
    assert not may_be_heard("/paper/", str(WITH_A_FILE).encode())


@pytest.mark.parametrize("length", [b"", b"-1", b"1e9", b"0x10", "٣".encode(), b"9" * 40])
def test_a_length_that_is_no_number_or_too_large_a_one_is_not_listened_to(length: bytes) -> None:
    assert not may_be_heard("/paper", length)


@pytest.mark.parametrize("size", [0, 1, LARGEST_BODY, LARGEST_BODY + 1, 1_400_000, WITH_A_FILE])
def test_a_file_comes_through_whole(size: int) -> None:
    body = hear("/paper", size, Sender(size))

    assert body is not None
    assert (len(body.bytes), body.too_much) == (size, False)


def test_a_body_that_says_nothing_of_its_size_may_be_small_only() -> None:
    sender = Sender(WITH_A_FILE)

    assert hear("/paper", 0, sender) is None
    assert sender.asked <= LARGEST_BODY + len(LETTERS)


def test_a_body_longer_than_it_says_or_without_an_end_or_cut_short_is_dropped() -> None:
    endless = Sender(0, says_end=False)

    assert hear("/paper", WITH_A_FILE, endless) is None
    assert endless.asked <= WITH_A_FILE + len(LETTERS)
    assert hear("/paper", 100_000, Sender(WITH_A_FILE)) is None
    assert hear("/paper", WITH_A_FILE, Sender(WITH_A_FILE, gone_after=300_000)) is None


def test_of_too_large_a_file_only_the_beginning_is_kept_and_only_so_much_is_heard() -> None:
    body, endless = hear("/paper", 6_000_000, Sender(6_000_000)), Sender(0, says_end=False)

    assert body == Body(LETTERS[:ITS_BEGINNING], too_much=True)
    assert hear("/paper", 6_000_000, endless) is None
    assert endless.asked <= POURED_AWAY + len(LETTERS)
    assert hear("/paper", 6_000_000, Sender(6_000_000, gone_after=120_000)) is None
