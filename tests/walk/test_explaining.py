"""A midwife explains, asks and suggests; the parent's page shows it at once, and takes nothing from what she types."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from perinatal.care import Point
from perinatal.library import shelf
from tests.walk.company import answer, day, let_in, measured, part_title
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import alive, phone, shows, write
from tests.walk.site import Site, running
from tests.walk.somebody import Somebody, somebody
from tests.walk.test_announcements import LISTEN, heard
from tests.walk.test_together import sign_in
from tests.walk.tour import HERE

TOPIC = shelf("en").topics["C07"]
OWN, ASKED, OFFERED, CHANGED = "ZQX-tell-1 half a sen", "ZQX-tell-2 will it hurt", "ZQX-tell-3 sleep", "ZQX-tell-4 rest"


@dataclass
class Two:
    """A parent and a midwife, each with a phone, in one language."""

    site: Site
    parent: Page
    member: Page
    language: str

    def say(self, key: str, **fill: object) -> str:
        """What stands on a page, in their language."""
        return shelf(self.language).say(key, **fill)

    def tap(self, page: Page | Locator, key: str, **fill: object) -> None:
        """Tap the button that says this, or begins so."""
        page.get_by_role("button", name=self.say(key, **fill)).first.click()

    def visit(self, place: str) -> Page:
        """The parent goes to a page."""
        return visit(self.parent, f"/{self.language}/{place}")

    def look(self, part: str) -> None:
        """The midwife goes in and looks at a part."""
        visit(self.member, f"/{self.language}/d")
        self.member.locator("form[action='/visit'] button").click()
        self.member.wait_for_url(f"**/{self.language}/v")
        alive(self.member)
        self.member.get_by_role("button", name=part_title(part, self.language), exact=True).click()
        self.member.wait_for_selector("article")

    @property
    def card(self) -> Locator:
        """The topic on the midwife's page."""
        return self.member.locator("article", has_text=shelf(self.language).topics[TOPIC.id].title)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[Site, Somebody]]:
    """A site with one person on it whom a parent can let in."""
    who = somebody(tmp_path / "data")
    with running(tmp_path / "data") as site:
        yield site, who


@pytest.fixture(params=["en", "es"])
def two(browser: Browser, place: tuple[Site, Somebody], request: pytest.FixtureRequest) -> Iterator[Two]:
    """The parent has answered one topic, and shows Rosa topics and goals."""
    (site, who), language = place, str(request.param)
    mine, theirs = phone(browser, site), phone(browser, site)
    parent, member = begin(mine.new_page(), language), theirs.new_page()
    two = Two(site, parent, member, language)
    keep(parent, language)
    two.visit(f"o/{TOPIC.number}").locator(".choices button").nth(3).click()
    saved(parent)
    let_in(parent, who, "Rosa", language)
    two.visit("s/1")
    for part in ("topics", "goals"):
        answer(parent, part, "yes", language)
    sign_in(member, who.six, language)
    yield two
    mine.close()
    theirs.close()


def typing(page: Page, box: str) -> None:
    """The parent is in the middle of a word."""
    page.locator(f"#{box}").click()
    page.keyboard.type(OWN)
    page.evaluate("(box) => document.getElementById(box).setSelectionRange(3, 3)", box)


def insist_it_is_as_it_was(page: Page, box: str) -> None:
    """Focus, words and the place in the words."""
    was = "() => [document.activeElement.id, document.activeElement.value, document.activeElement.selectionStart]"
    assert page.evaluate(was) == [box, OWN, 3]


