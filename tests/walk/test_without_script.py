"""Wrong words are said plainly, and what needs no script says everything without one."""

import pytest
from playwright.sync_api import Browser, Page

from perinatal.toolkit import languages, shelf
from tests.walk.site import Site
from tests.walk.tour import PHONE, Tour, arrive


@pytest.mark.parametrize("language", languages())
def test_wrong_words_are_said_at_the_top_and_beside_the_box(page: Page, language: str) -> None:
    words = shelf(language)
    arrive(page, f"/{language}/p")
    page.locator("#words").fill("canary not a plan")

    page.locator("form[action='/open'] button[type=submit]").click()
    page.wait_for_selector("#wrong:visible")

    assert page.evaluate("() => document.activeElement.id") == "wrong"
    assert page.title().startswith("Error: ")
    assert page.locator("#wrong a").inner_text() == page.locator("#words-wrong").inner_text() == words.say("open.wrong")
    assert page.locator("#words").input_value() == "canary not a plan"
    page.locator("#wrong a").click()
    page.wait_for_function("() => document.activeElement.id === 'words'")


def test_wrong_words_without_javascript_end_on_a_page_that_says_so(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE, base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/i")

    page.locator("#words").fill("canary not a plan")
    page.locator("form[action='/open'] button[type=submit]").click()

    assert page.url.partition("#")[0].endswith("/en/i/no")
    assert page.title().startswith("Error: ")
    assert page.locator("#wrong").is_visible()
    assert page.locator("#words-wrong").is_visible()
    assert page.locator("#wrong:focus").count() == 1
    context.close()


# -- Without JavaScript.


def test_whole_pages_carry_the_head_script_and_no_other(tour: Tour) -> None:
    assert {
        s.address: s.built["scripts"] for s in tour.seen.values() if not s.live and s.built["scripts"] != ["/head.js"]
    } == {}


def test_whole_pages_say_everything_without_javascript(browser: Browser, site: Site, tour: Tour) -> None:
    context = browser.new_context(viewport=PHONE, base_url=site.address, java_script_enabled=False)
    page, less = context.new_page(), {}

    for seen in tour.seen.values():
        if not seen.live:
            page.goto(seen.address)
            said = page.locator("body").inner_text()
            links = page.locator("main a[href], main form[method=post] button, footer a").count()
            if words_of(said) != words_of(seen.built["words"]) or not links or not page.locator("a.leave").is_visible():
                less[seen.address] = said

    context.close()
    assert less == {}


def words_of(text: str) -> list[str]:
    """The words of a text, wherever its lines break."""
    return text.split()


@pytest.mark.parametrize("language", languages())
def test_pages_of_a_plan_offer_paper_without_javascript(browser: Browser, site: Site, language: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=site.address, java_script_enabled=False)
    page = context.new_page()

    page.goto(f"/{language}/p/1")

    assert shelf(language).say("parts.needs_script") in page.locator("main").inner_text()
    page.get_by_role("link", name=shelf(language).say("parts.paper")).click()
    assert page.url.endswith(f"/{language}/b/w")
    assert page.locator("main ol li").count() == 10
    context.close()
