"""The vault: where a plan begins, where it is opened, and where plans that lie open are known."""

import gc
import os
import threading
from collections import Counter
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path

from perinatal.vault.doors import root_behind
from perinatal.vault.keys import Cost, Way, way_of_secret, way_of_words
from perinatal.vault.opened import Opened, Works
from perinatal.vault.slots import Slots
from perinatal.vault.sqlite_store import SQLiteStore
from perinatal.vault.store import Store
from perinatal.vault.trouble import CouldNotKeep
from perinatal.vault.unlocked import Unlocked, new_plan
from perinatal.vault.words import plan_words
from perinatal.vault.writer import Writer

SWEEPS = 24
"""How many sweeps a plan that nobody keeps is left lying. With one an hour, a day after it was last open."""


class Vault:
    """All plans of one place. No function of it takes a plan's id and gives its words: only a way in does."""

    def __init__(self, folder: Path, *, cost: Cost | None = None, store: Callable[[Path], Store] = SQLiteStore) -> None:
        self._store = store(folder)
        self._cost = cost or Cost()
        self._writer = Writer(self._store)
        self._slots = Slots()
        self._works = Works(self._store, self._writer, self._slots, self._cost)
        self._guard = threading.Lock()
        self._open: dict[bytes, Unlocked] = {}
        self._hands: Counter[bytes] = Counter()

    def begin(self) -> tuple[Opened, bytes]:
        """A new plan without a word in it, and the secret that opens it again until it is kept."""
        secret = os.urandom(32)
        row, root = new_plan(way_of_secret(secret, self._store.pepper))
        self._writer.errand(lambda: self._store.add(row)).result()
        with self._guard:
            self._open[row.id] = Unlocked(row, root, ())
            return self._hand(row.id), secret

    def resume(self, secret: bytes) -> Opened | None:
        """The plan that was begun with this secret, unless it was kept, swept or forgotten since."""
        return self._enter(way_of_secret(secret, self._store.pepper))

    def open(self, words: str) -> Opened | None:
        """The plan these six words open, or None. Takes a fifth of a second, found or not."""
        return self.open_soon(words).result()

    def open_soon(self, words: str) -> Future[Opened | None]:
        """The same, done later. Raises NotSixWords or Busy at once, before any work."""
        typed = plan_words(words)
        return self._slots.submit(lambda: self._enter(way_of_words(typed, self._store.pepper, self._cost)))

    def sweep(self, sweeps: int = SWEEPS) -> int:
        """Forget plans nobody kept, and let the files forget what was erased. For a clock to call, once an hour."""
        return self._writer.errand(lambda: self._store.sweep(list(self._open), sweeps)).result()

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

    def _enter(self, way: Way) -> Opened | None:
        # All of it under the guard: a plan that somebody lets go of at this moment is read after its last save.
        with self._guard:
            row = self._store.find(way.locator)
            if row is None:
                return None
            root = root_behind(row, way)
            if row.id not in self._open:
                with _nothing_thrown_away():
                    self._open[row.id] = Unlocked(row, root, self._store.rows(row.id))
            return self._hand(row.id)

    def _hand(self, id: bytes) -> Opened:
        self._hands[id] += 1
        return Opened(self._open[id], self._works, self._let_go)

    def _let_go(self, plan: Unlocked) -> None:
        # Counted on the writing thread, after whatever this hand has said is saved.
        with suppress(CouldNotKeep):
            self._writer.errand(lambda: self._put_away(plan))

    def _put_away(self, plan: Unlocked) -> None:
        with self._guard:
            self._hands[plan.id] -= 1
            if not self._hands[plan.id]:
                del self._hands[plan.id]
                self._open.pop(plan.id, None)
                plan.wipe()


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
