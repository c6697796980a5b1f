"""The process that serves keeps what is in its memory out of files and out of reach."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from perinatal.start import serve
from perinatal.start.settings import Settings
from perinatal.start.words import words_in

LOOK = """
import ctypes, os, resource
from perinatal.start.harden import harden
harden()
open("made", "w").close()
limits, mode = resource.getrlimit(resource.RLIMIT_CORE), oct(os.stat("made").st_mode & 0o777)
print(limits, mode, ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)
child = os.fork()
if not child:
    given = ctypes.c_int()
    ctypes.CDLL(None).prctl(2, ctypes.byref(given), 0, 0, 0)
    print("ends with", given.value, flush=True)
    os._exit(0)
os.wait()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="these walls are Linux's")
def test_memory_stays_out_of_files_and_files_stay_ours(root: Path, tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(root)}

    seen = subprocess.run(
        [sys.executable, "-c", LOOK], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )

    assert seen.stdout.splitlines() == ["(0, 0) 0o600 0", "ends with 9"]


def test_reflex_is_told_to_build_nothing_keep_nothing_and_call_nobody(tmp_path: Path) -> None:
    told = serve.reflex_env(tmp_path)

    assert told["__REFLEX_SKIP_COMPILE"] == "true"
    assert told["REFLEX_TELEMETRY_ENABLED"] == told["REFLEX_CHECK_LATEST_VERSION"] == "false"


def test_reflex_reads_what_it_is_told_as_it_was_meant(root: Path, tmp_path: Path) -> None:
    ask = (
        "import sys; from pathlib import Path; from perinatal.start.serve import prepare;"
        "from perinatal.start.settings import Settings; prepare(Settings.from_env());"
        "from reflex_base.environment import environment as e; from reflex_base.config import get_config as c;"
        "print(e.REFLEX_SOCKET_INTERVAL.get().total_seconds(), e.REFLEX_SOCKET_TIMEOUT.get().total_seconds(),"
        "e.REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE.get(), e.REFLEX_SKIP_COMPILE.get(),"
        "c().app_name, c().state_manager_mode.value, c().redis_url, c().telemetry_enabled, c().cors_allowed_origins)"
    )
    stray = {"REFLEX_STATE_MANAGER_MODE": "disk", "REDIS_URL": "redis://x", "REFLEX_REDIS_URL": "redis://x"}
    env = {**os.environ, **stray, **Settings(port=8456, pages=tmp_path).to_env()}

    seen = subprocess.run([sys.executable, "-c", ask], cwd=root, env=env, capture_output=True, text=True, check=True)

    assert seen.stdout.startswith("10.0 8.0 65536 True perinatal memory None False ")
    assert "http://localhost:8456" in seen.stdout
    assert "*" not in seen.stdout


def test_the_address_is_said_once_the_site_answers(capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[str] = []

    async def site(scope: serve.Message, receive: serve.Receive, send: serve.Send) -> None:
        heard.append(scope["type"])
        assert capsys.readouterr().out == ""
        await send({"type": "lifespan.startup.complete"})

    async def send(message: serve.Message) -> None:
        heard.append(message["type"])

    announced = serve.announced(site, Settings(port=8456), words_in("en"))
    asyncio.run(announced({"type": "lifespan"}, None, send))  # type: ignore[arg-type]  # nothing is received here

    assert heard == ["lifespan", "lifespan.startup.complete"]
    assert capsys.readouterr().out.startswith("Open http://localhost:8456 ")
