"""A site of its own for a test: a real server on a free port, with an empty data folder."""

import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ANY_CERTIFICATE = ssl._create_unverified_context()
AS_IT_IS = "import sys; from perinatal.start.serve import main; sys.exit(main())"
"""The site as everybody starts it."""
SERVE = """
import sys
from perinatal.start.serve import main
from perinatal.web.guard.pace import Patience
Patience.FREE_TRIES = 10_000
sys.exit(main())
"""
"""Many tests try wrong words at one site; how long a person waits after some is promised elsewhere."""


def free_port() -> int:
    """A port nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Site:
    """One running site, which can be killed and started again on the same data."""

    data: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    extra: dict[str, str] = field(default_factory=dict)
    serve: str = SERVE

    @property
    def address(self) -> str:
        """Where it answers."""
        scheme = "https" if "PERINATAL_CERT" in self.extra else "http"
        return f"{scheme}://{self.extra.get('PERINATAL_NAME', 'localhost')}:{self.port}"

    @property
    def log(self) -> Path:
        """Everything it printed."""
        return self.data.parent / f"{self.data.name}.log"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        env = {k: v for k, v in os.environ.items() if not k.startswith("PERINATAL_")} | {
            "PERINATAL_PORT": str(self.port),
            "PERINATAL_DATA": str(self.data),
            "PYTHONPATH": str(ROOT),
            **self.extra,
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", self.serve],
                env=env,
                cwd=self.data.parent,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        for _ in range(400):
            try:
                urllib.request.urlopen(f"{self.address}/head.js", timeout=1, context=ANY_CERTIFICATE).close()
                return
            except OSError:
                time.sleep(0.05)
                assert self.process.poll() is None, self.log.read_text()
        raise AssertionError("the site did not start: " + self.log.read_text())

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def addresses(self) -> list[str]:
        """Every page that was built, found in the built files."""
        client = ROOT / ".pages" / "build" / "client"
        built = {
            re.sub(r"(/index)?\.html$", "", "/" + p.relative_to(client).as_posix()) for p in client.rglob("*.html")
        }
        languages = {p.parent.name for p in (ROOT / "perinatal" / "library").glob("*/language.toml")}
        return sorted(p for p in built if p.split("/")[1:2] and p.split("/")[1] in languages)


@contextmanager
def running(data: Path, *, serve: str = SERVE, **extra: str) -> Iterator[Site]:
    """A site while a test runs."""
    data.mkdir(parents=True, exist_ok=True)
    site = Site(data, extra=extra, serve=serve)
    site.start()
    try:
        yield site
    finally:
        site.kill()
