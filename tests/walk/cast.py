"""Everybody who could want to read or change a plan that is not theirs, each with what they rightly hold.

Made beside the site before it starts, with a slow step that is quick: what it costs is measured elsewhere.
"""

import asyncio
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from perinatal.care import Audience, Stance, Turn
from perinatal.care.sharing import LetIn, ShareAnswer, Shared, Suggested
from perinatal.toolkit import OpenPlan, Toolkit, shelf
from perinatal.toolkit.addressing import part_of
from perinatal.vault import Cost, InUse, Member, Vault
from tests.walk.canary import Canary
from tests.walk.site import ROOT, Site
from tests.walk.wire import Line, begin, keep, post

QUICK = Cost(memory_kib=64, passes=1)
BESIDE = """
from perinatal.vault.keys import Cost
Cost.__init__.__defaults__ = (64, 1)
"""
"""Laid beside the server: words cost little there."""
WORDS = shelf("en")
FOR_TEAM, FOR_BIRTH = frozenset({"team"}), frozenset({"birth"})
SEEN = "what was rightly shown"


def asked_of(audience: frozenset[str], part: str = "") -> str:
    """A question for this audience alone, in this part or in one that has some for each."""
    for_both = [s.id for s in WORDS.sections if {FOR_TEAM, FOR_BIRTH} <= {frozenset(q.audience) for q in s.questions}]
    here = (q.id for q in WORDS.questions.values() if frozenset(q.audience) == audience)
    return next(id for id in here if part_of(id, WORDS) == (part or for_both[0]))


SECRET, BESIDE_IT = asked_of(FOR_TEAM), asked_of(FOR_BIRTH)
PART = part_of(SECRET, WORDS)
ELSE = next(s.id for s in WORDS.sections if s.id != PART and any("team" in q.audience for q in s.questions))
SHOWN = next(q.id for q in WORDS.questions.values() if part_of(q.id, WORDS) == ELSE and "team" in q.audience)
OWN = next(q.id for q in WORDS.questions.values() if part_of(q.id, WORDS) == PART and frozenset(q.audience) == {"me"})


@dataclass(frozen=True)
class Somebody:
    """A member, and the six words that open them."""

    member: Member
    six: str

    @property
    def id(self) -> str:
        return self.member.id.hex()


@dataclass
class Cast:
    """The plans that are attacked, and those who attack them."""

    data: Path
    canary: Canary = field(default_factory=Canary)
    people: dict[str, Somebody] = field(default_factory=dict[str, Somebody])
    words: str = ""
    plans: tuple[bytes, ...] = ()
    """The plan that lies open meanwhile, and one whose parent is away."""
    ids: dict[str, str] = field(default_factory=dict[str, str])
    """Every id of the first plan that an event or a form could name."""

    def mark(self, where: str) -> str:
        """A word that nobody here may ever read."""
        return self.canary.word(where)


def cast(data: Path) -> Cast:
    """Make them all."""
    made = Cast(data)
    moment = datetime.now(UTC) - timedelta(days=3)
    with closing(Toolkit(Vault(data, cost=QUICK), now=lambda: moment)) as toolkit:
        wait_for(_long_ago(toolkit, made, moment))
    with closing(Toolkit(Vault(data, cost=QUICK))) as toolkit:
        wait_for(_now(toolkit, made))
    return made


