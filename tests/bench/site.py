"""How quick the site is: saves beside a bare Reflex event, memory, starting, and a phone on a slow line."""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.bench.wire import SAID, SAVE, SAVED, STATE, Tab, begin
from tests.walk.site import ROOT, Site, free_port, running

Row = tuple[str, float, str]
PAUSE = 0.03
"""Seconds between two saves of one person, so that nobody is quicker than the wall allows."""
BARE = f"{STATE}.tests___bench___bare____bare"


def rows() -> list[Row]:
    """All of it."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        with running(Path(folder) / "data") as site:
            found: list[Row] = [("second start, until it answers", (time.perf_counter() - began) * 1000, "ms")]
            found += [("memory at rest", _memory(site.process) / 1e6, "MB")]
            found += asyncio.run(_ours(site))
        with _bare() as (address, process):
            found += asyncio.run(_bares(address, process))
        return found


async def _ours(site: Site) -> list[Row]:
    found: list[Row] = []
    words = iter(range(1_000_000))
    first = Tab(site.address, begin(site.address))
    await first.open()
    await _save(first, "first")
    before = _memory(site.process)
    found.append(("memory once a first page was open", before / 1e6, "MB"))
    cookies = [begin(site.address) for _ in range(200)]
    tabs = [Tab(site.address, cookie) for cookie in cookies]
    for people in (1, 20, 200):
        for tab in tabs[:people]:
            if tab._socket is None:
                await tab.open()
        found += await _crowd(
            "save",
            tabs[:people],
            lambda tab: tab.ask(SAVE, {"question": "A1", "words": f"{next(words)} words"}, SAVED, SAID),
        )
    found.append(("memory of an open plan with its page", (_memory(site.process) - before) / 200 / 1e3, "KB"))
    for tab in [first, *tabs]:
        await tab.close()
    return found


async def _save(tab: Tab, words: str) -> float:
    return await tab.ask(SAVE, {"question": "A1", "words": words}, SAVED, SAID)


async def _bares(address: str, process: subprocess.Popen[bytes]) -> list[Row]:
    found: list[Row] = []
    first, tabs = Tab(address, page="/"), [Tab(address, page="/") for _ in range(200)]
    await first.open()
    before = _memory(process)
    for people in (1, 20, 200):
        for tab in tabs[:people]:
            if tab._socket is None:
                await tab.open()
        found += await _crowd("bare event", tabs[:people], lambda tab: tab.ask(f"{BARE}.tick", {}, BARE))
    found.append(("memory of a bare page: no plan, no wall", (_memory(process) - before) / 200 / 1e3, "KB"))
    for tab in [first, *tabs]:
        await tab.close()
    return found


async def _crowd(what: str, tabs: list[Tab], once: Callable[[Tab], object]) -> list[Row]:
    times: list[float] = []

    async def one(tab: Tab) -> None:
        for _ in range(100 if len(tabs) < 100 else 25):
            times.append(await once(tab))  # type: ignore[misc]  # a coroutine
            await asyncio.sleep(PAUSE)

    began = time.perf_counter()
    await asyncio.gather(*map(one, tabs))
    spent = time.perf_counter() - began
    late = statistics.quantiles(times, n=20)[-1]
    people = f"{len(tabs)} at once" if len(tabs) > 1 else "alone"
    return [
        (f"{what}, {people}, p50", statistics.median(times) * 1000, "ms"),
        (f"{what}, {people}, p95", late * 1000, "ms"),
        (f"{what}, {people}, rate", len(times) / spent, "a second"),
    ]


def _memory(process: subprocess.Popen[bytes] | None) -> float:
    """Bytes of the process that answers, without what it shares with its parent counted twice."""
    assert process is not None
    workers = psutil.Process(process.pid).children(recursive=True)
    return max(worker.memory_info().rss for worker in workers)


@contextmanager
def _bare() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    port = free_port()
    env = dict(os.environ, REFLEX_TELEMETRY_ENABLED="false", __REFLEX_SKIP_COMPILE="true", PYTHONPATH=str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [sys.executable, "-c", f"from tests.bench.bare import main; main({port})"], env=env, cwd=folder
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address)
            yield address, server
        finally:
            for process in [*psutil.Process(server.pid).children(recursive=True), server]:
                process.terminate()
            server.wait()


def _wait_for(address: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{address}/ping", timeout=1).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the bare app did not start")
