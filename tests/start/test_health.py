"""A check says how the files are and what to do, and exits with 1 when there is something to do."""

from pathlib import Path

from tests.start.conftest import Tend
from tests.vault.copying import little_room, make_plan
from tests.vault.saying import OTHER_WORDS, WORDS
from tests.vault.test_copies import damage


def test_a_check_says_that_all_is_well(tend: Tend) -> None:
    code, told = tend("check")

    assert code == 0
    assert told.endswith("All is well.\n")
    assert "Plans: 1.\n" in told


def test_a_check_says_what_to_do(tend: Tend, folder: Path) -> None:
    damage(folder / "plans.sqlite")
    (folder / "keys.sqlite").chmod(0o644)
    (folder / "keys-before-2020-01-01-000000Z.sqlite").touch(0o600)

    code, told = tend("check")

    assert code == 1
    for words in ("plans.sqlite is damaged.", "python3 -m perinatal restore PLANS_COPY", "chmod go=", "Delete "):
        assert words in told
    assert "All is well" not in told


def test_a_check_leaves_newer_files_to_the_newer_version(tend: Tend, folder: Path) -> None:
    whole = (folder / "plans.sqlite").read_bytes()
    (folder / "plans.sqlite").write_bytes(whole[:60] + (99).to_bytes(4) + whole[64:])

    code, told = tend("check")

    assert code == 1
    assert "plans.sqlite was written by a newer version. Start that version." in told
    assert "restore" not in told
    assert "All is well" not in told


def test_a_check_notices_a_disk_that_is_nearly_full(tend: Tend, tmp_path: Path) -> None:
    with little_room(tmp_path / "disk") as disk:
        make_plan(disk / "data", WORDS)

        code, told = tend("check", place=disk / "data")

    assert code == 1
    assert "Make room on the disk: keep 100.0 MB free at least." in told


def test_a_check_notices_keys_that_belong_to_other_plans(tend: Tend, folder: Path, tmp_path: Path) -> None:
    make_plan(tmp_path / "other", OTHER_WORDS)
    (tmp_path / "other" / "keys.sqlite").replace(folder / "keys.sqlite")

    code, told = tend("check")

    assert code == 1
    assert "Not one plan opens with these keys." in told
