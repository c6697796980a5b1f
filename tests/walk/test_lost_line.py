"""A dropped line or a killed server loses nothing that was said to be saved, and nothing still on the page."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Browser, Page, expect

from perinatal.care.said import Answered
from perinatal.library import shelf
from perinatal.toolkit import Toolkit
from perinatal.vault.trouble import InUse
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import alive, behind_the_door, phone, shows, try_words, write
from tests.walk.site import Site

SAYS = shelf("en")
NO_LINE = SAYS.say("parts.no_line")
BACK = SAYS.say("parts.back_again")
CARET = "() => [document.activeElement.id, document.activeElement.selectionStart]"


def test_a_dropped_line_is_said_calmly_and_loses_nothing(parent: Page) -> None:
    """After four seconds, not before three, the page says that writing can go on. Back again, it saves by itself."""
    visit(parent, "/en/p/2")
    parent.context.set_offline(True)
    went = time.monotonic()
    parent.locator("#answer").press_sequentially("ZQX written without a line")
    line = parent.locator("#line")
    expect(line).to_have_text(NO_LINE)
    assert time.monotonic() - went > 3
    assert "ZQX" not in parent.url
    assert parent.locator("#saved").inner_text() == ""
    parent.keyboard.type(", and more")
    parent.keyboard.press("ArrowLeft")
    caret = parent.evaluate(CARET)

    parent.context.set_offline(False)
    expect(line).to_have_text(BACK)
    saved(parent)
    assert parent.evaluate(CARET) == caret
    expect(line).to_have_text("")
    visit(parent, "/en/p/2")
    shows(parent, "answer", "ZQX written without a line, and more")
    assert parent.get_by_text(SAYS.say("question.earlier"), exact=True).count() == 0, "one entry"


def test_an_unkept_plan_goes_on_after_the_server_was_killed(own_site: Site, browser: Browser) -> None:
    """The browser that began it resumes by itself: what was saved is there, what was on the page is saved once."""
    context = phone(browser, own_site)
    page = begin(context.new_page())
    visit(page, "/en/p/1")
    write(page, "answer", "ZQX was saved")
    saved(page)
    visit(page, "/en/p/2")
    page.locator("#answer").press_sequentially("ZQX half a sent")
    own_site.kill()
    page.keyboard.type("ence, typed while it was down")
    assert page.locator("#answer").is_enabled()
    caret = page.evaluate(CARET)

    own_site.start()
    saved(page)
    assert page.evaluate(CARET) == caret
    assert "ence, typed while it was down" in page.locator("#answer").input_value()
    for place, words in (("/en/p/1", "ZQX was saved"), ("/en/p/2", "ZQX half a sentence, typed while it was down")):
        visit(page, place)
        shows(page, "answer", words)
    context.close()


@pytest.mark.parametrize(
    ("place", "box"), [("/en/p/2", "answer"), ("/en/o/2", "conditions"), ("/en/o/2", "who"), ("/en/g/1", "goal-step")]
)
def test_a_kept_plan_asks_for_its_words_and_then_saves_once(
    own_site: Site, browser: Browser, place: str, box: str
) -> None:
    """Kept, killed, started anew: the door appears, no word is on the page, and after opening each is saved once."""
    context = phone(browser, own_site)
    page = begin(context.new_page())
    _something_to_write_beside(page)
    words = keep(page)
    visit(page, place)
    page.evaluate("() => document.querySelectorAll('details').forEach((more) => { more.open = true; })")
    page.locator(f"#{box}").press_sequentially("ZQX while it was up")
    own_site.kill()
    page.keyboard.type(" and down")
    own_site.start()

    behind_the_door(page)
    assert "ZQX" not in page.evaluate("() => [...document.querySelectorAll('textarea')].map((b) => b.value).join()")
    assert page.evaluate("() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage)").count("ZQX") == 0
    try_words(page, words)
    page.wait_for_selector("#here[data-door='']", state="attached")
    alive(page)
    shows(page, box, "ZQX while it was up and down")
    saved(page)
    assert page.url.endswith(place)
    visit(page, place)
    shows(page, box, "ZQX while it was up and down")
    context.close()
    own_site.kill()
    assert sum("ZQX while it was up and down" in said for said in _said(own_site, words)) == 1


def test_words_of_a_locked_page_never_reach_another_plan(own_site: Site, browser: Browser) -> None:
    """If other words open another plan in this tab, what waited for the first one is not written into it."""
    context = phone(browser, own_site)
    others = keep(begin(context.new_page()))
    context.clear_cookies()
    page = begin(context.new_page())
    mine = keep(page)
    visit(page, "/en/p/2")
    page.locator("#answer").press_sequentially("ZQX meant for mine")
    own_site.kill()
    own_site.start()
    behind_the_door(page)
    try_words(page, others)
    page.wait_for_selector("#here[data-door='']", state="attached")
    alive(page)
    page.wait_for_timeout(2500)
    own_site.kill()
    assert not any("ZQX" in said for said in _said(own_site, others))
    assert mine != others
    context.close()


def _something_to_write_beside(page: Page) -> None:
    visit(page, "/en/o/2")
    page.get_by_role("button", name=SAYS.say("topic.stance.yes_if"), exact=True).click()
    saved(page)
    visit(page, "/en/g")
    write(page, "wishing", "To sleep")
    saved(page)


def _said(site: Site, words: str) -> list[str]:
    """Everything said in a plan, read from the files as the next start of the site would."""

    async def _as_soon_as_free(site: Site) -> Toolkit:
        while True:
            try:
                return Toolkit.at(site.data)
            except InUse:
                await asyncio.sleep(0.1)  # the worker of a killed server ends a moment after it

    async def read() -> list[str]:
        toolkit = await _as_soon_as_free(site)
        try:
            plan = await toolkit.open(words)
            assert plan is not None
            return [
                turn.said.model_dump_json()
                for turn in plan.turns
                if not isinstance(turn.said, Answered) or turn.said.words
            ]
        finally:
            toolkit.close()

    with ThreadPoolExecutor() as aside:  # Playwright keeps a loop running in this thread
        return aside.submit(asyncio.run, read()).result()
