"""How quick letting in and stopping are, how long a member waits for their list, and how long a check of the record."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from perinatal.care.said import Answered
from perinatal.care.turn import Turn
from perinatal.vault.keys import Cost
from perinatal.vault.member import Member
from perinatal.vault.opened import Opened
from perinatal.vault.vault import Vault
from tests.bench.vault import NOON, Row, disk, late, middle, timed
from tests.vault.company import let_in, let_out, show, visit
from tests.vault.saying import TEAM

QUICK = Cost(memory_kib=64, passes=1)
"""The slow step is measured beside the vault; here nobody waits for it."""
PARTS = "ABCDEFGHIJKL"
PLANS = 200
TURNS = 1000
ANSWER = "Low light. One voice at a time. Tell me what you do, and wait until I say yes. " * 25


def rows(folder: Path | None = None) -> list[Row]:
    """The figures, each beside what one durable write costs on this disk in the same run."""
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as place:
        write, *rest = disk(Path(place))
        vault = Vault(Path(place) / "data", cost=QUICK)
        found = [write, *rest, *_sharing(vault), *_list(vault), *_record(vault)]
        vault.close()
    return [*found, *(_beside(row, write[1]) for row in found if row[0].endswith("p50") and row is not write)]


def _beside(row: Row, write: float) -> Row:
    return (f"{row[0]}, in durable writes of 4 KiB", row[1] / write, "times")


def _sharing(vault: Vault) -> Iterator[Row]:
    """A plan of 200 KB in twelve parts, shown whole to ten members; one more comes and goes."""
    opened, _ = vault.begin()
    for number in range(96):
        opened.say_soon(_turn(number)).result()
    words = iter(_words())
    for _ in range(10):
        let_in(opened, vault.add_member(next(words)), *PARTS)
    one_more, times, work = vault.add_member(next(words)), dict[str, list[float]](), dict[str, float]()
    for _ in range(20):
        for what, do in _come_and_go(vault, opened, one_more).items():
            before = time.process_time()
            times.setdefault(what, []).append(timed(do, 1)[0])
            work[what] = work.get(what, 0) + 1000 * (time.process_time() - before)
    for what, each in times.items():
        yield (f"{what}, p50", middle(each), "ms")
        yield (f"{what}, p95", late(each), "ms")
        yield (f"{what}, of it own work", work[what] / len(each), "ms")


def _come_and_go(vault: Vault, opened: Opened, member: Member) -> dict[str, Callable[[], object]]:
    return {
        "let in and show 12 parts": lambda: let_in(opened, member, *PARTS),
        "a member reads what they are shown": lambda: visit(vault, member).turns(),
        "stop one part of twelve": lambda: show(opened, member, *PARTS[1:]),
        "stop all for one of eleven members": lambda: let_out(opened, member),
    }


def _list(vault: Vault) -> list[Row]:
    """One member who is let in by two hundred parents."""
    member = vault.add_member("lemon marble needle orange pencil quartz")
    for _ in range(PLANS):
        opened, _ = vault.begin()
        let_in(opened, member, "A")
        opened.close()
    before = time.process_time()
    times = timed(lambda: vault.grants(member), 20)
    work = 1000 * (time.process_time() - before) / len(times)
    assert len(vault.grants(member)) == PLANS
    return [
        (f"list of {PLANS} plans, after the words, p50", middle(times), "ms"),
        (f"list of {PLANS} plans, after the words, p95", late(times), "ms"),
        (f"list of {PLANS} plans, of it own work", work, "ms"),
    ]


def _record(vault: Vault) -> list[Row]:
    opened, _ = vault.begin()
    for save in [opened.say_soon(_turn(number)) for number in range(TURNS)]:
        save.result()
    return [(f"check a record of {TURNS} turns, p50", middle(timed(opened.verify, 10)), "ms")]


def _turn(number: int) -> Turn:
    said = Answered(question="A1", words=ANSWER)
    part = PARTS[number % len(PARTS)]
    return Turn(id=f"t{number}", at=NOON, language="en", said=said, audience=TEAM, part=part)


def _words() -> Iterator[str]:
    """Six words for each of many."""
    for number in range(100):
        yield f"lemon marble needle orange pencil word{chr(97 + number // 26)}{chr(97 + number % 26)}"
