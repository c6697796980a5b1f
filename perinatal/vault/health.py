"""How the two files are: what can be said about them without saying anything about anybody."""

import os
import shutil
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from perinatal.vault.copies import (
    KEYS_LIVE,
    BrokenCopy,
    Kind,
    NewerCopy,
    NoSuchCopy,
    NotOurs,
    insist_on_ours,
    made_at,
    opened,
)
from perinatal.vault.restoring import count

ROOM = 100_000_000
"""Bytes that ought to be free: enough to keep on writing while somebody makes room."""


class State(StrEnum):
    """How one file is."""

    SOUND = "sound"
    MISSING = "missing"
    STRANGE = "strange"  # not ours, or never filled
    BROKEN = "broken"
    NEWER = "newer"


class Health(NamedTuple):
    """What a look at the data folder found."""

    plans_file: State
    keys_file: State
    version: int
    plans: int
    closed: int  # plans whose half is gone: forgotten, or of other keys
    unsettled: int  # what the site finishes by itself at its next sweep
    free: int  # bytes
    readable: tuple[Path, ...]  # what others on this machine could read
    old_keys: tuple[Path, ...]  # copies of keys that lie here for too long


def look(data: Path, *, now: datetime) -> Health:
    """Look at everything once, while the site runs or not; nothing is changed."""
    plans, keys = data / Kind.PLANS.file, data / Kind.KEYS.file
    states = state(plans, Kind.PLANS), state(keys, Kind.KEYS)
    numbers = _numbers(plans, keys) if states == (State.SOUND, State.SOUND) else (0, 0, 0, 0)
    there = sorted(data.iterdir())
    readable = tuple(each for each in (data, *there) if _is_readable(each))
    old_keys = tuple(each for each in there if _is_old_copy(each, now))
    return Health(*states, *numbers, shutil.disk_usage(data).free, readable, old_keys)


def state(file: Path, kind: Kind) -> State:
    """How this file is."""
    try:
        insist_on_ours(file, kind)
    except NoSuchCopy:
        return State.MISSING
    except NotOurs:
        return State.STRANGE
    except BrokenCopy:
        return State.BROKEN
    except NewerCopy:
        return State.NEWER
    return State.SOUND


def _is_readable(file: Path) -> bool:
    if os.name != "posix":
        return False  # there, the rights of the folder above are what counts
    with suppress(FileNotFoundError):  # a log that a running site put away meanwhile
        return bool(file.stat().st_mode & 0o077)
    return False


def _is_old_copy(file: Path, now: datetime) -> bool:
    made = made_at(file)
    return file.name.startswith(Kind.KEYS) and made is not None and now - made > KEYS_LIVE


def _numbers(plans: Path, keys: Path) -> tuple[int, int, int, int]:
    with opened(plans) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
    with opened(keys) as db:
        (unsettled,) = db.execute("SELECT count(*) FROM unsettled").fetchone()
    return version, *count(plans, keys), unsettled
