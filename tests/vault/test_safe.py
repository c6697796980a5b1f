"""The keys of an open plan, and that they are gone when it closes."""

import os

import pytest

from perinatal.care.audience import Audience
from perinatal.vault.grants import new_guest
from perinatal.vault.keys import way_of_secret
from perinatal.vault.ring import Ring, new_lock
from perinatal.vault.safe import SEED, Safe, signing_key
from perinatal.vault.unlocked import Unlocked, new_plan
from tests.vault.saying import TEAM, a_turn

PLAN = os.urandom(16)


def a_ring() -> Ring:
    guest = new_guest(os.urandom(16), os.urandom(64), Audience.TEAM, "D.")
    return Ring((new_lock(TEAM, "A"),), (guest,), bytearray(os.urandom(SEED)))


def test_it_holds_the_key_of_each_lock_that_was_put_on_and_no_other() -> None:
    safe, ring = Safe(PLAN, bytearray(os.urandom(32)), os.urandom(32)), a_ring()
    safe.put_on_all(ring)

    assert safe.key(ring.locks[0].id) is not None
    assert safe.says(ring.locks[0].id) == ring.locks[0].says()
    assert safe.key(new_lock(TEAM, "A").id) is None


def test_wiped_it_has_no_key_and_every_secret_is_overwritten() -> None:
    root, ring = bytearray(os.urandom(32)), a_ring()
    safe = Safe(PLAN, root, os.urandom(32))
    safe.put_on_all(ring)

    safe.wipe()

    secrets = [root, ring.seed, ring.locks[0].key, ring.guests[0].key]
    assert [bytes(secret) for secret in secrets] == [bytes(32)] * 4
    assert safe.key(ring.locks[0].id) is None
    with pytest.raises(KeyError):
        _ = safe.own


def test_keys_made_for_a_change_are_wiped_with_the_rest_even_if_it_was_never_written() -> None:
    row, root = new_plan(way_of_secret(os.urandom(32), os.urandom(32)))
    plan = Unlocked(row, root, ())
    plan.change(
        lambda draft: draft.say(a_turn(1, audience=TEAM)),
        lambda draft: draft.let_in(os.urandom(16), _public(), Audience.TEAM, "D."),
    )
    ring = plan._next.ring
    plan.go_back()

    plan.wipe()

    assert [bytes(lock.key) for lock in ring.locks] == [bytes(32)]
    assert [bytes(guest.key) for guest in ring.guests] == [bytes(32)]


def _public() -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.generate().public_key().public_bytes_raw() + os.urandom(32)


def test_a_plan_without_its_seed_signs_nothing() -> None:
    with pytest.raises(ValueError, match="signs nothing"):
        Safe(PLAN, bytearray(32), bytes(32)).signing()
    with pytest.raises(ValueError, match="signs nothing"):
        signing_key(bytearray())
