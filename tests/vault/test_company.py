"""Who is let in sees what is open to them and nothing else; who is let out sees nothing, from nothing they kept."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from perinatal.care.audience import ONLY_ME, Audience
from perinatal.vault.grants import make_grant, new_guest
from perinatal.vault.member import Member
from perinatal.vault.opened import Opened
from perinatal.vault.ring import Ring
from perinatal.vault.safe import Safe
from perinatal.vault.trouble import NotLetIn
from perinatal.vault.vault import Vault
from tests.vault.company import (
    MIDWIFE,
    PEER,
    a_kept_plan,
    for_team,
    let_in,
    let_out,
    looked,
    seen,
    show,
    suggested,
    until,
    visit,
)
from tests.vault.saying import CANARY, WORDS, a_turn, found

Start = Callable[[], Vault]


@pytest.fixture
def opened(vault: Vault) -> Opened:
    return a_kept_plan(vault)


@pytest.fixture
def midwife(vault: Vault) -> Member:
    return vault.add_member(MIDWIFE)


def test_a_member_opens_with_their_own_words_and_no_others(vault: Vault, midwife: Member) -> None:
    again = vault.sign_in_soon(MIDWIFE.upper()).result()

    assert again is not None
    assert (again.id, again.public) == (midwife.id, midwife.public)
    assert vault.sign_in_soon(PEER).result() is None
    assert vault.open(MIDWIFE) is None
    assert vault.grants(midwife) == []


def test_somebody_let_in_sees_the_parts_shown_to_them_and_nothing_else(
    vault: Vault, opened: Opened, midwife: Member
) -> None:
    let_in(opened, midwife, "A")

    assert seen(visit(vault, midwife)) == ["t1"]
    opened.say(for_team(4, "A"))
    opened.say(for_team(5, "C"))
    assert seen(visit(vault, midwife)) == ["t1", "t4"]
    show(opened, midwife, "A", "C")
    assert seen(visit(vault, midwife)) == ["t1", "t4", "t5"]
    assert visit(vault, midwife).turns()[0] == for_team(1, "A")


def test_being_let_in_shows_nothing_by_itself(vault: Vault, opened: Opened, midwife: Member) -> None:
    let_in(opened, midwife)

    assert seen(visit(vault, midwife)) == []


def test_who_is_let_in_as_something_else_sees_nothing_said_to_the_team(
    vault: Vault, opened: Opened, midwife: Member
) -> None:
    let_in(opened, midwife, "A", "B", audience=Audience.BIRTH)

    assert seen(visit(vault, midwife)) == []


def test_what_is_only_the_parents_is_open_to_nobody_whatever_they_are_shown(
    vault: Vault, opened: Opened, midwife: Member
) -> None:
    let_in(opened, midwife, "", "A", audience=Audience.ME)

    assert seen(visit(vault, midwife)) == []


def test_a_part_that_is_stopped_is_closed_to_one_and_stays_open_to_the_other(
    vault: Vault, opened: Opened, midwife: Member
) -> None:
    peer = vault.add_member(PEER)
    let_in(opened, midwife, "A", "B")
    let_in(opened, peer, "A", "B")
    before = opened.head

    show(opened, midwife, "B")

    assert seen(visit(vault, midwife)) == ["t2"]
    assert seen(visit(vault, peer)) == ["t1", "t2"]
    assert opened.head == before
    opened.verify()
    opened.say(for_team(6, "A"))
    assert seen(visit(vault, midwife)) == ["t2"]
    assert seen(visit(vault, peer)) == ["t1", "t2", "t6"]


def test_who_is_let_out_finds_no_way_back(vault: Vault, opened: Opened, midwife: Member) -> None:
    let_in(opened, midwife, "A")
    looking = visit(vault, midwife)
    assert seen(looking) == ["t1"]

    let_out(opened, midwife)

    assert vault.grants(midwife) == []
    assert not looking.is_open
    for attempt in (looking.turns, lambda: looking.parts, lambda: looking.tell(looked(midwife))):
        with pytest.raises(NotLetIn):
            attempt()


def test_a_grant_cannot_be_moved_to_another_member(vault: Vault, opened: Opened, midwife: Member, folder: Path) -> None:
    peer = vault.add_member(PEER)
    let_in(opened, midwife, "A")

    db = sqlite3.connect(folder / "plans.sqlite")
    assert db.execute("UPDATE granted SET member = ?", (peer.id,)).rowcount
    db.commit()
    db.close()

    assert vault.grants(peer) == []


def test_nobody_at_the_disk_can_let_anybody_in(opened: Opened, midwife: Member) -> None:
    """They know every public key and the plan's id, and can sign; but not with the plan's own key."""
    forger = Safe(opened.plan_id, bytearray(32), bytes(32))

    forger.put_on_all(Ring(seed=bytearray(32)))

    forged = make_grant(new_guest(midwife.id, midwife.public, Audience.TEAM, "D."), forger)

    assert midwife.read([forged]) == []


def test_words_left_while_the_parent_is_away_are_there_when_they_come_back(
    start: Start, vault: Vault, opened: Opened, midwife: Member
) -> None:
    let_in(opened, midwife, "A")
    opened.close()
    vault = start()
    visit(vault, midwife).tell(suggested(midwife))

    again = start().open(WORDS)

    assert again is not None
    assert again.turns[-1] == suggested(midwife)


def test_words_left_while_the_plan_is_open_are_there_at_once(vault: Vault, opened: Opened, midwife: Member) -> None:
    let_in(opened, midwife, "A")

    visit(vault, midwife).tell(suggested(midwife))

    assert opened.turns[-1] == suggested(midwife)
    assert seen(visit(vault, midwife)) == ["t1", "s1"]


@pytest.mark.parametrize("how", ["another part", "another's name", "changed on the disk"])
def test_what_a_member_may_not_say_is_never_in_the_plan(
    vault: Vault, opened: Opened, midwife: Member, folder: Path, start: Start, how: str
) -> None:
    let_in(opened, midwife, "A")
    peer = vault.add_member(PEER)
    said = {"another part": suggested(midwife, part="B"), "another's name": suggested(peer)}
    opened.close()
    vault = start()
    visit(vault, midwife).tell(said.get(how, suggested(midwife)))
    if how == "changed on the disk":
        db = sqlite3.connect(folder / "plans.sqlite")
        db.execute("UPDATE mail SET id = ?", (bytes(16),))
        db.commit()
        db.close()

    again = vault.open(WORDS)

    assert again is not None
    assert [turn.id for turn in again.turns] == ["t1", "t2", "t3"]
    assert vault._store.mail(again.plan_id) == []


def test_moved_to_fewer_people_older_words_are_closed_too(vault: Vault, opened: Opened, midwife: Member) -> None:
    let_in(opened, midwife, "A")

    opened.change_soon(lambda draft: draft.address({"t1": (ONLY_ME, "")})).result()

    assert seen(visit(vault, midwife)) == []
    assert opened.turns[0] == a_turn(1)
    opened.verify()


def test_each_change_is_told_with_nothing_but_the_ids_of_the_plan_and_of_whom_it_lets_in(
    vault: Vault, opened: Opened, midwife: Member
) -> None:
    told: list[bytes] = []
    vault.listen(told.append)

    let_in(opened, midwife, "A")
    visit(vault, midwife).tell(looked(midwife))
    opened.forget()

    assert told == [opened_id := told[0], midwife.id, opened_id, opened_id]
    assert len(opened_id) == 16


def test_a_plan_opens_again_with_everybody_who_was_let_in(
    start: Start, vault: Vault, opened: Opened, midwife: Member
) -> None:
    let_in(opened, midwife, "A", "B")
    show(opened, midwife, "A")
    opened.close()

    again = start().open(WORDS)

    assert again is not None
    assert [t.id for t in again.turns] == ["t1", "t2", "t3"]
    assert [(guest.member, guest.parts) for guest in again.guests] == [(midwife.id, until("A"))]


def test_nothing_about_members_or_what_they_left_is_readable_in_the_files(
    start: Start, vault: Vault, opened: Opened, midwife: Member, folder: Path
) -> None:
    opened.change_soon(
        lambda draft: draft.let_in(midwife.id, midwife.public, Audience.TEAM, CANARY),
        lambda draft: draft.show(midwife.id, until("A")),
    ).result()
    opened.close()
    vault = start()
    visit(vault, midwife).tell(suggested(midwife))

    assert found([CANARY, MIDWIFE, WORDS], folder) == []
    start()
    assert found([CANARY, MIDWIFE, WORDS], folder) == []


def test_two_members_cannot_read_what_the_other_left(vault: Vault, opened: Opened, midwife: Member) -> None:
    peer = vault.add_member(PEER)
    let_in(opened, midwife, "A")
    let_in(opened, peer, "B")

    visit(vault, midwife).tell(suggested(midwife))

    assert seen(visit(vault, peer)) == ["t2"]


def test_python_shows_no_key_of_a_member_or_a_grant(vault: Vault, opened: Opened, midwife: Member) -> None:
    let_in(opened, midwife, "A")
    (grant,) = vault.grants(midwife)

    shown = repr([midwife, grant, replace(grant, audience=Audience.BIRTH)])

    assert grant.key.hex() not in shown
    assert repr(grant.key) not in shown
    assert "D." not in shown
