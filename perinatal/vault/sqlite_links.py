"""Links: the sealed copies in `plans.sqlite`, and how long each is open in `keys.sqlite`, beside its half.

The small numbers stand with the keys, so that an old copy of the plans gives no link more days, openings or tries.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from perinatal.vault.sqlite_file import reading, transaction
from perinatal.vault.sqlite_halves import Halves
from perinatal.vault.sqlite_people import TABLES as PEOPLE
from perinatal.vault.sqlite_people import SQLitePeople
from perinatal.vault.store import Change, Left, LinkRow, MailRow
from perinatal.vault.trouble import CouldNotKeep, EnoughWaiting

OTHERS = PEOPLE + "CREATE TABLE link (id BLOB PRIMARY KEY, sealed BLOB) WITHOUT ROWID;"
"""The tables for all who may come beside the parent."""


class SQLiteLinks:
    """Those verbs of a store that have to do with links."""

    def __init__(self, plans: sqlite3.Connection, path: Path, halves: Halves, people: SQLitePeople) -> None:
        self._plans, self._path, self._halves, self._people = plans, path, halves, people

    def try_link(self, id: bytes, day: int, *, with_code: bool) -> LinkRow | None:
        with reading(self._path) as db:
            found: tuple[bytes] | None = db.execute("SELECT sealed FROM link WHERE id = ?", (id,)).fetchone()
        # Asked on a miss as well, so that it takes as long as a hit.
        half, left = self._halves.of(id).get(id), self._halves.left([id]).get(id)
        if found is None or half is None or left is None or day > left.day or left.tries == 0:
            return None
        if left.tries is not None:
            if not with_code:
                return None
            self._halves.count(id, Left(left.day, left.uses, left.tries - 1))
        return LinkRow(id, found[0], left, half)

    def wrong_code(self, id: bytes) -> None:
        left = self._halves.left([id]).get(id)
        if left and left.tries == 0:
            with suppress(CouldNotKeep):  # it bears no try any more, so it is closed; the next sweep takes its half
                self.end([id])

    def use_link(self, id: bytes, plan: bytes, mail: MailRow, room: int) -> bool:
        left = self._halves.left([id]).get(id)
        if left is None:
            return False
        back = None if left.tries is None else left.tries + 1  # it was the right code
        try:
            self._people.take_mail(plan, mail, room)
        except EnoughWaiting:
            self._halves.count(id, Left(left.day, left.uses, back))
            raise
        if left.uses > 1:
            self._halves.count(id, Left(left.day, left.uses - 1, back))
        else:
            self.end([id])
        return True

    def end(self, ids: Sequence[bytes]) -> None:
        """These links are over: first their halves, then the noise that is left."""
        if ids:
            self._halves.drop(ids)
            with suppress(CouldNotKeep), transaction(self._plans):  # if it cannot go now, the next sweep takes it
                self.drop_rows(ids)

    def end_what_is_over(self, day: int) -> None:
        """The links whose last day is past, or that nobody can open any more."""
        self.end(self._halves.over(day))

    def drop_rows(self, ids: Iterable[bytes]) -> None:
        """The sealed copies of these links; called inside a transaction."""
        self._plans.executemany("DELETE FROM link WHERE id = ?", [(id,) for id in ids])

    def write(self, change: Change) -> None:
        """What a change says about links; called inside the transaction that writes the rest of it."""
        self._plans.executemany("INSERT INTO link VALUES (?, ?)", [(row.id, row.sealed) for row in change.linked])
        self.drop_rows(change.unlinked)
