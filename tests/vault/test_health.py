"""A look at the files says how they are, and nothing about anybody."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from perinatal.vault.copies import Kind
from perinatal.vault.health import State, look, state
from perinatal.vault.vault import Vault
from tests.vault.copying import NOW, make_plan
from tests.vault.saying import OTHER_WORDS, WORDS
from tests.vault.test_copies import damage

Start = Callable[[], Vault]


def test_a_sound_place_is_seen_as_one_while_the_site_runs(start: Start, folder: Path) -> None:
    start().begin()

    found = look(folder, now=NOW)

    assert (found.plans_file, found.keys_file) == (State.SOUND, State.SOUND)
    assert (found.plans, found.closed, found.unsettled, found.version) == (1, 0, 2, 1)
    assert (found.readable, found.old_keys) == ((), ())
    assert found.free == pytest.approx(shutil.disk_usage(folder).free, rel=0.2)


def test_plans_that_lost_their_half_are_counted(folder: Path, tmp_path: Path) -> None:
    make_plan(folder, WORDS)
    shutil.copy(folder / "plans.sqlite", tmp_path)
    make_plan(tmp_path / "other", OTHER_WORDS)
    shutil.copy(tmp_path / "plans.sqlite", tmp_path / "other")

    found = look(tmp_path / "other", now=NOW)

    assert (found.plans, found.closed) == (1, 1)


def test_looking_changes_nothing(folder: Path) -> None:
    make_plan(folder, WORDS)
    before = {each: each.read_bytes() for each in folder.iterdir()}

    look(folder, now=NOW)

    assert {each: each.read_bytes() for each in folder.iterdir()} == before


def test_files_that_others_may_read_are_named(folder: Path) -> None:
    make_plan(folder, WORDS)
    (folder / "plans.sqlite").chmod(0o640)
    folder.chmod(0o755)

    assert look(folder, now=NOW).readable == (folder, folder / "plans.sqlite")


def test_keys_that_lie_here_for_too_long_are_named(folder: Path) -> None:
    make_plan(folder, WORDS)
    old = [folder / name for name in ("keys-2026-11-01-120000Z.sqlite.part", "keys-before-2026-11-01-120000Z.sqlite")]
    new = folder / "keys-before-2026-11-22-120000Z.sqlite"
    for each in (*old, new):
        each.touch(0o600)

    assert look(folder, now=NOW).old_keys == tuple(old)


def test_each_way_a_file_can_be_has_its_name(folder: Path) -> None:
    make_plan(folder, WORDS, turns=50)
    file = folder / "plans.sqlite"
    whole = file.read_bytes()
    assert state(file, Kind.PLANS) is State.SOUND
    assert state(file, Kind.KEYS) is State.STRANGE
    assert state(folder / "none", Kind.PLANS) is State.MISSING
    file.write_bytes(whole[:60] + (99).to_bytes(4) + whole[64:])
    assert state(file, Kind.PLANS) is State.NEWER
    file.write_bytes(whole)
    damage(file)
    assert state(file, Kind.PLANS) is State.BROKEN
