"""Where papers are drawn for anybody: a few at once, a short queue, and a polite no beyond it.

Drawing takes the machine, not the network. So it is done beside the loop everyone waits on, and a crowd at the press
waits for the press and for nothing else.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

AT_ONCE = 2
WAITING = 30
"""The last of them waits a few seconds."""


class PressBusy(Exception):
    """So many wait already that one more is asked to come back."""


class PressRoom:
    """Draws what it is given, a little at a time."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self._workers = ThreadPoolExecutor(at_once, thread_name_prefix="press")
        self._most, self._inside = at_once + waiting, 0

    async def draw(self, work: Callable[[], T]) -> T:
        """What this work gives; raises PressBusy at once when too many wait, and whatever the work raises."""
        if self._inside >= self._most:
            raise PressBusy
        self._inside += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._workers, work)
        finally:
            self._inside -= 1

    def close(self) -> None:
        """Finish what is being drawn, drop what waits."""
        self._workers.shutdown(wait=True, cancel_futures=True)
