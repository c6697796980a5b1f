"""A set-up that stops says which step it was, what to do, and that it is safe to run again."""

from pathlib import Path

import pytest

from perinatal.start import packages, trouble
from perinatal.start.steps import Steps
from perinatal.start.where import Places
from perinatal.start.words import words_in
from tests.start.conftest import say

HIDE = """
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name in {names}:
            raise ModuleNotFoundError(f"No module named '{{name}}'", name=name)
sys.meta_path.insert(0, Hidden())
"""


def without(folder: Path, *names: str) -> dict[str, str]:
    """An environment whose Python lacks some modules, as Debian's does before one installs more."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(HIDE.format(names=names))
    return {"PYTHONPATH": str(folder)}


def test_no_pip_says_what_to_install(clone: Path, bare: dict[str, str], tmp_path: Path) -> None:
    answer = say(clone, env={**bare, **without(tmp_path / "lib", "pip")})

    assert answer.returncode == 1
    assert answer.stderr == words_in("en").trouble(trouble.PipMissing()) + "\n"


def test_no_venv_says_what_to_install(clone: Path, bare: dict[str, str], tmp_path: Path) -> None:
    answer = say(clone, env={**bare, **without(tmp_path / "lib", "venv")})

    assert answer.returncode == 1
    assert answer.stderr == words_in("en").trouble(trouble.VenvMissing()) + "\n"


def test_no_network_names_the_step_and_can_be_run_again(clone: Path, bare: dict[str, str]) -> None:
    # Port 9 of this machine: nobody answers there, as with a cable pulled.
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_CONFIG_FILE": "/dev/null", "PIP_RETRIES": "0"}
    cut_off = {name: text for name, text in bare.items() if not name.startswith("PIP_")} | nowhere

    first, second = say(clone, env=cut_off), say(clone, env=cut_off)

    for answer in (first, second):
        assert answer.returncode == 1
        assert answer.stderr == words_in("en").trouble(trouble.NoNetwork(step="step 1 of 2")) + "\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_during_the_set_up_is_said(clone: Path, bare: dict[str, str]) -> None:
    (clone / ".build").mkdir()
    (clone / ".build" / "set-up.log").symlink_to("/dev/full")

    answer = say(clone, env=bare)

    assert answer.returncode == 1
    assert answer.stderr.startswith("The disk is full")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", trouble.DiskFull),
        ("npm error code ENOSPC", trouble.DiskFull),
        ("Failed to establish a new connection: [Errno -3] Temporary failure in name resolution", trouble.NoNetwork),
        ("npm error code EAI_AGAIN", trouble.NoNetwork),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", trouble.StepStopped),
    ],
)
def test_what_a_tool_said_is_told_in_our_words(said: str, kind: type[trouble.Trouble], tmp_path: Path) -> None:
    steps = Steps(words=words_in("en"), total=3, log=tmp_path / "build" / "log", number=1)

    with pytest.raises(kind):
        packages.explain(said, steps)


def test_packages_are_brought_again_only_when_the_lock_changed(tmp_path: Path) -> None:
    here = Places(root=tmp_path, pages=tmp_path / ".pages", data=tmp_path / ".data", is_clone=True)
    (tmp_path / "requirements.lock").write_text("a==1")
    here.python.parent.mkdir(parents=True)
    here.python.touch()
    assert packages.missing(here, tests=False) == ["packages"]

    packages.note(here, "packages")
    assert packages.missing(here, tests=False) == []

    (tmp_path / "requirements.lock").write_text("a==2")
    assert packages.missing(here, tests=False) == ["packages"]


@pytest.mark.parametrize("name", ["requirements.lock", "tests/requirements.lock"])
def test_the_locks_name_packages_and_hashes_and_no_place(root: Path, name: str) -> None:
    lines = (root / name).read_text(encoding="utf-8").splitlines()

    assert all(line.startswith("    --hash=sha256:") or "==" in line for line in lines)
    assert not [line for line in lines if "//" in line or "file:" in line or "@ " in line]
