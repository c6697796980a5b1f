"""The store of one machine: two SQLite files beside each other, and a grip that keeps a second copy away.

`plans.sqlite` may be backed up for as long as anybody likes. `keys.sqlite` goes into no such backup; its own copies
live a few days at most. That is what makes forgetting true.
"""

import os
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from perinatal.vault import sqlite_doors, sqlite_halves, sqlite_invitations
from perinatal.vault.ballast import Ballast
from perinatal.vault.sqlite_doors import SQLiteDoors
from perinatal.vault.sqlite_file import hold, open_file, reading, speaking_plainly, transaction, truncate
from perinatal.vault.sqlite_halves import Halves
from perinatal.vault.sqlite_invitations import SQLiteInvitations
from perinatal.vault.sqlite_links import OTHERS, SQLiteLinks
from perinatal.vault.sqlite_people import SQLitePeople
from perinatal.vault.store import Change, Door, GrantRow, Left, LinkRow, MailRow, MemberRow, PlanRow, TurnRow
from perinatal.vault.trouble import CouldNotKeep, FileMissing

# No column says who, what, where or when. `sweeps` is empty once a plan is kept, else how many sweeps it has met.
_PLANS = """
CREATE TABLE plan (
    id BLOB PRIMARY KEY, half BLOB UNIQUE, locator BLOB UNIQUE, door BLOB UNIQUE, wrap BLOB, ring BLOB
) WITHOUT ROWID;
CREATE TABLE head (plan BLOB PRIMARY KEY, sealed BLOB, sweeps INTEGER) WITHOUT ROWID;
CREATE TABLE turn (plan BLOB, n INTEGER, lock BLOB, sealed BLOB, link BLOB, PRIMARY KEY (plan, n)) WITHOUT ROWID;
"""

