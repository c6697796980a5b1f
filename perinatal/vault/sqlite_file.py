"""How one SQLite file is opened, each time: nothing is left to a default that some builds change."""

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from perinatal.vault.trouble import Clash, CouldNotKeep, InUse, NewerData

VERSION = 1
"""Of the tables. A file with a higher one is left alone."""

PRAGMAS = {
    "journal_mode": "wal",  # readers never wait for the writer
    "synchronous": "full",  # a commit is on the disk before it is acknowledged, power cut or not
    "secure_delete": "on",  # what is deleted is overwritten; not every build does that by itself
    "busy_timeout": "5000",  # a backup that reads for a moment is waited for
    "trusted_schema": "off",  # a file somebody else wrote to runs nothing here
}


def connect(path: Path) -> sqlite3.Connection:
    """A connection with every setting said aloud."""
    # Several threads may hold it, one after the other; the writer is one thread, and readers do not share.
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for name, value in PRAGMAS.items():
        db.execute(f"PRAGMA {name} = {value}")
    return db


def open_file(path: Path, tables: str) -> sqlite3.Connection:
    """The file at this path with these tables, made if need be, for its owner's eyes only."""
    with speaking_plainly():
        _touch(path)
        db = connect(path)
        (found,) = db.execute("PRAGMA user_version").fetchone()
        if found > VERSION:
            db.close()
            raise NewerData(path.name)
        if found < VERSION:
            db.executescript(f"BEGIN IMMEDIATE; {tables} PRAGMA user_version = {VERSION}; COMMIT;")
        return db


def hold(path: Path) -> sqlite3.Connection:
    """A grip on the whole folder for as long as this is open; it goes by itself if the process is killed."""
    with speaking_plainly():
        _touch(path)
        db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=0)
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            db.close()
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise InUse from None
            raise
        return db


def _touch(path: Path) -> None:
    """Make the file for its owner's eyes only; SQLite gives the files beside it the same rights."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)


@contextmanager
def reading(path: Path) -> Generator[sqlite3.Connection]:
    """A connection for one reading, closed right after, so that it never holds up a checkpoint."""
    with speaking_plainly():
        db = connect(path)
        try:
            yield db
        finally:
            db.close()


@contextmanager
def transaction(db: sqlite3.Connection) -> Generator[None]:
    """All of what is done inside, durable at the end, or none of it."""
    with speaking_plainly():
        try:
            db.execute("BEGIN IMMEDIATE")
            yield
            db.execute("COMMIT")
        finally:
            # A full disk makes SQLite roll back by itself; then there is nothing left to undo.
            if db.in_transaction:
                db.execute("ROLLBACK")


def truncate(db: sqlite3.Connection) -> bool:
    """Empty the write-ahead log, so that no deleted byte stays in it. False if a reader was in the way."""
    with speaking_plainly():
        (busy, _, _) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


@contextmanager
def speaking_plainly() -> Generator[None]:
    """Turn what the database or the disk says into what it means for whoever runs this place."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise Clash from None
    except (sqlite3.Error, OSError) as error:
        raise CouldNotKeep(_meaning(error)) from None


def _meaning(error: sqlite3.Error | OSError) -> str:
    name = getattr(error, "sqlite_errorname", "") or type(error).__name__
    match name:
        case "SQLITE_FULL":
            return "The disk is full: make room on it."
        case "SQLITE_BUSY" | "SQLITE_LOCKED":
            return "Something else holds the data locked: a backup, perhaps. Look which."
        case "SQLITE_READONLY" | "SQLITE_CANTOPEN" | "PermissionError":
            return "The data folder cannot be written to: look at its owner and its rights."
        case _:
            return f"The disk or the data on it gives trouble ({name})."
