"""Two people, two phones: what the parent shows is on the other screen, and what they stop is gone from it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from perinatal.library import shelf
from tests.walk.company import answer, let_in, part_title
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import alive, everything_on, phone, write
from tests.walk.site import ROOT, Site, running
from tests.walk.somebody import Somebody, somebody
from tests.walk.wire import HERE, Line, event, knock, post

CANARY, OTHER, OFFERED = "ZQX-company-1", "ZQX-company-2", "ZQX-offered-3"
SAYS = shelf("en")
NOT_SHARED = SAYS.say("visit.shut")
TOLD = """
import json
from perinatal.start.serve import prepare
from perinatal.start.settings import Settings
prepare(Settings.from_env())
from perinatal.web.app import app
from perinatal.web.guard import gate
from reflex_base.registry import RegistrationContext
print(json.dumps({
    name: {field: getattr(kind.annotation, "__name__", "") for field, kind in asked.model_fields.items()}
    for name in RegistrationContext.get().event_handlers
    if name not in gate.FRAMEWORK and (asked := gate.arguments(name)) is not None
}))
"""
VISITOR = "perinatal___web___parts___visitor____visitor"
GIVEN: dict[str, object] = {"str": "A", "bool": True, "int": 60, "float": 60.0}


@dataclass
class Two:
    """A parent and a midwife, each with a phone."""

    site: Site
    parent: Page
    member: Page
    who: Somebody

    def cookie(self, page: Page) -> str:
        """The cookie of one of them, as their browser sends it."""
        (found,) = [c for c in page.context.cookies() if c["name"] == "k"]
        return f"k={found['value']}"

    def line(self, page: Page, path: str) -> Line:
        """A line of somebody who has this person's cookie and speaks for themselves."""
        return Line(self.site, self.cookie(page), path=path)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[Site, Somebody]]:
    """A site with one person on it whom a parent can let in."""
    who = somebody(tmp_path / "data")
    with running(tmp_path / "data") as site:
        yield site, who


@pytest.fixture
def two(browser: Browser, place: tuple[Site, Somebody]) -> Iterator[Two]:
    """The parent has kept a plan with one answer to each of two parts; the midwife has signed in."""
    site, who = place
    mine, theirs = phone(browser, site), phone(browser, site)
    parent = begin(mine.new_page())
    keep(parent)
    for number, words in (("1", CANARY), (first_of("B"), OTHER)):
        visit(parent, f"/en/p/{number}")
        write(parent, "answer", words)
        saved(parent)
    member = theirs.new_page()
    sign_in(member, who.six)
    yield Two(site, parent, member, who)
    mine.close()
    theirs.close()


@pytest.fixture(scope="module")
def handlers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Every event a page may send, and the arguments it asks for, as the site itself lists them."""
    env = os.environ | {"PERINATAL_DATA": str(tmp_path_factory.mktemp("none")), "PYTHONPATH": str(ROOT)}
    got = subprocess.run([sys.executable, "-c", TOLD], env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, dict[str, str]] = json.loads(got.stdout.splitlines()[-1])
    return found


def first_of(part: str) -> str:
    """The address of the first question of a part that a care team may see."""
    section = next(section for section in SAYS.sections if section.id == part)
    return str(next(q.number for q in section.questions if "team" in q.audience))


def sign_in(page: Page, words: str, language: str = "en") -> None:
    """Sign in on the page for that."""
    page.goto(f"/{language}/in")
    page.locator("#words").fill(words)
    page.locator("form[action='/sign-in'] button[type=submit]").click()
    page.wait_for_url(f"**/{language}/d")
    alive(page)


def go_in(page: Page) -> None:
    """Choose the one plan of the list."""
    visit(page, "/en/d")
    page.locator("form[action='/visit'] button").click()
    page.wait_for_url("**/en/v")
    alive(page)


def tap(page: Page, part: str) -> None:
    """Look at a part."""
    page.get_by_role("button", name=part_title(part), exact=True).click()
    page.wait_for_selector("article")


def share(two: Two, *parts: str) -> None:
    """The parent lets the midwife in, and shows these parts."""
    let_in(two.parent, two.who, "Rosa")
    visit(two.parent, "/en/s/1")
    for part in parts:
        answer(two.parent, part, "yes")


def stop(two: Two) -> None:
    """The parent stops everything, and the midwife's page is blank within a second."""
    visit(two.parent, "/en/s")
    two.parent.get_by_role("button", name=SAYS.say("sharing.stop_all"), exact=True).click()
    began = time.monotonic()
    expect(two.member.get_by_text(NOT_SHARED)).to_be_visible()
    assert time.monotonic() - began < 1
    assert CANARY not in everything_on(two.member)


def handler(page: str, name: str, module: str = "state") -> str:
    """The name of an event of a member's page."""
    return event(page, f"{page}_state", name, module).replace(HERE, f"{HERE}.{VISITOR}")


def said(two: Two) -> str:
    """What the parent's own page of the first question shows."""
    return visit(two.parent, "/en/p/1").locator("#answer").input_value()


