"""A hand on an open plan: what can be said, taken away, kept, locked and forgotten while it is open.

Two browsers that open the same plan hold the same one: what is said in the first is there in the second. Every verb
that writes blocks until it is durable; its `_soon` twin gives a future instead, for those who must not wait.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial

from perinatal.care.turn import Turn
from perinatal.vault.doors import root_behind
from perinatal.vault.keys import Cost, Way, way_of_words
from perinatal.vault.link import NewLink, link_key, plain_code
from perinatal.vault.reading import Head
from perinatal.vault.ring import Guest
from perinatal.vault.slots import Slots
from perinatal.vault.store import Left, Store
from perinatal.vault.trouble import Locked
from perinatal.vault.unlocked import Step, Unlocked
from perinatal.vault.words import card_words, plan_words
from perinatal.vault.writer import Writer


@dataclass(frozen=True, slots=True)
class Works:
    """What open plans share: where they are stored, who writes, and where the slow step runs."""

    store: Store
    writer: Writer
    slots: Slots
    cost: Cost
    on_change: Callable[[bytes], None]
    """Told which plan says something new, and which member was let in somewhere; called on the writing thread."""
    change_locks: Callable[[Unlocked, Way, Callable[[Unlocked], None]], None]
    """Hands over the same plan with no key as it was, before the old is gone; called on the writing thread."""


@dataclass(frozen=True, slots=True)
class HandOut:
    """A link a parent wants to hand out: its secret, its code if any, the parts, and a copy of their words."""

    secret: bytes = field(repr=False)
    code: str = field(repr=False)
    parts: frozenset[str]
    words: bytes = field(repr=False)
    left: Left


class Opened:
    """One person's hold on one open plan."""

    def __init__(self, plan: Unlocked, works: Works, let_go: Callable[[Unlocked], None]) -> None:
        self._held: Unlocked | None = plan
        self._works = works
        self._let_go = let_go
        self._guard = threading.Lock()

    @property
    def is_open(self) -> bool:
        """Whether it was neither locked nor forgotten."""
        return self._held is not None and self._held.is_open

    @property
    def plan_id(self) -> bytes:
        """Sixteen random bytes that are the same for everybody who holds this plan open. Not a secret, not a right."""
        return self._plan.id

    @property
    def guests(self) -> tuple[Guest, ...]:
        """The members who are let in now, and the parts open to each."""
        return self._plan.now.ring.guests

    @property
    def links(self) -> dict[bytes, Left]:
        """The links of this plan that can be opened yet, each with how long."""
        return self._works.store.links_left([link.id for link in self._plan.now.ring.links])

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
        return self.change_soon(lambda draft: draft.say(turn, instead_of))

    def change_soon(self, *steps: Step) -> Future[None]:
        """Several steps as one change: all of it is on the disk when this is done, or none of it."""
        plan = self._plan
        return self._works.writer.save(plan, lambda: plan.change(*steps))

    def link_soon(self, hand_out: HandOut, *steps: Step) -> Future[None]:
        """Hand out a link, and do these steps in the same change; later. Raises Busy at once."""
        plan, works = self._plan, self._works

        def work() -> None:
            key = link_key(hand_out.secret, plain_code(hand_out.code), works.store.pepper, works.cost)
            new = NewLink(key, hand_out.parts, hand_out.words, hand_out.left)
            works.writer.save(plan, lambda: plan.change(lambda draft: draft.link(new), *steps)).result()

        return works.slots.submit(work)

    def take_in(self) -> Future[None] | None:
        """What members left for the parent becomes turns; None if nothing was left."""
        mail = self._works.store.mail(self._plan.id)
        return self.change_soon(lambda draft: draft.take_in(mail)) if mail else None

    def erase(self, turn: str) -> None:
        """Erase a turn's words from the plan and from the files. Its link stays, so the order can still be checked."""
        self.change_soon(lambda draft: draft.erase(turn)).result()
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

    def change_locks_soon(self, words: str) -> Future[None]:
        """Change every key: for when somebody may know the words. Only these six open it, here and from now on.

        Old words, an old copy of the data and every key that was ever given away open nothing. It is locked for all
        others who hold it. Members who were let in stay so. Raises NotSixWords or Busy at once.
        """
        typed, plan, works = plan_words(words), self._plan, self._works

        def work() -> None:
            way = way_of_words(typed, works.store.pepper, works.cost)
            works.writer.errand(lambda: works.change_locks(plan, way, partial(self._hold, plan))).result()

        return works.slots.submit(work)

    def is_opened_by_soon(self, words: str, other: str | None = None) -> Future[bool]:
        """Whether these words, or two cards together, open this plan. Raises NotSixWords or Busy at once."""
        typed, plan, works = card_words(words, other), self._plan, self._works

        def work() -> bool:
            way = way_of_words(typed, works.store.pepper, works.cost)
            row = works.store.find(way.locator)
            return row is not None and row.id == plan.id and bool(root_behind(row, way))

        return works.slots.submit(work)

    def add_side_door_soon(self, words: str, other: str, *steps: Step) -> Future[None]:
        """These two cards open the plan together from now on, and do so with these steps; one alone opens nothing.

        New plan words and new locks end that. Raises NotSixWords or Busy at once.
        """
        typed, works = card_words(words, other), self._works

        def work() -> None:
            way = way_of_words(typed, works.store.pepper, works.cost)
            self.change_soon(lambda draft: draft.put_side_door(way), *steps).result()

        return works.slots.submit(work)

    @property
    def has_side_door(self) -> bool:
        """Whether two cards open it now."""
        return self._works.store.has_side_door(self._plan.id)

    def links_soon(self) -> Future[tuple[bytes, ...]]:
        """The link of every turn ever said, in order, after all that is stored was checked once more.

        Raises Tampered if it is not what was kept.
        """
        plan, store = self._plan, self._works.store

        def work() -> tuple[bytes, ...]:
            rows = store.rows(plan.id)
            plan.check(rows)
            return tuple(row.link for row in rows)

        return self._works.writer.errand(work)

    def _hold(self, before: Unlocked, plan: Unlocked) -> None:
        with self._guard:
            closed = self._held is not before
            if not closed:
                self._held = plan
        if closed:  # somebody locked it while the locks were changed
            self._let_go(plan)

    def verify(self) -> None:
        """Read what is stored once more; raises Tampered if it is not what was kept."""
        plan = self._plan
        self._works.writer.errand(lambda: plan.check(self._works.store.rows(plan.id))).result()

    def forget(self) -> None:
        """Nobody can ever open this plan again, from any copy of the data. It is locked for all who hold it."""
        plan = self._plan

        def work() -> None:
            ring = plan.now.ring  # raises if somebody was quicker
            given = [*(guest.grant for guest in ring.guests), *(link.id for link in ring.links)]
            self._works.store.forget(plan.id, given)
            plan.wipe()
            self._works.on_change(plan.id)

        self._works.writer.errand(work).result()
        self.close()

    def close(self) -> None:
        """Lock it. The keys go when the last hand lets go, after what is still being saved."""
        with self._guard:
            held, self._held = self._held, None
        if held is not None:
            self._let_go(held)

    @property
    def _plan(self) -> Unlocked:
        if self._held is None or not self._held.is_open:
            raise Locked
        return self._held
