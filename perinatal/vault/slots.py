"""A few slots for the slow step, a short queue, and a polite no beyond it: a crowd waits, the server does not fall."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from perinatal.vault.trouble import Busy

T = TypeVar("T")

SLOTS = 2
"""At once. Each holds 64 MiB while it works."""

QUEUE = 40
"""Waiting. The last of them waits about eight seconds."""


class Slots:
    """Where slow work is done, a little at a time."""

    def __init__(self, slots: int = SLOTS, queue: int = QUEUE) -> None:
        self._workers = ThreadPoolExecutor(slots, thread_name_prefix="slot")
        self._free = threading.BoundedSemaphore(slots + queue)

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """The work's result, later; raises Busy at once when too many wait already."""
        if not self._free.acquire(blocking=False):
            raise Busy
        done = self._workers.submit(work)
        done.add_done_callback(lambda _: self._free.release())
        return done

    def close(self) -> None:
        """Finish what runs, drop what waits."""
        self._workers.shutdown(wait=True, cancel_futures=True)
