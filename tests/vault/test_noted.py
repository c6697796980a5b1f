"""What a member notes for themselves: nobody else reads it, and it goes when they are let out."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from perinatal.vault.member import Member
from perinatal.vault.noted import Listed, Note
from perinatal.vault.opened import Opened
from perinatal.vault.vault import Vault
from tests.vault.company import FAR, MIDWIFE, PEER, TODAY, a_kept_plan, let_in, let_out, show, until
from tests.vault.saying import WORDS

Start = Callable[[], Vault]
MINE = Note("ZQX-note-1 Tue 10:15", frozenset("A"))


@pytest.fixture
def opened(vault: Vault) -> Opened:
    return a_kept_plan(vault)


@pytest.fixture
def midwife(vault: Vault, opened: Opened) -> Member:
    member = vault.add_member(MIDWIFE)
    let_in(opened, member, "A")
    return member


def only(vault: Vault, member: Member) -> Listed:
    (one,) = vault.worklist(member, TODAY)
    return one


def note(vault: Vault, member: Member, said: Note = MINE) -> None:
    vault.note(member, only(vault, member).grant, lambda _: said)


def test_a_note_is_there_for_this_member_after_a_restart(start: Start, vault: Vault, midwife: Member) -> None:
    note(vault, midwife)

    assert only(start(), midwife).note == MINE


def test_a_list_says_which_parts_are_open_and_until_when(vault: Vault, opened: Opened, midwife: Member) -> None:
    assert only(vault, midwife).note == Note()
    assert only(vault, midwife).parts == until("A")
    show(opened, midwife, "A", "B", day=TODAY)
    assert only(vault, midwife).parts == until("A", "B", day=TODAY)

    (over,) = vault.worklist(midwife, TODAY + timedelta(days=1))

    assert over.parts == {}


def test_no_word_of_a_note_lies_in_any_file_and_its_length_tells_little(
    start: Start, folder: Path, vault: Vault, midwife: Member
) -> None:
    note(vault, midwife, Note())
    note(vault, midwife)
    (short,) = vault._store._plans.execute("SELECT length(note) FROM granted").fetchone()
    note(vault, midwife, replace(MINE, words=MINE.words * 10))
    (long,) = vault._store._plans.execute("SELECT length(note) FROM granted").fetchone()
    start().close()

    assert short == long
    for file in folder.iterdir():
        assert b"ZQX" not in file.read_bytes()


def test_a_note_goes_with_the_grant_and_no_old_copy_of_the_plans_brings_it_back(
    start: Start, folder: Path, vault: Vault, opened: Opened, midwife: Member
) -> None:
    note(vault, midwife)
    opened.close()
    start().close()
    shutil.copy(folder / "plans.sqlite", folder.parent / "old")
    again = start().open(WORDS)
    assert again is not None
    vault = start()
    again = vault.open(WORDS)
    assert again is not None
    let_out(again, midwife)
    assert vault._store._plans.execute("SELECT count(*) FROM granted").fetchone() == (0,)
    let_in(again, midwife, "A")
    assert only(vault, midwife).note == Note()
    vault.close()

    shutil.copy(folder.parent / "old", folder / "plans.sqlite")

    assert start().worklist(midwife, TODAY) == []


def test_a_note_goes_on_with_another_way_in(vault: Vault, opened: Opened, midwife: Member) -> None:
    """A part is stopped, and all locks are changed: each time the member gets another grant."""
    show(opened, midwife, "A", "B")
    before = only(vault, midwife).grant
    note(vault, midwife)

    show(opened, midwife, "A")
    assert only(vault, midwife).note == MINE
    opened.change_locks_soon(WORDS).result()
    assert only(vault, midwife).note == MINE

    vault.note(midwife, before, lambda _: Note("later"))

    assert only(vault, midwife).note == Note("later")


def test_nobody_else_writes_or_reads_a_note(vault: Vault, opened: Opened, midwife: Member) -> None:
    peer = vault.add_member(PEER)
    let_in(opened, peer, "A")
    note(vault, midwife)
    theirs = only(vault, midwife).grant

    vault.note(peer, theirs, lambda _: Note("another's"))

    assert only(vault, midwife).note == MINE
    vault._store._plans.execute("UPDATE granted SET note = (SELECT note FROM granted WHERE id = ?)", (theirs.id,))
    assert only(vault, peer).note == Note()


def test_a_note_on_what_is_over_is_written_nowhere(vault: Vault, opened: Opened, midwife: Member) -> None:
    grant = only(vault, midwife).grant
    let_out(opened, midwife)

    vault.note(midwife, grant, lambda _: MINE)

    assert vault.worklist(midwife, TODAY) == []


def test_a_member_is_told_when_they_are_let_in_somewhere(vault: Vault, opened: Opened) -> None:
    member, heard = vault.add_member(MIDWIFE), list[bytes]()
    vault.listen(heard.append)

    let_in(opened, member, "A", day=FAR)
    assert heard.count(member.id) == 1
    show(opened, member, "A", "B")

    assert heard.count(member.id) == 1
    assert opened.plan_id in heard
