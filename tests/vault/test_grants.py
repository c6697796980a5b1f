"""A grant: sealed to one member, signed by one plan, for one half."""

import json
import os
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from perinatal.care.audience import Audience
from perinatal.vault.grants import SUITE, X25519PublicKey, make_grant, new_guest, open_grant, plan_id
from perinatal.vault.keys import way_of_secret
from perinatal.vault.member import Member, member_behind, new_member
from perinatal.vault.ring import Guest, Ring
from perinatal.vault.safe import SEED, Safe, signing_key
from perinatal.vault.sealing import BrokenSeal, pad
from perinatal.vault.store import GrantRow

WAY = way_of_secret(os.urandom(32), os.urandom(32))


def a_safe() -> Safe:
    seed = bytearray(os.urandom(SEED))
    safe = Safe(plan_id(signing_key(seed).public_key().public_bytes_raw()), bytearray(os.urandom(32)), os.urandom(32))
    safe.put_on_all(Ring(seed=seed))
    return safe


@pytest.fixture
def midwife() -> Member:
    return member_behind(new_member(WAY), WAY)


def guest(member: Member) -> Guest:
    return new_guest(member.id, member.public, Audience.TEAM, "D.")


def test_the_member_it_was_made_for_finds_the_plan_in_it(midwife: Member) -> None:
    safe, let_in = a_safe(), guest(midwife)

    (grant,) = midwife.read([make_grant(let_in, safe)])

    assert (grant.plan, grant.id, grant.name, grant.audience) == (safe.plan, let_in.grant, "D.", Audience.TEAM)
    assert grant.key == let_in.key
    assert grant.mail_to == safe.mail().public_key().public_bytes_raw()


def test_moved_changed_or_without_its_half_it_opens_nothing(midwife: Member) -> None:
    row, other = make_grant(guest(midwife), a_safe()), make_grant(guest(midwife), a_safe())
    wrong = [
        replace(row, id=other.id),
        replace(row, half=other.half),
        replace(row, sealed=other.sealed),
        replace(row, sealed=row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])),
        replace(row, sealed=b""),
    ]

    assert midwife.read(wrong) == []


def test_a_plan_signs_for_itself_and_for_no_other(midwife: Member) -> None:
    mine, other = a_safe(), a_safe()
    forger = Safe(mine.plan, bytearray(32), bytes(32))
    forger.put_on_all(Ring(seed=other._seed))

    assert midwife.read([make_grant(guest(midwife), forger)]) == []


def test_what_was_sealed_for_one_member_is_nothing_to_another(midwife: Member) -> None:
    other = member_behind(new_member(WAY), WAY)

    assert other.read([make_grant(guest(midwife), a_safe())]) == []
    mixed = replace(guest(midwife), public=midwife.public[:32] + other.public[32:])
    assert midwife.read([make_grant(mixed, a_safe())]) == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"{}", b'{"plan": 1}', b"\xff" * 64])
def test_whatever_a_made_up_plan_writes_is_read_without_a_stumble(midwife: Member, body: bytes) -> None:
    id, half = os.urandom(16), os.urandom(32)
    signing = Ed25519PrivateKey.generate()
    words = pad(signing.sign(b"grant" + id + body) + body)
    to = X25519PublicKey.from_public_bytes(midwife.public[:32])
    row = GrantRow(id, midwife.id, SUITE.encrypt(words, to, info=b"grant/v1" + id + half), b"", half)

    with pytest.raises(BrokenSeal):
        open_grant(row, midwife.sealing, midwife.public)
    assert midwife.read([row]) == []


def test_grants_are_of_one_length_whatever_somebody_is_called(midwife: Member) -> None:
    rows = [make_grant(replace(guest(midwife), name=name), a_safe()) for name in ("", "D.", "Somebody with a name")]

    assert len({len(row.sealed) for row in rows}) == 1
    assert json.dumps("D.").encode() not in rows[1].sealed
