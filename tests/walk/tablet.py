"""A midwife's tablet, for walks in which it goes from hand to hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page, expect

from perinatal.library import shelf
from tests.walk.company import answer, let_in, part_title, say
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import alive, everything_on, phone, write
from tests.walk.site import Site
from tests.walk.somebody import Somebody
from tests.walk.wire import Line

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


def share(page: Page, who: Somebody, called: str) -> None:
    let_in(page, who, "Rosa", called=called)
    visit(page, "/en/s/1")
    answer(page, "A", "yes")


def shared_plan(browser: Browser, site: Site, who: Somebody) -> str:
    """What opens the plan of a parent who shares one part of two. Another parent shares with the same midwife."""
    mine, other = phone(browser, site), phone(browser, site)
    parent = begin(mine.new_page())
    found = keep(parent)
    for number, said in (("1", SHARED), (PAGE_B, HERS)):
        visit(parent, f"/en/p/{number}")
        write(parent, "answer", said)
        saved(parent)
    share(parent, who, CALLED)
    stranger = begin(other.new_page())
    keep(stranger)
    visit(stranger, "/en/p/1")
    write(stranger, "answer", OTHERS)
    saved(stranger)
    share(stranger, who, CALLED_OTHER)
    mine.close()
    other.close()
    return found


@contextmanager
def a_tablet(browser: Browser, site: Site, who: Somebody) -> Iterator[Room]:
    """A tablet on which nobody is yet, and all that can be reached from it."""
    words, context = shared_plan(browser, site, who), phone(browser, site)
    yield Room(site, context.new_page(), words, who)
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
