"""Members, their grants, and what they left for parents, in `plans.sqlite`. No column says who anybody is."""

import sqlite3
from pathlib import Path

from perinatal.vault.sqlite_file import reading, transaction
from perinatal.vault.sqlite_halves import Halves
from perinatal.vault.store import Change, Door, GrantRow, MailRow, MemberRow
from perinatal.vault.trouble import EnoughWaiting, NotLetIn

TABLES = """
CREATE TABLE member (id BLOB PRIMARY KEY, locator BLOB UNIQUE, door BLOB UNIQUE, wrap BLOB, public BLOB) WITHOUT ROWID;
CREATE TABLE granted (id BLOB PRIMARY KEY, member BLOB, sealed BLOB, ring BLOB, note BLOB) WITHOUT ROWID;
CREATE INDEX granted_to ON granted (member);
CREATE TABLE mail (plan BLOB, id BLOB, sealed BLOB, PRIMARY KEY (plan, id)) WITHOUT ROWID;
"""


class SQLitePeople:
    """Those verbs of a store that have to do with members."""

    def __init__(self, plans: sqlite3.Connection, path: Path, halves: Halves, keys: sqlite3.Connection) -> None:
        self._plans, self._path, self._halves, self._keys = plans, path, halves, keys

    def add_member(self, member: MemberRow) -> None:
        self.add_half(member)
        with transaction(self._plans):
            self.add_row(member)

    def add_half(self, member: MemberRow) -> None:
        """The half of a member who is about to be added."""
        with transaction(self._keys):
            self._halves.add([(member.door.id, member.door.half)])

    def add_row(self, member: MemberRow) -> None:
        """The row of a new member; called inside a transaction."""
        door = member.door
        values = (member.id, door.locator, door.id, door.wrap, member.public)
        self._plans.execute("INSERT INTO member VALUES (?, ?, ?, ?, ?)", values)

    def find_member(self, locator: bytes) -> MemberRow | None:
        with reading(self._path) as db:
            query = "SELECT id, door, wrap, public FROM member WHERE locator = ?"
            row: tuple[bytes, ...] | None = db.execute(query, (locator,)).fetchone()
        # Asked on a miss as well, so that it takes as long as a hit.
        id, door, wrap, public = row or (b"", b"", b"", b"")
        half = self._halves.of(door).get(door)
        return MemberRow(id, Door(door, locator, wrap, half), public) if half else None

    def members(self) -> list[tuple[bytes, bytes]]:
        with reading(self._path) as db:
            return db.execute("SELECT id, public FROM member ORDER BY id").fetchall()

    def grants(self, member: bytes) -> list[GrantRow]:
        return self._grants("member = ?", member)

    def grant(self, id: bytes) -> GrantRow | None:
        return next(iter(self._grants("id = ?", id)), None)

    def _grants(self, where: str, value: bytes) -> list[GrantRow]:
        with reading(self._path) as db:
            rows = db.execute(f"SELECT id, member, sealed, ring, note FROM granted WHERE {where}", (value,)).fetchall()  # noqa: S608  the condition is one of two above
        halves = self._halves.of(*(row[0] for row in rows))
        return [
            GrantRow(id, member, sealed, ring, halves[id], note)
            for id, member, sealed, ring, note in rows
            if id in halves
        ]

    def put_note(self, grant: bytes, note: bytes) -> None:
        with transaction(self._plans):
            self._plans.execute("UPDATE granted SET note = ? WHERE id = ?", (note, grant))

    def leave_mail(self, plan: bytes, grant: bytes, mail: MailRow, room: int) -> None:
        if self.grant(grant) is None:
            raise NotLetIn
        self.take_mail(plan, mail, room)

    def take_mail(self, plan: bytes, mail: MailRow, room: int) -> None:
        """Something for the parent from somebody who may leave it; raises EnoughWaiting if there is no room."""
        with transaction(self._plans):
            (waiting,) = self._plans.execute("SELECT count(*) FROM mail WHERE plan = ?", (plan,)).fetchone()
            if waiting >= room:
                raise EnoughWaiting
            self._plans.execute("INSERT INTO mail VALUES (?, ?, ?)", (plan, mail.id, mail.sealed))

    def mail(self, plan: bytes) -> list[MailRow]:
        with reading(self._path) as db:
            rows = db.execute("SELECT id, sealed FROM mail WHERE plan = ?", (plan,)).fetchall()
        return [MailRow(*row) for row in rows]

    def write(self, change: Change) -> None:
        """What a change says about guests; called inside the transaction that writes the rest of it."""
        db = self._plans
        for grant in change.granted:
            values = (grant.id, grant.member, grant.sealed, grant.ring, self._note(grant.member, change.ended))
            db.execute("INSERT INTO granted VALUES (?, ?, ?, ?, ?)", values)
        for grant, ring in change.guest_rings:
            db.execute("UPDATE granted SET ring = ? WHERE id = ?", (ring, grant))
        db.executemany("DELETE FROM granted WHERE id = ?", [(id,) for id in change.ended])
        db.executemany("DELETE FROM mail WHERE plan = ? AND id = ?", [(change.plan, id) for id in change.mail_read])

    def _note(self, member: bytes, ended: tuple[bytes, ...]) -> bytes | None:
        """What this member noted, where they get another way into a plan for the one that ends with this change."""
        query = "SELECT note FROM granted WHERE id = ? AND member = ? AND note IS NOT NULL"
        found = (self._plans.execute(query, (id, member)).fetchone() for id in ended)
        return next((row[0] for row in found if row), None)
