"""One tablet, from a midwife's hands to a parent's and back: what is reached from it on the way, and what is not."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from perinatal.library import shelf
from perinatal.toolkit import languages
from tests.walk.company import answer, let_in, measured, part_title, say
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import alive, everything_on, open_plan, phone, write
from tests.walk.site import Site
from tests.walk.somebody import Somebody
from tests.walk.tour import HERE
from tests.walk.wire import Line, post

SHARED, HERS, OTHERS = "ZQX-shared-1", "ZQX-hers-2", "ZQX-others-3"
CALLED, CALLED_OTHER = "ZQX-called-4", "ZQX-called-5"
EVERY_WORD = (SHARED, HERS, OTHERS, CALLED, CALLED_OTHER)
TYPED = ("d", "v", "p/1", "s/v", "y/b")
PAGE_B = str(next(q.number for section in shelf("en").sections if section.id == "B" for q in section.questions))


@dataclass
class Room:
    """A midwife's tablet, a parent with her words, and another parent's plan that must not be seen here."""

    site: Site
    tablet: Page
    words: str
    who: Somebody
    language: str = "en"

    @property
    def context(self) -> BrowserContext:
        return self.tablet.context

    @property
    def cookie(self) -> str:
        (found,) = [c for c in self.context.cookies() if c["name"] == "k"]
        return f"k={found['value']}"

    def at(self, place: str) -> str:
        return f"/{self.language}/{place}"

    def say(self, key: str, **fill: object) -> str:
        return say(key, self.language, **fill)

    def goes_in(self) -> None:
        """The midwife signs in, and stands in the parent's plan."""
        self.tablet.goto(self.at("in"))
        self.signs_in()
        self.tablet.wait_for_url(f"**{self.at('d')}")
        self.tablet.get_by_role("button", name=CALLED, exact=True).click()
        self.tablet.wait_for_url(f"**{self.at('v')}")
        self.tablet.get_by_role("button", name=part_title("A", self.language), exact=True).wait_for()

    def signs_in(self) -> None:
        self.tablet.locator("#words").fill(self.who.six)
        self.tablet.locator("form[action='/sign-in'] button[type=submit]").click()

    def hand_over(self) -> None:
        self.tablet.get_by_role("button", name=self.say("room.hand"), exact=True).click()
        self.tablet.wait_for_url(f"**{self.at('y')}")
        expect(self.tablet.locator("h1")).to_have_text(self.say("yours.open.title"))

    def opens(self) -> None:
        """The parent types her words on the tablet."""
        self.tablet.locator("#words").fill(self.words)
        self.tablet.locator("form[action='/open'] button[type=submit]").click()
        self.tablet.wait_for_url(f"**{self.at('p')}")
        self.tablet.wait_for_selector("#here[data-door='']", state="attached")

    def pass_back(self, see: str) -> None:
        """From wherever she is, by the one way that stands on each page."""
        self.tablet.get_by_role("link", name=self.say("yours.pass.title"), exact=True).click()
        self.tablet.wait_for_url(f"**{self.at('y/b')}")
        self.tablet.get_by_role("button", name=self.say(f"yours.pass.{see}"), exact=True).click()
        self.tablet.wait_for_url(f"**{self.at('y')}")
        expect(self.tablet.locator("h1")).to_have_text(self.say("yours.back.title"))

    def comes_back(self, place: str) -> None:
        self.signs_in()
        self.tablet.wait_for_url(f"**{self.at(place)}")
        alive(self.tablet)


@pytest.fixture
def words(browser: Browser, shared_site: Site, rosa: Somebody) -> str:
    """What opens the plan of a parent who shares one part of two. Another parent shares with the same midwife."""
    mine, other = phone(browser, shared_site), phone(browser, shared_site)
    parent = begin(mine.new_page())
    found = keep(parent)
    for number, said in (("1", SHARED), (PAGE_B, HERS)):
        visit(parent, f"/en/p/{number}")
        write(parent, "answer", said)
        saved(parent)
    share(parent, rosa, CALLED)
    stranger = begin(other.new_page())
    keep(stranger)
    visit(stranger, "/en/p/1")
    write(stranger, "answer", OTHERS)
    saved(stranger)
    share(stranger, rosa, CALLED_OTHER)
    mine.close()
    other.close()
    return found


