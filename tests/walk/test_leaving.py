"""Leave takes a parent away at once, from every page, whatever else is happening, and leaves no word behind."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from perinatal.library import shelf
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import NEUTRAL, SlowScripts, behind_the_door, everything_on, phone, write
from tests.walk.site import Site
from tests.walk.tour import HERE, Tour

CANARY = "ZQX-canary-7"


@pytest.fixture
def writing(browser: Browser, site: Site) -> Iterator[Page]:
    """A parent with a canary on the page; the weather is painted here."""
    context = phone(browser, site)
    context.add_init_script(path=HERE / "measure.js")
    page = begin(context.new_page())
    visit(page, "/en/p/2")
    write(page, "answer", CANARY)
    saved(page)
    yield page
    context.close()


def test_leave_is_on_top_of_every_page_at_every_width(tour: Tour) -> None:
    """Wherever a parent has scrolled to, Leave can be seen and tapped."""
    everywhere = {seen.kind for seen in tour.seen.values()}
    for width in ("light", "320", "768", "1280", "lengthened"):
        assert {seen.kind for seen in tour.seen.values() if f"leave {width}" in seen.wrong} == everywhere
    assert tour.wrong("leave") == {}


def test_leave_stays_on_top_of_the_question_whether_somebody_is_there(writing: Page) -> None:
    """Also a dialog of ours never stands over Leave."""
    writing.evaluate("() => { document.querySelector('#here').dataset.idle = '8'; }")
    expect(writing.get_by_role("alertdialog")).to_be_visible()
    assert writing.evaluate("() => measure.leave()") == []


def test_leave_works_before_the_page_is_alive(writing: Page) -> None:
    """On a slow phone Leave needs none of the page's scripts."""
    SlowScripts(writing)
    writing.goto("/en/p/2", wait_until="commit")
    _leave(writing)


def test_leave_works_without_scripts(site: Site, browser: Browser) -> None:
    """With JavaScript off it is a plain link, which locks and clears on its way."""
    context = browser.new_context(java_script_enabled=False, base_url=site.address)
    page = context.new_page()
    page.goto("/en")
    with page.expect_request(NEUTRAL):
        page.locator("header .leave").click(no_wait_after=True)
    context.close()


def test_leave_hides_the_page_at_once_without_a_line(writing: Page) -> None:
    """Offline there is no weather to show, but the words are gone from the screen."""
    writing.context.set_offline(True)
    hidden = writing.evaluate(
        "() => { document.querySelector('header .leave').click();"
        " return getComputedStyle(document.querySelector('main')).visibility; }"
    )
    assert hidden == "hidden"
    assert CANARY not in writing.title()


def test_three_times_shift_leaves(writing: Page) -> None:
    """Shift three times, nothing in between; each press is said to those who listen."""
    writing.keyboard.press("Shift")
    expect(writing.locator("#leaving")).to_have_text(shelf("en").say("parts.shift", count="2"))
    writing.keyboard.press("Shift")
    writing.keyboard.press("Shift")
    writing.wait_for_url(NEUTRAL)


def test_capitals_and_fewer_presses_do_not_leave(writing: Page) -> None:
    """Typing capitals, two presses, or a letter in between: the parent stays and nothing is lost."""
    writing.locator("#answer").focus()
    for press in ("Shift+A", "Shift+B", "Shift+C", "Shift", "Shift", "x", "Shift", "Shift"):
        writing.keyboard.press(press)
    writing.wait_for_timeout(300)
    assert writing.url.endswith("/en/p/2")
    assert writing.locator("#answer").input_value().endswith("ABCx")


def test_three_presses_with_a_long_pause_do_not_leave(site: Site, browser: Browser) -> None:
    """More than five seconds between two presses starts the count anew."""
    context = phone(browser, site)
    page = context.new_page()
    page.clock.install()
    page.goto("/en")
    for _ in range(3):
        page.keyboard.press("Shift")
        page.clock.fast_forward(5100)
    assert page.url.endswith("/en")
    context.close()


def test_after_leave_going_back_shows_no_word(writing: Page, site: Site) -> None:
    """Back, as often as one likes, and forward again: the words do not return."""
    visit(writing, "/en/o/2")
    visit(writing, "/en/p/2")
    _leave(writing)
    for _ in range(5):
        writing.evaluate("() => history.back()")
        writing.wait_for_timeout(500)
        assert CANARY not in everything_on(writing)
    writing.evaluate("() => history.forward()")
    writing.wait_for_timeout(500)
    assert CANARY not in everything_on(writing)
    assert writing.context.cookies(site.address) == []


def test_leave_locks_the_plan_within_two_seconds_in_every_tab(site: Site, browser: Browser) -> None:
    """The server forgets the open plan, and the other tabs leave with this one."""
    context = phone(browser, site)
    page = begin(context.new_page())
    keep(page)
    before = _cookie(context, site)
    other = visit(context.new_page(), "/en/p/2")
    _leave(page)
    other.wait_for_url(NEUTRAL)
    stolen = browser.new_context(base_url=site.address)
    stolen.add_cookies([{"name": "k", "value": before, "url": site.address}])
    late = stolen.new_page()
    visit(late, "/en/p/2")
    behind_the_door(late)
    context.close()
    stolen.close()


def test_a_hidden_page_is_covered_and_comes_back_as_it_was(writing: Page) -> None:
    """In the list of open apps there is nothing to read; back again, the caret stands where it stood."""
    writing.locator("#answer").press_sequentially(" and half a")
    caret = "() => [document.activeElement.id, document.activeElement.selectionStart, document.activeElement.value]"
    before = writing.evaluate(caret)
    covered = writing.evaluate(_TURN, "hidden")
    assert covered == "hidden"
    assert writing.evaluate(_TURN, "visible") == "visible"
    assert writing.evaluate(caret) == before


_TURN = """(state) => {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
  return getComputedStyle(document.querySelector("main")).visibility;
}"""


def _leave(page: Page) -> None:
    page.locator("header .leave").click()
    page.wait_for_url(NEUTRAL)


def _cookie(context: BrowserContext, site: Site) -> str:
    return next(cookie["value"] for cookie in context.cookies(site.address) if cookie["name"] == "k")
