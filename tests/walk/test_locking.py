"""A plan nobody touches locks itself, says so first, and gives back what was not saved."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from perinatal.library import shelf
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import alive, behind_the_door, everything_on, phone, shows, try_words, write
from tests.walk.site import AS_IT_IS, Site, running

CANARY = "ZQX-canary-7"
SAYS = shelf("en")
WRONG = "river lamp seven goat cloud table"


@pytest.fixture
def kept(browser: Browser, site: Site) -> Iterator[tuple[Page, str]]:
    """A kept plan on screen with a canary in it, locking after a minute, under a clock the test moves."""
    context = phone(browser, site)
    page = context.new_page()
    page.clock.install()
    begin(page)
    words = keep(page)
    visit(page, "/en/m")
    page.get_by_role("button", name=SAYS.say("more.minutes", count=1), exact=True).click()
    page.wait_for_selector("#here[data-idle='60']", state="attached")
    visit(page, "/en/o/2")
    page.get_by_role("button", name=SAYS.say("topic.stance.talk_first"), exact=True).click()
    write(page, "words", CANARY)
    saved(page)
    yield page, words
    context.close()


def test_thirty_seconds_before_the_lock_the_page_asks_and_any_sign_extends(kept: tuple[Page, str]) -> None:
    """ "I'm here" can be tapped as often as one likes."""
    page, _ = kept
    for _ in range(10):
        page.clock.fast_forward(40_000)
        page.clock.run_for(300)
        asking = page.get_by_role("alertdialog")
        expect(asking).to_be_visible()
        expect(asking.get_by_role("button")).to_be_focused()
        asking.get_by_role("button").press("Enter")
        expect(asking).to_have_count(0)
    shows(page, "words", CANARY)


def test_at_the_lock_no_word_is_left_and_opening_brings_all_back(kept: tuple[Page, str]) -> None:
    """The same page, with what was saved and what was not yet."""
    page, words = kept
    page.locator("#look_again").press_sequentially(f"{CANARY} not saved yet, and the end of it")
    page.evaluate("() => fetch('/lock', {method: 'POST'})")
    behind_the_door(page)
    assert CANARY not in everything_on(page)
    expect(page.locator("#words")).to_be_visible()

    try_words(page, words)
    page.wait_for_selector("#here[data-door='']", state="attached")
    assert page.url.endswith("/en/o/2")
    shows(page, "words", CANARY)
    shows(page, "look_again", f"{CANARY} not saved yet, and the end of it")


def test_an_idle_page_locks_itself_and_shows_the_door(kept: tuple[Page, str]) -> None:
    """After the minute the page is empty, and the server has closed the plan."""
    page, _ = kept
    page.clock.run_for(61_000)
    behind_the_door(page)
    assert CANARY not in everything_on(page)
    expect(page.locator("#words")).to_be_visible()


def test_after_the_lock_no_tab_shows_anything(kept: tuple[Page, str]) -> None:
    """A new tab, a duplicate with the same token, a reload: the door, and no word on the wire."""
    page, _ = kept
    token = page.evaluate("() => sessionStorage.getItem('token')")
    page.evaluate("() => fetch('/lock', {method: 'POST'})")
    behind_the_door(page)
    twin = page.context.new_page()
    twin.add_init_script(f"sessionStorage.setItem('token', '{token}')")
    for tab in (page, twin, page.context.new_page()):
        heard: list[str] = []
        tab.on("websocket", lambda line, heard=heard: line.on("framereceived", lambda frame: heard.append(str(frame))))
        tab.goto("/en/o/2")
        alive(tab)
        behind_the_door(tab)
        assert heard, "nothing was heard, so nothing is known"
        assert CANARY not in everything_on(tab) + "".join(heard)


@pytest.fixture
def site_as_it_is(tmp_path: Path) -> Iterator[Site]:
    """A site at which wrong words are answered after a wait, as everywhere but in tests."""
    with running(tmp_path / "data", serve=AS_IT_IS) as site:
        yield site


def test_wrong_words_wait_longer_each_time_and_sound_the_same(browser: Browser, site_as_it_is: Site) -> None:
    """Five tries are free. After that each takes longer, and the page never says which words are near."""
    context = phone(browser, site_as_it_is)
    page, said, took = context.new_page(), [], []
    for attempt in range(7):
        page.goto("/en/i")
        began = time.monotonic()
        try_words(page, WRONG if attempt % 2 else "these are not even the right")
        page.wait_for_url("**/en/i/no*")
        took.append(time.monotonic() - began)
        said.append(page.locator("#wrong").inner_text())
        assert WRONG not in page.content()
    assert len(set(said)) == 1
    assert took[5] >= 2, "the sixth try waits two seconds, however fast the rest is"
    assert took[6] >= 4, "and the seventh four"
    context.close()