def share(page: Page, who: Somebody, called: str) -> None:
    let_in(page, who, "Rosa", called=called)
    visit(page, "/en/s/1")
    answer(page, "A", "yes")


@pytest.fixture
def room(browser: Browser, shared_site: Site, rosa: Somebody, words: str) -> Iterator[Room]:
    context = phone(browser, shared_site)
    context.set_default_timeout(10_000)
    yield Room(shared_site, context.new_page(), words, rosa)
    context.close()


def insist_nothing_on(room: Room, page: Page, *words: str) -> None:
    """Not on the page, not in its address, and not where it keeps anything."""
    kept = page.evaluate("() => JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})")
    everything = everything_on(page) + page.url + page.title() + kept
    assert [word for word in words or (*EVERY_WORD, room.who.four["en"]) if word in everything] == []


def settled(page: Page) -> None:
    """Wait until this is the neutral page, or one of those that say the same to everybody."""
    page.wait_for_function(
        """() => location.pathname.endsWith('/y')
          ? document.querySelector('#ready') : !document.querySelector('script[src="/live.js"]')"""
    )


def reach(room: Room) -> None:
    """By Back, reload, every typed address, a new tab and a line of one's own: not one word."""
    tablet = room.tablet
    for _ in range(3):
        tablet.go_back()
        settled(tablet)
        insist_nothing_on(room, tablet)
    tablet.goto(room.at("y"))
    tablet.reload()
    settled(tablet)
    insist_nothing_on(room, tablet)
    for place in TYPED:
        for page in (tablet, room.context.new_page()):
            page.goto(room.at(place))
            page.wait_for_url(f"**{room.at('y')}")
            alive(page)
            insist_nothing_on(room, page)
            if page is not tablet:
                page.close()
        line = Line(room.site, room.cookie, path=room.at(place))
        assert [word for word in EVERY_WORD if word in line.everything()] == []
        line.close()


def test_from_a_handed_tablet_no_way_leads_to_the_list_or_to_any_plan(room: Room) -> None:
    room.goes_in()
    before = room.cookie
    room.tablet.get_by_role("button", name=part_title("A"), exact=True).click()
    expect(room.tablet.locator("main")).to_contain_text(SHARED)

    room.hand_over()
    insist_nothing_on(room, room.tablet)

    reach(room)
    for cookie in (before, room.cookie):
        old = Line(room.site, cookie, path="/en/v")
        assert [word for word in EVERY_WORD if word in old.everything()] == []
        assert post(room.site, "/visit", cookie, plan="1", language="en")["location"] == "/en/in"
        assert post(room.site, "/print", cookie, sheet="booklet")["location"] == "/en/i"
        old.close()


def test_in_the_parents_hands_her_plan_opens_and_the_list_and_other_plans_do_not(room: Room) -> None:
    room.goes_in()
    room.hand_over()
    room.opens()
    tablet = room.tablet
    visit(tablet, f"/en/p/{PAGE_B}")
    assert tablet.locator("#answer").input_value() == HERS

    for page in (tablet, room.context.new_page()):
        for place in ("d", "v", "y"):
            page.goto(room.at(place))
            page.wait_for_url("**/en/p")
            alive(page)
            insist_nothing_on(room, page, OTHERS, CALLED_OTHER, room.who.four["en"])

    visit(tablet, "/en/q")
    with room.context.expect_page() as opened:
        tablet.locator("form[action='/print'] button[type=submit]").first.click()
    opened.value.wait_for_url("**/en/y/p")
    expect(opened.value.locator("h1")).to_have_text(say("yours.print_title"))
    opened.value.close()

    room.pass_back("nothing")
    insist_nothing_on(room, tablet)
    reach(room)


