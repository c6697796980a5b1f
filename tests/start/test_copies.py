"""What is said about backups, restoring and the files, and that nobody meets a traceback there."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from perinatal.start import copies, data
from perinatal.start.options import read
from perinatal.vault import copies as vault_copies
from perinatal.vault import trouble as vault_trouble
from perinatal.vault.vault import Vault
from tests.start.conftest import Tend
from tests.vault.conftest import QUICK
from tests.vault.copying import fill, little_room, make_plan, opens
from tests.vault.saying import CANARY, OTHER_WORDS, WORDS, found
from tests.vault.test_copies import damage

NOBODY = 65534


def made(folder: Path) -> Path:
    """The one copy in a folder."""
    (file,) = folder.iterdir()
    return file


def test_the_drill(tend: Tend, folder: Path, tmp_path: Path) -> None:
    make_plan(folder, OTHER_WORDS)
    tend("backup", tmp_path / "plans")
    tend("backup", tmp_path / "keys", "--keys")
    forget(folder, WORDS)

    code, told = tend("restore", made(tmp_path / "plans"), "--keys", made(tmp_path / "keys"))

    assert code == 0
    assert "Plans in it: 2." in told
    assert "Plans that nobody can open any more: 1." in told
    assert "This is what forgetting means." in told
    assert "The keys that were here stayed." in told
    assert (opens(folder, WORDS), opens(folder, OTHER_WORDS)) == (False, True)
    assert found([CANARY, WORDS, OTHER_WORDS], tmp_path) == []


def forget(folder: Path, words: str) -> None:
    """Forget the plan that these words open."""
    vault = Vault(folder, cost=QUICK)
    opened = vault.open(words)
    assert opened is not None
    opened.forget()
    vault.close()


def test_a_backup_says_what_it_made_and_that_the_keys_are_not_in_it(tend: Tend, tmp_path: Path) -> None:
    code, told = tend("backup", tmp_path / "plans")

    file = made(tmp_path / "plans")
    assert code == 0
    assert f"{file} ({file.stat().st_size / 1000:.0f} kB)" in told
    assert "The keys are not in it." in told


def test_a_backup_of_keys_says_that_it_lives_a_week_and_what_went(tend: Tend, tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "keys-2020-01-01-000000Z.sqlite").touch()

    code, told = tend("backup", tmp_path / "keys", "--keys")

    assert code == 0
    assert "the old ones go after 7 days" in told
    assert "now deleted: 1." in told
    assert made(tmp_path / "keys").name.startswith("keys-2")


# Each line is typed wrong or at the wrong moment; the answer is one short sentence or three.
MISTAKES = {
    "no folder": (["backup"], "Say which folder the copy goes to"),
    "no copy": (["restore"], "Say which copy to put back"),
    "data": (["backup", "{data}"], "Plans and keys do not lie together"),
    "keys in data": (["backup", "{data}/keys", "--keys"], "Plans and keys do not lie together"),
    "keys with plans": (["backup", "{plans}", "--keys"], "Plans and keys do not lie together"),
    "plans with keys": (["backup", "{keys}"], "Plans and keys do not lie together"),
    "into a file": (["backup", "{plans_copy}"], "{plans_copy} is a file, and a folder is needed"),
    "no data": (["backup", "{tmp}/new", "--data", "{tmp}/none"], "There is no {tmp}/none/plans.sqlite."),
    "nothing to check": (["check", "--data", "{tmp}/none"], "There is no {tmp}/none."),
    "missing": (["restore", "{tmp}/none"], "There is no {tmp}/none."),
    "a folder": (["restore", "{plans}"], "There is no {plans}."),
    "wrong": (["restore", "{text}"], "{text} is not the file that is needed here."),
    "mixed up": (["restore", "{keys_copy}"], "{keys_copy} is not the file that is needed here."),
    "damaged": (["restore", "{damaged}"], "{damaged} is damaged."),
    "newer": (["restore", "{newer}"], "A newer version wrote {newer}."),
    "no keys": (["restore", "{plans_copy}", "--data", "{tmp}/fresh"], "There are no keys in {tmp}/fresh/keys.sqlite"),
}


@pytest.mark.parametrize(("line", "sentence"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_shortly_and_changes_nothing(
    tend: Tend, folder: Path, tmp_path: Path, line: list[str], sentence: str
) -> None:
    tend("backup", tmp_path / "plans")
    tend("backup", tmp_path / "keys", "--keys")
    places = strange_files(tmp_path, made(tmp_path / "plans"))
    places |= {"keys_copy": made(tmp_path / "keys"), "data": folder, "tmp": tmp_path}
    before = {each: each.read_bytes() for each in tmp_path.rglob("*.sqlite")}

    code, told = tend(*[each.format(**places) for each in line])

    assert code == 1
    assert told.startswith(sentence.format(**places))
    assert len(re.findall(r"[.:?]\s", told)) <= 5
    assert {each: each.read_bytes() for each in tmp_path.rglob("*.sqlite")} == before


def strange_files(folder: Path, copy: Path) -> dict[str, Path]:
    """A copy, and files that look like one."""
    whole = copy.read_bytes()
    text, damaged, newer = (folder / name for name in ("text", "damaged", "newer"))
    text.write_text("Not a copy of anything.")
    damaged.write_bytes(whole)
    damage(damaged)
    newer.write_bytes(whole[:60] + (99).to_bytes(4) + whole[64:])
    return {"plans": copy.parent, "keys": folder / "keys", "plans_copy": copy} | {
        each.name: each for each in (text, damaged, newer)
    }


def test_nothing_is_restored_while_a_site_runs_on_the_data(tend: Tend, folder: Path, tmp_path: Path) -> None:
    tend("backup", tmp_path / "plans")
    held = data.hold(folder)

    code, told = tend("restore", made(tmp_path / "plans"))
    backed_up = tend("backup", tmp_path / "plans")
    checked = tend("check")
    os.close(held)

    assert code == 1
    assert told.startswith(f"Another copy is running on the data in {folder}.")
    assert (backed_up[0], checked[0]) == (0, 0)


def test_a_full_disk_is_said(tend: Tend, tmp_path: Path) -> None:
    with little_room(tmp_path / "disk") as disk:
        fill(disk)

        code, told = tend("backup", disk / "plans")

    assert code == 1
    assert told.startswith("The disk is full (")


def test_a_folder_of_somebody_else_is_said(tend: Tend, open_to_nobody: Path) -> None:
    make_plan(open_to_nobody / "data", WORDS)
    theirs = open_to_nobody / "theirs"
    theirs.mkdir(mode=0o555)
    was = os.geteuid()
    if was == 0:  # nothing is forbidden to root, so ask as somebody else
        for each in (open_to_nobody, *open_to_nobody.rglob("*")):
            os.chown(each, NOBODY, NOBODY)
        os.seteuid(NOBODY)

    try:
        code, told = tend("backup", theirs, place=open_to_nobody / "data")
    finally:
        os.seteuid(was)

    assert code == 1
    assert told.startswith(f"This account may not use {theirs}/plans-")


@pytest.fixture
def open_to_nobody() -> Iterator[Path]:
    """A folder that another account can get at, unlike those pytest makes."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def test_stopped_by_hand_it_says_so_and_leaves_nothing(
    tend: Tend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(vault_copies, "insist_on_ours", stop)

    code, told = tend("backup", tmp_path / "plans")

    assert code == 1
    assert told == "This was stopped before its end. It is safe to run it again.\n"
    assert list((tmp_path / "plans").iterdir()) == []


