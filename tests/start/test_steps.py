"""A long step says that it is alive, how long it took, and leaves nothing behind when it is stopped."""

import io
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from perinatal.start import steps as steps_module
from perinatal.start.steps import Steps, quiet_env
from perinatal.start.words import words_in


@pytest.fixture
def steps(tmp_path: Path) -> Steps:
    """Two steps, said into a file."""
    return Steps(words=words_in("en"), total=2, log=tmp_path / "log", out=io.StringIO())


def said(steps: Steps) -> str:
    """What a person saw."""
    assert isinstance(steps.out, io.StringIO)
    return steps.out.getvalue()


def test_a_step_is_numbered_named_and_timed(steps: Steps) -> None:
    assert steps.take("pages", [sys.executable, "-c", ""], env=quiet_env()) == ""

    assert said(steps).startswith("[1/2] Making the pages\n")
    assert "done, 0." in said(steps)


def test_a_step_that_stops_hands_back_what_it_said_and_keeps_it_in_the_log(steps: Steps) -> None:
    command = [sys.executable, "-c", "print('no room'); raise SystemExit(3)"]

    assert steps.take("pages", command, env=quiet_env()) == "no room\n"

    assert steps.log.read_text() == "no room\n"
    assert "stopped after" in said(steps)


def test_a_step_that_stops_without_a_word_still_counts_as_stopped(steps: Steps) -> None:
    assert steps.take("pages", [sys.executable, "-c", "raise SystemExit(3)"], env=quiet_env()) == "exit 3"


def test_a_step_that_says_nothing_for_long_still_shows_that_it_is_alive(
    steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps_module, "SLOW_TICK", 0.0)

    steps.take("pages", [sys.executable, "-c", "import time; time.sleep(2.5)"], env=quiet_env())

    assert said(steps).count(" s\n") >= 3


@pytest.mark.skipif(os.name != "posix", reason="process groups are a posix thing")
def test_ctrl_c_ends_the_step_and_whatever_it_started(steps: Steps, tmp_path: Path) -> None:
    child = f"import os,time; open({str(tmp_path / 'child')!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"

    def press_once_it_runs() -> None:
        while not ((tmp_path / "child").exists() and (tmp_path / "child").read_text()):
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=press_once_it_runs).start()
    with pytest.raises(KeyboardInterrupt):
        steps.take("pages", [sys.executable, "-c", parent], env=quiet_env())

    assert is_gone(int((tmp_path / "child").read_text()))


def is_gone(process: int) -> bool:
    """Whether a process has ended, or ends within two seconds."""
    for _ in range(100):
        status = Path(f"/proc/{process}/stat")
        if not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return True
        time.sleep(0.02)
    return False