def wait_for(doing: Coroutine[Any, Any, None]) -> None:
    """In a thread of its own: a browser's event loop may already run in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, doing).result()


async def _long_ago(toolkit: Toolkit, made: Cast, moment: datetime) -> None:
    """A plan whose parent showed a part for one day, and never came back."""
    plan = await _plan(toolkit, made)
    await _let_in(toolkit, made, plan, "whose day is past", Audience.TEAM)
    await _show(toolkit, made, plan, "whose day is past", PART, moment)
    made.plans = (plan.opened.plan_id,)


async def _now(toolkit: Toolkit, made: Cast) -> None:
    plan, now = await _plan(toolkit, made, keep_as=made), datetime.now(UTC) + timedelta(days=1)
    for name, audience, part in (
        ("let in", Audience.TEAM, PART),
        ("of another audience", Audience.BIRTH, PART),
        ("of another part", Audience.TEAM, ELSE),
        ("who was stopped", Audience.TEAM, PART),
    ):
        await _let_in(toolkit, made, plan, name, audience)
        await _show(toolkit, made, plan, name, part, now)
    await toolkit.company.stop(plan, "en", member=made.people["who was stopped"].id)
    await _offer(toolkit, made, "let in")
    other = await _plan(toolkit, made, own=False)
    await _let_in(toolkit, made, other, "of another plan", Audience.TEAM)
    await _show(toolkit, made, other, "of another plan", PART, now)
    made.people["whom nobody let in"] = await _somebody(toolkit)
    made.plans = (plan.opened.plan_id, *made.plans)
    made.ids |= {
        "turn": next(t.id for t in plan.turns if getattr(t.said, "question", "") == SECRET),
        "offered": next(t.id for t in plan.turns if isinstance(t.said, Suggested)),
        "member": made.people["let in"].id,
        "plan": plan.opened.plan_id.hex(),
        "grant": plan.opened.guests[0].grant.hex(),
    }


async def _plan(toolkit: Toolkit, made: Cast, *, keep_as: Cast | None = None, own: bool = True) -> OpenPlan:
    plan, _ = await toolkit.begin()
    words = await toolkit.keep(plan, "en")
    if keep_as:
        keep_as.words = words
    await toolkit.answer(plan, BESIDE_IT, SEEN, "en")
    await toolkit.answer(plan, SHOWN, SEEN, "en")
    if own:
        for id in (SECRET, OWN):
            await toolkit.answer(plan, id, made.mark(id), "en")
        topic = next(iter(WORDS.topics))
        await toolkit.topics.decide(plan, topic, Stance.NOT_NOW, "en")
        await toolkit.topics.wonder(plan, topic, made.mark(topic), "en")
        await toolkit.goals.wish(plan, made.mark("wish"), "en")
    return plan


async def _somebody(toolkit: Toolkit) -> Somebody:
    return Somebody(*await toolkit.members.add("en"))


async def _let_in(toolkit: Toolkit, made: Cast, plan: OpenPlan, name: str, audience: Audience) -> None:
    made.people[name] = who = await _somebody(toolkit)
    mark = made.mark(f"the name of one {name}")
    said = LetIn(member=who.id, public=who.member.public.hex(), name=mark, audience=audience, called="D.")
    await toolkit.company.let_in(plan, said, "en")


async def _show(toolkit: Toolkit, made: Cast, plan: OpenPlan, name: str, part: str, until: datetime) -> None:
    said = Shared(
        member=made.people[name].id,
        part=part,
        answer=ShareAnswer.YES,
        until=until.astimezone().date(),
        why=made.mark(f"why one {name} is shown it"),
    )
    await toolkit.company.share(plan, said, "en")


async def _offer(toolkit: Toolkit, made: Cast, name: str) -> None:
    (grant,) = await toolkit.members.let_in_by(made.people[name].member)
    visit = toolkit.members.enter(made.people[name].member, grant)
    await toolkit.members.suggest(visit, Suggested(item=SECRET, words=made.mark("offered")), "en")


def what_is_in(data: Path, words: str) -> tuple[Turn, ...]:
    """All that the plan of these words says, read beside the site once that is gone."""
    with closing(_once_it_is_free(data)) as vault:
        plan = vault.open(words)
        assert plan
        plan.verify()
        return plan.turns


def _once_it_is_free(data: Path) -> Vault:
    """A killed server lets go of its files a moment after it is gone."""
    for _ in range(100):
        with suppress(InUse):
            return Vault(data, cost=QUICK)
        time.sleep(0.05)
    raise AssertionError("the site did not let go of its data")


def quick(around: Path, more: str = "") -> dict[str, str]:
    """What a site needs around it, so that words cost little there."""
    (around / "beside").mkdir()
    (around / "beside" / "sitecustomize.py").write_text(BESIDE + more)
    return {"PYTHONPATH": f"{around / 'beside'}:{ROOT}"}


def come_in(site: Site, made: Cast, role: str) -> str:
    """The cookie of somebody in this role, who stands wherever they may stand."""
    if role == "nobody":
        return ""
    if role == "another parent":
        cookie = begin(site)
        keep(site, cookie)
        return cookie
    cookie = post(site, "/sign-in", words=made.people[role].six, language="en").cookie
    Line(site, cookie, path="/en/d").close()
    post(site, "/visit", cookie, plan="1", language="en")
    return cookie
