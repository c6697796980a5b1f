"""Long steps, said out loud: what runs, how far it is, how long it took."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from perinatal.start.words import Words

TICK = 1.0  # seconds between two signs of life on a screen
SLOW_TICK = 10.0  # the same in a log file, where each sign is a line
Progress = Callable[[str], str]


def silent(line: str) -> str:
    """A step that has nothing to count."""
    return ""


@dataclass
class Steps:
    """The steps of one set-up, numbered as they are taken."""

    words: Words
    total: int
    log: Path
    out: TextIO = field(default_factory=lambda: sys.stdout)
    number: int = 0

    def take(self, key: str, command: list[str], *, env: dict[str, str], progress: Progress = silent) -> str:
        """Run one step to its end; the answer is what it printed, empty when all went well."""
        self.number += 1
        title = f"[{self.number}/{self.total}] " + self.words.say("step", key)
        show = _Line(self.out, title)
        began = time.monotonic()
        said, code = self._follow(command, env, lambda line: show.update(progress(line), time.monotonic() - began))
        seconds = time.monotonic() - began
        show.done(self.words.say("step", "took" if code == 0 else "stopped", seconds=f"{seconds:.1f}"))
        return "" if code == 0 else said or f"exit {code}"

    def _follow(self, command: list[str], env: dict[str, str], tell: Callable[[str], None]) -> tuple[str, int]:
        """Run a command; everything it says goes to the log, its end is what matters."""
        lines: queue.Queue[str | None] = queue.Queue()
        said: list[str] = []
        with self.log.open("a", encoding="utf-8") as log, _started(command, env) as running:
            pouring = threading.Thread(target=_pour, args=(running, lines))
            pouring.start()
            try:
                while (line := _next(lines)) is not None:
                    log.write(line)
                    log.flush()
                    said.append(line)
                    tell(line)
            finally:  # Ctrl-C, or a full disk: nothing goes on behind the person's back
                _end(running)
                pouring.join()
        return "".join(said[-200:]), running.returncode


@dataclass
class _Line:
    """One line of progress: rewritten on a screen, said now and then in a log."""

    out: TextIO
    title: str
    said: float = 0.0

    def __post_init__(self) -> None:
        self.on_screen = self.out.isatty()
        self.said = time.monotonic()
        print(self.title, end=" " if self.on_screen else "\n", file=self.out, flush=True)

    def update(self, progress: str, seconds: float) -> None:
        """Show that the step is alive."""
        now = time.monotonic()
        if now - self.said < (TICK if self.on_screen else SLOW_TICK):
            return
        self.said = now
        text = f"{progress}  {seconds:.0f} s".strip()
        shown, end = (f"\r\033[K{self.title}  {text}", "") if self.on_screen else (f"      {text}", "\n")
        print(shown, end=end, file=self.out, flush=True)

    def done(self, took: str) -> None:
        """Close the line with the time the step took."""
        print(f"\r\033[K{self.title}  {took}" if self.on_screen else f"      {took}", file=self.out, flush=True)


def _started(command: list[str], env: dict[str, str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        process_group=0 if os.name == "posix" else None,
    )


def _end(running: "subprocess.Popen[str]") -> None:
    """End a step and whatever it started; one that is done already does not mind."""
    if os.name != "posix":
        running.terminate()
        return
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGTERM)


def _pour(running: "subprocess.Popen[str]", lines: "queue.Queue[str | None]") -> None:
    for line in running.stdout or ():
        lines.put(line)
    lines.put(None)


def _next(lines: "queue.Queue[str | None]") -> str | None:
    """The next line, or an empty one when nothing was said for a second."""
    try:
        return lines.get(timeout=TICK)
    except queue.Empty:
        return ""


def quiet_env(**more: str) -> dict[str, str]:
    """The environment for a step: ours, without what could bring in other people's packages."""
    strange = {"PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__"}
    return {**{name: text for name, text in os.environ.items() if name not in strange}, **more}