def test_two_minutes_without_a_touch_bring_the_neutral_page_and_no_word(room: Room) -> None:
    room.tablet.clock.install()
    room.goes_in()
    room.hand_over()
    room.opens()
    visit(room.tablet, "/en/m")
    room.tablet.get_by_role("button", name=say("more.minutes", count=60), exact=True).click()
    other = room.context.new_page()
    for page in (other, room.tablet):
        visit(page, f"/en/p/{PAGE_B}")
        expect(page.locator("#answer")).to_have_value(HERS)
    assert room.tablet.locator("#here").get_attribute("data-idle") == "120"

    room.tablet.clock.run_for(121_000)

    for page in (room.tablet, other):
        page.wait_for_url("**/en/y")
        expect(page.locator("h1")).to_have_text(say("yours.open.title"))
        insist_nothing_on(room, page)
    room.tablet.go_back()
    room.tablet.wait_for_url("**/en/y")
    insist_nothing_on(room, room.tablet)
    room.opens()


def test_nothing_leaves_what_the_midwife_sees_as_it_was(room: Room) -> None:
    room.goes_in()
    before = seen_of_the_plan(room)
    room.hand_over()
    room.opens()
    visit(room.tablet, f"/en/p/{PAGE_B}")
    room.pass_back("nothing")

    room.comes_back("d")

    assert HERS not in everything_on(room.tablet)
    room.tablet.get_by_role("button", name=CALLED, exact=True).click()
    room.tablet.wait_for_url("**/en/v")
    assert seen_of_the_plan(room) == before
    room.tablet.evaluate("() => fetch('/lock', {method: 'POST'})")
    open_plan(room.tablet, room.words)
    visit(room.tablet, "/en/s/v")
    assert (
        say("yours.shown_line", name="Rosa", page="", when="").strip() not in room.tablet.locator("main").inner_text()
    )


def seen_of_the_plan(room: Room) -> str:
    """All that the midwife's page of the plan says, before she looks at a part and after."""
    alive(room.tablet)
    room.tablet.get_by_role("button", name=part_title("A"), exact=True).wait_for()
    closed = room.tablet.locator("main").inner_text()
    room.tablet.get_by_role("button", name=part_title("A"), exact=True).click()
    expect(room.tablet.locator("article").first).to_contain_text(SHARED)
    return closed + room.tablet.locator("main").inner_text()


@pytest.mark.parametrize("language", languages())
def test_a_page_is_shown_once_and_never_again(room: Room, language: str) -> None:
    """The whole way, in each language: hand over, open, write, pass back with this page, look at it, and it is gone."""
    room.language, tablet = language, room.tablet
    room.goes_in()
    room.hand_over()
    room.opens()
    visit(tablet, room.at(f"p/{PAGE_B}"))
    write(tablet, "answer", f"{HERS} and more")
    saved(tablet)
    room.pass_back("page")
    insist_nothing_on(room, tablet)

    room.comes_back("v")

    once = tablet.locator("section", has=tablet.get_by_role("heading", name=room.say("room.once"), exact=True))
    expect(once).to_contain_text(f"{HERS} and more")
    second = room.context.new_page()
    visit(second, room.at("v"))
    assert HERS not in everything_on(second)
    expect(once).to_contain_text(HERS)
    tablet.get_by_role("button", name=part_title("A", language), exact=True).click()
    expect(tablet.locator("main")).to_contain_text(SHARED)
    expect(once).to_have_count(0)
    assert HERS not in everything_on(tablet)
    tablet.reload()
    alive(tablet)
    assert HERS not in everything_on(tablet)
    line = Line(room.site, room.cookie, path=room.at("v"))
    assert HERS not in line.everything()
    line.close()

    tablet.evaluate("() => fetch('/lock', {method: 'POST'})")
    open_plan(tablet, room.words, language)
    visit(tablet, room.at("s/v"))
    asked = shelf(language).questions[shelf(language).sections[1].questions[0].id].ask
    expect(tablet.locator("main")).to_contain_text(room.say("yours.shown_line", name="Rosa", page=asked, when=""))


