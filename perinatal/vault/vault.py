"""The vault: where a plan begins, where it is opened, and where plans that lie open are known."""

import gc
import os
import threading
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TypeVar

from perinatal.care.sharing import Looked
from perinatal.care.turn import Turn
from perinatal.vault.doors import root_behind
from perinatal.vault.grants import Grant
from perinatal.vault.inviting import Inviting
from perinatal.vault.keys import Cost, Way, way_of_secret, way_of_words
from perinatal.vault.link_opening import LinkDesk, Tell
from perinatal.vault.mail import write_mail
from perinatal.vault.member import Member, fingerprint, member_behind, new_member
from perinatal.vault.noted import Listed, Note, listed, read_note, seal_note
from perinatal.vault.opened import Opened, Works
from perinatal.vault.slots import Slots
from perinatal.vault.sqlite_store import SQLiteStore
from perinatal.vault.store import GrantRow, MailRow, PlanRow, Store, TurnRow
from perinatal.vault.trouble import CouldNotKeep, Locked
from perinatal.vault.unlocked import Unlocked, new_plan
from perinatal.vault.visit import Desk, Visit
from perinatal.vault.words import card_words, plan_words
from perinatal.vault.writer import Writer

T = TypeVar("T")

SWEEPS = 24
"""How many sweeps a plan that nobody keeps is left lying. With one an hour, a day after it was last open."""


MOST_WORDS = 200
"""How much may wait for a parent who is away. More would be more than anybody wants to find."""
MOST_LOOKS = 1000
"""Looks may wait beside it: where they cannot be told, nothing is shown, and words must not be in the way of that."""


