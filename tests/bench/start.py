"""How long the two starts take, from a copy of this clone in an empty folder with an empty home."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.walk.site import ROOT, free_port

Row = tuple[str, float, str]
LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", ".build", ".pages*", ".data", "__pycache__", ".*_cache")
READY = re.compile(r"http://localhost:\d+")


def rows() -> list[Row]:
    """The first start, with everything to bring, and the second."""
    with tempfile.TemporaryDirectory() as folder:
        clone, home = Path(folder) / "clone", Path(folder) / "home"
        shutil.copytree(ROOT, clone, ignore=LEFT_BEHIND)
        home.mkdir()
        return [("first start", _start(clone, home), "s"), ("second start", _start(clone, home), "s")]


def _start(clone: Path, home: Path) -> float:
    port, began = free_port(), time.perf_counter()
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PERINATAL_", "VIRTUAL_ENV"))} | {"HOME": str(home)}
    command = [sys.base_prefix + "/bin/python3", "-m", "perinatal", "--port", str(port)]
    server = subprocess.Popen(command, cwd=clone, env=env, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert server.stdout is not None
    try:
        for line in server.stdout:
            if READY.search(line):
                return time.perf_counter() - began
        raise AssertionError("it did not start")
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()
