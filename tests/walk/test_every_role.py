"""Every event and every door, tried by everybody who may not: no word of a plan goes to them, and none is changed.

Which events, doors, fields of forms and tables there are is found, so that what is added is tried from its first day.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest

from tests.walk.cast import ELSE, PART, SECRET, SEEN, WORDS, Cast, cast, come_in, quick, what_is_in
from tests.walk.entrances import Entrances, Event
from tests.walk.site import ROOT, Site, running
from tests.walk.test_every_event import AT_ONCE, MEANT, OTHERWISE, say
from tests.walk.wire import Line, insist_guarded, knock, post

STRANGERS = (
    "nobody",
    "another parent",
    "whom nobody let in",
    "of another plan",
    "who was stopped",
    "whose day is past",
)
"""Those who may not even say a word to the plan."""
SOMETHING_ELSE = ("of another audience", "of another part")
"""Those who may look at something of it, and are told to the parent when they do."""
UNHURRIED = """
from perinatal.web.guard.pace import Pace
Pace.allows = lambda self, address: True
"""
"""A site that takes in as many knocks as there are doors to try: one it slowed down would tell nothing of the door."""
BY_KIND: dict[str, object] = {"str": "A", "bool": True, "int": 1, "float": 1.0}
Row = tuple[object, ...]


@dataclass
class Attacked:
    """A site with an open plan on it that everybody goes for."""

    site: Site
    cast: Cast
    events: tuple[Event, ...]
    doors: tuple[tuple[str, str], ...]
    parent: str

    def payloads(self, event: Event) -> Iterator[dict[str, object]]:
        """What an event may bring so that it counts, then so that it names each thing of that plan."""
        known = self.cast.ids | MEANT | OTHERWISE.get(event.short, {})
        meant = {name: known.get(name, BY_KIND[kind]) for name, kind in event.asks.items()}
        yield meant
        ids = self.cast.ids | {"item": SECRET, "part": PART, "question": SECRET, "another part": ELSE}
        named = meant | {name: ids[name] for name, kind in event.asks.items() if kind == "str" and name in ids}
        if named != meant:
            yield named
        first = next((name for name, kind in event.asks.items() if kind == "str"), "")
        if first:
            yield from (named | {first: id} for id in {*ids.values()} if named[first] != id)

    def rows(self) -> set[Row]:
        """Every row of every table of every file."""
        held: set[Row] = set()
        for file in sorted(self.site.data.glob("*.sqlite")):
            with closing(sqlite3.connect(file)) as db:
                tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
                for table in tables:
                    held |= {(file.name, table, *row) for row in db.execute(f'SELECT * FROM "{table}"')}
        return held


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory, entrances: Entrances) -> Iterator[Attacked]:
    around = tmp_path_factory.mktemp("attacked")
    made = cast(around / "data")
    with running(made.data, **quick(around, UNHURRIED)) as site:
        parent = post(site, "/open", words=made.words, language="en").cookie
        yield Attacked(site, made, entrances.events, entrances.doors, parent)


def say_everything(attacked: Attacked, cookie: str, path: str, *, quiet: float = 0.4) -> str:
    """Say every event in every way; all that was heard until it was quiet for so many seconds."""
    said = [(event, payload) for event in attacked.events for payload in attacked.payloads(event)]
    heard: list[str] = []
    for start in range(0, len(said), AT_ONCE):
        line = Line(attacked.site, cookie, path=path)
        for event, payload in said[start : start + AT_ONCE]:
            place = {"visit": "v", "today": "d", "person": "s/1"}.get(event.page, "")
            say(line, event, payload, place)
        line.listen(quiet)
        line.close()
        heard.append(line.everything())
    return "\n".join(heard)


def about(rows: set[Row], *plans: bytes) -> set[Row]:
    """Those rows that name one of these plans."""
    return {row for row in rows if any(plan in row for plan in plans)}


def insist_untouched(attacked: Attacked, before: set[Row]) -> None:
    """No row there was is gone or another one, and none is there that names these plans and was not before."""
    after = attacked.rows()
    assert about(before, *attacked.cast.plans) == about(after, *attacked.cast.plans)
    assert _keys(before) - _keys(after) == set()


def _keys(rows: set[Row]) -> set[Row]:
    """The rows that let somebody in. What a member notes for themselves stands beside a grant, and is theirs."""
    return {row[:-1] if row[1] == "granted" else row for row in rows if row[1] in ("member", "granted", "half")}


@pytest.mark.parametrize("role", STRANGERS)
def test_no_event_gives_or_changes_anything_for(attacked: Attacked, role: str) -> None:
    cookie = come_in(attacked.site, attacked.cast, role)
    before = attacked.rows()

    heard = say_everything(attacked, cookie, "/en/v")

    assert heard.count('"delta"') > 5, "they were not heard at all, so nothing is known"
    assert attacked.cast.canary.in_text(heard) == []
    insist_untouched(attacked, before)


@pytest.mark.parametrize("role", SOMETHING_ELSE)
def test_who_may_see_something_else_gets_that_and_no_more(attacked: Attacked, role: str) -> None:
    cookie = come_in(attacked.site, attacked.cast, role)

    heard = say_everything(attacked, cookie, "/en/v")

    assert attacked.cast.canary.in_text(heard) == []


@pytest.mark.parametrize("role", [*STRANGERS, *SOMETHING_ELSE])
def test_no_door_gives_or_changes_anything_for(attacked: Attacked, role: str) -> None:
    site, made, cookie = attacked.site, attacked.cast, come_in(attacked.site, attacked.cast, role)
    own = made.people[role].six if role in made.people else "no such words are ever here"
    before, knocked = attacked.rows(), 0

    for method, path in attacked.doors:
        if method == "HEAD":
            continue
        for form in forms(attacked, path, own):
            fill = re.sub(r"{[^}]*}", form.get("plan", ""), path)
            got = knock(site, method, fill, form if method == "POST" else None, cookie)
            knocked += 1

            assert got.status < 500 or got.status in (503, 507), path
            assert made.canary.in_bytes(got.body, inflate=True) == [], path
            assert made.canary.in_text(str(got.headers)) == [], path
            insist_guarded(got)
            if cookie and post(site, "/here", cookie).status != 204:
                cookie = come_in(site, made, role)  # that door ended what was open for them

    assert knocked > 10
    insist_untouched(attacked, before)


def forms(attacked: Attacked, path: str, own: str) -> Iterator[dict[str, str]]:
    """Every field that any door asks for, filled with what could count, then with each id of the plan."""
    fields = {
        name for file in (ROOT / "perinatal" / "web" / "doors").glob("*.py") for name in asked_in(file.read_text())
    }
    form = dict.fromkeys(fields, "1") | {"language": "en", "phone": "shared", "sheet": "booklet", "words": own}
    yield form
    if "{" in path or not re.search("open|sign|lock|leave|forget|begin|keep|print", path):
        for id in attacked.cast.ids.values():
            yield {name: form[name] if name in ("language", "words") else id for name in fields} | {"plan": id}


def asked_in(source: str) -> list[str]:
    """The fields of a form that this source asks for."""
    return re.findall(r"form\.get(?:list)?\(\s*\"(\w+)\"", source)


def test_who_is_let_in_is_told_it_by_the_same_events(attacked: Attacked) -> None:
    """It shows that what was said above would have counted."""
    made = attacked.cast

    heard = say_everything(attacked, come_in(attacked.site, made, "let in"), "/en/v", quiet=3)

    assert made.canary.in_text(heard)
    assert SEEN in say_everything(attacked, come_in(attacked.site, made, "of another part"), "/en/v", quiet=3)
    mine = Line(attacked.site, attacked.parent, path=f"/en/p/{WORDS.questions[SECRET].number}")
    mine.close()
    assert made.canary.in_text(mine.everything())


def test_what_was_said_meanwhile_was_said_by_those_it_names_where_they_are_shown(attacked: Attacked) -> None:
    """Runs last: it ends the site, and reads what all of that left in the plan."""
    people = {attacked.cast.people[name].id: name for name in (*SOMETHING_ELSE, "let in")}
    attacked.site.kill()

    turns = what_is_in(attacked.cast.data, attacked.cast.words)

    left = [turn for turn in turns if turn.by]
    assert len(left) >= 3
    assert {people[turn.by] for turn in left} == set(people.values())
    assert {turn.part for turn in left if people[turn.by] == "of another part"}.isdisjoint({PART})
    assert attacked.cast.canary.stem not in attacked.site.log.read_text()