# Bytes whatever somebody wrote there, so that a wrong row is noticed as one.
_ROWS = """
SELECT n, ifnull(CAST(lock AS BLOB), x''), ifnull(CAST(sealed AS BLOB), x''), ifnull(CAST(link AS BLOB), x'')
FROM turn WHERE plan = ? ORDER BY n
"""

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
        self._ballast = Ballast(folder / "ballast")
        with ExitStack() as files:
            files.enter_context(closing(hold(folder / "in-use")))
            self._keys = files.enter_context(closing(open_file(self._keys_path, sqlite_halves.TABLES)))
            found = self._find_pepper()
            if found and not self._plans_path.exists():
                raise FileMissing(self._plans_path.name)
            tables = _PLANS + sqlite_doors.TABLES + OTHERS + sqlite_invitations.TABLES
            self._plans = files.enter_context(closing(open_file(self._plans_path, tables)))
            self._halves = Halves(self._keys, self._keys_path)
            self._doors = SQLiteDoors(self._plans, self._plans_path, self._halves)
            self._people = SQLitePeople(self._plans, self._plans_path, self._halves, self._keys)
            self._links = SQLiteLinks(self._plans, self._plans_path, self._halves, self._people)
            self.invitations = SQLiteInvitations(self._plans, self._plans_path, self._people)
            self._pepper = found or self._new_pepper()
            self._ballast.put()
            self._settle()
            self._files = files.pop_all()

    @property
    def pepper(self) -> bytes:
        return self._pepper

    def add(self, plan: PlanRow) -> None:
        with transaction(self._keys):
            self._halves.add([(plan.half.id, plan.half.secret), (plan.door.id, plan.door.half)])
        with transaction(self._plans):
            door = plan.door
            values = (plan.id, plan.half.id, door.locator, door.id, door.wrap, plan.ring)
            self._plans.execute("INSERT INTO plan VALUES (?, ?, ?, ?, ?, ?)", values)
            self._plans.execute("INSERT INTO head VALUES (?, ?, 0)", (plan.id, plan.head))

    def find(self, locator: bytes) -> PlanRow | None:
        return self._doors.find(locator)

    def has_side_door(self, plan: bytes) -> bool:
        return self._doors.has_side_door(plan)

    def rows(self, plan: bytes) -> list[TurnRow]:
        with reading(self._plans_path) as db:
            return list(map(TurnRow._make, db.execute(_ROWS, (plan,))))

    def half(self, plan: bytes) -> bytes | None:
        with reading(self._plans_path) as db:
            found = [id for (id,) in db.execute("SELECT half FROM plan WHERE id = ?", (plan,)).fetchall()]
        return next(iter(self._halves.of(*found).values()), None)

    def commit(self, changes: Sequence[Change]) -> None:
        new, gone = self._new_halves(changes), self._halves_over(changes)
        if new or gone:
            with transaction(self._keys):
                self._halves.add(new)
                self._halves.unsettle(gone)
                self._halves.let((row.id, row.left) for change in changes for row in change.linked)
        with transaction(self._plans):
            for change in changes:
                self._write(change)
                self._doors.write(change)
                self._people.write(change)
                self._links.write(change)
        # From here on it is so. If a half cannot go now, the next sweep takes it.
        if gone:
            with suppress(CouldNotKeep):
                self._halves.drop(gone)

    def keep(self, plan: bytes, door: Door) -> None:
        old = self._doors.of(plan)
        with transaction(self._keys):
            self._halves.add([(door.id, door.half)])
            self._halves.unsettle(old)
        with transaction(self._plans):
            self._doors.put(plan, door)
        # The new words open from here on. If the old half cannot go now, the next sweep takes it.
        with suppress(CouldNotKeep):
            self._halves.drop(old)

    def forget(self, plan: bytes, given: Sequence[bytes] = ()) -> None:
        self._ballast.give_up()
        self._halves.drop([*self._halves_of(plan), *given])
        # From here on the plan is gone for everybody. If the rows cannot go now, the next sweep takes them.
        with suppress(CouldNotKeep):
            self._drop_rows(plan, *given)
            self._ballast.put()

    def add_member(self, member: MemberRow) -> None:
        self._people.add_member(member)

    def find_member(self, locator: bytes) -> MemberRow | None:
        return self._people.find_member(locator)

    def members(self) -> list[tuple[bytes, bytes]]:
        return self._people.members()

    def grants(self, member: bytes) -> list[GrantRow]:
        return self._people.grants(member)

    def grant(self, id: bytes) -> GrantRow | None:
        return self._people.grant(id)

    def put_note(self, grant: bytes, note: bytes) -> None:
        self._people.put_note(grant, note)

    def leave_mail(self, plan: bytes, grant: bytes, mail: MailRow, room: int) -> None:
        self._people.leave_mail(plan, grant, mail, room)

    def mail(self, plan: bytes) -> list[MailRow]:
        return self._people.mail(plan)

    def try_link(self, id: bytes, day: int, *, with_code: bool) -> LinkRow | None:
        return self._links.try_link(id, day, with_code=with_code)

    def wrong_code(self, id: bytes) -> None:
        self._links.wrong_code(id)

    def use_link(self, id: bytes, plan: bytes, mail: MailRow, room: int) -> bool:
        return self._links.use_link(id, plan, mail, room)

    def links_left(self, ids: Sequence[bytes]) -> dict[bytes, Left]:
        return self._halves.left(ids)

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
        self.invitations.sweep()
        self._links.end_what_is_over(self.see(0))
        self._settle()
        self.scrub()
        self._ballast.put()
        return len(old)

    def see(self, day: int) -> int:
        return self._halves.see(day)

    def scrub(self) -> None:
        truncate(self._plans)
        truncate(self._keys)

    def close(self) -> None:
        self._files.close()

    def _new_halves(self, changes: Sequence[Change]) -> list[tuple[bytes, bytes]]:
        locks = [change.locks for change in changes if change.locks]
        sides = [change.side_door for change in changes if change.side_door]
        return [
            *((door.id, door.half) for door in sides),
            *((given.id, given.half) for change in changes for given in (*change.granted, *change.linked)),
            *(pair for door, half in locks for pair in ((door.id, door.half), (half.id, half.secret))),
        ]

    def _halves_over(self, changes: Sequence[Change]) -> list[bytes]:
        return [
            *(given for change in changes for given in (*change.ended, *change.unlinked)),
            *(id for change in changes if change.locks for id in self._halves_of(change.plan)),
            *(id for change in changes for id in self._doors.over(change)),
        ]

    def _write(self, change: Change) -> None:
        db = self._plans
        if change.ring is not None:
            db.execute("UPDATE plan SET ring = ? WHERE id = ?", (change.ring, change.plan))
        for row in change.said:
            db.execute("INSERT INTO turn VALUES (?, ?, ?, ?, ?)", (change.plan, row.n, row.lock, row.sealed, row.link))
        for row in (*change.resealed, *change.erased):
            query = "UPDATE turn SET lock = ?, sealed = ? WHERE plan = ? AND n = ?"
            db.execute(query, (row.lock, row.sealed, change.plan, row.n))
        written = db.execute("UPDATE head SET sealed = ? WHERE plan = ?", (change.head, change.plan))
        if not written.rowcount:
            raise sqlite3.IntegrityError("the plan was forgotten meanwhile")

    def _halves_of(self, plan: bytes) -> list[bytes]:
        """The ids of the halves without which this plan does not open."""
        with speaking_plainly():
            half = self._plans.execute("SELECT half FROM plan WHERE id = ?", (plan,)).fetchall()
        return [id for (id,) in half] + self._doors.of(plan)

    def _drop_rows(self, plan: bytes, *given: bytes) -> None:
        with transaction(self._plans):
            self._plans.executemany("DELETE FROM granted WHERE id = ?", [(id,) for id in given])
            self._links.drop_rows(given)
            self._doors.drop(given)
        gone = 1
        while gone:
            with transaction(self._plans):
                query = "DELETE FROM turn WHERE plan = ? AND n IN (SELECT n FROM turn WHERE plan = ? LIMIT ?)"
                gone = self._plans.execute(query, (plan, plan, _AT_ONCE)).rowcount
            truncate(self._plans)
        # Last of all the row that says which half was the plan's: a sweep that goes on with this finds it by that.
        with transaction(self._plans):
            for table in ("side WHERE plan", "plan WHERE id", "head WHERE plan", "mail WHERE plan"):
                self._plans.execute(f"DELETE FROM {table} = ?", (plan,))  # noqa: S608  the tables are those above
        truncate(self._plans)

    def _settle(self) -> None:
        """Finish what was cut short between the two files."""
        for id, there in self._halves.unsettled():
            if not there:
                for plan in self._plan_with(id) or [b""]:
                    self._drop_rows(plan, id)
            self._halves.settle(id, used=self._is_used(id))

    def _plan_with(self, half: bytes) -> list[bytes]:
        """The plan that this half belongs to, if it is there still."""
        with speaking_plainly():
            return [id for (id,) in self._plans.execute("SELECT id FROM plan WHERE half = ?", (half,)).fetchall()]

    def _is_used(self, id: bytes) -> bool:
        """Whether anything stored needs the half with this id."""
        tables = (
            "plan WHERE half = ?1 OR door",
            "side WHERE door",
            "member WHERE door",
            "granted WHERE id",
            "link WHERE id",
        )
        query = " UNION ".join(f"SELECT 1 FROM {table} = ?1" for table in tables)  # noqa: S608  the tables are those above
        with speaking_plainly():
            return self._plans.execute(query, (id,)).fetchone() is not None

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
