"""How the pages of a tablet that goes from hand to hand look, and what only a member's page has."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from perinatal.library import shelf
from perinatal.toolkit import languages
from tests.walk.company import measured, say
from tests.walk.conftest import begin, visit
from tests.walk.site import Site
from tests.walk.somebody import Somebody
from tests.walk.tablet import PAGE_B, Room, a_tablet
from tests.walk.tour import HERE


@pytest.fixture
def room(browser: Browser, shared_site: Site, rosa: Somebody) -> Iterator[Room]:
    """A midwife's tablet on a site with two plans she is let in to."""
    with a_tablet(browser, shared_site, rosa) as room:
        yield room


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


@pytest.mark.parametrize("place", ["y", "y/b"])
def test_on_a_screen_nobody_handed_over_these_are_pages_like_any_other(page: Page, place: str) -> None:
    visit(page, f"/en/{place}")
    page.wait_for_selector("#door #words")

    begin(page)
    visit(page, f"/en/{place}")

    expect(page.locator("main h1")).to_have_text(say("yours.nobody"))
