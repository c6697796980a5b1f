"""Copies of the two files, made while the site runs or not, and how to tell whose file one is.

House rules: a file that is half written never bears the name of a copy; nothing that is there is ever overwritten;
a copy of the keys never lies with copies of the plans, or what was forgotten could come back from one folder.
"""

import errno
import os
import re
import shutil
import sqlite3
from collections.abc import Generator, Iterable
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from perinatal.vault.sqlite_file import VERSION
from perinatal.vault.trouble import Trouble

KEYS_LIVE = timedelta(days=7)
"""How long a copy of the keys may lie anywhere: for so long, what was forgotten could be brought back."""

_PARTS_LIVE = timedelta(days=1)
"""A half-written file as old as this belongs to a run that was killed."""

_ROOM = 64 * 1024
"""Bytes that SQLite takes beside a file it opens."""

_STAMP = "%Y-%m-%d-%H%M%SZ"
_NAME = re.compile(r"(plans|keys)-(?:before-)?(\d{4}-\d\d-\d\d-\d{6}Z)\.sqlite(?:\.part|-wal|-journal)?")


class Kind(StrEnum):
    """The two files of a place."""

    PLANS = "plans"  # sealed turns; they open nothing without the keys
    KEYS = "keys"  # what forgetting takes away; copies live a few days

    @property
    def file(self) -> str:
        """The name of the file in the data folder."""
        return f"{self}.sqlite"


# Enough to know ours by. More tables may come; these stay.
_MARKS = {Kind.PLANS: {"plan", "turn"}, Kind.KEYS: {"pepper", "half", "unsettled"}}


class CopyTrouble(Trouble):
    """Something about a copy that whoever looks after the place can put right."""

    def __init__(self, place: Path) -> None:
        super().__init__(f"{type(self).__name__}: {place}")
        self.place = place


class NoSuchCopy(CopyTrouble):
    """There is no file here."""


class NotOurs(CopyTrouble):
    """This is not such a file, whatever its name says."""


class BrokenCopy(CopyTrouble):
    """The file is ours, and damaged."""


class NewerCopy(CopyTrouble):
    """A newer version of this program wrote the file."""


class KeptTogether(CopyTrouble):
    """Plans and keys would lie in one folder."""


class Copied(NamedTuple):
    """A copy that is there now."""

    file: Path
    size: int
    aged: int  # copies of keys that were too old, and are gone


def copy(kind: Kind, data: Path, into: Path, *, now: datetime) -> Copied:
    """Copy one of the two files into a folder, under a name with the day in it; on the disk when this returns."""
    into = into.resolve()
    insist_on_file(data / kind.file)
    insist_on_apart(kind, into, data)
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    part, file = reserve(kind, into, now)
    try:
        pour(data / kind.file, part)
        insist_on_ours(part, kind, named=data / kind.file)
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)
    settle_on_disk(into)
    folders = (into, data) if kind is Kind.KEYS else (into,)
    return Copied(file, file.stat().st_size, drop_old(folders, now))


def pour(source: Path, file: Path) -> None:
    """Fill a file with what another one holds at this moment; one file alone, with no log beside it."""
    with plainly(file), opened(source) as there, opened(file) as here:
        here.execute("PRAGMA secure_delete = on")
        here.execute("PRAGMA synchronous = extra")
        there.backup(here)
        # It may lie where nobody can write; the site turns its log on again when it opens a file.
        here.execute("PRAGMA journal_mode = delete")
    settle_on_disk(file)


def insist_on_file(path: Path) -> None:
    """There is a file at this path."""
    if not path.is_file():
        raise NoSuchCopy(path)


def insist_on_ours(path: Path, kind: Kind, *, named: Path | None = None) -> None:
    """The file is of this kind, of a version we know, and sound."""
    insist_on_file(path)
    name = named or path
    with plainly(name), opened(path) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise NewerCopy(name)
        inside = db.execute("SELECT type, name FROM sqlite_master").fetchall()
        # We make no triggers or views; a file that has some was made to do something here.
        made_by_us = {sort for sort, _ in inside} <= {"table", "index"}
        if not version or not made_by_us or not {name for _, name in inside} >= _MARKS[kind]:
            raise NotOurs(name)
        if db.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise BrokenCopy(name)


