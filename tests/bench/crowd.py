"""Fifty people who open at once: who is served, how long they wait, and what it costs everybody else."""

import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

from tests.bench.vault import Row, late, middle, timed
from tests.walk.site import ROOT, Site, running
from tests.walk.wire import begin, keep, knock, post

PEOPLE = 50
BESIDE = """
import asyncio, time
from perinatal.web.guard.pace import Pace, Patience
from perinatal.web.news import News
Pace.allows = lambda self, address: True
Patience.wait = lambda self, address: 0.0
plain, watching = News.keep_only, []

async def watch():
    with open({file!r}, "a", buffering=1) as late:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            late.write(f"{{time.time()}} {{time.perf_counter() - before - 0.005}}\\n")

def keep_only(self, there):
    if not watching:
        watching.append(asyncio.get_running_loop().create_task(watch()))
    plain(self, there)

News.keep_only = keep_only
"""
"""One address may be fifty people here; and the event loop notes how much later it comes round than it meant to."""


def rows() -> list[Row]:
    """With the real slow step."""
    with tempfile.TemporaryDirectory() as folder:
        around = Path(folder)
        notes = around / "late"
        (around / "beside").mkdir()
        (around / "beside" / "sitecustomize.py").write_text(BESIDE.format(file=str(notes)))
        with running(around / "data", PYTHONPATH=f"{around / 'beside'}:{ROOT}") as site:
            cookie = begin(site)
            words = keep(site, cookie)
            alone = timed(lambda: post(site, "/open", words=words, language="en"), 5)
            time.sleep(3)  # for the watch on the event loop, and for what the first openings left
            resting, began = _memory(site), time.time()
            time.sleep(2)
            calm = _stalls(notes, began, time.time())
            return [("open alone, p50", middle(alone), "ms"), *_crowd(site, words, resting, notes, max(calm))]


def _crowd(site: Site, words: str, resting: float, notes: Path, calm: float) -> list[Row]:
    took, statuses, most, over = list[float](), list[int](), [resting], threading.Event()

    def weigh() -> None:
        while not over.wait(0.02):
            most.append(_memory(site))

    def come() -> None:
        began = time.perf_counter()
        form = {"words": words, "language": "en"}
        statuses.append(knock(site, "POST", "/open", form).status)
        took.append(1000 * (time.perf_counter() - began))

    weighing = threading.Thread(target=weigh)
    weighing.start()
    began = time.time()
    with ThreadPoolExecutor(PEOPLE) as people:
        for _ in range(PEOPLE):
            people.submit(come)
    stalls = _stalls(notes, began, time.time())
    over.set()
    weighing.join()
    return [
        (f"{PEOPLE} open at once: let in", statuses.count(303), "people"),
        (f"{PEOPLE} open at once: asked to come back", statuses.count(503), "people"),
        (f"{PEOPLE} open at once, p50", middle(took), "ms"),
        (f"{PEOPLE} open at once, the last", max(took), "ms"),
        ("memory beyond rest, at most", (max(most) - resting) / 2**20, "MiB"),
        ("event loop comes late, at most", max(stalls), "ms"),
        ("event loop comes late, p95", late(stalls), "ms"),
        ("event loop comes late at rest, at most", calm, "ms"),
    ]


def _stalls(notes: Path, began: float, ended: float) -> list[float]:
    """Milliseconds by which the loop came late, each time between these two moments."""
    each = (line.split() for line in notes.read_text().splitlines())
    return [1000 * float(late) for at, late in each if began <= float(at) <= ended]


def _memory(site: Site) -> float:
    """Bytes the process that answers holds."""
    assert site.process
    return max(worker.memory_info().rss for worker in psutil.Process(site.process.pid).children(recursive=True))
