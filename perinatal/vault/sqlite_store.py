"""The store of one machine: two SQLite files beside each other, and a grip that keeps a second copy away.

`plans.sqlite` may be backed up for as long as anybody likes. `keys.sqlite` goes into no such backup; its own copies
live a few days at most. That is what makes forgetting true.
"""

import os
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from perinatal.vault.sqlite_file import hold, open_file, reading, speaking_plainly, transaction, truncate
from perinatal.vault.store import Change, Door, PlanRow, TurnRow
from perinatal.vault.trouble import CouldNotKeep, FileMissing

# No column says who, what, where or when. `sweeps` is empty once a plan is kept, else how many sweeps it has met.
_PLANS = """
CREATE TABLE plan (id BLOB PRIMARY KEY, locator BLOB UNIQUE, door BLOB UNIQUE, wrap BLOB, ring BLOB) WITHOUT ROWID;
CREATE TABLE head (plan BLOB PRIMARY KEY, sealed BLOB, sweeps INTEGER) WITHOUT ROWID;
CREATE TABLE turn (plan BLOB, n INTEGER, lock BLOB, sealed BLOB, link BLOB, PRIMARY KEY (plan, n)) WITHOUT ROWID;
"""

# The two files cannot commit together. So an id is `unsettled` from before its half changes until a sweep has seen
# that both files agree about it; whatever was cut short between them is finished then.
_KEYS = """
CREATE TABLE pepper (bytes BLOB);
CREATE TABLE half (id BLOB PRIMARY KEY, bytes BLOB) WITHOUT ROWID;
CREATE TABLE unsettled (id BLOB PRIMARY KEY) WITHOUT ROWID;
"""

# Bytes whatever somebody wrote there, so that a wrong row is noticed as one.
_ROWS = """
SELECT n, ifnull(CAST(lock AS BLOB), x''), ifnull(CAST(sealed AS BLOB), x''), ifnull(CAST(link AS BLOB), x'')
FROM turn WHERE plan = ? ORDER BY n
"""

BALLAST = 256 * 1024
"""Bytes put aside, given up when somebody forgets a plan on a full disk."""

_AT_ONCE = 200
"""Turns deleted in one go, so that deleting needs less room than the ballast gave."""


