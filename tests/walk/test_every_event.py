"""Every event a page may send, said by those who may not say it, and said wrongly by those who may.

Which events there are is asked of the app (`entrances`), so one added later is attacked here from its first day.
"""

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from perinatal.care import GoalState, Going, Point, Stance, Standing
from perinatal.toolkit import shelf
from tests.walk.entrances import Entrances, Event
from tests.walk.rows import rows
from tests.walk.site import Site
from tests.walk.wire import Line, begin, post, shown

MINE, THEIRS = "heron lantern 6617 mine", "walrus lantern 9954 theirs"
WORDS = shelf("en")
TOPIC, CARD = next(iter(WORDS.topics.values())), next(iter(WORDS.goals.values()))
PLACES = {"question": "p/1", "topic": f"o/{TOPIC.number}", "goal": "g/1", "section": "c/1", "question.skip": "p/4"}
"""The address a page has to be at for what it says to count; for the others any will do. Only silence is skipped."""
MEANT: dict[str, object] = {
    "question": "A1",
    "words": THEIRS,
    "standing": Standing.NOT_SURE,
    "came_from": "",
    "topic": TOPIC.id,
    "stance": Stance.TALK_FIRST,
    "point": Point.ELSE,
    "owner": "goal",
    "card": CARD.id,
    "goal": "1",
    "part": "words",
    "how": Going.MOSTLY,
    "state": GoalState.RESTING,
    "seconds": 60,
    "who": "birth",
    "name": THEIRS,
    "called": THEIRS,
    "member": "0" * 32,
    "day": "week",
    "answer": "yes",
    "offered": "0" * 16,
    "item": "A1",
    "spoken": False,
    "done": True,
    "link": "0" * 32,
    "entries": "3",
    "signs": "A" * 26,
    "key": "0" * 16,
}
"""For each argument a value that counts. `turn` and `asked` are the parent's own, looked up on their pages."""
OTHERWISE: dict[str, dict[str, object]] = {
    "topic.tell_who": {"part": "who"},
    "goals.wish": {"words": f"{THEIRS} too"},
    "question.go_on": {"words": f"{THEIRS} then"},
}
WRITES_NOTHING = ("load", "another", "another_question", "lock_after", "check")
"""Handlers that say nothing in the plan, whoever calls them."""
COMPANY = (
    "sharing",
    "letting",
    "person",
    "links",
    "looks",
    "suggestions",
    "today",
    "visit",
    "hiding",
    "cards",
    "inviting",
)
"""Pages whose handlers need a kept plan and somebody let in; the walks of two people show that those count."""
AT_ONCE = 150
"""Events on one line, below what ends it."""


@dataclass
class Somebody:
    """A parent with a plan, and a line on which others and they themselves can be heard."""

    site: Site
    cookie: str
    events: tuple[Event, ...]
    turn: str = ""
    asked: str = ""

    def means(self, event: Event) -> dict[str, object]:
        """Arguments with which this event counts, in this parent's plan."""
        known = MEANT | OTHERWISE.get(event.short, {}) | {"turn": self.turn, "asked": self.asked}
        assert event.asks.keys() <= known.keys(), f"say in MEANT what {event.short} may be given"
        return {name: known[name] for name in event.asks}


@pytest.fixture(scope="module")
def parent(site: Site, entrances: Entrances) -> Somebody:
    """Somebody who has said something of everything, with something taken out that could be put back."""
    last = ("take_out", "put_back")  # so that there is something to take out, and then to put back
    in_order = sorted(entrances.events, key=lambda e: last.index(e.handler) + 1 if e.handler in last else 0)
    somebody = Somebody(site, begin(site), tuple(in_order))
    line = Line(site, somebody.cookie, path="/en/p/1")
    for short, said in {
        "question.save": {"question": "A1", "words": MINE},
        "topic.decide": {"stance": "not_now"},
        "goals.wish": {"owner": "goal", "words": MINE},
    }.items():
        say(line, _of(somebody, short), said)
        assert "delta" in line.listen()
    say(line, _of(somebody, "topic.wonder"), {"topic": TOPIC.id, "words": MINE})
    asked = re.search(r'"questions_rx_state_":\[\{"id":"(\w+)"', line.listen().replace(" ", ""))
    line.close()
    turn = re.search(r'"turn_rx_state_":"(\w+)"', shown(site, somebody.cookie))
    assert turn
    assert asked
    somebody.turn, somebody.asked = turn[1], asked[1]
    return somebody


def _of(somebody: Somebody, short: str) -> Event:
    return next(event for event in somebody.events if event.short == short)


def say(line: Line, event: Event, payload: object, place: str = "") -> None:
    """Say an event on the page it belongs to."""
    line.path = f"/en/{place or PLACES.get(event.short) or PLACES.get(event.page, 'p')}"
    line.send(event.name, payload)


