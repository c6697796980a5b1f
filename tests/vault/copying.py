"""For tests of copies: the two kinds of copy, a process that dies at a chosen step, and a disk with no room."""

import itertools
import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from perinatal.vault import Kind, copy, restore
from perinatal.vault.vault import Vault
from tests.vault.conftest import QUICK
from tests.vault.saying import a_turn

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
STEPS = ("os.rename", "os.link", "os.remove")  # whatever gives a file a name or takes one away


def backup(data: Path, into: Path, kind: Kind = Kind.PLANS, now: datetime = NOW) -> Path:
    """A copy of one of the two files."""
    return copy(kind, data, into, now=now).file


def put_back(plans: Path, keys: Path | None, data: Path) -> None:
    """Restore, as a process of its own does it."""
    restore(plans, keys, data, now=NOW)


def make_plan(data: Path, words: str, *, turns: int = 1) -> None:
    """A plan that is kept under these words, made and closed."""
    vault = Vault(data, cost=QUICK)
    opened, _ = vault.begin()
    for number in range(turns):
        opened.say(a_turn(number))
    opened.keep(words)
    vault.close()


def opens(data: Path, words: str) -> bool:
    """Whether these words open a plan here."""
    return opens_each(data, words)[0]


def opens_each(data: Path, *words: str) -> list[bool]:
    """Of each of these words, whether they open a plan here."""
    vault = Vault(data, cost=QUICK)
    try:
        return [vault.open(each) is not None for each in words]
    finally:
        vault.close()


def again(old: Path, folder: Path) -> None:
    """Put a folder back as it was before."""
    shutil.rmtree(folder)
    shutil.copytree(old, folder)


def deaths(work: Callable[..., object], *given: object, before: Callable[[], object]) -> Generator[int]:
    """Do the work in a process that dies at its first step, at its second, and so on until it reaches its end.

    A step is anything done to a file or a folder that the work was given.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.vault.copying"])
    for step in itertools.count():
        before()
        process = context.Process(target=_die_at, args=(step, work, *given))
        process.start()
        process.join(timeout=60)
        code = process.exitcode
        process.close()
        assert code in (0, 9), code
        if code == 0:
            return
        yield step


def _die_at(step: int, work: Callable[..., object], *given: object) -> None:
    left = itertools.count(step, -1)
    places = tuple(str(each) for each in given if each)

    def die(event: str, what: tuple[object, ...]) -> None:
        if event in STEPS and any(place in str(what[0]) for place in places) and not next(left):
            os._exit(9)

    sys.addaudithook(die)
    work(*given)
    os._exit(0)


@contextmanager
def little_room(folder: Path) -> Generator[Path]:
    """A disk of one megabyte."""
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("a small disk cannot be mounted here (that takes root)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def fill(disk: Path) -> None:
    """Leave no room at all."""
    with suppress(OSError), (disk / "full").open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
