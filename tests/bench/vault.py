"""How quick keeping is: saves for one, twenty and two hundred people, and opening a plan of 100 and 10,000 turns."""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from perinatal.care.plan import CarePlan
from perinatal.care.said import Answered
from perinatal.care.turn import Turn
from perinatal.vault.opened import Opened
from perinatal.vault.vault import Vault

Row = tuple[str, float, str]

WORDS = "acorn bishop candle drawer ember fiddle"
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
ANSWER = "I would like the lights low, and somebody to tell me before they touch me. " * 2


def rows(folder: Path | None = None) -> list[Row]:
    """The figures, measured in this folder: on the disk that counts, not in memory."""
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as place:
        vault = Vault(Path(place) / "data")
        found = [
            *disk(Path(place)),
            *_alone(vault),
            *asyncio.run(_crowd(vault, people=20)),
            *asyncio.run(_crowd(vault, people=200)),
            *_words(vault),
            *_opening(vault, turns=100),
            *_opening(vault, turns=10_000),
            *_forgetting(vault),
        ]
        vault.close()
        return found


def disk(folder: Path) -> list[Row]:
    """What any save waits for on this machine, however it is made."""
    with (folder / "probe").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(bytes(4096))
            os.fdatasync(file.fileno()) if hasattr(os, "fdatasync") else os.fsync(file.fileno())

        times = timed(write, 200)
    return [("disk: 4 KiB made durable, p50", middle(times), "ms"), ("disk: the same, p95", late(times), "ms")]


def _alone(vault: Vault) -> list[Row]:
    plan, _ = vault.begin()
    numbers = iter(range(10_000))
    times = timed(lambda: plan.say(_turn(next(numbers))), 500)
    return [
        ("save alone, p50", middle(times), "ms"),
        ("save alone, p95", late(times), "ms"),
        ("saves alone", 1000 * len(times) / sum(times), "a second"),
    ]


async def _crowd(vault: Vault, people: int, each: int = 10) -> list[Row]:
    plans = [vault.begin()[0] for _ in range(people)]
    times: list[float] = []

    async def say(plan: Opened) -> None:
        for number in range(each):
            before = time.perf_counter()
            await asyncio.wrap_future(plan.say_soon(_turn(number)))
            times.append((time.perf_counter() - before) * 1000)

    before = time.perf_counter()
    await asyncio.gather(*map(say, plans))
    whole = time.perf_counter() - before
    return [
        (f"save, {people} people without a pause, p50", middle(times), "ms"),
        (f"save, {people} people without a pause, p95", late(times), "ms"),
        (f"saves, {people} people", people * each / whole, "a second"),
    ]


def _words(vault: Vault) -> list[Row]:
    plan, _ = vault.begin()
    keep = timed(lambda: plan.keep(WORDS), 3)
    miss = timed(lambda: vault.open("no such plan is there ever"), 3)
    return [("keep under words", min(keep), "ms"), ("open, no such plan", min(miss), "ms")]


def _opening(vault: Vault, turns: int) -> list[Row]:
    """With the secret instead of words: what is left of opening without the slow step."""
    plan, secret = vault.begin()
    saves = [plan.say_soon(_turn(number)) for number in range(turns)]
    for save in saves:
        save.result()
    plan.close()

    def reopen() -> None:
        vault.sweep()
        before = time.perf_counter()
        again = vault.resume(secret)
        times.append((time.perf_counter() - before) * 1000)
        assert again is not None
        assert len(again.turns) == turns
        said.append(timed(lambda: CarePlan.of(again.turns), 1)[0])
        again.close()

    times: list[float] = []
    said: list[float] = []
    for _ in range(5):
        reopen()
    return [
        (f"open a plan of {turns:,} turns, after the words", middle(times), "ms"),
        (f"what {turns:,} turns say", middle(said), "ms"),
        (f"{turns:,} turns on the disk", sum(len(row.sealed) for row in _rows(vault, secret)) / turns, "B a turn"),
    ]


def _rows(vault: Vault, secret: bytes) -> list:
    again = vault.resume(secret)
    assert again is not None
    found = vault._store.rows(again.plan_id)
    again.close()
    return found


def _forgetting(vault: Vault) -> list[Row]:
    plan, _ = vault.begin()
    for number in range(100):
        plan.say(_turn(number))
    return [("forget a plan of 100 turns", timed(plan.forget, 1)[0], "ms")]


def _turn(number: int) -> Turn:
    return Turn(id=f"t{number}", at=NOON, language="en", said=Answered(question="A1", words=ANSWER))


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds that each of so many runs took."""
    taken: list[float] = []
    for _ in range(times):
        before = time.perf_counter()
        work()
        taken.append((time.perf_counter() - before) * 1000)
    return taken


def middle(times: list[float]) -> float:
    """The time that half of them were within."""
    return statistics.median(times)


def late(times: list[float]) -> float:
    """The time that nineteen of twenty were within."""
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    for name, value, unit in rows(Path(sys.argv[1]) if len(sys.argv) > 1 else None):
        sys.stdout.write(f"{name:<50} {value:>10.2f} {unit}\n")
