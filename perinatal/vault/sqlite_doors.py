"""The doors of plans in `plans.sqlite`: each plan has one, and some have a side door that two cards open together."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from perinatal.vault.sqlite_file import reading, speaking_plainly
from perinatal.vault.sqlite_halves import Halves
from perinatal.vault.store import Change, Door, Half, PlanRow

TABLES = """
CREATE TABLE side (plan BLOB PRIMARY KEY, locator BLOB UNIQUE, door BLOB UNIQUE, wrap BLOB) WITHOUT ROWID;
"""

_FIND = """
SELECT id, half, found.door, found.wrap, ring, sealed
FROM (
    SELECT id AS plan, door, wrap FROM plan WHERE locator = ?1
    UNION ALL SELECT plan, door, wrap FROM side WHERE locator = ?1
) AS found
JOIN plan ON id = found.plan JOIN head ON head.plan = found.plan
"""
_DOORS = "SELECT door FROM plan WHERE id = ?1 UNION SELECT door FROM side WHERE plan = ?1"
_SIDE = "SELECT door FROM side WHERE plan = ?1"


class SQLiteDoors:
    """Those verbs of a store that have to do with ways in."""

    def __init__(self, plans: sqlite3.Connection, path: Path, halves: Halves) -> None:
        self._plans, self._path, self._halves = plans, path, halves

    def find(self, locator: bytes) -> PlanRow | None:
        with reading(self._path) as db:
            row: tuple[bytes, ...] | None = db.execute(_FIND, (locator,)).fetchone()
        # Asked on a miss as well, with ids nobody has, so that it takes as long as a hit.
        id, half, door, wrap, ring, head = row or (b"", b"", b"", b"", b"", b"")
        halves = self._halves.of(half, door)
        if len(halves) < 2:
            return None
        return PlanRow(id, Door(door, locator, wrap, halves[door]), ring, head, Half(half, halves[half]))

    def has_side_door(self, plan: bytes) -> bool:
        with reading(self._path) as db:
            doors = [door for (door,) in db.execute(_SIDE, (plan,)).fetchall()]
        return bool(self._halves.of(*doors))

    def of(self, plan: bytes) -> list[bytes]:
        """The ids of the doors of this plan."""
        with speaking_plainly():
            return [id for (id,) in self._plans.execute(_DOORS, (plan,)).fetchall()]

    def over(self, change: Change) -> list[bytes]:
        """The side door that ends with this change, for whoever asks before it is written."""
        if change.side_door or change.no_side_door:
            with speaking_plainly():
                return [id for (id,) in self._plans.execute(_SIDE, (change.plan,)).fetchall()]
        return []

    def put(self, plan: bytes, door: Door) -> None:
        """From now on this is the only door; called inside the transaction that writes the rest of it."""
        values = (door.locator, door.id, door.wrap, plan)
        self._plans.execute("UPDATE plan SET locator = ?, door = ?, wrap = ? WHERE id = ?", values)
        self._plans.execute("UPDATE head SET sweeps = NULL WHERE plan = ?", (plan,))
        self._plans.execute("DELETE FROM side WHERE plan = ?", (plan,))

    def write(self, change: Change) -> None:
        """What a change says about doors; called inside the transaction that writes the rest of it."""
        if change.locks is not None:
            door, half = change.locks
            self.put(change.plan, door)
            self._plans.execute("UPDATE plan SET half = ? WHERE id = ?", (half.id, change.plan))
        if change.side_door or change.no_side_door:
            self._plans.execute("DELETE FROM side WHERE plan = ?", (change.plan,))
        if change.side_door:
            side = change.side_door
            self._plans.execute("INSERT INTO side VALUES (?, ?, ?, ?)", (change.plan, side.locator, side.id, side.wrap))

    def drop(self, ids: Iterable[bytes]) -> None:
        """Side doors whose half is gone lead nowhere; called inside a transaction."""
        self._plans.executemany("DELETE FROM side WHERE door = ?", [(id,) for id in ids])
