"""Locks on files: one copy per data folder, one set-up per clone. The system lets go when the process ends."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ModuleNotFoundError:  # Windows has no flock; opening without sharing is the nearest thing there
    fcntl = None


def take(file: Path, *, wait: bool = False) -> int | None:
    """Lock a file and keep it open; nothing when someone else has it."""
    held = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    if fcntl is None:
        return _take_on_windows(held)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        os.close(held)
        return None
    return held


@contextmanager
def alone(file: Path) -> Generator[None, None, None]:
    """Do something that two processes must not do at once; the second waits for the first."""
    held = take(file, wait=True)
    try:
        yield
    finally:
        if held is not None:
            os.close(held)


def _take_on_windows(held: int) -> int | None:
    import msvcrt  # only Windows has it

    try:
        msvcrt.locking(held, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # same reason
    except OSError:
        os.close(held)
        return None
    return held