def test_what_was_explained_is_on_the_parents_page_within_a_second_while_she_types(two: Two) -> None:
    two.look("topics")
    parent = two.visit(f"o/{TOPIC.number}")
    two.tap(two.card, "explaining.open")
    expect(two.card).to_contain_text(shelf(two.language).topics[TOPIC.id].what)
    for point in Point:
        expect(two.card).to_contain_text(two.say(f"explaining.say.{point}"))
    expect(two.card).to_contain_text(shelf(two.language).topics[TOPIC.id].say_first)
    for point in (Point.WHAT, Point.GOOD, Point.HARM, Point.IF_NO):
        name = f"{two.say('explaining.tick')} {two.say(f'topic.point.{point}')}"
        two.card.get_by_role("button", name=name, exact=True).click()
    expect(two.card.locator(".chip[aria-pressed=true]")).to_have_count(4)
    assert parent.locator("#explained").inner_text() == ""
    typing(parent, "words")
    parent.evaluate(LISTEN)

    two.tap(two.card, "explaining.send")
    began = time.monotonic()
    line = parent.locator("#explained p").first
    expect(line).to_contain_text("Rosa")

    assert time.monotonic() - began < 1
    insist_it_is_as_it_was(parent, "words")
    assert line.inner_text() == two.say("topic.they_explained", name="Rosa", count=4, all=10, when=day(0, two.language))
    expect(two.member.locator("main")).to_contain_text(two.say("explaining.sent"))
    expect(two.card.locator(".chip[aria-pressed=true]")).to_have_count(0)
    assert two.card.get_by_text(two.say("explaining.covered"), exact=True).count() == 4
    assert [said.partition(":")[0] for said in heard(parent) if "saved" not in said] == ["explained"]
    hers = parent.locator(f"[aria-label='{two.say('topic.explained_points')}'] .chip")
    assert [chip.get_attribute("aria-pressed") for chip in hers.all()] == ["false"] * 10, "her own list stays hers"


def test_what_the_midwife_is_ticking_and_typing_survives_what_the_parent_does(two: Two) -> None:
    two.look("topics")
    two.tap(two.card, "explaining.open")
    two.tap(two.card, "explaining.tick")
    two.tap(two.card, "visit.offer")
    typing(two.member, "offer")

    write(two.visit(f"o/{TOPIC.number}"), "words", "ZQX-tell-5 my own")
    expect(two.card).to_contain_text("ZQX-tell-5 my own")
    first = next(t for t in shelf("en").topics.values() if "team" in t.audience)
    two.visit(f"o/{first.number}").locator(".choices button").first.click()
    saved(two.parent)
    two.member.wait_for_timeout(300)

    insist_it_is_as_it_was(two.member, "offer")
    expect(two.card.locator(".chip[aria-pressed=true]")).to_have_count(1)


def test_two_people_at_one_question_see_both_texts_and_neither_loses_a_word(two: Two) -> None:
    """The parent also opens a question that stands above the one the midwife writes under."""
    above, below = shelf("en").questions["H1"], shelf("en").questions["H2"]
    answer_part(two, "H")
    two.look("H")
    card = two.member.locator(f"article[data-of={below.id}]")
    two.tap(card, "visit.offer")
    typing(two.member, "offer")
    write(two.visit(f"p/{above.number}"), "answer", CHANGED)
    two.parent.locator("summary", has_text=two.say("parts.change_who")).click()
    two.parent.get_by_role("button", name=two.say("parts.audience.team"), exact=True).click()
    expect(two.member.locator("article").first).to_contain_text(CHANGED)
    insist_it_is_as_it_was(two.member, "offer")
    parent = two.visit(f"p/{below.number}")
    typing(parent, "answer")

    two.member.locator("#offer").fill(OFFERED)
    two.tap(card, "visit.spoken")
    expect(parent.locator("p.theirs", has_text=OFFERED)).to_be_visible()

    insist_it_is_as_it_was(parent, "answer")
    expect(parent.locator("main")).to_contain_text(two.say("suggestions.spoken", name="Rosa"))
    expect(card).to_contain_text(OWN)
    expect(card).to_contain_text(two.say("visit.waiting"))


def answer_part(two: Two, part: str) -> None:
    """The parent shows one more part."""
    two.visit("s/1")
    answer(two.parent, part, "yes", two.language)