def test_every_trouble_of_a_copy_has_its_sentence() -> None:
    kinds = {kind.__name__ for kind in vault_copies.CopyTrouble.__subclasses__()}

    assert kinds == {kind.__name__ for kind in copies.SAME}


@pytest.mark.parametrize("error", [vault_trouble.CouldNotKeep(), vault_trouble.InUse()])
def test_what_else_the_vault_says_is_told_in_our_words(
    error: Exception, tend: Tend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(vault_copies, "insist_on_ours", stumble)

    code, told = tend("backup", tmp_path / "plans", language="es")

    assert code == 1
    assert told.startswith(("El disco, o lo que hay en él,", "Otra copia está usando los datos de"))


def test_the_real_process_does_it_from_any_folder(folder: Path, tmp_path: Path, root: Path) -> None:
    line = copies.line_of(read(["backup", str(tmp_path / "plans"), "--data", str(folder), "--language", "en"]), folder)
    command = [sys.executable, "-m", "perinatal.start.copies", *line]

    answer = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)

    assert (answer.returncode, answer.stderr) == (0, "")
    assert made(tmp_path / "plans").stat().st_mode & 0o077 == 0


def test_a_path_holds_wherever_the_line_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    backup = copies.line_of(read(["backup", "--keys", "--language", "es", "--", "-odd"]), tmp_path / "usual")
    restore = copies.line_of(read(["restore", "a", "--keys", "b", "--data", "c", "--language", "en"]), tmp_path)

    assert backup == ["backup", "--data", f"{tmp_path}/usual", "--language", "es", "--keys", "--", f"{tmp_path}/-odd"]
    assert restore[-3:] == [f"--keys={tmp_path}/b", "--", f"{tmp_path}/a"]
    assert (read(restore).place, read(restore).keys, read(restore).data) == (
        f"{tmp_path}/a",
        f"{tmp_path}/b",
        f"{tmp_path}/c",
    )
