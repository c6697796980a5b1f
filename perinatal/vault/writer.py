"""One thread that writes. People who save at the same moment share one commit, and one wait for the disk."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from perinatal.vault.store import Change, Store
from perinatal.vault.trouble import Clash, CouldNotKeep, Trouble

T = TypeVar("T")


class Changing(Protocol):
    """A plan whose memory follows the store: ahead of it only until the commit is known."""

    def settle(self) -> None:
        """The change is durable: it is what the plan says now."""
        ...

    def go_back(self) -> None:
        """Nothing was written: the plan says what it said before."""
        ...


@dataclass(frozen=True, slots=True)
class _Save:
    plan: Changing
    make: Callable[[], Change]
    done: Future[None] = field(default_factory=Future[None])


class Writer:
    """Saves what is waiting, in order, all of it in one commit."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: deque[_Save] = deque()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")

    def save(self, plan: Changing, make: Callable[[], Change]) -> Future[None]:
        """Done when the change is durable. The change is made on the writing thread, so that plans need no lock."""
        save = _Save(plan, make)
        # Somebody who stops waiting does not stop the save: what was said is kept.
        save.done.set_running_or_notify_cancel()
        self._waiting.append(save)
        self.errand(self._save_waiting)
        return save.done

    def errand(self, do: Callable[[], T]) -> Future[T]:
        """Something to do on the writing thread, after what was handed in before it."""
        try:
            return self._thread.submit(do)
        except RuntimeError:
            raise CouldNotKeep("The store is closed.") from None

    def close(self) -> None:
        """Finish what is waiting, then stop."""
        self._thread.shutdown(wait=True)

    def _save_waiting(self) -> None:
        saves = [self._waiting.popleft() for _ in range(len(self._waiting))]
        try:
            self._save(saves)
        finally:
            # Whatever goes wrong, nobody waits for ever.
            for save in saves:
                if not save.done.done():
                    save.plan.go_back()
                    save.done.set_exception(CouldNotKeep())

    def _save(self, saves: list[_Save]) -> None:
        made = [(save, change) for save in saves if (change := _change(save))]
        if not made:
            return
        try:
            self._store.commit([change for _, change in made])
        except Clash as trouble:
            self._one_by_one([save for save, _ in made], trouble)
        except CouldNotKeep as trouble:
            _give_back([save for save, _ in made], trouble)
        else:
            for save, _ in made:
                save.plan.settle()
            for save, _ in made:
                save.done.set_result(None)

    def _one_by_one(self, saves: list[_Save], trouble: Clash) -> None:
        """One plan's trouble is not another's."""
        if len(saves) == 1:
            _give_back(saves, trouble)
            return
        for save in saves:
            save.plan.go_back()
        for save in saves:
            self._save([save])


def _change(save: _Save) -> Change | None:
    try:
        return save.make()
    except Trouble as trouble:
        save.done.set_exception(trouble)
        return None


def _give_back(saves: list[_Save], trouble: CouldNotKeep) -> None:
    for save in saves:
        save.plan.go_back()
    for save in saves:
        save.done.set_exception(trouble)