def say_all(somebody: Somebody, cookie: str, said: Iterable[tuple[Event, object, str]]) -> str:
    """Say many events one after the other, and give everything that came back."""
    heard, batch = [], list(said)
    for start in range(0, len(batch), AT_ONCE):
        line = Line(somebody.site, cookie)
        for event, payload, place in batch[start : start + AT_ONCE]:
            say(line, event, payload, place)
        line.listen(0.4)
        line.close()
        heard.append(line.everything())
    return "\n".join(heard)


def insist_nothing_changed(somebody: Somebody, before: dict[bytes, Any], heard: str = "") -> None:
    """No row of any plan there was is another one now, no word came back, and the log holds none."""
    after = rows(somebody.site)
    assert {plan: after.get(plan) for plan in before} == before
    assert MINE not in heard
    assert "lantern" not in somebody.site.log.read_text()


def meant(parent: Somebody) -> list[tuple[Event, object, str]]:
    """Every event, with arguments that count."""
    return [(event, parent.means(event), "") for event in parent.events]


def test_nobody_without_a_cookie_is_heard(parent: Somebody) -> None:
    before = rows(parent.site)

    heard = say_all(parent, "", meant(parent))

    assert heard.count('"delta"') > 1, "the strangers were not heard at all, so nothing is known"
    assert rows(parent.site) == before
    insist_nothing_changed(parent, before, heard)


def test_another_parent_changes_and_reads_only_their_own_plan(parent: Somebody) -> None:
    before, other = rows(parent.site), begin(parent.site)

    heard = say_all(parent, other, meant(parent))

    assert THEIRS in heard, "they were not heard, so nothing is known"
    insist_nothing_changed(parent, before, heard)
    assert MINE in shown(parent.site, parent.cookie)


def test_a_locked_plan_hears_nothing(parent: Somebody) -> None:
    before = rows(parent.site)
    post(parent.site, "/lock", parent.cookie)

    heard = say_all(parent, parent.cookie, meant(parent))

    insist_nothing_changed(parent, before, heard)
    assert post(parent.site, "/resume", parent.cookie).status == 204
    assert MINE in shown(parent.site, parent.cookie)


def test_arguments_that_no_page_sends_are_dropped_for_every_event(parent: Somebody) -> None:
    before = rows(parent.site)
    wrong = [(event, payload, "") for event in parent.events for payload in misspoken(parent, event)]

    heard = say_all(parent, parent.cookie, wrong)

    assert len(wrong) > 300
    assert rows(parent.site) == before
    insist_nothing_changed(parent, before)
    assert THEIRS not in heard


def misspoken(parent: Somebody, event: Event) -> Iterator[object]:
    """What an event may not bring: too much, too little, the wrong kind, too long, half a letter."""
    right = parent.means(event)
    yield right | {"more": THEIRS}
    yield from (5, THEIRS, [THEIRS])
    for name, kind in event.asks.items():
        if name != "came_from":  # may be left out
            yield {key: value for key, value in right.items() if key != name}
        strange: list[object] = [None, [right[name]], {"a": right[name]}, True, 60.5]
        strange += [5, "w" * 20_001, "\ud800"] if kind == "str" else ["60", THEIRS]
        yield from (right | {name: value} for value in strange if type(value).__name__ != kind)


def test_ids_and_places_there_are_not_change_nothing(parent: Somebody) -> None:
    before = rows(parent.site)
    nowhere: list[tuple[Event, object, str]] = []
    for event in parent.events:
        page = PLACES.get(event.page, "p").partition("/")[0]
        if event.asks:
            nowhere.append((event, {name: strange(name, kind) for name, kind in event.asks.items()}, ""))
        elif event.handler != "put_back":  # asks for no id: it puts back what the parent took out
            nowhere.append((event, {}, f"{page}/999"))

    say_all(parent, parent.cookie, nowhere)

    assert rows(parent.site) == before
    insist_nothing_changed(parent, before)


def strange(name: str, kind: str) -> object:
    """An argument of the right kind that names nothing there is."""
    return 7 if kind == "int" else THEIRS if name == "words" else "nowhere"


def test_the_same_events_are_heard_from_the_parent(parent: Somebody) -> None:
    """Runs last in this file: it shows that what was said above would have counted."""
    line, unheard = Line(parent.site, parent.cookie), []

    for event in parent.events:
        before = rows(parent.site)
        say(line, event, parent.means(event))
        if event.page not in COMPANY and event.handler not in WRITES_NOTHING and not changes(parent.site, before):
            unheard.append(event.short)

    line.close()
    assert unheard == []


def changes(site: Site, before: dict[bytes, Any], within: float = 1.0) -> bool:
    """Whether a row changes soon."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if rows(site) != before:
            return True
        time.sleep(0.005)
    return False
