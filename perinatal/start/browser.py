"""A browser for the tests: the machine's own, else one that Playwright or Debian brings."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from perinatal.start import trouble
from perinatal.start.steps import Steps, quiet_env
from perinatal.start.where import Places

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
KNOWN = (
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
GIVEN = ("PERINATAL_BROWSER", "PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH", "CHROME_PATH")


def find() -> str:
    """The path of a browser that is here, or nothing."""
    return next((path for path in _candidates() if os.access(path, os.X_OK)), "")


def insist(places: Places, steps: Steps) -> str:
    """Find a browser or bring one; the tests in a real browser are never left out in silence."""
    return find() or _from_playwright(places, steps) or _from_debian(steps) or _give_up()


def _candidates() -> Iterator[str]:
    yield from (os.environ[name] for name in GIVEN if os.environ.get(name))
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from KNOWN


def _from_playwright(places: Places, steps: Steps) -> str:
    """Let Playwright bring its own browser into the clone."""
    env = quiet_env(PLAYWRIGHT_BROWSERS_PATH=str(places.build / "browsers"))
    steps.total += 1
    steps.take("browser", [str(places.python), "-m", "playwright", "install", "chromium"], env=env)
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    found = subprocess.run([str(places.python), "-c", ask], env=env, capture_output=True, text=True, check=False)
    path = found.stdout.strip()
    return path if path and Path(path).exists() else ""


def _from_debian(steps: Steps) -> str:
    """Install Debian's package, where we may."""
    if sys.platform != "linux" or not shutil.which("apt-get") or os.geteuid() != 0:
        return ""
    steps.total += 1
    install = "apt-get update && apt-get install -y --no-install-recommends chromium"
    steps.take("browser_package", ["sh", "-c", install], env=quiet_env(DEBIAN_FRONTEND="noninteractive"))
    return find()


def _give_up() -> str:
    raise trouble.BrowserMissing()
