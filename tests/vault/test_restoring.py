"""The drill: what a copy brings back, and what no copy brings back. Whenever the power goes, old or new, never half."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from perinatal.vault.copies import BrokenCopy, Kind, NewerCopy, NotOurs
from perinatal.vault.copies import opened as opened_file
from perinatal.vault.restoring import KeysNeeded, restore
from perinatal.vault.sqlite_file import hold
from perinatal.vault.trouble import CouldNotKeep, FileMissing, InUse
from perinatal.vault.vault import Vault
from tests.vault import copying
from tests.vault.conftest import QUICK
from tests.vault.copying import NOW, again, backup, make_plan, opens, opens_each, put_back
from tests.vault.saying import OTHER_WORDS, WORDS, a_turn
from tests.vault.test_copies import damage

Start = Callable[[], Vault]
NEW_WORDS = "lemon marble needle orange pencil quartz"


def test_a_forgotten_plan_stays_forgotten_whatever_is_restored(start: Start, folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    make_plan(folder, OTHER_WORDS)
    copy = backup(folder, tmp_path / "plans")
    opened = start().open(WORDS)
    assert opened is not None
    opened.forget()
    start().close()

    done = restore(copy, None, folder, now=NOW)

    assert (done.plans, done.closed) == (2, 1)
    assert not opens(folder, WORDS)
    kept = start().open(OTHER_WORDS)
    assert kept is not None
    kept.verify()
    assert kept.turns == (a_turn(0),)


def test_old_words_open_nothing_from_an_old_copy(start: Start, folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    copy = backup(folder, tmp_path / "plans")
    opened = start().open(WORDS)
    assert opened is not None
    opened.keep(NEW_WORDS)
    start().close()

    done = restore(copy, None, folder, now=NOW)

    assert (done.plans, done.closed) == (1, 1)
    assert not opens(folder, WORDS)


def test_a_copy_of_the_keys_cannot_overrule_the_keys_that_know_better(
    start: Start, folder: Path, tmp_path: Path
) -> None:
    make_plan(folder, WORDS)
    copies = backup(folder, tmp_path / "plans"), backup(folder, tmp_path / "keys", Kind.KEYS)
    opened = start().open(WORDS)
    assert opened is not None
    opened.forget()
    start().close()

    done = restore(*copies, folder, now=NOW)

    assert not done.keys_came
    assert not opens(folder, WORDS)


def test_both_copies_bring_a_lost_place_back(folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    copies = backup(folder, tmp_path / "plans"), backup(folder, tmp_path / "keys", Kind.KEYS)
    shutil.rmtree(folder)
    folder.mkdir(mode=0o755)

    done = restore(*copies, folder, now=NOW)

    assert (done.plans, done.closed, done.keys_came, done.aside) == (1, 0, True, ())
    assert {each.stat().st_mode & 0o077 for each in (folder, *folder.iterdir())} == {0}
    assert opens(folder, WORDS)


def test_what_was_said_after_the_copy_is_kept_aside_and_can_come_back(
    start: Start, folder: Path, tmp_path: Path
) -> None:
    make_plan(folder, WORDS)
    copy = backup(folder, tmp_path / "plans")
    # A plan so new that its halves are still unsettled between the two files.
    vault = start()
    opened, secret = vault.begin()
    opened.say(a_turn(7))
    vault.close()

    (aside,) = restore(copy, None, folder, now=NOW).aside
    assert start().resume(secret) is None
    start().sweep()
    start().close()
    restore(aside, None, folder, now=NOW)

    again = start().resume(secret)
    assert again is not None
    assert again.turns == (a_turn(7),)


def test_nothing_is_restored_under_a_running_site(start: Start, folder: Path, tmp_path: Path) -> None:
    start().begin()
    copy = backup(folder, tmp_path / "plans")

    with pytest.raises(InUse):
        restore(copy, None, folder, now=NOW)

    start().begin()
    assert list(folder.glob("*before*")) == []


def test_nothing_is_restored_into_a_folder_that_somebody_holds(folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    copies = backup(folder, tmp_path / "plans"), backup(folder, tmp_path / "keys", Kind.KEYS)
    (folder / "plans.sqlite").unlink()

    with closing(hold(folder / "in-use")), pytest.raises(InUse):
        restore(*copies, folder, now=NOW)

    assert not (folder / "plans.sqlite").exists()


def test_what_a_killed_site_left_in_its_log_is_put_aside_whole(start: Start, folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    copies = backup(folder, tmp_path / "plans"), backup(folder, tmp_path / "keys", Kind.KEYS)
    opened = start().open(WORDS)
    assert opened is not None
    opened.say(a_turn(1))
    killed = tmp_path / "killed"
    killed.mkdir()
    for name in ("plans.sqlite", "plans.sqlite-wal"):
        shutil.copy(folder / name, killed)

    done = restore(*copies, killed, now=NOW)

    (aside,) = done.aside
    assert not list(killed.glob("*-wal"))  # a log beside the new file would be taken for the new file's own
    with opened_file(aside) as db:
        assert db.execute("SELECT count(*) FROM turn").fetchone() == (2,)
    assert opens(killed, WORDS)


def test_keys_that_were_put_aside_long_ago_go(folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    old = folder / "keys-before-2026-11-01-120000Z.sqlite"
    old.touch()

    restore(backup(folder, tmp_path / "plans"), None, folder, now=NOW)

    assert not old.exists()


def test_without_any_keys_nothing_is_restored(folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    copy = backup(folder, tmp_path / "plans")
    (folder / "keys.sqlite").unlink()
    before = (folder / "plans.sqlite").read_bytes()

    with pytest.raises(KeysNeeded):
        restore(copy, None, folder, now=NOW)

    assert (folder / "plans.sqlite").read_bytes() == before


def test_keys_that_a_start_made_and_never_filled_count_as_none(folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    copies = backup(folder, tmp_path / "plans"), backup(folder, tmp_path / "keys", Kind.KEYS)
    (folder / "keys.sqlite").unlink()
    with pytest.raises(FileMissing):
        Vault(folder, cost=QUICK)

    with pytest.raises(KeysNeeded):
        restore(copies[0], None, folder, now=NOW)
    restore(*copies, folder, now=NOW)

    assert opens(folder, WORDS)


def test_a_damaged_file_is_replaced_and_its_old_log_never_meets_the_new_one(
    start: Start, folder: Path, tmp_path: Path
) -> None:
    make_plan(folder, WORDS, turns=50)
    copy = backup(folder, tmp_path / "plans")
    opened = start().open(WORDS)
    assert opened is not None
    opened.say(a_turn(50))
    log = (folder / "plans.sqlite-wal").read_bytes()
    start().close()
    (folder / "plans.sqlite").write_bytes(b"\xff" * 9000)
    (folder / "plans.sqlite-wal").write_bytes(log)

    done = restore(copy, None, folder, now=NOW)

    assert opens(folder, WORDS)
    assert [each.read_bytes()[:1] for each in done.aside] == [b"\xff"]
    assert [each.read_bytes() for each in folder.glob("*before*-wal")] == [log]


def test_a_wrong_copy_changes_nothing(folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS, turns=50)
    plans, keys = backup(folder, tmp_path / "plans"), backup(folder, tmp_path / "keys", Kind.KEYS)
    broken = shutil.copy(plans, tmp_path / "broken")
    damage(broken)
    before = {each: each.read_bytes() for each in folder.iterdir()}

    with pytest.raises(NotOurs):
        restore(keys, None, folder, now=NOW)
    with pytest.raises(NotOurs):
        restore(plans, plans, folder, now=NOW)
    with pytest.raises(BrokenCopy):
        restore(broken, None, folder, now=NOW)

    assert {each: each.read_bytes() for each in folder.iterdir()} == before


def test_what_a_newer_version_wrote_is_not_put_aside_by_an_older_one(folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    copy = backup(folder, tmp_path / "plans")
    data = bytearray((folder / "plans.sqlite").read_bytes())
    data[60:64] = (99).to_bytes(4)  # where SQLite keeps the version
    (folder / "plans.sqlite").write_bytes(data)

    with pytest.raises(NewerCopy):
        restore(copy, None, folder, now=NOW)

    assert (folder / "plans.sqlite").read_bytes() == data


def test_without_room_everything_stays_as_it_was(folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    copies = backup(folder, tmp_path / "plans"), backup(folder, tmp_path / "keys", Kind.KEYS)
    with copying.little_room(tmp_path / "disk") as disk:
        data = disk / "data"
        make_plan(data, OTHER_WORDS)
        copying.fill(disk)
        before = {each: each.read_bytes() for each in data.glob("*.sqlite")}

        with pytest.raises((OSError, CouldNotKeep), match=r"No space left|full"):
            restore(*copies, data, now=NOW)

        assert {each: each.read_bytes() for each in data.glob("*.sqlite")} == before
        assert not list(data.glob("*.part"))
        (disk / "full").unlink()
        assert opens(data, OTHER_WORDS)


def test_killed_at_any_step_the_old_plans_stand_or_the_restored_ones(folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    copy = backup(folder, tmp_path / "plans")
    make_plan(folder, OTHER_WORDS)
    shutil.copytree(folder, tmp_path / "old")
    met = set()

    for _ in copying.deaths(put_back, copy, None, folder, before=lambda: again(tmp_path / "old", folder)):
        old, new = opens_each(folder, OTHER_WORDS, WORDS)
        assert new
        met.add(old)
        restore(copy, None, folder, now=NOW)
        assert opens_each(folder, OTHER_WORDS, WORDS) == [False, True]

    assert met == {True, False}


@pytest.mark.parametrize("there", ["no keys", "keys of another place"])
def test_killed_at_any_step_two_files_never_stand_half(folder: Path, tmp_path: Path, there: str) -> None:
    make_plan(folder, WORDS)
    copies = backup(folder, tmp_path / "plans"), backup(folder, tmp_path / "keys", Kind.KEYS)
    make_plan(tmp_path / "old", OTHER_WORDS)
    if there == "no keys":
        (tmp_path / "old" / "keys.sqlite").unlink()
    met = set()

    for _ in copying.deaths(put_back, *copies, folder, before=lambda: again(tmp_path / "old", folder)):
        met.add(what_stands(folder))
        restore(*copies, folder, now=NOW)
        assert opens(folder, WORDS)

    old = "nothing starts" if there == "no keys" else "old"
    assert met == {old, "nothing starts", "new"}


def what_stands(folder: Path) -> str:
    """Whose plans open here, if the site starts at all."""
    try:
        old, new = opens_each(folder, OTHER_WORDS, WORDS)
    except FileMissing:
        return "nothing starts"
    return {(True, False): "old", (False, True): "new"}[old, new]
