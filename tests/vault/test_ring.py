"""The ring of locks."""

import os
from itertools import combinations

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from perinatal.care.audience import ONLY_ME, Audience
from perinatal.vault.ring import new_lock, open_ring, seal_ring
from perinatal.vault.sealing import BrokenSeal
from tests.vault.saying import TEAM

KEY = AESGCM(os.urandom(32))
PLAN = os.urandom(16)


def test_the_locks_come_back() -> None:
    locks = (new_lock(ONLY_ME), new_lock(TEAM))

    assert open_ring(seal_ring(locks, KEY, PLAN), KEY, PLAN) == locks


def test_the_length_does_not_tell_how_many_audiences_there_are() -> None:
    others = sorted(frozenset(Audience) - ONLY_ME)
    every = [ONLY_ME, *(frozenset(some) for size in (1, 2, 3) for some in combinations(others, size))]

    lengths = {len(seal_ring([new_lock(one) for one in every[:many]], KEY, PLAN)) for many in range(len(every) + 1)}

    assert len(every) == 8
    assert len(lengths) == 1


def test_a_ring_opens_for_no_other_plan() -> None:
    with pytest.raises(BrokenSeal):
        open_ring(seal_ring((), KEY, PLAN), KEY, os.urandom(16))


def test_what_python_shows_of_a_lock_is_no_key() -> None:
    lock = new_lock(TEAM)

    assert lock.key.hex() not in repr(lock)
    assert repr(lock.key) not in repr(lock)