def test_from_nothing_to_a_look_an_offer_and_a_stop(two: Two) -> None:
    member, parent = two.member, two.parent
    expect(member.locator("main")).to_contain_text(SAYS.say("today.nothing"))
    expect(member.locator("main")).to_contain_text(two.who.four["en"])
    share(two, "A")
    go_in(member)
    assert CANARY not in everything_on(member)
    tap(member, "A")
    expect(member.locator("article").first).to_contain_text(CANARY)
    assert OTHER not in everything_on(member)
    assert CANARY not in member.title() + member.url

    offer = member.locator("article").first
    offer.get_by_role("button", name=SAYS.say("visit.offer")).click()
    member.locator("#offer").fill(OFFERED)
    member.get_by_role("button", name=SAYS.say("visit.spoken")).click()
    expect(member.locator("main")).to_contain_text(SAYS.say("visit.sent"))
    expect(offer).to_contain_text(SAYS.say("visit.waiting"))
    visit(parent, "/en/c")
    expect(parent.locator("main")).to_contain_text(OFFERED)
    parent.get_by_role("button", name=SAYS.say("suggestions.no_spoken"), exact=True).click()
    expect(offer).to_contain_text(SAYS.say("visit.answered"))

    visit(parent, "/en/s/v")
    expect(parent.locator("main")).to_contain_text("Rosa")
    stop(two)


def test_what_the_parent_writes_meanwhile_comes_to_the_open_page_and_moves_nothing(two: Two) -> None:
    share(two, "A")
    go_in(two.member)
    tap(two.member, "A")
    two.member.locator("article").nth(1).get_by_role("button").click()
    two.member.locator("#offer").fill("half a sen")

    visit(two.parent, "/en/p/1")
    write(two.parent, "answer", f"{CANARY} and more")
    expect(two.member.locator("article").first).to_contain_text(f"{CANARY} and more")

    assert two.member.locator("#offer").input_value() == "half a sen"
    assert two.member.evaluate("() => document.activeElement.id") == "offer"


def test_what_is_said_elsewhere_in_the_plan_sends_nothing_to_a_member(two: Two) -> None:
    """Not a word, and not even that something was said."""
    share(two, "A")
    go_in(two.member)
    line = two.line(two.member, "/en/v")
    line.say(handler("visit", "look"), part="A")

    visit(two.parent, f"/en/p/{first_of('B')}")
    write(two.parent, "answer", f"{OTHER} again")
    saved(two.parent)

    assert [frame for frame in line.listen(quiet=1).splitlines() if frame not in ("2", "3")] == []


def test_after_a_stop_no_old_tab_no_old_address_and_no_line_bring_a_word_back(two: Two) -> None:
    share(two, "A")
    go_in(two.member)
    tap(two.member, "A")
    old = two.line(two.member, "/en/v")
    old.say(handler("visit", "look"), part="A")
    assert CANARY in old.everything()
    before = len(old.everything())

    stop(two)
    old.listen()
    heard = len(old.everything())
    for part in ("A", "B", "topics", ""):
        old.say(handler("visit", "look"), part=part)
    again = two.line(two.member, "/en/v")
    again.say(handler("visit", "look"), part="A")

    assert before < heard
    assert CANARY not in old.everything()[before:] + again.everything()
    two.member.reload()
    alive(two.member)
    expect(two.member.get_by_text(NOT_SHARED)).to_be_visible()
    assert post(two.site, "/visit", two.cookie(two.member), plan="1", language="en")["location"] == "/en/d"


def test_what_was_stopped_and_what_was_never_shared_read_the_same(two: Two) -> None:
    share(two, "A")
    go_in(two.member)
    tap(two.member, "A")
    line = two.line(two.member, "/en/v")
    never = line.say(handler("visit", "look"), part="C")
    visit(two.parent, "/en/s")
    stop_one = SAYS.say("sharing.stop_part", part=part_title("A"), name="Rosa")
    two.parent.locator(f"button[aria-label='{stop_one}']").click()
    expect(two.member.get_by_text(NOT_SHARED)).to_be_visible()
    line.listen()
    line.say(handler("visit", "load"))
    stopped = line.say(handler("visit", "look"), part="A")

    assert '"shut_rx_state_":true' in never.replace(" ", "")
    assert [word for word in (CANARY, OTHER) if word in never + stopped] == []
    assert "stop" not in two.member.locator("main").inner_text().lower()


def test_no_handler_of_a_parents_page_does_anything_for_a_member(two: Two, handlers: dict[str, dict[str, str]]) -> None:
    share(two, "B")
    go_in(two.member)
    before = said(two)
    line = two.line(two.member, "/en/p/1")

    for name, asked in handlers.items():
        if VISITOR not in name:
            line.emit("event", line.said(name, {field: GIVEN[kind] for field, kind in asked.items()}))

    assert len(handlers) > 40
    assert [word for word in (CANARY, OTHER) if word in line.everything()] == []
    assert said(two) == before


def test_no_handler_of_a_members_page_does_anything_for_a_parent(two: Two, handlers: dict[str, dict[str, str]]) -> None:
    share(two, "A")
    tried = 0

    line = two.line(two.parent, "/en/v")
    for name, asked in handlers.items():
        if VISITOR in name:
            line.emit("event", line.said(name, {field: GIVEN[kind] for field, kind in asked.items()}))
            tried += 1

    assert tried >= 10
    assert [word for word in (CANARY, two.who.four["en"], "Rosa") if word in line.everything()] == []


def test_without_a_cookie_a_members_pages_say_nothing(two: Two) -> None:
    share(two, "A")
    line = Line(two.site, path="/en/v")
    line.say(handler("visit", "look"), part="A")
    line.say(handler("today", "load"))

    assert CANARY not in line.everything()
    assert knock(two.site, "POST", "/visit", {"plan": "1"})["location"] == "/en/in"
