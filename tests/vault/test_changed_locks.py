"""The words are lost, or somebody may know them: every key is changed, and what was before opens nothing."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from perinatal.vault.mail import write_mail
from perinatal.vault.opened import Opened
from perinatal.vault.trouble import CouldNotKeep, Locked, NotLetIn, NotSixWords
from perinatal.vault.unlocked import Unlocked
from perinatal.vault.vault import Vault
from tests.vault.company import MIDWIFE, TODAY, a_kept_plan, for_team, let_in, seen, suggested, visit
from tests.vault.saying import CANARY, OTHER_WORDS, WORDS, a_turn, found

Start = Callable[[], Vault]


def copied(folder: Path, to: Path, *names: str) -> None:
    """The files with these names as they lie, and none of the same names that lay there before."""
    to.mkdir(exist_ok=True)
    for name in names:
        for old in to.glob(f"{name}.sqlite*"):
            old.unlink()
        for path in folder.glob(f"{name}.sqlite*"):
            shutil.copy(path, to / path.name)


@pytest.fixture
def opened(vault: Vault) -> Opened:
    opened = a_kept_plan(vault)
    opened.say(for_team(4, "A", "taken out"))
    opened.erase("t4")
    return opened


def test_the_new_words_open_the_same_plan_and_the_old_ones_nothing(start: Start, vault: Vault, opened: Opened) -> None:
    turns, head, id = opened.turns, opened.head, opened.plan_id

    opened.change_locks_soon(OTHER_WORDS).result()

    assert (opened.turns, opened.head, opened.plan_id) == (turns, head, id)
    opened.verify()
    opened.say(for_team(5, "A"))
    assert vault.open(WORDS) is None
    again = start().open(OTHER_WORDS)
    assert again is not None
    assert [turn.id for turn in again.turns] == ["t1", "t2", "t3", "t5"]
    again.verify()
    again.erase("t5")


@pytest.mark.parametrize("back", ["plans", "keys"])
def test_old_words_with_an_old_copy_of_either_file_open_nothing(
    start: Start, folder: Path, tmp_path: Path, vault: Vault, opened: Opened, back: str
) -> None:
    opened.close()
    vault.close()
    copied(folder, tmp_path / "old", "plans", "keys")
    vault = start()
    again = vault.open(WORDS)
    assert again is not None
    again.change_locks_soon(OTHER_WORDS).result()
    vault.close()

    copied(tmp_path / "old", folder, back)
    vault = start()

    assert vault.open(WORDS) is None
    assert vault.open(OTHER_WORDS) is None


def test_who_held_it_open_with_the_old_words_is_locked_out_at_once(vault: Vault, opened: Opened) -> None:
    thief = vault.open(WORDS)
    assert thief is not None
    root = thief._plan._safe._root

    opened.change_locks_soon(OTHER_WORDS).result()

    assert not thief.is_open
    for attempt in (lambda: thief.turns, lambda: thief.say(a_turn(9)), lambda: thief.keep(WORDS), thief.forget):
        with pytest.raises(Locked):
            attempt()
    thief.close()
    assert root == bytearray(32)
    assert opened.is_open
    assert len(opened.turns) == 3


def test_those_who_were_let_in_stay_so_and_what_they_left_is_there(vault: Vault, opened: Opened) -> None:
    midwife = vault.add_member(MIDWIFE)
    let_in(opened, midwife, "A")
    looking, (before,) = visit(vault, midwife), vault.grants(midwife)
    mail = write_mail(suggested(midwife), before, midwife.signing)
    vault._store.leave_mail(opened.plan_id, before.id, mail, 9)

    opened.change_locks_soon(OTHER_WORDS).result()

    (after,) = vault.grants(midwife)
    assert (after.plan, after.name, after.audience) == (before.plan, "D.", before.audience)
    assert (after.id, after.key, after.mail_to) != (before.id, before.key, before.mail_to)
    assert seen(looking) == ["t1", "s1"]
    looking.tell(suggested(midwife, "s2"))
    assert seen(looking) == ["t1", "s1", "s2"]
    assert (looking.grant, looking.granted) == (before, after)


def test_a_grant_from_before_opens_nothing_in_an_old_copy(
    start: Start, folder: Path, tmp_path: Path, vault: Vault, opened: Opened
) -> None:
    midwife = vault.add_member(MIDWIFE)
    let_in(opened, midwife, "A")
    (grant,) = vault.grants(midwife)
    opened.close()
    vault.close()
    copied(folder, tmp_path / "old", "plans")
    vault = start()
    again = vault.open(WORDS)
    assert again is not None
    again.change_locks_soon(OTHER_WORDS).result()
    vault.close()

    copied(tmp_path / "old", folder, "plans")
    vault = start()

    assert vault.grants(midwife) == []
    with pytest.raises(NotLetIn):
        vault.visit(midwife, grant, lambda: TODAY).turns()


def test_not_one_sealed_byte_stays_as_it_was(vault: Vault, opened: Opened, folder: Path) -> None:
    before = {piece for row in vault._store.rows(opened.plan_id) for piece in (row.lock, row.sealed) if any(piece)}

    opened.change_locks_soon(OTHER_WORDS).result()

    rows = vault._store.rows(opened.plan_id)
    assert before.isdisjoint({piece for row in rows for piece in (row.lock, row.sealed)})
    assert not any(piece in path.read_bytes() for path in folder.iterdir() for piece in before)
    assert found([CANARY, OTHER_WORDS], folder) == []


def test_when_it_cannot_be_written_everything_is_as_it_was(
    vault: Vault, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise CouldNotKeep

    with monkeypatch.context() as patch:
        patch.setattr(vault._store._people, "write", full)
        with pytest.raises(CouldNotKeep):
            opened.change_locks_soon(OTHER_WORDS).result()

    assert vault.open(OTHER_WORDS) is None
    opened.say(for_team(5, "A"))
    opened.verify()
    again = vault.open(WORDS)
    assert again is not None
    assert again.turns == opened.turns


def test_words_that_are_not_six_change_nothing(opened: Opened) -> None:
    with pytest.raises(NotSixWords):
        opened.change_locks_soon("acorn bishop")

    opened.verify()


def test_locked_while_the_locks_are_changed_it_stays_locked(vault: Vault, opened: Opened) -> None:
    change = opened.change_locks_soon(OTHER_WORDS)
    opened.close()
    change.exception()
    vault.sweep()

    assert not opened.is_open
    assert vault._open == {}
    assert not vault._hands
    words = [plan for words in (WORDS, OTHER_WORDS) if (plan := vault.open(words))]
    assert len(words) == 1


def test_ten_members_and_two_hundred_kilobytes_go_along(vault: Vault, opened: Opened) -> None:
    members = [vault.add_member(f"{MIDWIFE.rsplit(' ', 1)[0]} {letter}") for letter in "abcdefghij"]
    for member in members:
        let_in(opened, member, "A", "B")
    saves = [opened.say_soon(for_team(10 + n, "AB"[n % 2], os.urandom(400).hex())) for n in range(250)]
    for save in saves:
        save.result()

    opened.change_locks_soon(OTHER_WORDS).result()

    assert len(opened.turns) == 253
    assert {len(seen(visit(vault, member))) for member in members} == {252}
    opened.verify()


def test_while_the_locks_are_changed_it_is_never_locked_for_who_changes_them(
    monkeypatch: pytest.MonkeyPatch, vault: Vault, opened: Opened
) -> None:
    """Else her page would ask, find the door, and take away the new words, which are shown only once."""
    others, seen_open = vault.open(WORDS), list[tuple[str, bool]]()
    assert others
    store, look = vault._store, lambda when: seen_open.append((when, opened.is_open))
    wipe, rows, scrub = Unlocked.wipe, store.rows, store.scrub
    monkeypatch.setattr(Unlocked, "wipe", lambda plan: (wipe(plan), look("wiped")))
    monkeypatch.setattr(store, "rows", lambda *asked: (look("read"), rows(*asked))[1])
    monkeypatch.setattr(store, "scrub", lambda: (look("scrubbed"), scrub()))
    vault.listen(lambda _: look("told"))

    opened.change_locks_soon(OTHER_WORDS).result()

    assert {when for when, _ in seen_open} >= {"wiped", "read", "scrubbed", "told"}
    assert all(is_open for _, is_open in seen_open)
    assert not others.is_open
