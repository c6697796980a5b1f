"""A link, from the parent's page to a stranger's screen and back: told, counted, stopped, and dead."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from perinatal.toolkit import languages, shelf
from tests.walk.company import measured, say, tap
from tests.walk.conftest import keep, visit
from tests.walk.links import MINE, a_host, a_stranger, go, make
from tests.walk.moves import NEUTRAL, everything_on, open_plan
from tests.walk.site import Site
from tests.walk.tour import HERE
from tests.walk.wire import knock

WORDS = shelf("en")


@pytest.fixture
def host(browser: Browser, own_site: Site) -> Iterator[Page]:
    yield from a_host(browser, own_site)


@pytest.fixture
def stranger(browser: Browser, own_site: Site) -> Iterator[Page]:
    yield from a_stranger(browser, own_site)


def test_a_link_is_made_opened_told_stopped_and_dead(host: Page, stranger: Page) -> None:
    link, code = make(host)
    assert re.fullmatch(r"http://localhost:\d+/en/z#[\w-]{43}", link)

    go(stranger, link, "two others")
    expect(stranger.locator("#wrong")).to_be_visible()
    expect(stranger.locator("#wrong")).to_be_focused()
    assert MINE not in everything_on(stranger)
    stranger.locator("#code").fill(code.upper())
    stranger.locator("[data-link-form] button").click()
    expect(stranger.locator("main")).to_contain_text(MINE)

    visit(host, "/en/s/v")
    expect(host.locator("ol.turns li")).to_have_count(1)
    line = host.locator("ol.turns li").inner_text()
    assert line.startswith(say("links.by", name="Ana"))
    assert WORDS.sections[0].title in line
    assert re.search(r"\d:\d\d [ap]m", line)
    visit(host, "/en/s/l")
    tap(host, "links.stop_one", name="Ana")
    expect(host.locator("ul.turns")).to_contain_text(say("links.state.stopped"))
    go(stranger, link, code)
    expect(stranger.locator("#wrong")).to_be_visible()
    assert MINE not in everything_on(stranger)


def test_nothing_is_opened_before_somebody_asks(host: Page, stranger: Page, own_site: Site) -> None:
    """What a preview or a prefetch does: it asks for the address, and never for more."""
    link, _ = make(host, coded=False, uses="1")

    for method in ("GET", "HEAD"):
        for address in ("/en/z", "/link"):
            knock(own_site, method, address)
    stranger.goto(link)
    expect(stranger.locator("#link-here")).to_be_visible()
    expect(stranger.locator("main")).to_contain_text(say("linked.told"))
    assert MINE not in everything_on(stranger)

    visit(host, "/en/s/v")
    assert host.locator("ol.turns li").count() == 0
    stranger.locator("[data-link-form] button").click()
    expect(stranger.locator("main")).to_contain_text(MINE)


def test_stopping_everything_stops_links_and_says_so(host: Page, stranger: Page) -> None:
    link, code = make(host)

    visit(host, "/en/s")
    tap(host, "sharing.stop_all")
    expect(host.get_by_role("button", name=say("sharing.stop_all"), exact=True)).to_have_count(0)

    go(stranger, link, code)
    expect(stranger.locator("#wrong")).to_be_visible()
    visit(host, "/en/s/l")
    expect(host.locator("ul.turns")).to_contain_text(say("links.state.stopped"))


def test_an_opening_is_seen_at_once_on_the_parents_page(host: Page, stranger: Page) -> None:
    link, code = make(host)
    visit(host, "/en/s/l")
    expect(host.locator("ul.turns")).to_contain_text(say("links.not_opened", most=3))

    go(stranger, link, code)

    expect(host.locator("ul.turns")).to_contain_text(say("links.opened", count=1, most=3))


@pytest.mark.parametrize("language", languages())
def test_nothing_is_wrong_with_how_the_pages_of_a_link_look(host: Page, stranger: Page, language: str) -> None:
    for page in (host, stranger):
        page.context.add_init_script(path=HERE / "axe.min.js")
        page.context.add_init_script(path=HERE / "measure.js")
    link, code = make(host, language=language)
    wrong = measured(host, "made")
    go(stranger, link, "wrong words")
    stranger.wait_for_selector("#wrong:visible")
    wrong |= measured(stranger, "wrong")
    stranger.locator("#code").fill(code)
    stranger.locator("[data-link-form] button").click()
    expect(stranger.locator("main")).to_contain_text(MINE)
    assert stranger.locator("html").get_attribute("lang") == language
    wrong |= measured(stranger, "opened")
    visit(host, f"/{language}/s/l")
    wrong |= measured(host, "list")

    assert wrong == {}


def test_leave_works_on_what_was_opened(host: Page, stranger: Page) -> None:
    link, code = make(host)
    go(stranger, link, code)
    expect(stranger.locator("main")).to_contain_text(MINE)

    stranger.locator("header .leave").click()
    stranger.wait_for_url(NEUTRAL)
    stranger.go_back()

    assert MINE not in everything_on(stranger)


def test_a_link_outlives_a_restart_and_the_parent_finds_who_opened_it(
    host: Page, stranger: Page, own_site: Site
) -> None:
    words = keep(host)
    link, code = make(host)
    own_site.kill()
    own_site.start()

    go(stranger, link, code)
    expect(stranger.locator("main")).to_contain_text(MINE)

    open_plan(host, words)
    visit(host, "/en/s/v")
    expect(host.locator("ol.turns li")).to_have_count(1)


def test_a_stranger_may_choose_another_language_first_and_the_link_is_still_there(host: Page, stranger: Page) -> None:
    link, code = make(host)
    stranger.goto(link)

    stranger.locator("[data-tongue]").first.click()
    expect(stranger.locator("h1")).to_have_text(say("linked.open_title", "es"))
    expect(stranger.locator("#link-here")).to_be_visible()
    stranger.locator("#code").fill(code)
    stranger.locator("[data-link-form] button").click()

    expect(stranger.locator("main")).to_contain_text(MINE)
    assert stranger.locator("h1").inner_text() == say("linked.title", "es")
    assert stranger.locator("html").get_attribute("lang") == "es"
    assert stranger.url.endswith("/en/z")
