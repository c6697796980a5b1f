"""The data folder: ours alone, of a version we can read, and one copy at a time."""

import errno
import os
from pathlib import Path

from perinatal.start import locks, trouble

VERSION = 1


def hold(folder: Path) -> int:
    """Take the data folder for this process; the answer is the open lock."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        insist_on_readable_version(folder)
        held = locks.take(folder / "lock")
        if held is None:
            raise trouble.DataInUse(place=folder)
        _sign(held, folder)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise trouble.DiskFull(place=folder) from None
        raise trouble.DataNotWritable(place=folder) from None
    return held


def look_at(folder: Path) -> None:
    """Find out now, before a long set-up, whether the folder can be held."""
    os.close(hold(folder))


def insist_on_readable_version(folder: Path) -> None:
    """Refuse data that a newer version wrote, before anything touches it."""
    file = folder / "version"
    if not file.exists():
        return
    text = file.read_text(encoding="ascii", errors="replace").strip()
    if not text.isdecimal():
        raise trouble.DataUnknown(place=folder)
    if int(text) > VERSION:
        raise trouble.DataTooNew(place=folder, found=text, ours=VERSION)


def _sign(held: int, folder: Path) -> None:
    # For whoever looks after the machine: which process it is. Always the same width, so nothing old is left.
    os.write(held, f"{os.getpid():<10}\n".encode())
    file = folder / "version"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(f"{VERSION}\n", encoding="ascii")
