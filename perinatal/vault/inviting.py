"""Invitations: six words, good once and for some days, with which somebody makes keys of their own. They open nothing.

What is stored of one is where it is found and, sealed, its last day. It says neither who made it nor for whom.
"""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from perinatal.vault.keys import Way, derive
from perinatal.vault.member import Member, member_behind, new_member
from perinatal.vault.sealing import BrokenSeal, place, seal, unseal
from perinatal.vault.slots import Slots
from perinatal.vault.store import Store
from perinatal.vault.words import plan_words
from perinatal.vault.writer import Writer


class Inviting:
    """Where invitations are made, and taken up."""

    def __init__(self, store: Store, writer: Writer, slots: Slots, way_of: Callable[[bytes], Way]) -> None:
        self._store, self._writer, self._slots, self._way_of = store, writer, slots, way_of

    def invite_soon(self, words: str, last: date) -> Future[None]:
        """An invitation behind these words, until the end of a day. Raises Busy at once."""
        typed = plan_words(words)

        def work() -> None:
            way = self._way_of(typed)
            sealed = seal(_key(way), last.toordinal().to_bytes(4, "big"), place(b"invitation", way.locator))
            self._writer.errand(lambda: self._store.invitations.put(way.locator, sealed)).result()

        return self._slots.submit(work)

    def accept_soon(self, words: str, own: str, today: date) -> Future[Member | None]:
        """A new member whom six words of their own open. Nobody has let them in anywhere.

        None if these words are no invitation, or it was taken up, or its last day is past: it looks the same. Of two
        who take one up at once, one is a member. Raises NotSixWords or Busy at once.
        """
        typed, new = plan_words(words), plan_words(own)

        def work() -> Member | None:
            way = self._way_of(typed)
            if not self._is_good(way, today):
                return None
            own_way = self._way_of(new)
            row = new_member(own_way)
            accepted = self._writer.errand(lambda: self._store.invitations.accept(way.locator, row)).result()
            return member_behind(row, own_way) if accepted else None

        return self._slots.submit(work)

    def _is_good(self, way: Way, today: date) -> bool:
        sealed = self._store.invitations.find(way.locator)
        if sealed is None:
            return False
        try:
            last = unseal(_key(way), sealed, place(b"invitation", way.locator))
        except BrokenSeal:
            return False
        return today.toordinal() <= int.from_bytes(last, "big")


def _key(way: Way) -> AESGCM:
    return AESGCM(derive(way.key, b"invitation"))
