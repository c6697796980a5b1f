"""The halves in `keys.sqlite`: 32 random bytes for each plan, door, grant and link. Without it, nothing opens.

The two files cannot commit together. So an id is *unsettled* from before its half changes until a sweep has seen
that both files agree about it; whatever was cut short between them is finished then.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from perinatal.vault.sqlite_file import reading, speaking_plainly, transaction, truncate
from perinatal.vault.store import Left

TABLES = """
CREATE TABLE pepper (bytes BLOB);
CREATE TABLE half (id BLOB PRIMARY KEY, bytes BLOB) WITHOUT ROWID;
CREATE TABLE unsettled (id BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE open (id BLOB PRIMARY KEY, day INTEGER, uses INTEGER, tries INTEGER) WITHOUT ROWID;
CREATE TABLE seen (day INTEGER);
INSERT INTO seen VALUES (0);
"""


class Halves:
    """The halves there are. Those that write are called from the one thread that writes."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db, self._path = db, path

    def of(self, *ids: bytes) -> dict[bytes, bytes]:
        """The halves of these ids, those that are there."""
        with reading(self._path) as db:
            return dict(
                pair for id in ids for pair in db.execute("SELECT id, bytes FROM half WHERE id = ?", (id,)).fetchall()
            )

    def add(self, halves: Iterable[tuple[bytes, bytes]]) -> None:
        """New halves, unsettled; called inside a transaction, before what they belong to is written."""
        pairs = list(halves)
        self._db.executemany("INSERT INTO half VALUES (?, ?)", pairs)
        self.unsettle(id for id, _ in pairs)

    def unsettle(self, ids: Iterable[bytes]) -> None:
        """These are about to change; called inside a transaction."""
        self._db.executemany("INSERT OR IGNORE INTO unsettled VALUES (?)", [(id,) for id in ids])

    def drop(self, ids: Iterable[bytes]) -> None:
        """These halves are gone for good, also from the file's log."""
        gone = list(ids)
        with transaction(self._db):
            self.unsettle(gone)
            for table in ("half", "open"):
                self._db.executemany(f"DELETE FROM {table} WHERE id = ?", [(id,) for id in gone])  # noqa: S608  the tables are these two
        truncate(self._db)

    def left(self, ids: Iterable[bytes]) -> dict[bytes, Left]:
        """How long each of these links is open yet."""
        query = "SELECT day, uses, tries FROM open WHERE id = ?"
        with reading(self._path) as db:
            return {id: Left(*row) for id in ids for row in db.execute(query, (id,)).fetchall()}

    def over(self, day: int) -> list[bytes]:
        """The links whose last day was before this one, or that bear no wrong code any more."""
        with speaking_plainly():
            found = self._db.execute("SELECT id FROM open WHERE day < ? OR uses < 1 OR tries = 0", (day,)).fetchall()
        return [id for (id,) in found]

    def count(self, id: bytes, left: Left) -> None:
        """From now on a link is open for so long; on the disk when this returns."""
        with transaction(self._db):
            self.let([(id, left)])

    def let(self, links: Iterable[tuple[bytes, Left]]) -> None:
        """The same for several; called inside a transaction."""
        self._db.executemany("INSERT OR REPLACE INTO open VALUES (?, ?, ?, ?)", [(id, *left) for id, left in links])

    def unsettled(self) -> list[tuple[bytes, bool]]:
        """What was cut short perhaps: each id, and whether its half is there."""
        query = "SELECT id, id IN (SELECT id FROM half) FROM unsettled"
        with speaking_plainly():
            return [(id, bool(there)) for id, there in self._db.execute(query).fetchall()]

    def settle(self, id: bytes, *, used: bool) -> None:
        """Both files agree about this one now; a half that nothing uses goes."""
        with transaction(self._db):
            if not used:
                self._db.execute("DELETE FROM half WHERE id = ?", (id,))
                self._db.execute("DELETE FROM open WHERE id = ?", (id,))
            self._db.execute("DELETE FROM unsettled WHERE id = ?", (id,))

    def see(self, day: int) -> int:
        """The latest of this day and all that were seen before."""
        with speaking_plainly():
            (latest,) = self._db.execute("SELECT max(day) FROM seen").fetchone()
        if day > latest:
            with transaction(self._db):
                self._db.execute("UPDATE seen SET day = ?", (day,))
        return max(day, latest)