class SQLiteStore:
    """Plans and keys in two SQLite files."""

    def __init__(self, folder: Path) -> None:
        with speaking_plainly():
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
        self._plans_path = folder / "plans.sqlite"
        self._keys_path = folder / "keys.sqlite"
        self._ballast = folder / "ballast"
        with ExitStack() as files:
            files.enter_context(closing(hold(folder / "in-use")))
            self._keys = files.enter_context(closing(open_file(self._keys_path, _KEYS)))
            found = self._find_pepper()
            if found and not self._plans_path.exists():
                raise FileMissing(self._plans_path.name)
            self._plans = files.enter_context(closing(open_file(self._plans_path, _PLANS)))
            self._pepper = found or self._new_pepper()
            self._put_ballast()
            self._settle()
            self._files = files.pop_all()

    @property
    def pepper(self) -> bytes:
        return self._pepper

    def add(self, plan: PlanRow) -> None:
        with transaction(self._keys):
            self._new_half(plan.id, plan.half)
            self._new_half(plan.door.id, plan.door.half)
        with transaction(self._plans):
            door = plan.door
            values = (plan.id, door.locator, door.id, door.wrap, plan.ring)
            self._plans.execute("INSERT INTO plan VALUES (?, ?, ?, ?, ?)", values)
            self._plans.execute("INSERT INTO head VALUES (?, ?, 0)", (plan.id, plan.head))

    def find(self, locator: bytes) -> PlanRow | None:
        with reading(self._plans_path) as db:
            query = "SELECT id, door, wrap, ring, sealed FROM plan JOIN head ON plan = id WHERE locator = ?"
            row: tuple[bytes, ...] | None = db.execute(query, (locator,)).fetchone()
        with reading(self._keys_path) as db:
            # Asked on a miss as well, with ids nobody has, so that it takes as long as a hit.
            id, door, wrap, ring, head = row or (b"", b"", b"", b"", b"")
            halves = dict(db.execute("SELECT id, bytes FROM half WHERE id IN (?, ?)", (id, door)).fetchall())
        if len(halves) < 2:
            return None
        return PlanRow(id, Door(door, locator, wrap, halves[door]), ring, head, halves[id])

    def rows(self, plan: bytes) -> list[TurnRow]:
        with reading(self._plans_path) as db:
            return list(map(TurnRow._make, db.execute(_ROWS, (plan,))))

    def commit(self, changes: Sequence[Change]) -> None:
        with transaction(self._plans):
            for change in changes:
                self._write(change)

    def keep(self, plan: bytes, door: Door) -> None:
        old = self._doors(plan)
        with transaction(self._keys):
            self._new_half(door.id, door.half)
            self._unsettle(*old)
        with transaction(self._plans):
            values = (door.locator, door.id, door.wrap, plan)
            self._plans.execute("UPDATE plan SET locator = ?, door = ?, wrap = ? WHERE id = ?", values)
            self._plans.execute("UPDATE head SET sweeps = NULL WHERE plan = ?", (plan,))
        # The new words open from here on. If the old half cannot go now, the next sweep takes it.
        with suppress(CouldNotKeep):
            self._drop_halves(*old)

    def forget(self, plan: bytes) -> None:
        self._ballast.unlink(missing_ok=True)
        self._drop_halves(plan, *self._doors(plan))
        # From here on the plan is gone for everybody. If the rows cannot go now, the next sweep takes them.
        with suppress(CouldNotKeep):
            self._drop_rows(plan)
            self._put_ballast()

    def sweep(self, in_use: Collection[bytes], sweeps: int) -> int:
        with transaction(self._plans):
            self._plans.execute("UPDATE head SET sweeps = sweeps + 1 WHERE sweeps IS NOT NULL")
            self._plans.executemany(
                "UPDATE head SET sweeps = 0 WHERE plan = ? AND sweeps IS NOT NULL", [(id,) for id in in_use]
            )
        with speaking_plainly():
            query = "SELECT plan FROM head WHERE sweeps > ?"
            old = [id for (id,) in self._plans.execute(query, (sweeps,)).fetchall()]
        for id in old:
            self.forget(id)
        self._settle()
        self.scrub()
        self._put_ballast()
        return len(old)

    def scrub(self) -> None:
        truncate(self._plans)
        truncate(self._keys)

    def close(self) -> None:
        self._files.close()

    def _write(self, change: Change) -> None:
        db = self._plans
        if change.ring is not None:
            db.execute("UPDATE plan SET ring = ? WHERE id = ?", (change.ring, change.plan))
        for row in change.erased:
            query = "UPDATE turn SET lock = ?, sealed = ? WHERE plan = ? AND n = ?"
            db.execute(query, (row.lock, row.sealed, change.plan, row.n))
        for row in change.said:
            db.execute("INSERT INTO turn VALUES (?, ?, ?, ?, ?)", (change.plan, row.n, row.lock, row.sealed, row.link))
        written = db.execute("UPDATE head SET sealed = ? WHERE plan = ?", (change.head, change.plan))
        if not written.rowcount:
            raise sqlite3.IntegrityError("the plan was forgotten meanwhile")

    def _doors(self, plan: bytes) -> list[bytes]:
        with speaking_plainly():
            return [id for (id,) in self._plans.execute("SELECT door FROM plan WHERE id = ?", (plan,)).fetchall()]

    def _new_half(self, id: bytes, half: bytes) -> None:
        self._keys.execute("INSERT INTO half VALUES (?, ?)", (id, half))
        self._unsettle(id)

    def _unsettle(self, *ids: bytes) -> None:
        self._keys.executemany("INSERT OR IGNORE INTO unsettled VALUES (?)", [(id,) for id in ids])

    def _drop_halves(self, *ids: bytes) -> None:
        with transaction(self._keys):
            self._unsettle(*ids)
            self._keys.executemany("DELETE FROM half WHERE id = ?", [(id,) for id in ids])
        truncate(self._keys)

    def _drop_rows(self, plan: bytes) -> None:
        gone = 1
        while gone:
            with transaction(self._plans):
                self._plans.execute("DELETE FROM plan WHERE id = ?", (plan,))
                self._plans.execute("DELETE FROM head WHERE plan = ?", (plan,))
                query = "DELETE FROM turn WHERE plan = ? AND n IN (SELECT n FROM turn WHERE plan = ? LIMIT ?)"
                gone = self._plans.execute(query, (plan, plan, _AT_ONCE)).rowcount
            truncate(self._plans)

    def _settle(self) -> None:
        """Finish what was cut short between the two files."""
        with speaking_plainly():
            unsettled = [id for (id,) in self._keys.execute("SELECT id FROM unsettled").fetchall()]
        for id in unsettled:
            with speaking_plainly():
                used = self._plans.execute("SELECT 1 FROM plan WHERE id = ?1 OR door = ?1", (id,)).fetchone()
                half = self._keys.execute("SELECT 1 FROM half WHERE id = ?", (id,)).fetchone()
            if not half:
                self._drop_rows(id)
            with transaction(self._keys):
                if not used:
                    self._keys.execute("DELETE FROM half WHERE id = ?", (id,))
                self._keys.execute("DELETE FROM unsettled WHERE id = ?", (id,))

    def _find_pepper(self) -> bytes | None:
        with speaking_plainly():
            return next((pepper for (pepper,) in self._keys.execute("SELECT bytes FROM pepper").fetchall()), None)

    def _new_pepper(self) -> bytes:
        with transaction(self._keys):
            if self._plans.execute("SELECT 1 FROM plan").fetchone():
                raise FileMissing(self._keys_path.name)
            pepper = os.urandom(32)
            self._keys.execute("INSERT INTO pepper VALUES (?)", (pepper,))
            return pepper

    def _put_ballast(self) -> None:
        """Put the ballast aside again, if there is room for it."""
        if self._ballast.exists():
            return
        try:
            self._ballast.touch(0o600)
            self._ballast.write_bytes(os.urandom(BALLAST))
        except OSError:
            self._ballast.unlink(missing_ok=True)
