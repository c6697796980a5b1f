"""Fresh clones, machines with little on them, and a site that really runs."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from perinatal.start import copies, quiet
from perinatal.start.options import read
from perinatal.start.words import words_in
from tests.vault.copying import make_plan
from tests.vault.saying import WORDS

MADE = shutil.ignore_patterns(".*_cache", ".git", ".venv", ".build", ".pages*", ".data", "__pycache__", ".hypothesis")
BASE = getattr(sys, "_base_executable", sys.executable)


@pytest.fixture
def clone(tmp_path: Path, root: Path) -> Path:
    """The project alone in a folder, with nothing set up."""
    return copy_of(root, tmp_path / "clone")


def copy_of(root: Path, folder: Path) -> Path:
    """Copy what a clone holds; the tests stay behind, apart from their lock."""
    shutil.copytree(root, folder, ignore=lambda at, names: {*MADE(at, names), *(["tests"] if at == str(root) else [])})
    (folder / "tests").mkdir()
    shutil.copy(root / "tests" / "requirements.lock", folder / "tests")
    return folder


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """The environment of a machine with Python and nothing else: no Node, an empty home."""
    return bare_machine(tmp_path)


def bare_machine(folder: Path) -> dict[str, str]:
    """Make that environment in a folder."""
    tools, home = folder / "bin", folder / "home"
    for each in (tools, home):
        each.mkdir(parents=True)
    (tools / "sh").symlink_to("/bin/sh")
    network = {
        name: text for name, text in os.environ.items() if name.startswith(("PIP_", "NODE_EXTRA", "SSL_", "HTTP"))
    }
    return {**network, "PATH": str(tools), "HOME": str(home), "LANG": "C.UTF-8"}


def say(folder: Path, *line: str, env: dict[str, str], python: str = BASE) -> subprocess.CompletedProcess[str]:
    """Run `python -m perinatal …` to its end."""
    command = [python, "-m", "perinatal", *line]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False)


def a_free_port() -> int:
    """A port nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for_port(port: int) -> None:
    """Wait until somebody answers there; whoever asks then says what is wrong if nobody does."""
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("localhost", port), timeout=1):
            return
        time.sleep(0.05)


@dataclass
class Running:
    """A site that was started, and everything it said."""

    process: subprocess.Popen[str]
    port: int
    began: float
    said: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Keep what the process says."""
        for line in self.process.stdout or ():
            self.said.append(line)

    def wait_for(self, words: str, seconds: float = 900) -> float:
        """Wait until the process says something; the answer is how long after its start."""
        while not any(words in line for line in self.said):
            assert self.process.poll() is None, "".join(self.said)
            assert time.monotonic() - self.began < seconds, "".join(self.said)
            time.sleep(0.01)
        return time.monotonic() - self.began

    def get(self, path: str) -> tuple[int, str]:
        """Open a page. The line that says where is printed a moment before the port answers."""
        wait_for_port(self.port)
        with urllib.request.urlopen(f"http://localhost:{self.port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()

    def leave(self) -> int:
        """Press Ctrl-C, as a terminal does it: everything in front hears it."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(timeout=15)


Start = Callable[..., Running]
Tend = Callable[..., tuple[int, str]]


@pytest.fixture(scope="session")
def start() -> Iterator[Start]:
    """Start sites; whatever is still there at the end is ended."""
    running: list[Running] = []

    def begin(folder: Path, *line: str, env: dict[str, str], python: str = BASE) -> Running:
        port = a_free_port()
        command = [python, "-m", "perinatal", "--port", str(port), *line]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        process = subprocess.Popen(command, cwd=folder, env=env, start_new_session=True, **pipes)
        site = Running(process, port, time.monotonic())
        running.append(site)
        threading.Thread(target=site.listen, daemon=True).start()
        return site

    yield begin
    for site in running:
        if site.process.poll() is None:
            os.killpg(site.process.pid, signal.SIGKILL)
        site.process.wait()
        if site.process.stdout:
            site.process.stdout.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one plan in it."""
    make_plan(tmp_path / "data", WORDS, turns=20)
    return tmp_path / "data"


@pytest.fixture
def tend(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tend:
    """Run one command on that folder, here and now; its exit code and all it said."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # puts back what the edge hangs there
    monkeypatch.setattr(copies, "harden", lambda: None)  # this process has other tests to run

    def command(*line: object, language: str = "en", place: Path = folder) -> tuple[int, str]:
        typed = read([str(each) for each in (line[0], "--data", place, "--language", language, *line[1:])])
        words = words_in(language)
        code = quiet.edge(words, lambda: copies.run(read(copies.line_of(typed, place)), words))
        told = capsys.readouterr()
        return code, told.out + told.err

    return command
