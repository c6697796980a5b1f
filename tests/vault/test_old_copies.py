"""An old copy of the plans is put back, or read: what a member or a link lost does not come back with it."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from perinatal.care.audience import ONLY_ME
from perinatal.vault.copies import Kind
from perinatal.vault.member import Member
from perinatal.vault.opened import Opened
from perinatal.vault.restoring import restore
from perinatal.vault.trouble import NotLetIn
from perinatal.vault.vault import Vault
from tests.vault.company import (
    MIDWIFE,
    PEER,
    TODAY,
    a_kept_plan,
    let_in,
    let_out,
    show,
)
from tests.vault.copying import NOW, backup
from tests.vault.links import CODE, hand_out, open_link, stop
from tests.vault.saying import OTHER_WORDS, WORDS

Start = Callable[[], Vault]


@pytest.fixture
def opened(vault: Vault) -> Opened:
    return a_kept_plan(vault)


@pytest.fixture
def midwife(vault: Vault) -> Member:
    return vault.add_member(MIDWIFE)


def test_an_old_copy_of_the_plans_opens_nothing_for_who_was_let_out(
    start: Start, folder: Path, vault: Vault, opened: Opened, midwife: Member
) -> None:
    """Also with the right words, and with the grant they had: its half went with it."""
    let_in(opened, midwife, "A")
    (grant,) = vault.grants(midwife)
    opened.close()
    start().close()
    shutil.copy(folder / "plans.sqlite", folder.parent / "old")
    vault = start()
    again = vault.open(WORDS)
    assert again is not None
    let_out(again, midwife)
    vault.close()

    shutil.copy(folder.parent / "old", folder / "plans.sqlite")
    vault = start()
    member = vault.sign_in_soon(MIDWIFE).result()
    assert member is not None
    assert vault.grants(member) == []
    with pytest.raises(NotLetIn):
        vault.visit(member, grant, lambda: TODAY).turns()


def test_what_was_forgotten_opens_for_no_member_from_an_old_copy(
    start: Start, folder: Path, vault: Vault, opened: Opened, midwife: Member
) -> None:
    let_in(opened, midwife, "A")
    (grant,) = vault.grants(midwife)
    opened.close()
    start().close()
    shutil.copy(folder / "plans.sqlite", folder.parent / "old")
    vault = start()
    again = vault.open(WORDS)
    assert again is not None
    again.forget()
    assert vault.grants(midwife) == []
    vault.close()

    shutil.copy(folder.parent / "old", folder / "plans.sqlite")
    vault = start()
    assert vault.open(WORDS) is None
    with pytest.raises(NotLetIn):
        vault.visit(midwife, grant, lambda: TODAY).turns()


def test_a_saved_guest_ring_opens_nothing_that_was_said_or_sealed_after(
    vault: Vault, opened: Opened, midwife: Member, folder: Path
) -> None:
    """Who keeps the keys they had finds that what they opened is no longer under them."""
    let_in(opened, midwife, "A")
    old = set(rows(folder))

    show(opened, midwife)

    new = set(rows(folder))
    assert len(new - old) == 1, "the turn in part A is under another lock"
    assert {lock for lock, _ in new - old}.isdisjoint(lock for lock, _ in old)


def rows(folder: Path) -> list[tuple[bytes, bytes]]:
    db = sqlite3.connect(folder / "plans.sqlite")
    found: list[tuple[bytes, bytes]] = db.execute("SELECT lock, sealed FROM turn ORDER BY n").fetchall()
    db.close()
    return found


@pytest.mark.parametrize("how", ["a part was stopped", "it was closed to them", "its last day was moved back"])
def test_what_a_member_lost_opens_from_no_old_copy_though_they_are_still_let_in(
    start: Start, folder: Path, vault: Vault, opened: Opened, midwife: Member, how: str
) -> None:
    """The half of a plan goes on, and so would the half of a grant: so there is another grant."""
    let_in(opened, midwife, "A", "B")
    (grant,) = vault.grants(midwife)
    opened.close()
    start().close()
    shutil.copy(folder / "plans.sqlite", folder.parent / "old")
    vault = start()
    again = vault.open(WORDS)
    assert again is not None
    match how:
        case "a part was stopped":
            show(again, midwife, "B")
        case "it was closed to them":
            again.change_soon(lambda draft: draft.address({"t1": (ONLY_ME, "")})).result()
        case _:
            show(again, midwife, "A", "B", day=TODAY)
    vault.close()

    shutil.copy(folder.parent / "old", folder / "plans.sqlite")
    vault = start()

    assert vault.grants(midwife) == []
    with pytest.raises(NotLetIn):
        vault.visit(midwife, grant, lambda: TODAY).turns()


@pytest.mark.parametrize("how", ["stopped", "used up", "out of tries", "over", "forgotten", "new locks"])
def test_a_link_that_is_over_comes_back_with_no_old_copy(
    start: Start, folder: Path, vault: Vault, opened: Opened, how: str
) -> None:
    """Its days, openings and tries are counted where no copy of the plans can turn them back."""
    secret = hand_out(opened, code=CODE, uses=1, tries=1, day=TODAY)
    opened.close()
    start().close()
    shutil.copy(folder / "plans.sqlite", folder.parent / "old")
    vault = start()
    again = vault.open(WORDS)
    assert again is not None
    match how:
        case "stopped":
            stop(again, secret)
        case "used up":
            assert open_link(vault, secret, CODE)
        case "out of tries":
            assert open_link(vault, secret, "wrong") is None
        case "over":
            vault.day(TODAY + timedelta(days=1))
            vault.sweep()
        case "forgotten":
            again.forget()
        case _:
            again.change_locks_soon(OTHER_WORDS).result()
    vault.close()

    shutil.copy(folder.parent / "old", folder / "plans.sqlite")

    assert open_link(start(), secret, CODE) is None


def test_todays_plans_with_keys_of_six_days_ago_open_what_was_there_and_let_in_nobody_who_was_let_out(
    start: Start, folder: Path, vault: Vault, opened: Opened, midwife: Member, tmp_path: Path
) -> None:
    """The keys were lost, and their copy is old. What began since is lost with them; what ended since stays ended."""
    let_in(opened, midwife, "A")
    gone, _ = vault.begin()
    gone.keep(OTHER_WORDS)
    keys = backup(folder, tmp_path / "keys", Kind.KEYS, NOW - timedelta(days=6))
    let_out(opened, midwife)
    gone.forget()
    new, _ = vault.begin()
    new.keep(PEER)
    start().close()
    plans = backup(folder, tmp_path / "plans")
    shutil.rmtree(folder)

    restore(plans, keys, folder, now=NOW)

    vault = start()
    again, member = vault.open(WORDS), vault.sign_in_soon(MIDWIFE).result()
    assert again is not None
    assert member is not None
    again.verify()
    assert [turn.id for turn in again.turns] == ["t1", "t2", "t3"]
    assert vault.grants(member) == []
    assert vault.open(OTHER_WORDS) is None
    assert vault.open(PEER) is None
