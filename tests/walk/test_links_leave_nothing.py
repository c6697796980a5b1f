"""What a link leaves behind: its key is in no address, no file and no log, and its words on two screens only."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.payloads import BY_HAND
from tests.walk.canary import Canary
from tests.walk.company import tap
from tests.walk.conftest import QUIET, browser_path, visit
from tests.walk.links import MINE, a_host, a_stranger, for_team, go, make
from tests.walk.moves import NEUTRAL, behind_the_door, everything_on, weather
from tests.walk.site import Site
from tests.walk.tour import PHONE


@pytest.fixture
def host(browser: Browser, own_site: Site) -> Iterator[Page]:
    yield from a_host(browser, own_site)


@pytest.fixture
def stranger(browser: Browser, own_site: Site) -> Iterator[Page]:
    yield from a_stranger(browser, own_site)


def test_the_key_of_a_link_is_nowhere_but_in_the_body_that_opens_it_and_its_words_stay_in_no_browser(
    browser: Browser, host: Page, own_site: Site, tmp_path: Path
) -> None:
    link, _ = make(host, coded=False)
    key, heard = link.partition("#")[2], []
    visit(host, "/en/s/l")
    assert key not in everything_on(host)
    context, errors = another_browser(browser, own_site, tmp_path / "profile"), []
    context.on("request", lambda request: heard.append([request.url, *request.headers.values()]))
    context.on("requestfinished", lambda request: heard.append([*request.all_headers().values()]))
    page = context.new_page()
    page.on("console", lambda message: errors.append(message.text))

    page.goto(link)
    assert page.url.endswith("/en/z")
    looked = [kept_in(page)]
    page.locator("[data-link-form] button").click()
    expect(page.locator("main")).to_contain_text(MINE)
    looked.append(kept_in(page))

    assert key not in json.dumps([heard, looked, errors])
    assert key not in own_site.log.read_text()
    assert context.cookies() == []
    assert page.evaluate("() => history.length") == 2, "one for the empty page, one for this"
    page.go_back()
    page.go_forward()
    assert key not in page.url
    assert MINE not in everything_on(page)
    context.close()
    kept = [file for file in (tmp_path / "profile").rglob("*") if file.is_file()]
    assert [file.name for file in kept if MINE.encode() in file.read_bytes()] == []


def kept_in(page: Page) -> str:
    """All that a page keeps, and all that stands on it.

    The browser's own list of what it loaded holds the address as it was typed, and so does its history: no page can
    help that, and the page where links are made says so. No script but ours runs here that could read that list.
    """
    scripts = page.evaluate("() => [...document.scripts].map((script) => script.getAttribute('src'))")
    assert set(scripts) <= {"/head.js"}
    kept = page.evaluate(
        "async () => JSON.stringify([location.href, document.title, document.referrer, history.state, document.cookie,"
        " {...localStorage}, {...sessionStorage}, await caches.keys(), await indexedDB.databases()])"
    )
    return f"{kept}{everything_on(page)}"


def another_browser(browser: Browser, site: Site, profile: Path) -> BrowserContext:
    context = browser.browser_type.launch_persistent_context(
        profile, executable_path=browser_path(), args=QUIET, viewport=PHONE, base_url=site.address
    )
    context.route(NEUTRAL, weather)
    return context


def test_without_javascript_a_link_is_pasted_and_opens(browser: Browser, host: Page, own_site: Site) -> None:
    link, code = make(host)
    context = browser.new_context(viewport=PHONE, base_url=own_site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/z")

    page.locator("#key").fill("not a link")
    page.locator("[data-link-form] button").click()
    assert page.locator("#wrong").is_visible()
    page.locator("#key").fill(link)
    page.locator("#code").fill(code)
    page.locator("[data-link-form] button").click()

    assert page.url.endswith("/link")
    assert MINE in page.locator("main").inner_text()
    context.close()


def test_the_link_goes_from_the_page_when_the_plan_is_locked(host: Page) -> None:
    link, code = make(host)

    host.evaluate("() => fetch('/lock', {method: 'POST'})")
    behind_the_door(host)

    left = everything_on(host)
    assert link.partition("#")[2] not in left
    assert f">{code.split()[0]}<" not in left
    assert '<path d="M4 4h' not in left


def test_words_meant_to_run_do_nothing_on_the_screen_of_a_stranger(host: Page, stranger: Page) -> None:
    said: list[str] = []
    stranger.on("dialog", lambda dialog: said.append(dialog.message))
    asked: list[str] = []
    stranger.on("request", lambda request: asked.append(request.url))
    all_of_them = "\n".join([MINE, *BY_HAND])
    for_team(host, all_of_them)
    link, code = make(host)

    go(stranger, link, code)
    expect(stranger.locator("main")).to_contain_text(MINE)

    assert stranger.locator("main .own").inner_text().split() == all_of_them.split()
    assert stranger.locator("main .own *").count() == 0
    assert said == []
    assert all(address.startswith(link.partition("/en/")[0]) for address in asked if address != "about:blank")


def test_no_word_of_a_link_stays_in_a_file_a_log_or_a_page(host: Page, stranger: Page, own_site: Site) -> None:
    """The name she gave it, the words in it, its code and what a stranger typed: on both screens, and nowhere else."""
    canary = Canary()
    for_team(host, f"{MINE} {canary.word('in the link')}")
    link, code = make(host)
    host.locator("#link-name").fill(canary.word("the name of a second link"))
    tap(host, "links.make")
    expect(host.locator("#made-link")).not_to_have_value(link)
    for typed in (canary.word("a code"), code):
        go(stranger, link, typed)
        stranger.wait_for_selector("#wrong:visible, main .own")
    visit(host, "/en/s/l")
    assert canary.in_text(everything_on(host))
    assert canary.in_text(everything_on(stranger))

    host.evaluate("() => fetch('/lock', {method: 'POST'})")
    behind_the_door(host)

    key = link.partition("#")[2]
    assert canary.in_text(everything_on(host), own_site.log.read_text(), host.title(), stranger.title()) == []
    assert not [secret for secret in (key, code) if secret in own_site.log.read_text() + everything_on(host)]
    own_site.kill()
    assert canary.in_files([own_site.data.parent]) == []
    held = b"".join(file.read_bytes() for file in own_site.data.parent.rglob("*") if file.is_file())
    assert not [secret for secret in (key, code) if secret.encode() in held]
