"""Invitations in `plans.sqlite`: where each is found, and its last day under a seal. No column says who made one."""

import sqlite3
from pathlib import Path

from perinatal.vault.sqlite_file import reading, transaction
from perinatal.vault.sqlite_people import SQLitePeople
from perinatal.vault.store import MemberRow

TABLES = """
CREATE TABLE invitation (locator BLOB PRIMARY KEY, sealed BLOB, sweeps INTEGER) WITHOUT ROWID;
"""

SWEEPS = 8 * 24
"""How many sweeps an invitation lies here at most: with one an hour, a day longer than any is good for."""


class SQLiteInvitations:
    """Those verbs of a store that have to do with invitations."""

    def __init__(self, plans: sqlite3.Connection, path: Path, people: SQLitePeople) -> None:
        self._plans, self._path, self._people = plans, path, people

    def put(self, locator: bytes, sealed: bytes) -> None:
        with transaction(self._plans):
            self._plans.execute("INSERT INTO invitation VALUES (?, ?, 0)", (locator, sealed))

    def find(self, locator: bytes) -> bytes | None:
        with reading(self._path) as db:
            found = db.execute("SELECT sealed FROM invitation WHERE locator = ?", (locator,)).fetchone()
        return found[0] if found else None

    def accept(self, locator: bytes, member: MemberRow) -> bool:
        self._people.add_half(member)  # one that nobody needs in the end goes with the next sweep
        with transaction(self._plans):
            is_there = self._plans.execute("DELETE FROM invitation WHERE locator = ?", (locator,)).rowcount
            if is_there:
                self._people.add_row(member)
        return bool(is_there)

    def sweep(self) -> None:
        with transaction(self._plans):
            self._plans.execute("UPDATE invitation SET sweeps = sweeps + 1")
            self._plans.execute("DELETE FROM invitation WHERE sweeps > ?", (SWEEPS,))
