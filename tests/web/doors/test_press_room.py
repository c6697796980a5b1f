"""A crowd at the press waits, and nobody else waits for it."""

import asyncio
import threading
import time

import pytest

from perinatal.web.doors.press_room import PressBusy, PressRoom


def test_what_is_drawn_comes_back_and_so_does_what_went_wrong() -> None:
    room = PressRoom()

    assert asyncio.run(room.draw(lambda: b"pages")) == b"pages"
    with pytest.raises(ZeroDivisionError):
        asyncio.run(room.draw(lambda: 1 // 0))

    room.close()


def test_beyond_a_short_queue_one_more_is_asked_to_come_back_and_later_is_let_in() -> None:
    room, gate = PressRoom(at_once=1, waiting=2), threading.Event()

    async def crowd() -> int:
        inside = [asyncio.create_task(room.draw(lambda: gate.wait(5))) for _ in range(3)]
        await asyncio.sleep(0)
        with pytest.raises(PressBusy):
            await room.draw(lambda: b"")
        gate.set()
        await asyncio.gather(*inside)
        return await room.draw(lambda: 7)

    assert asyncio.run(crowd()) == 7
    room.close()


def test_few_are_drawn_at_once_and_the_loop_goes_on_meanwhile() -> None:
    room, now, most = PressRoom(at_once=2), [0], [0]
    lock, gate = threading.Lock(), threading.Event()

    def work() -> None:
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        gate.wait(5)
        with lock:
            now[0] -= 1

    async def crowd() -> int:
        inside = [asyncio.create_task(room.draw(work)) for _ in range(8)]
        turns = 0
        while most[0] < 2:  # both are at work, and this loop still turns
            await asyncio.sleep(0)
            turns += 1
        await asyncio.to_thread(time.sleep, 0.05)
        gate.set()
        await asyncio.gather(*inside)
        return turns

    assert asyncio.run(crowd()) > 0
    assert most == [2]
    room.close()


def test_whoever_goes_away_leaves_their_place_to_the_next() -> None:
    room, gate = PressRoom(at_once=1, waiting=0), threading.Event()

    async def gone() -> bytes:
        first = asyncio.create_task(room.draw(lambda: gate.wait(5)))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        gate.set()
        return await room.draw(lambda: b"mine")

    assert asyncio.run(gone()) == b"mine"
    room.close()