class Vault:
    """All plans of one place. No function of it takes a plan's id and gives its words: only a way in does."""

    def __init__(self, folder: Path, *, cost: Cost | None = None, store: Callable[[Path], Store] = SQLiteStore) -> None:
        self._store = store(folder)
        self._cost = cost or Cost()
        self._writer = Writer(self._store)
        self._slots = Slots()
        self.invitations = Inviting(self._store, self._writer, self._slots, self._way)
        self._listeners: list[Callable[[bytes], None]] = []
        self._works = Works(
            self._store, self._writer, self._slots, self._cost, self._tell_all, change_locks=self._change_locks
        )
        self._guard = threading.Lock()
        self._open: dict[bytes, Unlocked] = {}
        self._hands: Counter[Unlocked] = Counter()
        self._latest = self._store.see(0)
        self._links = LinkDesk(self._store, self._writer, self._cost, self._take_in, MOST_LOOKS)

    def begin(self) -> tuple[Opened, bytes]:
        """A new plan without a word in it, and the secret that opens it again until it is kept."""
        secret = os.urandom(32)
        row, root = new_plan(way_of_secret(secret, self._store.pepper))
        self._writer.errand(lambda: self._store.add(row)).result()
        with self._guard:
            self._open[row.id] = self._unlocked(row, root, ())
            return self._hand(row.id), secret

    def resume(self, secret: bytes) -> Opened | None:
        """The plan that was begun with this secret, unless it was kept, swept or forgotten since."""
        return self._come_in(way_of_secret(secret, self._store.pepper))

    def open(self, words: str) -> Opened | None:
        """The plan these six words open, or None. Takes a fifth of a second, found or not."""
        return self.open_soon(words).result()

    def open_soon(self, words: str, other: str | None = None) -> Future[Opened | None]:
        """The same, done later; or what two cards open. Raises NotSixWords or Busy at once, before any work."""
        typed = card_words(words, other)
        return self._slots.submit(lambda: self._come_in(self._way(typed)))

    def slowly(self, work: Callable[[], T]) -> Future[T]:
        """Other slow work, in the same few places; later. Raises Busy at once, before any of it."""
        return self._slots.submit(work)

    # Members

    def add_member(self, words: str) -> Member:
        """A new member, whom these six words open. Nobody has let them in anywhere."""
        typed = plan_words(words)
        way = self._slots.submit(lambda: self._way(typed)).result()
        row = new_member(way)
        self._writer.errand(lambda: self._store.add_member(row)).result()
        return member_behind(row, way)

    def sign_in_soon(self, words: str) -> Future[Member | None]:
        """The member these six words open, or None; later. Raises NotSixWords or Busy at once."""
        typed = plan_words(words)
        return self._slots.submit(lambda: self._member(self._way(typed)))

    def members(self) -> dict[bytes, tuple[bytes, int]]:
        """Every member's id, with their public keys and the fingerprint of these. Not one of them says who it is."""
        return {id: (public, fingerprint(public)) for id, public in self._store.members()}

    def grants(self, member: Member) -> list[Grant]:
        """The plans this member is let in to now."""
        return member.read(self._store.grants(member.id))

    def worklist(self, member: Member, today: date) -> list[Listed]:
        """The same plans, with the parts open today and what this member noted about each."""
        return listed(member, self._store.grants(member.id), self.day(today))

    def note(self, member: Member, grant: Grant, change: Callable[[Note], Note]) -> None:
        """Change what this member noted about the plan of this grant. Where it is over, nothing is noted."""

        def work() -> None:
            row = self._row_now(member, grant)
            if row is not None:
                before = read_note(member, row, grant.plan)
                if (after := change(before)) != before:
                    self._store.put_note(row.id, seal_note(member, grant.plan, after))

        self._writer.errand(work).result()

    def _row_now(self, member: Member, grant: Grant) -> GrantRow | None:
        """The grant, or the one that came for it when locks were changed."""
        row = self._store.grant(grant.id)
        if row is None:
            again = next((each for each in self.grants(member) if each.plan == grant.plan), None)
            row = self._store.grant(again.id) if again else None
        return row if row and row.member == member.id else None

    def visit(self, member: Member, grant: Grant, today: Callable[[], date]) -> Visit:
        """This member in the plan of this grant."""
        return Visit(member, grant, Desk(self._store, self._post, lambda: self.day(today())))

    def open_link_soon(self, secret: bytes, code: str, today: date, tell: Tell) -> Future[bytes | None]:
        """What is in the link with this secret, once the parent was told; or None. Raises Busy before any try."""
        day = self.day(today).toordinal()
        return self._slots.submit(lambda: self._links.open(secret, code, day, tell))

    def day(self, today: date) -> date:
        """Today, or the latest day this place has seen: a clock that is set back opens nothing that was over."""
        latest = max(today.toordinal(), self._latest)
        if latest > self._latest:
            self._latest = latest
            self._writer.errand(lambda: self._store.see(latest))  # if the disk is full, the next sweep notes it
        return date.fromordinal(latest)

    def listen(self, listener: Callable[[bytes], None]) -> None:
        """From now on tell this listener which plan says something new, or is open to other people than before.

        It is called on the writing thread, with nothing but the plan's id; and with that of a member who was let in.
        """
        self._listeners.append(listener)

    def sweep(self, sweeps: int = SWEEPS) -> int:
        """Forget plans nobody kept, and let the files forget what was erased. For a clock to call, once an hour."""

        def work() -> int:
            self._store.see(self._latest)
            return self._store.sweep(list(self._open), sweeps)

        return self._writer.errand(work).result()

    def close(self) -> None:
        """Finish what is being saved, lock every plan, let go of the files."""
        self._slots.close()
        with self._guard:
            plans = list(self._open.values())
            self._open.clear()
        for plan in plans:
            self._writer.errand(plan.wipe)
        self._writer.close()
        self._store.close()

    def _way(self, typed: bytes) -> Way:
        return way_of_words(typed, self._store.pepper, self._cost)

    def _member(self, way: Way) -> Member | None:
        row = self._store.find_member(way.locator)
        return member_behind(row, way) if row else None

    def _post(self, turn: Turn, grant: Grant, member: Member) -> None:
        """Leave it on the disk; a plan that is open takes it in."""
        mail, room = (
            write_mail(turn, grant, member.signing),
            MOST_LOOKS if isinstance(turn.said, Looked) else MOST_WORDS,
        )
        self._writer.errand(lambda: self._store.leave_mail(grant.plan, grant.id, mail, room)).result()
        self._take_in(grant.plan, mail)

    def _take_in(self, id: bytes, mail: MailRow) -> None:
        """A plan that is open takes in at once what was left for it."""
        with self._guard:
            plan = self._open.get(id)
        if plan is not None:
            with suppress(CouldNotKeep, Locked):  # it lies there, and is taken in with the next opening
                self._writer.save(plan, lambda: plan.change(lambda draft: draft.take_in([mail]))).result()

    def _tell_all(self, plan: bytes) -> None:
        for listener in self._listeners:
            listener(plan)

    def _unlocked(self, row: PlanRow, root: bytearray, rows: Sequence[TurnRow]) -> Unlocked:
        return Unlocked(row, root, rows, around=self._store, on_change=self._tell_all)

    def _change_locks(self, plan: Unlocked, way: Way, hold: Callable[[Unlocked], None]) -> None:
        # Under the guard, so that nobody opens it with keys that are no more.
        with self._guard:
            change, row, root = plan.with_new_locks(way)
            self._store.commit([change])
            self._open[row.id] = new = self._unlocked(row, root, self._store.rows(row.id))
            self._hands[new] += 1
        # Whoever changed them holds the new ones before the old are gone: a page of hers that asks at this moment would
        # find the plan locked, and take away the words that only it was shown.
        hold(new)
        with self._guard:
            plan.wipe()
            self._one_hand_less(plan)
        with suppress(CouldNotKeep):  # what lay under the old keys leaves the files with the next sweep, else
            self._store.scrub()
        self._tell_all(row.id)

    def _come_in(self, way: Way) -> Opened | None:
        """Open the plan, and take in what members left for the parent meanwhile."""
        opened = self._enter(way)
        if opened:
            with suppress(CouldNotKeep):  # on a full disk it stays where it lies
                taking_in = opened.take_in()
                if taking_in:
                    taking_in.result()
        return opened

    def _enter(self, way: Way) -> Opened | None:
        # All of it under the guard: a plan that somebody lets go of at this moment is read after its last save.
        with self._guard:
            row = self._store.find(way.locator)
            if row is None:
                return None
            root = root_behind(row, way)
            if row.id not in self._open:
                with _nothing_thrown_away():
                    self._open[row.id] = self._unlocked(row, root, self._store.rows(row.id))
            return self._hand(row.id)

    def _hand(self, id: bytes) -> Opened:
        plan = self._open[id]
        self._hands[plan] += 1
        return Opened(plan, self._works, self._let_go)

    def _let_go(self, plan: Unlocked) -> None:
        # Counted on the writing thread, after whatever this hand has said is saved.
        with suppress(CouldNotKeep):
            self._writer.errand(lambda: self._put_away(plan))

    def _put_away(self, plan: Unlocked) -> None:
        with self._guard:
            if not self._one_hand_less(plan):
                plan.wipe()
                if self._open.get(plan.id) is plan:
                    del self._open[plan.id]

    def _one_hand_less(self, plan: Unlocked) -> int:
        self._hands[plan] -= 1
        if not self._hands[plan]:
            del self._hands[plan]
        return self._hands[plan]


@contextmanager
def _nothing_thrown_away() -> Generator[None]:
    """Thousands of turns that all stay need no search for garbage among them: a third of the time of a long plan."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
