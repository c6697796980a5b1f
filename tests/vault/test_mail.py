"""What members leave: sealed for one plan, signed by one member, and taken in only where they may speak."""

import os
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from perinatal.care.audience import ONLY_ME, Audience
from perinatal.care.said import Answered
from perinatal.care.turn import Turn
from perinatal.vault import vault as vaults
from perinatal.vault.mail import read_mail, write_mail
from perinatal.vault.member import Member
from perinatal.vault.opened import Opened
from perinatal.vault.ring import Ring
from perinatal.vault.store import MailRow
from perinatal.vault.trouble import EnoughWaiting
from perinatal.vault.vault import Vault
from tests.vault.company import MIDWIFE, PEER, a_kept_plan, let_in, let_out, looked, show, suggested, visit
from tests.vault.saying import TEAM


@pytest.fixture
def opened(vault: Vault) -> Opened:
    return a_kept_plan(vault)


@pytest.fixture
def midwife(vault: Vault, opened: Opened) -> Member:
    member = vault.add_member(MIDWIFE)
    let_in(opened, member, "A")
    return member


def written(vault: Vault, member: Member, turn: Turn) -> MailRow:
    (grant,) = vault.grants(member)
    return write_mail(turn, grant, member.signing)


def read_by(opened: Opened, mail: MailRow) -> Turn | None:
    plan = opened._plan
    return read_mail(mail, plan.id, plan._safe.mail(), plan.now.ring)


def test_what_was_left_is_read_as_it_was_said(vault: Vault, opened: Opened, midwife: Member) -> None:
    for turn in (suggested(midwife), looked(midwife)):
        assert read_by(opened, written(vault, midwife, turn)) == turn


@pytest.mark.parametrize(
    "wider",
    [
        {"audience": TEAM | {Audience.BIRTH}},
        {"audience": frozenset({Audience.BIRTH})},
        {"audience": TEAM, "part": ""},
        {"audience": ONLY_ME},
        {"part": "B"},
        {"by": "0" * 32},
    ],
)
def test_a_member_speaks_to_the_parent_or_where_they_are_shown_and_nowhere_else(
    vault: Vault, opened: Opened, midwife: Member, wider: dict[str, object]
) -> None:
    turn = suggested(midwife).model_copy(update=wider)

    assert read_by(opened, written(vault, midwife, turn)) is None


def test_a_turn_no_member_may_say_is_not_read(vault: Vault, opened: Opened, midwife: Member) -> None:
    forged = suggested(midwife).model_copy(update={"said": Answered(question="A1", words="heron")})

    assert read_by(opened, written(vault, midwife, forged)) is None


def test_nobody_speaks_in_the_name_of_another(vault: Vault, opened: Opened, midwife: Member) -> None:
    peer = vault.add_member(PEER)
    let_in(opened, peer, "A")
    (grant,) = vault.grants(midwife)

    signed_by_another = write_mail(suggested(midwife), grant, peer.signing)
    own_grant_other_name = written(vault, peer, suggested(midwife))
    by_nobody = write_mail(suggested(midwife), grant, Ed25519PrivateKey.generate())

    for mail in (signed_by_another, own_grant_other_name, by_nobody):
        assert read_by(opened, mail) is None


def test_mail_for_another_plan_or_under_another_id_is_not_read(vault: Vault, opened: Opened, midwife: Member) -> None:
    other = vault.begin()[0]
    mail = written(vault, midwife, suggested(midwife))

    assert read_by(other, mail) is None
    assert read_by(opened, mail._replace(id=os.urandom(16))) is None


def test_mail_of_somebody_let_out_is_not_read(vault: Vault, opened: Opened, midwife: Member) -> None:
    mail = written(vault, midwife, suggested(midwife))

    let_out(opened, midwife)

    assert read_by(opened, mail) is None


@given(st.binary(max_size=600))
def test_whatever_lies_there_is_read_without_a_stumble(noise: bytes) -> None:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    assert read_mail(MailRow(bytes(16), noise), bytes(16), X25519PrivateKey.generate(), Ring()) is None


def test_what_was_taken_in_is_no_mail_any_more_and_stands_once(vault: Vault, opened: Opened, midwife: Member) -> None:
    (grant,) = vault.grants(midwife)
    mail = written(vault, midwife, suggested(midwife))
    again = written(vault, midwife, suggested(midwife))

    opened.change_soon(lambda draft: draft.take_in([mail, again])).result()
    opened.change_soon(lambda draft: draft.take_in([mail])).result()

    assert [turn.id for turn in opened.turns].count("s1") == 1
    assert vault._store.mail(grant.plan) == []


def test_a_member_cannot_take_the_place_of_a_turn_by_its_id(vault: Vault, opened: Opened, midwife: Member) -> None:
    before = opened.turns

    visit(vault, midwife).tell(suggested(midwife, id="t1"))

    assert opened.turns == before
    opened.verify()


@pytest.mark.parametrize("loses", ["a part", "everything"])
def test_what_waits_is_taken_in_before_its_writer_loses_anything(
    vault: Vault, opened: Opened, midwife: Member, loses: str
) -> None:
    (grant,) = vault.grants(midwife)
    vault._store.leave_mail(grant.plan, grant.id, written(vault, midwife, suggested(midwife)), 9)

    if loses == "a part":
        show(opened, midwife)
    else:
        let_out(opened, midwife)

    assert opened.turns[-1].id == "s1"
    assert vault._store.mail(grant.plan) == []


def test_more_than_there_is_room_for_is_not_taken(
    vault: Vault, opened: Opened, midwife: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vaults, "MOST_WORDS", 2)
    monkeypatch.setattr(vaults, "MOST_LOOKS", 3)
    looking = visit(vault, midwife)
    opened.close()
    vault._writer.errand(int).result()
    for id in ("s1", "s2"):
        looking.tell(suggested(midwife, id))

    with pytest.raises(EnoughWaiting):
        looking.tell(suggested(midwife, "s3"))
    looking.tell(looked(midwife))
    with pytest.raises(EnoughWaiting):
        looking.tell(looked(midwife, "l2"))


def test_a_grant_with_another_address_of_the_plan_is_of_no_use(vault: Vault, opened: Opened, midwife: Member) -> None:
    (grant,) = vault.grants(midwife)

    mail = write_mail(suggested(midwife), replace(grant, plan=os.urandom(16)), midwife.signing)

    assert read_by(opened, mail) is None
