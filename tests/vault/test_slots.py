"""A crowd waits, and beyond a point is told so."""

import threading
from concurrent.futures import wait

import pytest

from perinatal.vault.slots import QUEUE, SLOTS, Slots
from perinatal.vault.trouble import Busy


def test_fifty_at_once_stay_within_the_slots_and_the_queue() -> None:
    slots, gate, count = Slots(), threading.Event(), threading.Lock()
    working, most = 0, 0

    def work() -> None:
        nonlocal working, most
        with count:
            working += 1
            most = max(most, working)
        gate.wait(timeout=10)
        with count:
            working -= 1

    waiting = [slots.submit(work) for _ in range(SLOTS + QUEUE)]
    for _ in range(50 - SLOTS - QUEUE):
        with pytest.raises(Busy):
            slots.submit(work)
    gate.set()
    wait(waiting, timeout=10)

    assert most == SLOTS
    assert all(one.done() for one in waiting)
    slots.submit(lambda: None).result(timeout=10)
    slots.close()


def test_somebody_who_stops_waiting_gives_the_place_back() -> None:
    slots, gate = Slots(slots=1, queue=1), threading.Event()
    slots.submit(lambda: gate.wait(timeout=10))

    slots.submit(lambda: None).cancel()

    slots.submit(lambda: None)
    gate.set()
    slots.close()


def test_work_that_goes_wrong_gives_its_place_back() -> None:
    slots = Slots(slots=1, queue=0)

    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            slots.submit(lambda: 1 // 0).result(timeout=10)
    slots.close()
