"""How a file is opened."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from perinatal.vault import sqlite_file
from perinatal.vault.sqlite_file import connect, hold, open_file, transaction, truncate
from perinatal.vault.trouble import CouldNotKeep, InUse, NewerData
from perinatal.vault.vault import Vault
from tests.vault.saying import OTHER_WORDS, WORDS, a_turn

TABLES = "CREATE TABLE word (word TEXT UNIQUE);"


def settings(db: sqlite3.Connection) -> dict[str, object]:
    names = ("journal_mode", "synchronous", "secure_delete", "busy_timeout", "trusted_schema")
    return {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in names}


WANTED = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "busy_timeout": 5000, "trusted_schema": 0}


def test_every_connection_of_a_whole_life_has_every_setting(
    start: Callable[[], Vault], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, object]] = []

    class Watched(sqlite3.Connection):
        def close(self) -> None:
            if "in-use" not in self.execute("PRAGMA database_list").fetchone()[2]:
                seen.append(settings(self))
            super().close()

    plain = sqlite3.connect

    def watched(*args: object, **kwargs: object) -> sqlite3.Connection:
        return plain(*args, **kwargs, factory=Watched)  # type: ignore[call-overload]  passes on what it was given

    monkeypatch.setattr(sqlite_file.sqlite3, "connect", watched)
    vault = start()
    opened, secret = vault.begin()
    opened.say(a_turn(1))
    opened.keep(WORDS)
    assert vault.resume(secret) is None
    assert vault.open(OTHER_WORDS) is None
    again = vault.open(WORDS)
    assert again is not None
    again.erase("t1")
    again.verify()
    vault.sweep()
    again.forget()
    vault.close()

    assert len(seen) >= 8
    assert all(one == WANTED for one in seen)


def test_no_file_is_opened_in_any_other_way(root: Path) -> None:
    """Beside it, only a copy is looked into, and that one is never written to while a site runs."""
    files = (root / "perinatal").rglob("*.py")

    opening = {file.name for file in files if "sqlite3.connect(" in file.read_text(encoding="utf-8")}

    assert opening == {"sqlite_file.py", "copies.py"}


def test_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    db = open_file(tmp_path / "a.sqlite", TABLES)
    with transaction(db):
        db.execute("INSERT INTO word VALUES ('heron')")

    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    assert len(list(tmp_path.iterdir())) == 3
    db.close()


def test_a_file_from_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    db = open_file(path, TABLES)
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()

    with pytest.raises(NewerData, match=r"a\.sqlite"):
        open_file(path, TABLES)

    assert path.read_bytes() == before


def test_what_goes_wrong_inside_a_transaction_leaves_nothing(tmp_path: Path) -> None:
    db = open_file(tmp_path / "a.sqlite", TABLES)

    def say_and_stumble() -> None:
        with transaction(db):
            db.execute("INSERT INTO word VALUES ('heron')")
            _ = 1 // 0

    with pytest.raises(ZeroDivisionError):
        say_and_stumble()

    assert not db.in_transaction
    assert db.execute("SELECT count(*) FROM word").fetchone() == (0,)
    db.close()


def test_truncating_empties_the_log_and_says_when_a_reader_is_in_the_way(tmp_path: Path) -> None:
    db = open_file(tmp_path / "a.sqlite", TABLES)
    db.execute("PRAGMA busy_timeout = 20")
    reader = connect(tmp_path / "a.sqlite")
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM word").fetchall()
    with transaction(db):
        db.execute("INSERT INTO word VALUES ('heron')")

    assert not truncate(db)
    reader.close()
    assert truncate(db)
    assert (tmp_path / "a.sqlite-wal").stat().st_size == 0
    db.close()


def test_two_cannot_hold_the_same_folder(tmp_path: Path) -> None:
    held = hold(tmp_path / "in-use")

    with pytest.raises(InUse):
        hold(tmp_path / "in-use")
    held.close()
    hold(tmp_path / "in-use").close()


def test_a_folder_that_is_not_there_is_not_called_in_use(tmp_path: Path) -> None:
    with pytest.raises(CouldNotKeep, match="disk or the data"):
        hold(tmp_path / "nowhere" / "in-use")


def test_a_file_that_is_no_database_is_said_to_be_trouble(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(b"heron" * 1000)

    with pytest.raises(CouldNotKeep) as trouble:
        open_file(tmp_path / "a.sqlite", TABLES)

    assert "heron" not in str(trouble.value)
