"""How soon a parent's words are on a member's open page: one pair, twenty at once, a hundred at once."""

import asyncio
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import psutil

from perinatal.care import Audience
from perinatal.care.sharing import LetIn, ShareAnswer, Shared
from perinatal.toolkit import Toolkit
from perinatal.vault import Cost, Vault
from tests.bench.vault import Row, late, middle
from tests.bench.wire import SAID, SAVE, SAVED, STATE, Tab
from tests.walk.site import ROOT, Site, running
from tests.walk.wire import post

PAIRS = {1: 20, 20: 12, 100: 12}
"""How many pairs, and how often each parent says something else."""
EVERY = 1.0
"""Seconds between two things one parent says; nobody writes faster than that, and not all in the same moment."""
BESIDE = """
from perinatal.vault.keys import Cost
from perinatal.web.guard.pace import Pace
Cost.__init__.__defaults__ = (64, 1)
Pace.allows = lambda self, address: True
"""
"""Two hundred people do not come from one address; here they do."""
HERE = f"{STATE}.perinatal___web___parts___here____here.perinatal___web___parts___visitor____visitor"
VISIT = f"{HERE}.perinatal___web___pages___visit___state____visit_state"


@dataclass
class Pair:
    """A parent and the member who looks at a part of their plan."""

    plan_words: str
    member_words: str
    parent: Tab | None = None
    member: Tab | None = None


def rows() -> list[Row]:
    """Delivery, and beside it what the parent waits for themselves."""
    with tempfile.TemporaryDirectory() as folder:
        around = Path(folder)
        (around / "beside").mkdir()
        (around / "beside" / "sitecustomize.py").write_text(BESIDE)
        pairs = asyncio.run(_make(around / "data", max(PAIRS)))
        with running(around / "data", PYTHONPATH=f"{around / 'beside'}:{ROOT}") as site:
            return asyncio.run(_all(site, pairs))


async def _make(data: Path, how_many: int) -> list[Pair]:
    until, pairs = datetime.now().astimezone().date() + timedelta(days=1), list[Pair]()
    with closing(Toolkit(Vault(data, cost=Cost(memory_kib=64, passes=1)))) as toolkit:
        for _ in range(how_many):
            plan, _ = await toolkit.begin()
            words = await toolkit.keep(plan, "en")
            member, six = await toolkit.members.add("en")
            said = LetIn(
                member=member.id.hex(), public=member.public.hex(), name="Ana", audience=Audience.TEAM, called="D."
            )
            await toolkit.company.let_in(plan, said, "en")
            yes = Shared(member=member.id.hex(), part="A", answer=ShareAnswer.YES, until=until)
            await toolkit.company.share(plan, yes, "en")
            pairs.append(Pair(words, six))
    return pairs


async def _all(site: Site, pairs: list[Pair]) -> list[Row]:
    found: list[Row] = []
    for people, times in PAIRS.items():
        for pair in pairs[:people]:
            if pair.parent is None:
                await _come_in(site, pair)
        own, theirs, before = list[float](), list[float](), _work(site)
        talking = (_talk(pair, times, own, theirs, at * EVERY / people) for at, pair in enumerate(pairs[:people]))
        await asyncio.gather(*talking)
        who = f"{people} pairs at once" if people > 1 else "one pair"
        found += [
            (f"on the member's page, {who}, p50", middle(theirs), "ms"),
            (f"on the member's page, {who}, p95", late(theirs), "ms"),
            (f"saved for the parent, {who}, p50", middle(own), "ms"),
            (f"the other's page beside one's own, {who}", middle(theirs) / middle(own), "times"),
            (f"the server's own work for each, {who}", (_work(site) - before) / len(theirs), "ms"),
        ]
    for pair in pairs:
        for tab in (pair.parent, pair.member):
            if tab:
                await tab.close()
    return found


async def _come_in(site: Site, pair: Pair) -> None:
    cookie = post(site, "/open", words=pair.plan_words, language="en").cookie
    pair.parent = Tab(site.address, cookie)
    await pair.parent.open()
    cookie = post(site, "/sign-in", words=pair.member_words, language="en").cookie
    listing = Tab(site.address, cookie, page="/en/d")
    await listing.open()
    await listing.close()
    post(site, "/visit", cookie, plan="1", language="en")
    pair.member = Tab(site.address, cookie, page="/en/v")
    await pair.member.open()
    await pair.member.ask(f"{VISIT}.look", {"part": "A"}, VISIT)


def _work(site: Site) -> float:
    """Milliseconds the processor worked for the site until now."""
    assert site.process
    times = [worker.cpu_times() for worker in psutil.Process(site.process.pid).children(recursive=True)]
    return 1000 * sum(each.user + each.system for each in times)


async def _talk(pair: Pair, times: int, own: list[float], theirs: list[float], after: float) -> None:
    """The parent says something else each time; when it is on the other's page, and when on their own."""
    parent, member = pair.parent, pair.member
    await asyncio.sleep(after)
    assert parent
    assert member
    for number in range(times):
        words = f"{number} low light, and one voice at a time, please"

        def shows(delta: dict[str, dict[str, object]], words: str = words) -> bool:
            return words in str(delta.get(VISIT, {}).get("items_rx_state_", ""))

        began = time.perf_counter()
        hearing = asyncio.create_task(_heard(member, shows, began))
        own.append(1000 * await parent.ask(SAVE, {"question": "A1", "words": words}, SAVED, SAID))
        theirs.append(1000 * await hearing)
        await asyncio.sleep(max(0.0, EVERY - (time.perf_counter() - began)))


async def _heard(member: Tab, shows: object, began: float) -> float:
    await member.hear(shows)  # type: ignore[arg-type]  # a question about a change
    return time.perf_counter() - began
