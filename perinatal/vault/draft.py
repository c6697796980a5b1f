"""A change while it is being made: what the plan will say, and the rows that must be written for it, together."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from perinatal.care.audience import Audience
from perinatal.care.turn import Turn, as_addressed
from perinatal.vault import chain
from perinatal.vault.grants import guest_ring, make_grant, new_guest
from perinatal.vault.keys import Way
from perinatal.vault.link import Envelope, NewLink, seal_link
from perinatal.vault.mail import read_mail
from perinatal.vault.now import Around, Now
from perinatal.vault.reading import SALT, Said, erased_row, seal_head, turn_place, written
from perinatal.vault.ring import Guest, Handed, Lock, Meaning, Ring, new_lock, seal_ring
from perinatal.vault.safe import SEED, Safe
from perinatal.vault.sealing import pad, seal
from perinatal.vault.store import Change, Door, ErasedRow, GrantRow, LinkRow, MailRow, SealedRow, TurnRow
from perinatal.vault.trouble import AlreadySaid, NoSuchTurn, NotLetIn

T = TypeVar("T")


class Draft:
    """Steps to one change. Each step leaves it whole: all of it is written, or nothing."""

    def __init__(self, now: Now, safe: Safe, around: Around) -> None:
        self.now = now
        self._before = now.ring
        self._safe, self._around = safe, around
        self._said: list[TurnRow] = []
        self._erased: list[ErasedRow] = []
        self._resealed: dict[int, SealedRow] = {}
        self._granted: list[GrantRow] = []
        self._ended: list[bytes] = []
        self._mail_read: set[bytes] = set()
        self._linked: list[LinkRow] = []
        self._unlinked: list[bytes] = []
        self._side_door: Door | None = None
        self._no_side_door = False

    def say(self, turn: Turn, instead_of: str | None = None) -> None:
        """Add this turn, and erase the one it replaces. Saying the same turn twice adds it once."""
        known = next((t for t in self.now.said.turns if t.id == turn.id), None)
        if known is not None:
            if known != turn:
                raise AlreadySaid
            return
        erased = _number(self.now.said, instead_of) if instead_of else None
        self.say_all((turn,))
        if erased is not None:
            self._erase(erased)

    def say_all(self, turns: Sequence[Turn]) -> None:
        """Add these turns, none of which is there, in this order."""
        said, head, plan, rows = self.now.said, self.now.head, self._safe.plan, list[TurnRow]()
        salts = [os.urandom(SALT) for _ in turns]
        for turn, salt in zip(turns, salts, strict=True):
            lock, words, n = self._lock_for((turn.audience, turn.part)), written(turn, salt), head.n + 1
            rows.append(TurnRow(n, lock.id, self._seal(words, n, lock), chain.link(plan, n, head.link, words)))
            head = head._replace(n=n, link=rows[-1].link)
        numbers = (row.n for row in rows)
        self._now(said=Said((*said.turns, *turns), (*said.numbers, *numbers), (*said.salts, *salts)), head=head)
        self._said.extend(rows)

    def erase(self, turn: str) -> None:
        """Erase this turn's words, and leave its link."""
        number = _number(self.now.said, turn)
        if number is None:
            raise NoSuchTurn
        self._erase(number)

    def let_in(self, member: bytes, public: bytes, audience: Audience, name: str) -> None:
        """Let a member in, under a key of their own. They are shown nothing yet."""
        guest = new_guest(member, public, audience, name)
        self._ring(guests=(*self.now.ring.guests, guest))
        self._grant(guest)

    def show(self, member: bytes, parts: Mapping[str, date]) -> None:
        """From now on this member is shown these parts, each until its last day.

        What they lose is sealed again, under locks they never had; and their way in is another one from then on, so
        that the old one leads nowhere, in old copies of the data too.
        """
        guest = self._guest(member)
        seen = replace(guest, parts=dict(parts))
        loses = any(part not in parts or parts[part] < until for part, until in guest.parts.items())
        if loses:
            self._take_in_waiting()
        self._replace(guest, seen)
        if loses:
            self._grant_anew([seen])
            lost = [lock for lock in self.now.ring.locks if guest.may_open(lock) and not seen.may_open(lock)]
            self._change_locks(lost)

    def let_out(self, member: bytes) -> None:
        """End this member's grant, and seal again whatever they could open."""
        guest = self._guest(member)
        self._take_in_waiting()
        self._ring(guests=tuple(g for g in self.now.ring.guests if g.grant != guest.grant))
        self._change_locks([lock for lock in self.now.ring.locks if guest.may_open(lock)])
        self._ended.append(guest.grant)

    def link(self, new: NewLink) -> None:
        """Hand out a link to a copy of these words. It tells the parent, by a key of its own, when it is opened."""
        seed, half, mail_to = os.urandom(SEED), os.urandom(32), self._safe.mail().public_key().public_bytes_raw()
        envelope = Envelope(self._safe.plan, mail_to, seed, new.parts, new.words)
        handed = Handed(new.key.id, envelope.signing.public_key().public_bytes_raw())
        self._ring(links=(*self.now.ring.links, handed))
        self._linked.append(seal_link(envelope, new, half))

    def unlink(self, *links: bytes) -> None:
        """These links open nothing any more. Who opened one before is taken in first."""
        self._take_in_waiting()
        self._ring(links=tuple(link for link in self.now.ring.links if link.id not in links))
        self._unlinked.extend(links)

    def address(self, meanings: Mapping[str, Meaning]) -> None:
        """These turns are for others now; sealed again, so that those who lost them find nothing, in old copies too."""
        left: set[Meaning] = set()
        losing: dict[bytes, Guest] = {}
        for id, (audience, part) in meanings.items():
            at = next((i for i, t in enumerate(self.now.said.turns) if t.id == id), None)
            if at is None:
                raise NoSuchTurn
            known = self.now.said.turns
            new, old = self._lock_for((audience, part)), self._lock_for((known[at].audience, known[at].part))
            lost_by = [g for g in self.now.ring.guests if g.may_open(old) and not g.may_open(new)]
            losing.update({guest.grant: guest for guest in lost_by})
            left |= {old.meaning} if lost_by else set[Meaning]()
            moved = known[at].model_copy(update={"audience": audience, "part": part})
            self._now(said=replace(self.now.said, turns=(*known[:at], moved, *known[at + 1 :])))
            self._reseal(at)
        self._grant_anew(losing.values())
        self._change_locks([lock for lock in self.now.ring.locks if lock.meaning in left])

    def put_side_door(self, way: Way) -> None:
        """From now on this way opens the plan as well; the side door of before is gone."""
        self._side_door, self._no_side_door = self._safe.door(way), False

    def take_side_door_away(self) -> None:
        """There is no second door from now on."""
        self._side_door, self._no_side_door = None, True

    def take_in(self, mail: Sequence[MailRow]) -> None:
        """What members left becomes turns, oldest first. What nobody let in could have said is put away unread."""
        own = self._safe.mail()
        turns = [turn for row in mail if (turn := read_mail(row, self._safe.plan, own, self.now.ring))]
        known = {turn.id for turn in self.now.said.turns}
        for turn in sorted(turns, key=lambda turn: turn.at):
            if turn.id not in known:
                self.say(as_addressed(turn, self.now.said.turns))
                known.add(turn.id)
        self._mail_read |= {row.id for row in mail}

    def change(self) -> Change:
        """All of it, to be written together."""
        ring, own, plan = self.now.ring, self._safe.own, self._safe.plan
        changed = ring != self._before
        return Change(
            plan,
            seal_head(self.now.head, own, plan),
            ring=seal_ring(ring, own, plan) if changed else None,
            erased=tuple(self._erased),
            said=tuple(self._said),
            resealed=tuple(self._resealed.values()),
            granted=tuple(self._granted),
            guest_rings=tuple(self._guest_rings()) if changed else (),
            ended=tuple(self._ended),
            mail_read=tuple(self._mail_read),
            linked=tuple(self._linked),
            unlinked=tuple(self._unlinked),
            side_door=self._side_door,
            no_side_door=self._no_side_door,
        )

    def change_all_locks(self, safe: Safe) -> None:
        """Leave no key as it was: all is sealed again in this safe, guests get another way in, and links are over."""
        self.unlink(*(link.id for link in self.now.ring.links))
        self._safe, erased = safe, set(range(1, self.now.head.n + 1)).difference(self.now.said.numbers)
        self._before = Ring()  # so that the ring is sealed again even if nothing is in it
        self._ring(locks=(), seed=bytearray(self.now.ring.seed))
        safe.put_on_all(self.now.ring)
        for at in range(len(self.now.said.turns)):
            self._reseal(at)
        self._erased = [erased_row(safe.plan, number, safe.own) for number in sorted(erased)]
        self._grant_anew(self.now.ring.guests)

    def _guest_rings(self) -> Iterable[tuple[bytes, bytes]]:
        """The rings of those guests who may open something else than before."""
        halves = {row.id: row.half for row in self._granted}
        for guest in self.now.ring.guests:
            before = self._before.guest(guest.grant)
            had = [lock for lock in self._before.locks if before and before.may_open(lock)]
            has = [lock for lock in self.now.ring.locks if guest.may_open(lock)]
            if before is None or had != has or before.parts != guest.parts:
                row = self._around.grant(guest.grant)
                half = halves.get(guest.grant) or (row.half if row else None)
                if half:  # without one the grant is over, whatever the ring still says
                    yield guest.grant, guest_ring(guest, self.now.ring.locks, half)

    def _grant(self, guest: Guest) -> None:
        self._safe.remember(guest)
        self._granted.append(make_grant(guest, self._safe))

    def _grant_anew(self, guests: Iterable[Guest]) -> None:
        """Another way in for each of these, to what they may open now. The one they had is over."""
        for guest in list(guests):
            again = replace(new_guest(guest.member, guest.public, guest.audience, guest.name), parts=guest.parts)
            self._replace(guest, again)
            self._grant(again)
            self._ended.append(guest.grant)

    def _replace(self, guest: Guest, by: Guest) -> None:
        self._ring(guests=tuple(by if g.grant == guest.grant else g for g in self.now.ring.guests))

    def _take_in_waiting(self) -> None:
        """What members left is taken in before any of them loses something: who looked is never lost."""
        self.take_in(self._around.mail(self._safe.plan))

    def _change_locks(self, old: Sequence[Lock]) -> None:
        """New locks that mean the same as these; what was sealed under the old ones is sealed again."""
        new = {lock.id: new_lock(*lock.meaning) for lock in old}
        for lock in new.values():
            self._safe.put_on(lock)
        self._ring(locks=tuple(new.get(lock.id, lock) for lock in self.now.ring.locks))
        meanings = {lock.meaning for lock in old}
        for at, turn in enumerate(self.now.said.turns):
            if (turn.audience, turn.part) in meanings:
                self._reseal(at)

    def _reseal(self, at: int) -> None:
        said = self.now.said
        turn, n = said.turns[at], said.numbers[at]
        lock = self._lock_for((turn.audience, turn.part))
        self._resealed[n] = SealedRow(n, lock.id, self._seal(written(turn, said.salts[at]), n, lock))

    def _erase(self, number: int) -> None:
        said = self.now.said
        at = said.numbers.index(number)
        self._resealed.pop(number, None)
        self._erased.append(erased_row(self._safe.plan, number, self._safe.own))
        self._now(
            said=Said(_less(said.turns, at), _less(said.numbers, at), _less(said.salts, at)),
            head=self.now.head._replace(erased=self.now.head.erased + 1),
        )

    def _seal(self, words: bytes, n: int, lock: Lock) -> bytes:
        key = self._safe.key(lock.id)
        assert key is not None  # noqa: S101  every lock of the ring was put on
        return seal(key, pad(words), turn_place(self._safe.plan, n, lock.id))

    def _lock_for(self, meaning: Meaning) -> Lock:
        lock = self.now.ring.lock(meaning)
        if lock is None:
            lock = new_lock(*meaning)
            self._safe.put_on(lock)
            self._ring(locks=(*self.now.ring.locks, lock))
        return lock

    def _guest(self, member: bytes) -> Guest:
        for guest in self.now.ring.guests:
            if guest.member == member:
                return guest
        raise NotLetIn

    def _ring(self, **parts: Any) -> None:
        self._now(ring=replace(self.now.ring, **parts))

    def _now(self, **parts: Any) -> None:
        self.now = replace(self.now, **parts)


def _number(said: Said, turn: str) -> int | None:
    pairs = zip(reversed(said.turns), reversed(said.numbers), strict=True)
    return next((number for known, number in pairs if known.id == turn), None)


def _less(things: tuple[T, ...], at: int) -> tuple[T, ...]:
    return things[:at] + things[at + 1 :]
