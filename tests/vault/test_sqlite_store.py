"""The two files beside each other, and what is cut short between them."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from perinatal.vault import sqlite_store
from perinatal.vault.ballast import BALLAST
from perinatal.vault.sqlite_store import SQLiteStore
from perinatal.vault.trouble import CouldNotKeep, FileMissing, InUse, NewerData
from tests.vault.test_store import a_door, a_plan, added


def ids(path: Path, table: str) -> set[bytes]:
    db = sqlite3.connect(path)
    found = {id for (id,) in db.execute(f"SELECT id FROM {table}")}
    db.close()
    return found


def cut_short(monkeypatch: pytest.MonkeyPatch, store: object, name: str, work: Callable[[], None]) -> None:
    """Does this work until the named step, then stops as a power cut would."""

    class PowerCut(BaseException): ...

    def stop(*_: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(store, name, stop)
        with pytest.raises(PowerCut):
            work()


def test_the_folder_is_for_its_owner_alone(folder: Path) -> None:
    store = SQLiteStore(folder)
    added(store)

    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert (folder / "ballast").stat().st_size == BALLAST
    store.close()


def test_the_pepper_lies_with_the_keys_and_nowhere_else(folder: Path) -> None:
    store = SQLiteStore(folder)
    plan = added(store)
    pepper = store.pepper
    store.close()

    again = SQLiteStore(folder)
    assert again.pepper == pepper
    again.close()
    holders = [path.name for path in folder.iterdir() if pepper in path.read_bytes()]
    assert holders == ["keys.sqlite"]
    assert plan.half.secret not in (folder / "plans.sqlite").read_bytes()


def test_a_second_copy_on_the_same_data_is_told_so(folder: Path) -> None:
    store = SQLiteStore(folder)

    with pytest.raises(InUse):
        SQLiteStore(folder)
    store.close()


@pytest.mark.parametrize("name", ["plans.sqlite", "keys.sqlite"])
def test_one_file_without_the_other_is_no_start(folder: Path, name: str) -> None:
    """Starting anew beside the other one would make plans that were kept impossible to open."""
    store = SQLiteStore(folder)
    plan = added(store)
    store.close()
    shutil.move(folder / name, folder / "aside")

    for _ in range(2):
        with pytest.raises(FileMissing, match=name):
            SQLiteStore(folder)

    shutil.move(folder / "aside", folder / name)
    store = SQLiteStore(folder)
    assert store.find(plan.door.locator) == plan
    store.close()


def test_data_from_a_newer_version_is_no_start_and_lets_go(folder: Path) -> None:
    SQLiteStore(folder).close()
    db = sqlite3.connect(folder / "plans.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.close()

    for _ in range(2):
        with pytest.raises(NewerData):
            SQLiteStore(folder)


def test_a_folder_that_cannot_be_made_is_said_to_be_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(CouldNotKeep):
        SQLiteStore(tmp_path / "file" / "data")


def test_a_plan_whose_beginning_was_cut_short_leaves_no_half(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SQLiteStore(folder)
    old, new = added(store), a_plan()
    after = iter(range(2))

    class PowerCut(BaseException): ...

    real = sqlite_store.transaction

    def one_only(db: sqlite3.Connection) -> object:
        if next(after):
            raise PowerCut
        return real(db)

    with monkeypatch.context() as patch:
        patch.setattr(sqlite_store, "transaction", one_only)
        with pytest.raises(PowerCut):
            store.add(new)
    assert new.half.id in ids(folder / "keys.sqlite", "half")
    store.close()

    SQLiteStore(folder).close()
    assert ids(folder / "keys.sqlite", "half") == {old.half.id, old.door.id}


def test_keeping_that_was_cut_short_ends_with_one_door(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SQLiteStore(folder)
    plan, new = added(store), a_door()
    cut_short(monkeypatch, store._halves, "drop", lambda: store.keep(plan.id, new))
    assert plan.door.id in ids(folder / "keys.sqlite", "half")
    store.close()

    store = SQLiteStore(folder)
    assert store.find(plan.door.locator) is None
    assert store.find(new.locator) is not None
    store.close()
    assert ids(folder / "keys.sqlite", "half") == {plan.half.id, new.id}
    assert ids(folder / "keys.sqlite", "unsettled") == set()


def test_forgetting_that_was_cut_short_is_finished_later(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SQLiteStore(folder)
    plan = added(store)
    cut_short(monkeypatch, store, "_drop_rows", lambda: store.forget(plan.id))
    assert store.find(plan.door.locator) is None
    assert plan.id in ids(folder / "plans.sqlite", "plan")
    store.close()

    SQLiteStore(folder).close()
    assert ids(folder / "plans.sqlite", "plan") == set()
    assert ids(folder / "keys.sqlite", "half") == set()


def test_forgetting_gives_the_ballast_up_and_puts_it_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SQLiteStore(folder)
    plan, other = added(store), added(store)
    cut_short(monkeypatch, store._halves, "drop", lambda: store.forget(plan.id))
    assert not (folder / "ballast").exists()

    store.forget(other.id)

    assert (folder / "ballast").stat().st_size == BALLAST
    store.close()


def test_nothing_that_was_erased_or_dropped_is_left_in_the_files(folder: Path) -> None:
    store = SQLiteStore(folder)
    plan, new = added(store), a_door()
    gone = [plan.door.half, plan.door.wrap, plan.door.locator]

    store.keep(plan.id, new)
    store.scrub()
    assert not any(piece in path.read_bytes() for path in folder.iterdir() for piece in gone)

    store.forget(plan.id)
    gone += [plan.id, plan.half.id, plan.half.secret, plan.ring, plan.head, new.half, new.wrap, new.locator]
    store.sweep([], sweeps=9)
    assert not any(piece in path.read_bytes() for path in folder.iterdir() for piece in gone)
    store.close()


def test_no_column_is_named_for_anything_a_person_said(folder: Path) -> None:
    SQLiteStore(folder).close()
    columns: set[str] = set()
    for name in ("plans.sqlite", "keys.sqlite"):
        db = sqlite3.connect(folder / name)
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns |= {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
        db.close()

    assert columns == {
        *("id", "locator", "door", "wrap", "ring"),
        *("plan", "sealed", "sweeps"),
        *("n", "lock", "link", "bytes"),
        *("member", "public"),
        *("half", "note", "day", "uses", "tries"),
    }
