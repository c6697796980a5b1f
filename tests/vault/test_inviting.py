"""An invitation makes one member, once, and opens nothing."""

import shutil
import sqlite3
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from perinatal.vault.member import Member
from perinatal.vault.sqlite_invitations import SWEEPS
from perinatal.vault.trouble import CouldNotKeep, NotSixWords
from perinatal.vault.vault import Vault
from tests.vault.company import MIDWIFE, PEER, TODAY
from tests.vault.saying import WORDS

Start = Callable[[], Vault]
INVITATION = "acorn bishop candle drawer ember fiddle"
LAST = TODAY + timedelta(days=7)


def invite(vault: Vault, words: str = INVITATION) -> None:
    vault.invitations.invite_soon(words, LAST).result()


def accept(vault: Vault, own: str = MIDWIFE, *, words: str = INVITATION, days: int = 0) -> Member | None:
    return vault.invitations.accept_soon(words, own, TODAY + timedelta(days=days)).result()


def members(vault: Vault) -> int:
    return len(vault.members())


def test_an_invitation_makes_a_member_nobody_has_let_in_anywhere(vault: Vault) -> None:
    invite(vault)

    made = accept(vault)

    known = vault.sign_in_soon(MIDWIFE).result()
    assert made is not None
    assert known is not None
    assert known.public == made.public
    assert vault.grants(known) == []


def test_the_words_of_an_invitation_open_no_plan_and_sign_nobody_in(vault: Vault) -> None:
    invite(vault)

    assert vault.open(INVITATION) is None
    assert vault.sign_in_soon(INVITATION).result() is None
    assert accept(vault) is not None
    assert vault.sign_in_soon(INVITATION).result() is None


def test_an_invitation_is_good_once(start: Start) -> None:
    invite(start())
    assert accept(start()) is not None

    assert accept(start(), PEER) is None

    assert members(start()) == 1
    assert start().sign_in_soon(PEER).result() is None


def test_new_words_make_a_new_member_and_change_none(vault: Vault) -> None:
    """Nobody's words can be set again: whoever lost theirs is somebody new, and is let in anew."""
    before = vault.add_member(PEER)
    rows = vault._store._plans.execute("SELECT * FROM member").fetchall()
    invite(vault)

    after = accept(vault)

    assert after is not None
    assert after.fingerprint != before.fingerprint
    assert set(rows) < set(vault._store._plans.execute("SELECT * FROM member").fetchall())
    assert vault.sign_in_soon(PEER).result() is not None


def test_it_is_good_on_its_last_day_and_not_on_the_next(vault: Vault) -> None:
    invite(vault)
    assert accept(vault, days=8) is None

    assert accept(vault, days=7) is not None


def test_plan_words_and_a_members_words_are_no_invitation(vault: Vault) -> None:
    opened, _ = vault.begin()
    opened.keep(WORDS)
    vault.add_member(PEER)

    assert accept(vault, words=WORDS) is None
    assert accept(vault, words=PEER) is None
    assert members(vault) == 1
    with pytest.raises(NotSixWords):
        vault.invitations.accept_soon("four words are few", MIDWIFE, TODAY)


def test_of_many_who_take_it_up_at_once_one_is_a_member(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have found it good before either took it."""
    invite(vault)
    together, find = threading.Barrier(2), vault._store.invitations.find

    def found_together(locator: bytes) -> bytes | None:
        found = find(locator)
        together.wait(timeout=10)
        return found

    monkeypatch.setattr(vault._store.invitations, "find", found_together)
    trying = [vault.invitations.accept_soon(INVITATION, own, TODAY) for own in (MIDWIFE, PEER)]

    made = [each.result() for each in trying]

    assert len([member for member in made if member]) == 1
    assert members(vault) == 1
    vault.sweep()
    assert halves(vault) == 1, "the half of the one who was late is gone"


def halves(vault: Vault) -> int:
    (count,) = vault._store._keys.execute("SELECT count(*) FROM half").fetchone()
    return count


def test_what_lies_in_the_file_says_neither_who_nor_when(vault: Vault, folder: Path) -> None:
    invite(vault)

    with sqlite3.connect(folder / "plans.sqlite") as db:
        (locator, sealed, sweeps), columns = db.execute("SELECT * FROM invitation").fetchone(), columns_of(db)

    assert columns == ["locator", "sealed", "sweeps"]
    assert (len(locator), sweeps) == (32, 0)
    assert LAST.toordinal().to_bytes(4, "big") not in sealed


def columns_of(db: sqlite3.Connection) -> list[str]:
    return [name for _, name, *_ in db.execute("PRAGMA table_info(invitation)")]


def test_one_that_nobody_takes_up_is_swept(vault: Vault) -> None:
    invite(vault)
    for _ in range(SWEEPS):
        vault._store.invitations.sweep()
    assert vault._store._plans.execute("SELECT count(*) FROM invitation").fetchone() == (1,)

    vault.sweep()

    assert accept(vault) is None
    assert vault._store._plans.execute("SELECT count(*) FROM invitation").fetchone() == (0,)


def test_a_last_day_that_somebody_wrote_over_makes_it_good_for_nothing(vault: Vault) -> None:
    invite(vault)
    vault._store._plans.execute("UPDATE invitation SET sealed = zeroblob(length(sealed))")

    assert accept(vault) is None


def test_where_nothing_can_be_kept_it_is_not_used_up(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_member: object) -> None:
        raise CouldNotKeep

    invite(vault)
    with monkeypatch.context() as at_work:
        at_work.setattr(vault._store.invitations._people, "add_row", full)
        with pytest.raises(CouldNotKeep):
            accept(vault)
    assert members(vault) == 0

    assert accept(vault) is not None


def test_a_used_one_in_an_old_copy_makes_at_most_a_member_nobody_let_in(start: Start, folder: Path) -> None:
    """Its row comes back with the copy. Its last day does not, and it still opens nothing."""
    invite(start())
    start().close()
    shutil.copy(folder / "plans.sqlite", folder.parent / "old")
    assert accept(start()) is not None
    start().close()

    shutil.copy(folder.parent / "old", folder / "plans.sqlite")

    assert accept(start(), PEER, days=8) is None
    again = accept(start(), PEER)
    assert again is not None
    assert start().grants(again) == []
    assert start().sign_in_soon(MIDWIFE).result() is None
