"""The ring of locks."""

import os
from datetime import date

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from perinatal.care.audience import ONLY_ME, Audience
from perinatal.vault.ring import (
    Guest,
    GuestRing,
    Ring,
    new_lock,
    open_guest_ring,
    open_ring,
    seal_guest_ring,
    seal_ring,
)
from perinatal.vault.sealing import BrokenSeal
from tests.vault.saying import TEAM

KEY = AESGCM(os.urandom(32))
PLAN = os.urandom(16)


def a_guest(*parts: str) -> Guest:
    who = os.urandom(16), os.urandom(16), os.urandom(64), Audience.TEAM, "D."
    return Guest(*who, bytearray(32), dict.fromkeys(parts, date(2026, 11, 2)))


def test_the_locks_and_guests_come_back() -> None:
    ring = Ring((new_lock(ONLY_ME), new_lock(TEAM, "A")), (a_guest("A", "goals"), a_guest()), bytearray(32))

    assert open_ring(seal_ring(ring, KEY, PLAN), KEY, PLAN) == ring


def test_the_length_does_not_tell_how_much_is_shared_or_with_how_many() -> None:
    parts = [*"ABCDEFGHIJKLMNOPQRSTUVWX", "topics", "goals"]
    rings = [
        Ring(),
        Ring((new_lock(ONLY_ME),)),
        Ring(tuple(new_lock(TEAM, p) for p in parts), tuple(a_guest(*parts) for _ in range(10))),
    ]

    assert len({len(seal_ring(ring, KEY, PLAN)) for ring in rings}) == 1


def test_a_ring_opens_for_no_other_plan() -> None:
    with pytest.raises(BrokenSeal):
        open_ring(seal_ring(Ring(), KEY, PLAN), KEY, os.urandom(16))


def test_a_guest_opens_what_is_for_them_in_the_parts_they_are_shown_and_nothing_else() -> None:
    guest = a_guest("A")

    assert guest.may_open(new_lock(TEAM, "A"))
    assert guest.may_open(new_lock(TEAM | {Audience.BIRTH}, "A"))
    assert not guest.may_open(new_lock(TEAM, "B"))
    assert not guest.may_open(new_lock(TEAM))
    assert not guest.may_open(new_lock(frozenset({Audience.BIRTH}), "A"))
    assert not guest.may_open(new_lock(ONLY_ME, "A"))


def test_a_guest_ring_holds_what_it_was_given_and_opens_for_no_other_grant() -> None:
    held, grant = GuestRing((new_lock(TEAM, "A"),), {"A": date(2026, 11, 2)}), os.urandom(16)
    sealed = seal_guest_ring(held, KEY, grant)

    assert open_guest_ring(sealed, KEY, grant) == held
    with pytest.raises(BrokenSeal):
        open_guest_ring(sealed, KEY, os.urandom(16))


def test_what_python_shows_of_a_lock_is_no_key() -> None:
    lock = new_lock(TEAM)

    assert lock.key.hex() not in repr(lock)
    assert repr(lock.key) not in repr(lock)


def test_what_had_its_last_day_is_closed_on_the_next_one_and_takes_its_locks_along() -> None:
    monday = date(2026, 11, 2)
    a, b = new_lock(TEAM, "A"), new_lock(TEAM, "B")
    ring = GuestRing((a, b), {"A": monday, "B": date(2026, 11, 9)})

    assert ring.on(monday) == ring
    assert ring.on(date(2026, 11, 3)) == GuestRing((b,), {"B": date(2026, 11, 9)})
    assert ring.on(date(2027, 1, 1)) == GuestRing()
