"""A copy is whole, for its owner's eyes, and the keys never lie with the plans."""

import errno
import multiprocessing
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from perinatal.vault.copies import (
    BrokenCopy,
    KeptTogether,
    Kind,
    NewerCopy,
    NoSuchCopy,
    NotOurs,
    copy,
    insist_on_ours,
    made_at,
)
from perinatal.vault.vault import Vault
from tests.vault import being_killed, copying
from tests.vault.copying import NOW, backup, make_plan
from tests.vault.saying import CANARY, WORDS, a_turn, found

Start = Callable[[], Vault]


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere" / "plans"


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("kind", Kind)
def test_a_copy_is_one_dated_file_that_only_its_owner_reads(start: Start, folder: Path, into: Path, kind: Kind) -> None:
    start().begin()  # and the site goes on running

    done = copy(kind, folder, into, now=NOW)

    assert [each.name for each in into.iterdir()] == [f"{kind}-2026-11-22-190000Z.sqlite"]
    assert done.size == done.file.stat().st_size > 0
    assert (rights(done.file), rights(into)) == (0o600, 0o700)
    insist_on_ours(done.file, kind)
    assert [each.name for each in into.iterdir()] == [done.file.name]  # nor does looking leave a log beside it


def test_a_copy_holds_what_was_kept_a_moment_before(start: Start, folder: Path, into: Path) -> None:
    opened, _ = start().begin()
    for number in range(5):
        opened.say(a_turn(number))

    file = backup(folder, into)

    with sqlite3.connect(file) as db:
        assert db.execute("SELECT count(*) FROM turn").fetchone() == (5,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    db.close()


def test_a_copy_made_while_somebody_writes_is_a_moment_that_was(start: Start, folder: Path, into: Path) -> None:
    _, secret = start().begin()
    start().close()
    context = multiprocessing.get_context("forkserver")
    mine, theirs = context.Pipe(duplex=False)
    writing = context.Process(target=being_killed.save, args=(folder, secret, 0, theirs), daemon=True)
    writing.start()
    mine.recv()

    for second in range(10):
        file = backup(folder, into, now=NOW + timedelta(seconds=second))
        insist_on_ours(file, Kind.PLANS)
        with sqlite3.connect(file) as db:
            (rows,) = db.execute("SELECT count(*) FROM turn WHERE length(link) > 0").fetchone()
            (highest,) = db.execute("SELECT max(n) FROM turn").fetchone()
        db.close()
        assert rows == highest

    writing.kill()
    writing.join()


def test_no_word_lies_in_any_copy(start: Start, folder: Path, tmp_path: Path) -> None:
    opened, _ = start().begin()
    opened.say(a_turn(1))
    opened.keep(WORDS)

    backup(folder, tmp_path / "copies" / "plans")
    backup(folder, tmp_path / "copies" / "keys", Kind.KEYS)

    assert found([CANARY, WORDS], tmp_path / "copies") == []


def test_no_half_lies_in_a_copy_of_plans(start: Start, folder: Path, into: Path) -> None:
    opened, _ = start().begin()
    opened.keep(WORDS)

    file = backup(folder, into)

    halves = start()._store._keys.execute("SELECT bytes FROM half UNION SELECT bytes FROM pepper").fetchall()
    assert len(halves) == 3
    assert not any(half in file.read_bytes() for (half,) in halves)


def test_what_is_there_is_never_overwritten(start: Start, folder: Path, into: Path) -> None:
    start().begin()
    first = backup(folder, into)
    before = first.read_bytes()

    second = backup(folder, into)

    assert second != first
    assert first.read_bytes() == before


@pytest.mark.parametrize("inside", ["", "copies"])
@pytest.mark.parametrize("kind", Kind)
def test_no_copy_lies_with_the_data(start: Start, folder: Path, kind: Kind, inside: str) -> None:
    start().begin()

    with pytest.raises(KeptTogether):
        backup(folder, folder / inside, kind)


@pytest.mark.parametrize("inside", ["", "keys"])
def test_keys_never_come_to_lie_where_plans_are(start: Start, folder: Path, into: Path, inside: str) -> None:
    start().begin()
    backup(folder, into)

    with pytest.raises(KeptTogether):
        backup(folder, into / inside, Kind.KEYS)

    assert list(into.glob("**/keys*")) == []


@pytest.mark.parametrize("inside", ["", "keys"])
def test_plans_never_come_to_lie_where_keys_are(start: Start, folder: Path, into: Path, inside: str) -> None:
    start().begin()
    backup(folder, into / inside, Kind.KEYS)

    with pytest.raises(KeptTogether):
        backup(folder, into)

    assert list(into.glob("**/plans*.sqlite")) == []


def test_copies_of_keys_older_than_seven_days_go(start: Start, folder: Path, into: Path) -> None:
    start().begin()
    for days in (9, 8, 7, 1):
        backup(folder, into, Kind.KEYS, now=NOW - timedelta(days=days))
    (into / "keys-of-the-house.sqlite").touch()
    (into / "keys-2026-99-99-000000Z.sqlite").touch()

    done = copy(Kind.KEYS, folder, into, now=NOW)

    # Each run deletes what was too old then: the one of nine days ago went a day ago.
    assert done.aged == 1
    ours = {each for each in into.iterdir() if made_at(each)}
    assert sorted(made.day for each in ours if (made := made_at(each))) == [15, 21, 22]
    assert len(list(into.iterdir())) == 5


def test_keys_put_aside_in_the_data_folder_go_as_well(start: Start, folder: Path, into: Path) -> None:
    start().begin()
    (folder / "keys-before-2026-11-01-120000Z.sqlite").touch()
    (folder / "plans-before-2026-11-01-120000Z.sqlite").touch()

    assert copy(Kind.KEYS, folder, into, now=NOW).aged == 1

    assert [each.name for each in folder.glob("*before*")] == ["plans-before-2026-11-01-120000Z.sqlite"]


def test_copies_of_plans_are_never_deleted(start: Start, folder: Path, into: Path) -> None:
    start().begin()
    old = backup(folder, into, now=NOW - timedelta(days=4000))

    assert copy(Kind.PLANS, folder, into, now=NOW).aged == 0

    assert old.exists()


def test_killed_at_any_step_a_copy_is_whole_or_not_there(folder: Path, into: Path) -> None:
    make_plan(folder, WORDS, turns=20)
    met = set()

    for _ in copying.deaths(backup, folder, into, before=lambda: shutil.rmtree(into, ignore_errors=True)):
        made = list(into.glob("*.sqlite"))
        met.add(len(made))
        for each in made:
            insist_on_ours(each, Kind.PLANS)
    assert met == {0, 1}


def test_what_a_killed_run_left_is_taken_for_no_copy_and_goes(start: Start, folder: Path, into: Path) -> None:
    start().begin()
    into.mkdir(parents=True)
    (into / "plans-2026-11-22-190000Z.sqlite.part").touch()

    assert backup(folder, into).name == "plans-2026-11-22-190001Z.sqlite"
    assert list(into.glob("*.part"))
    copy(Kind.PLANS, folder, into, now=NOW + timedelta(days=3))
    assert not list(into.glob("*.part"))


def test_nothing_is_left_of_a_copy_that_found_no_room(folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)

    with copying.little_room(tmp_path / "disk") as disk:
        copying.fill(disk)
        with pytest.raises(OSError, match="No space left") as trouble:
            backup(folder, disk)
        assert trouble.value.errno == errno.ENOSPC
        assert [each.name for each in disk.iterdir()] == ["full"]


def test_nothing_to_copy_is_said(tmp_path: Path, into: Path) -> None:
    with pytest.raises(NoSuchCopy):
        backup(tmp_path, into)

    assert not into.exists()


def test_a_damaged_file_is_not_copied(folder: Path, into: Path) -> None:
    make_plan(folder, WORDS, turns=50)
    damage(folder / "plans.sqlite")

    with pytest.raises(BrokenCopy) as trouble:
        backup(folder, into)

    assert trouble.value.place == folder / "plans.sqlite"
    assert list(into.iterdir()) == []


def damage(file: Path) -> None:
    """Write zeros over some pages in the middle, as a bad disk would."""
    size = file.stat().st_size
    with file.open("r+b") as bytes_:
        bytes_.seek(size // 2 // 4096 * 4096)
        bytes_.write(b"\xff" * 8192)


def test_a_file_of_the_other_kind_is_not_taken(start: Start, folder: Path, into: Path) -> None:
    start().begin()

    with pytest.raises(NotOurs):
        insist_on_ours(backup(folder, into), Kind.KEYS)


@pytest.mark.parametrize("content", [b"", b"words", os.urandom(9000)])
def test_a_file_that_is_no_database_is_not_taken(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "any").write_bytes(content)

    with pytest.raises(NotOurs):
        insist_on_ours(tmp_path / "any", Kind.PLANS)


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("PRAGMA user_version = 99", NewerCopy),
        ("PRAGMA user_version = 0", NotOurs),
        ("DROP TABLE turn", NotOurs),
        ("CREATE TRIGGER t AFTER INSERT ON turn BEGIN DELETE FROM plan; END", NotOurs),
        ("CREATE VIEW v AS SELECT 1", NotOurs),
    ],
)
def test_a_database_that_is_not_as_we_make_it_is_not_taken(
    start: Start, folder: Path, into: Path, line: str, trouble: type[Exception]
) -> None:
    start().begin()
    file = backup(folder, into)
    db = sqlite3.connect(file)
    db.execute(line)
    db.commit()
    db.close()

    with pytest.raises(trouble):
        insist_on_ours(file, Kind.PLANS)