def test_a_question_noted_by_the_midwife_stays_until_the_parent_closes_it(two: Two) -> None:
    two.look("topics")
    parent = two.visit(f"o/{TOPIC.number}")
    typing(parent, "words")
    two.tap(two.card, "visit.offer")
    two.member.locator("#offer").fill(ASKED)
    two.tap(two.card, "visit.ask")
    mine = parent.locator("li", has_text=ASKED).first
    expect(mine).to_be_visible()
    insist_it_is_as_it_was(parent, "words")
    expect(mine).to_contain_text(two.say("topic.they_asked", name="Rosa"))
    expect(two.card).to_contain_text(two.say("visit.asked_by_me", words=ASKED))
    expect(two.visit("o").locator("main")).to_contain_text(two.say("topics.open"))
    two.visit(f"o/{TOPIC.number}")

    pair = mine.locator(".chip")
    assert pair.all_inner_texts() == [two.say("topic.still_open"), two.say("topic.settled")]
    assert len(set(pair.evaluate_all("(all) => all.map((b) => b.className + b.offsetHeight)"))) == 1
    pair.nth(1).click()
    expect(pair.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(two.card).not_to_contain_text(ASKED)
    pair.nth(0).click()
    expect(two.card).to_contain_text(ASKED)
    expect(parent.locator(".undo button")).to_have_count(0)
    pair.nth(1).click()
    expect(two.card).not_to_contain_text(ASKED)

    assert two.say("topics.open") not in two.visit("o").locator("main").inner_text()


def test_a_goal_that_was_suggested_is_added_in_the_parents_words_and_seen_when_she_says_so(two: Two) -> None:
    two.look("goals")
    two.tap(two.member.locator("article").first, "visit.offer")
    two.member.locator("#offer").fill(OFFERED)
    parent = two.visit("g")
    typing(parent, "wishing")
    two.tap(two.member.locator("article"), "visit.mine")
    expect(parent.locator("p.theirs", has_text=OFFERED)).to_be_visible()
    insist_it_is_as_it_was(parent, "wishing")
    parent.locator("#wishing").fill("")

    two.visit("c")
    expect(parent.locator("main")).to_contain_text(two.say("suggestions.as_goal"))
    two.tap(parent, "suggestions.change")
    shows(parent, "changed", OFFERED)
    parent.locator("#changed").fill(CHANGED)
    two.tap(parent, "suggestions.add_these")
    expect(parent.locator("main")).to_contain_text(two.say("suggestions.added"))

    expect(two.member.locator("article")).to_have_count(1)
    expect(two.member.locator("article")).to_contain_text(two.say("visit.answered"))
    goal = two.visit("g").locator("ul.rows a", has_text=CHANGED)
    goal.click()
    parent.wait_for_selector("#goal-words")
    assert OFFERED not in parent.locator("main").inner_text()
    parent.locator("summary", has_text=two.say("parts.change_who")).click()
    parent.get_by_role("button", name=two.say("parts.audience.team"), exact=True).click()
    expect(two.member.locator("article").nth(1)).to_contain_text(CHANGED)
    expect(parent.locator(".sees")).to_have_text(two.say("parts.sees_today", names="Rosa"))
    parent.get_by_role("button", name=two.say("parts.audience.me"), exact=True).click()
    expect(two.member.locator("article")).to_have_count(1)


def test_spoken_words_on_a_topic_are_read_back_and_are_no_answer(two: Two) -> None:
    other = next(t for t in shelf(two.language).topics.values() if "team" in t.audience and t.id != TOPIC.id)
    two.look("topics")
    card = two.member.locator("article", has_text=other.title)
    two.tap(card, "visit.offer")
    two.member.locator("#offer").fill(OFFERED)
    two.tap(card, "visit.spoken")
    expect(two.member.locator("main")).to_contain_text(two.say("visit.sent"))
    parent = two.visit(f"o/{other.number}")
    expect(parent.locator("main")).to_contain_text(two.say("suggestions.spoken", name="Rosa"))
    expect(parent.locator("main")).to_contain_text(two.say("suggestions.is_that"))

    two.visit("c")
    expect(parent.locator("main")).to_contain_text(two.say("suggestions.no_answer_yet"))
    two.tap(parent, "suggestions.add_spoken")
    expect(parent.locator("main")).to_contain_text(two.say("suggestions.nothing"))

    two.visit(f"o/{other.number}")
    expect(parent.locator("main")).to_contain_text(two.say("topic.nothing_yet"))
    expect(parent.locator("ul.turns li").first).to_contain_text(OFFERED)


def test_nothing_is_wrong_with_how_a_talk_looks(two: Two) -> None:
    for page in (two.member, two.parent):
        page.context.add_init_script(path=HERE / "axe.min.js")
        page.context.add_init_script(path=HERE / "measure.js")
    two.look("topics")
    two.tap(two.card, "explaining.open")
    two.tap(two.card, "visit.offer")
    two.member.locator("#offer").fill(ASKED)
    two.tap(two.card, "visit.ask")
    expect(two.card).to_contain_text(ASKED)
    two.tap(two.card, "explaining.tick")
    assert measured(two.member, "talk") == {}
    two.tap(two.card, "explaining.send")
    two.visit(f"o/{TOPIC.number}")
    expect(two.parent.locator("#explained")).to_contain_text("Rosa")

    assert measured(two.parent, "topic") == {}
