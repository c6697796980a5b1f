"""A hand on an open plan: what can be said, taken away, kept, locked and forgotten while it is open.

Two browsers that open the same plan hold the same one: what is said in the first is there in the second. Every verb
that writes blocks until it is durable; its `_soon` twin gives a future instead, for those who must not wait.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from perinatal.care.turn import Turn
from perinatal.vault.keys import Cost, way_of_words
from perinatal.vault.reading import Head
from perinatal.vault.slots import Slots
from perinatal.vault.store import Store
from perinatal.vault.trouble import Locked
from perinatal.vault.unlocked import Unlocked
from perinatal.vault.words import plan_words
from perinatal.vault.writer import Writer


@dataclass(frozen=True, slots=True)
class Works:
    """What open plans share: where they are stored, who writes, and where the slow step runs."""

    store: Store
    writer: Writer
    slots: Slots
    cost: Cost


class Opened:
    """One person's hold on one open plan."""

    def __init__(self, plan: Unlocked, works: Works, let_go: Callable[[Unlocked], None]) -> None:
        self._held: Unlocked | None = plan
        self._works = works
        self._let_go = let_go

    @property
    def is_open(self) -> bool:
        """Whether it was neither locked nor forgotten."""
        return self._held is not None and self._held.is_open

    @property
    def plan_id(self) -> bytes:
        """Sixteen random bytes that are the same for everybody who holds this plan open. Not a secret, not a right."""
        return self._plan.id

    @property
    def turns(self) -> tuple[Turn, ...]:
        """All turns that are there, in the order they were said."""
        return self._plan.now.said.turns

    @property
    def head(self) -> Head:
        """How many turns were ever said, and the link of the last: what a printed copy can be checked against."""
        return self._plan.now.head

    def say(self, turn: Turn, instead_of: str | None = None) -> None:
        """Add a turn. When this returns, it is on the disk; the turn it stands in for, if there is one, is erased."""
        self.say_soon(turn, instead_of).result()

    def say_soon(self, turn: Turn, instead_of: str | None = None) -> Future[None]:
        """The same, done later; it cannot be cancelled, so that nothing said is dropped."""
        plan = self._plan
        return self._works.writer.save(plan, lambda: plan.say(turn, instead_of))

    def erase(self, turn: str) -> None:
        """Erase a turn's words from the plan and from the files. Its link stays, so the order can still be checked."""
        plan = self._plan
        self._works.writer.save(plan, lambda: plan.erase(turn)).result()
        self._works.writer.errand(self._works.store.scrub).result()

    def keep(self, words: str) -> None:
        """From now on these six words open the plan, and nothing else does."""
        self.keep_soon(words).result()

    def keep_soon(self, words: str) -> Future[None]:
        """The same, done later. Raises NotSixWords or Busy at once."""
        typed, plan, works = plan_words(words), self._plan, self._works

        def work() -> None:
            way = way_of_words(typed, works.store.pepper, works.cost)
            works.writer.errand(lambda: works.store.keep(plan.id, plan.new_door(way))).result()

        return works.slots.submit(work)

    def verify(self) -> None:
        """Read what is stored once more; raises Tampered if it is not what was kept."""
        plan = self._plan
        self._works.writer.errand(lambda: plan.check(self._works.store.rows(plan.id))).result()

    def forget(self) -> None:
        """Nobody can ever open this plan again, from any copy of the data. It is locked for all who hold it."""
        plan = self._plan

        def work() -> None:
            plan.now  # noqa: B018  somebody may have forgotten it a moment ago: then it is locked
            self._works.store.forget(plan.id)
            plan.wipe()

        self._works.writer.errand(work).result()
        self.close()

    def close(self) -> None:
        """Lock it. The keys go when the last hand lets go, after what is still being saved."""
        held, self._held = self._held, None
        if held is not None:
            self._let_go(held)

    @property
    def _plan(self) -> Unlocked:
        if self._held is None or not self._held.is_open:
            raise Locked
        return self._held
