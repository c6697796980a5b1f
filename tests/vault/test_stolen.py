"""Somebody has the files. What they learn, and what they can open."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from perinatal.vault.trouble import FileMissing
from perinatal.vault.vault import Vault
from tests.vault.conftest import QUICK
from tests.vault.saying import CANARY, OTHER_WORDS, TEAM, WORDS, a_turn, found

Start = Callable[[], Vault]


def copied(folder: Path, to: Path, *names: str) -> Path:
    """A thief's copy of these files, as they lie while the program runs."""
    to.mkdir()
    for name in names:
        for path in folder.glob(f"{name}*"):
            shutil.copy(path, to / path.name)
    return to


def a_kept_plan(vault: Vault) -> None:
    opened, _ = vault.begin()
    for number in range(20):
        opened.say(a_turn(number, f"{CANARY} {number}", TEAM if number % 3 else a_turn(0).audience))
    opened.erase("t3")
    opened.keep(WORDS)
    opened.close()


def test_nothing_in_stolen_files_can_be_read(start: Start, folder: Path, tmp_path: Path) -> None:
    vault = start()
    a_kept_plan(vault)

    running = copied(folder, tmp_path / "running", "plans", "keys", "ballast")
    vault.close()
    stopped = copied(folder, tmp_path / "stopped", "plans", "keys", "ballast")

    assert (running / "plans.sqlite-wal").stat().st_size > 0
    assert found([CANARY, WORDS, "2026-11-02T12:00", '"kind":"answered"'], running) == []
    assert found([CANARY, WORDS, "2026-11-02T12:00", '"kind":"answered"'], stopped) == []


def test_the_right_words_open_nothing_without_the_keys(start: Start, folder: Path, tmp_path: Path) -> None:
    a_kept_plan(start())
    stolen = copied(folder, tmp_path / "stolen", "plans")

    with pytest.raises(FileMissing):
        Vault(stolen, cost=QUICK)

    # Nor with the keys of another place put beside them.
    other = Vault(tmp_path / "other", cost=QUICK)
    a_kept_plan(other)
    other.close()
    shutil.copy(tmp_path / "other" / "keys.sqlite", stolen / "keys.sqlite")
    for left in stolen.glob("keys.sqlite-*"):
        left.unlink()
    thief = Vault(stolen, cost=QUICK)
    assert thief.open(WORDS) is None
    thief.close()


def test_with_both_files_the_right_words_still_open(start: Start, folder: Path, tmp_path: Path) -> None:
    """A backup of both, put back, is a plan again: the tests above would pass on a vault that never opens."""
    a_kept_plan(start())
    restored = Vault(copied(folder, tmp_path / "restored", "plans", "keys"), cost=QUICK)

    opened = restored.open(WORDS)

    assert opened is not None
    assert len(opened.turns) == 19
    restored.close()


def test_what_was_forgotten_stays_forgotten_when_an_old_copy_is_put_back(start: Start, folder: Path) -> None:
    vault = start()
    a_kept_plan(vault)
    vault.close()
    old = (folder / "plans.sqlite").read_bytes()
    vault = start()
    opened = vault.open(WORDS)
    assert opened is not None

    opened.forget()
    assert vault.open(WORDS) is None
    vault.close()
    assert start().open(WORDS) is None
    start().close()
    (folder / "plans.sqlite").write_bytes(old)

    vault = start()
    assert vault.open(WORDS) is None
    vault.sweep()
    assert vault.open(WORDS) is None


def test_old_words_open_no_old_copy_once_there_are_new_ones(start: Start, folder: Path) -> None:
    vault = start()
    a_kept_plan(vault)
    vault.close()
    old = (folder / "plans.sqlite").read_bytes()
    vault = start()
    opened = vault.open(WORDS)
    assert opened is not None
    opened.keep(OTHER_WORDS)
    vault.close()

    (folder / "plans.sqlite").write_bytes(old)

    assert start().open(WORDS) is None


def test_two_plans_that_differ_only_in_their_words_look_alike(vault: Vault) -> None:
    one, two = vault.begin()[0], vault.begin()[0]
    for number, (said, other) in enumerate([("yes", "no"), ("", CANARY), ("a" * 20, "b" * 250)]):
        one.say(a_turn(number, said))
        two.say(a_turn(number, other))

    rows = [[len(row.sealed) for row in vault._store.rows(plan.plan_id)] for plan in (one, two)]

    assert rows[0] == rows[1]
    assert len(set(rows[0])) == 1


def test_rows_of_one_audience_are_not_known_by_its_name(vault: Vault) -> None:
    one, two = vault.begin()[0], vault.begin()[0]
    one.say(a_turn(1, audience=TEAM))
    two.say(a_turn(1, audience=TEAM))

    (mine,), (yours,) = (vault._store.rows(plan.plan_id) for plan in (one, two))

    assert mine.lock != yours.lock
