"""The packages: a place of their own in the clone, filled from a lock that names every file by its hash."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from perinatal.start import trouble
from perinatal.start.steps import Progress, Steps, quiet_env
from perinatal.start.where import Places

LOCKS = {"packages": "requirements.lock", "test_packages": "tests/requirements.lock"}
# pip can fill a place that has no pip of its own since 22.3; Python 3.11 came with it.
NO_NETWORK = re.compile(
    r"connection (refused|reset|error|aborted)|failed to establish|name resolution|resolve host|getaddrinfo"
    r"|network is unreachable|timed? ?out|proxyerror|no route to host"
    r"|enotfound|eai_again|econnrefused|econnreset|etimedout",
    re.IGNORECASE,
)
NO_ROOM = re.compile(r"no space left|enospc|disk quota|not enough space", re.IGNORECASE)


def missing(places: Places, *, tests: bool) -> list[str]:
    """The locks whose packages are not there yet, or not as the lock says now."""
    wanted = ["packages", "test_packages"] if tests else ["packages"]
    if not places.python.exists() or not _is_done(places, "packages"):
        return wanted
    return [key for key in wanted if not _is_done(places, key)]


def install(places: Places, steps: Steps, keys: list[str]) -> None:
    """Make the place when it is new or its lock changed, and fill it."""
    pip = _pip()
    if "packages" in keys:
        make_place(places)
    for key in keys:
        lock = places.root / LOCKS[key]
        # The lock names everything, so nothing is worked out; what is never imported is never compiled.
        options = ["install", "--require-hashes", "--no-deps", "--only-binary=:all:", "--no-compile", "--no-cache-dir"]
        command = [*pip, "--python", str(places.python), *options, "--progress-bar=off", "-r", str(lock)]
        # A person's own pip settings may name a mirror, and that is kept; where to install is ours to say.
        env = quiet_env(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PIP_TARGET="")
        explain(steps.take(key, command, env=env, progress=_counter(lock)), steps)
        note(places, key)


def make_place(places: Places) -> None:
    """Make the folder for the packages, empty."""
    try:
        import venv  # here, because some systems ship Python without it
    except ModuleNotFoundError:
        raise trouble.VenvMissing() from None
    venv.EnvBuilder(clear=True, with_pip=False, symlinks=os.name != "nt").create(places.venv)


def explain(said: str, steps: Steps) -> None:
    """Turn what a step said before it stopped into the trouble it had."""
    if not said:
        return
    step = steps.words.say("step", "number", number=steps.number, total=steps.total)
    if NO_ROOM.search(said):
        raise trouble.DiskFull(place=steps.log.parent.parent)
    if NO_NETWORK.search(said):
        raise trouble.NoNetwork(step=step)
    raise trouble.StepStopped(step=step, log=steps.log)


def note(places: Places, key: str) -> None:
    """Write down which lock was installed; this comes last, so a broken-off set-up starts again."""
    _stamp(places, key).write_text(_hash(places.root / LOCKS[key]), encoding="ascii")


def _stamp(places: Places, key: str) -> Path:
    return places.venv / f".{key}.done"


def _is_done(places: Places, key: str) -> bool:
    file = _stamp(places, key)
    return file.exists() and file.read_text(encoding="ascii") == _hash(places.root / LOCKS[key])


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _pip() -> list[str]:
    """A pip that runs: this Python's, or the one this Python was made from."""
    base = getattr(sys, "_base_executable", None) or sys.executable
    for python in dict.fromkeys((sys.executable, base)):
        tried = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False)
        if tried.returncode == 0:
            return [python, "-m", "pip"]
    raise trouble.PipMissing()


def _counter(lock: Path) -> Progress:
    """Counts the packages as pip names them."""
    total = len(re.findall(r"^\w\S*==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    seen: set[str] = set()

    def progress(line: str) -> str:
        if line.startswith("Collecting "):
            seen.add(line)
        return f"{len(seen)}/{total}"

    return progress