def insist_on_apart(kind: Kind, into: Path, data: Path) -> None:
    """No copy lies in the data folder, and none of the keys where plans are, or the other way round."""
    data = data.resolve()
    if data in (into, *into.parents):
        raise KeptTogether(into)
    match kind:
        case Kind.KEYS:  # whoever copies the folder above takes this one along
            met = (each for folder in (into, *into.parents) for each in folder.glob("plans-*.sqlite"))
        case Kind.PLANS:
            met = (each for pattern in ("keys-*.sqlite", "*/keys-*.sqlite") for each in into.glob(pattern))
    if any(made_at(each) for each in met):
        raise KeptTogether(into)


def drop_old(folders: Iterable[Path], now: datetime) -> int:
    """Delete copies of keys that are older than they may be, and what killed runs left; how many copies that were."""
    dropped = 0
    for file in [each for folder in folders for each in folder.iterdir()]:
        made = made_at(file)
        if made is None:
            continue
        old_keys = file.name.startswith(Kind.KEYS) and now - made > KEYS_LIVE
        old_part = file.name.endswith(".part") and now - made > _PARTS_LIVE
        if old_keys or old_part:
            file.unlink(missing_ok=True)
            settle_on_disk(file.parent)
            dropped += old_keys
    return dropped


def made_at(file: Path) -> datetime | None:
    """When a copy was made, as its name says; nothing if the name is not one of ours."""
    named = _NAME.fullmatch(file.name)
    if not named:
        return None
    with suppress(ValueError):
        return datetime.strptime(named[2], _STAMP).replace(tzinfo=UTC)
    return None


def names(kind: str, now: datetime) -> Generator[str]:
    """Names for a copy made now: this second's, and the next ones if that is taken."""
    for later in range(100):
        yield f"{kind}-{now + timedelta(seconds=later):{_STAMP}}.sqlite"
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), kind)


def reserve(kind: Kind, into: Path, now: datetime) -> tuple[Path, Path]:
    """An empty file that only this run writes to and only its owner reads, and the name it is going to have."""
    for name in names(kind, now):
        part, file = into / f"{name}.part", into / name
        with suppress(FileExistsError):
            os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            if not file.exists():
                return part, file
            part.unlink()
    raise AssertionError("names end by themselves")


def settle_on_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if os.name != "posix" and path.is_dir():
        return  # only posix lets a folder be waited for
    opened_path = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(opened_path)
    finally:
        os.close(opened_path)


@contextmanager
def opened(path: Path) -> Generator[sqlite3.Connection]:
    """A connection that makes no file of that name and runs nothing that somebody wrote into one."""
    # A connection that may write tidies up after itself; but of a damaged file it would throw the log away.
    mode = "ro" if path.with_name(f"{path.name}-wal").exists() else "rw"
    address = f"{path.resolve().as_uri()}?mode={mode}"
    with plainly(path), closing(sqlite3.connect(address, uri=True, isolation_level=None)) as db:
        db.execute("PRAGMA trusted_schema = off")
        yield db


@contextmanager
def plainly(path: Path) -> Generator[None]:
    """Turn what SQLite says about a file into what it means for whoever looks after the place."""
    try:
        yield
    except sqlite3.Error as error:
        raise _meaning(error, path) from None


def _meaning(error: sqlite3.Error, path: Path) -> Trouble | OSError:
    name = getattr(error, "sqlite_errorname", "")
    match name.split("_")[1:2]:
        case ["NOTADB"]:
            return NotOurs(path)
        case ["CORRUPT"]:
            return BrokenCopy(path)
        case ["FULL"]:
            number = errno.ENOSPC
        case ["READONLY" | "CANTOPEN" | "PERM"]:
            number = errno.EACCES
        case ["BUSY" | "LOCKED"]:
            number = errno.EBUSY
        case _:
            # SQLite says only that it could not write; a look at the disk says why.
            number = errno.EIO if shutil.disk_usage(path.parent).free > _ROOM else errno.ENOSPC
    return OSError(number, os.strerror(number), str(path))