def test_a_page_shown_once_is_gone_after_a_reload_and_at_once_when_sharing_stops(room: Room, browser: Browser) -> None:
    home = phone(browser, room.site)
    parent = open_plan(home.new_page(), room.words)
    for ending in ("reload", "stop"):
        room.goes_in()
        room.hand_over()
        room.opens()
        visit(room.tablet, f"/en/p/{PAGE_B}")
        room.pass_back("page")
        room.comes_back("v")
        expect(room.tablet.locator("main")).to_contain_text(HERS)

        if ending == "reload":
            room.tablet.reload()
            alive(room.tablet)
            room.tablet.get_by_role("button", name=part_title("A"), exact=True).wait_for()
        else:
            visit(parent, "/en/s")
            parent.get_by_role("button", name=say("sharing.stop_all"), exact=True).click()
            expect(room.tablet.get_by_text(say("visit.shut"))).to_be_visible(timeout=1000)

        assert HERS not in everything_on(room.tablet)
    home.close()


def test_the_answers_look_alike_and_the_page_is_named(room: Room) -> None:
    room.goes_in()
    room.hand_over()
    room.opens()
    tablet = room.tablet
    visit(tablet, "/en/y/b")
    expect(tablet.locator(".choices button")).to_have_count(2)
    visit(tablet, "/en/o/1")
    tablet.get_by_role("link", name=say("yours.pass.title"), exact=True).click()
    expect(tablet.locator(".choices button")).to_have_count(3)

    title = next(iter(shelf("en").topics.values())).title
    expect(tablet.locator("main")).to_contain_text(say("yours.pass.was_on", page=title))
    looks = tablet.evaluate(
        """() => [...document.querySelectorAll('.choices button')].map((b) => { const s = getComputedStyle(b);
          const r = b.getBoundingClientRect();
          return [r.width, r.height, s.color, s.backgroundColor, s.fontWeight, s.fontSize, s.borderColor].join(); })"""
    )
    assert len(set(looks)) == 1
    assert tablet.evaluate("() => document.activeElement.closest('.choices')") is None


@pytest.mark.parametrize("language", languages())
def test_nothing_is_wrong_with_how_these_pages_look(room: Room, language: str) -> None:
    """The tour walks these addresses too, but on a phone that nobody handed over."""
    room.language, tablet = language, room.tablet
    room.context.add_init_script(path=HERE / "axe.min.js")
    room.context.add_init_script(path=HERE / "measure.js")
    room.goes_in()
    tablet.evaluate("() => document.querySelectorAll('main details').forEach((more) => { more.open = true; })")
    wrong = measured(tablet, "before")
    room.hand_over()
    wrong |= measured(tablet, "yours")
    room.opens()
    visit(tablet, room.at(f"p/{PAGE_B}"))
    wrong |= measured(tablet, "hers")
    visit(tablet, room.at("y/b"))
    wrong |= measured(tablet, "pass")
    tablet.get_by_role("button", name=room.say("yours.pass.page"), exact=True).click()
    expect(tablet.locator("h1")).to_have_text(room.say("yours.back.title"))
    wrong |= measured(tablet, "back")
    room.comes_back("v")
    wrong |= measured(tablet, "once")

    assert wrong == {}


def test_only_a_members_page_has_a_clock_and_it_counts_in_silence(room: Room) -> None:
    room.tablet.clock.install()
    room.goes_in()
    clock = room.tablet.locator("[data-clock]")
    expect(clock).to_be_hidden()
    room.tablet.get_by_text(say("room.clock"), exact=True).click()
    expect(clock).to_have_text("0")

    room.tablet.clock.fast_forward(125_000)
    room.tablet.clock.run_for(600)

    expect(clock).to_have_text("2")
    assert clock.evaluate("(c) => c.closest('[aria-live], [role=status], [role=alert], [role=timer]')") is None
    room.hand_over()
    room.opens()
    for place in ("p", "p/1", "o/1", "s", "y/b"):
        visit(room.tablet, room.at(place))
        assert room.tablet.locator("[data-clock]").count() == 0
