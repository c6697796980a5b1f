"""Room on the disk that is put aside, so that forgetting a plan never fails for want of it."""

import os
from pathlib import Path

BALLAST = 256 * 1024
"""Bytes put aside, given up when somebody forgets a plan on a full disk."""


class Ballast:
    """A file that says nothing and only takes up room."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def give_up(self) -> None:
        """Let the room be used."""
        self._path.unlink(missing_ok=True)

    def put(self) -> None:
        """Put it aside again, if there is room for it."""
        if self._path.exists():
            return
        try:
            self._path.touch(0o600)
            self._path.write_bytes(os.urandom(BALLAST))
        except OSError:
            self._path.unlink(missing_ok=True)
