"""On a full disk nobody looks at an empty page: a sentence says what did not happen, and what to do."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from perinatal.toolkit import languages, shelf
from tests.walk.conftest import PHONE, begin, saved, visit
from tests.walk.moves import shows, write
from tests.walk.site import Site


@contextmanager
def full_disk(site: Site) -> Iterator[None]:
    """No file of this site may grow, which is how a full disk looks to it."""
    assert site.process
    server = psutil.Process(site.process.pid)
    everyone = [each.pid for each in (server, *server.children(recursive=True))]
    before = {pid: resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY)) for pid in everyone}
    try:
        yield
    finally:
        for pid, limit in before.items():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, limit)


def reads(page: Page, language: str, asked: str, again: str) -> None:
    """The page says what did not happen, in its language, and leads back to where it was asked."""
    words = shelf(language)
    main = page.locator("main")
    expect(main.locator("h1")).to_have_text(words.say(f"full.{asked}_title"))
    expect(main).to_contain_text(words.say(f"full.{asked}"))
    expect(main.get_by_role("link", name=words.say("open.again"))).to_have_attribute("href", f"/{language}/{again}")


@pytest.mark.parametrize("language", languages())
def test_who_begins_without_javascript_reads_that_nothing_can_be_saved(
    own_site: Site, browser: Browser, language: str
) -> None:
    context = browser.new_context(viewport=PHONE, base_url=own_site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/{language}/p0")

    with full_disk(own_site):
        page.locator("form button").first.click()
        reads(page, language, "begin", "p0")

    page.get_by_role("link", name=shelf(language).say("open.again")).click()
    page.locator("form button").first.click()
    page.wait_for_url(f"**/{language}/x")
    context.close()


@pytest.mark.parametrize("language", languages())
def test_what_cannot_be_printed_kept_or_deleted_is_said_and_works_later(
    own_site: Site, browser: Browser, language: str
) -> None:
    context = browser.new_context(viewport=PHONE, base_url=own_site.address)
    page = begin(context.new_page(), language)

    with full_disk(own_site):
        cannot_print(page, language)
        cannot_keep(page, language)
        cannot_delete(page, language)

    visit(page, f"/{language}/w").locator("[data-keep]").click()
    expect(page.locator("#plan-words span")).to_have_count(6)
    expect(page.locator("#keep-trouble")).to_be_empty()
    delete(page, language)
    page.wait_for_url(f"**/{language}/gone")
    context.close()


CANARY = "ZQX full disk"


def test_what_is_typed_on_a_full_disk_is_not_called_saved_stays_and_is_saved_later(
    own_site: Site, browser: Browser
) -> None:
    context = browser.new_context(viewport=PHONE, base_url=own_site.address)
    page = visit(begin(context.new_page()), "/en/p/2")

    with full_disk(own_site):
        write(page, "answer", CANARY)
        expect(page.locator("#trouble")).to_have_text(shelf("en").say("parts.not_saved"))
        expect(page.locator("#saved")).to_be_empty()
        shows(page, "answer", CANARY)

    write(page, "answer", f"{CANARY} again")
    saved(page)
    expect(page.locator("#trouble")).to_be_empty()
    shows(visit(page, "/en/p/2"), "answer", f"{CANARY} again")
    context.close()


def test_an_answer_given_on_a_full_disk_was_not_heard(own_site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE, base_url=own_site.address)
    page = visit(begin(context.new_page()), "/en/o/1")

    with full_disk(own_site):
        page.locator(".choices button").first.click()
        expect(page.locator("#trouble")).to_have_text(shelf("en").say("parts.not_saved"))

    expect(page.locator("main")).not_to_contain_text(shelf("en").say("topic.read_back"))
    expect(page.locator("ol.turns li")).to_have_count(0)
    context.close()


def cannot_print(page: Page, language: str) -> None:
    visit(page, f"/{language}/q")
    with page.context.expect_page() as opened:
        page.locator("form[action='/print'] button").first.click()
    reads(opened.value, language, "print", "q")
    opened.value.close()


def cannot_keep(page: Page, language: str) -> None:
    visit(page, f"/{language}/w").locator("[data-keep]").click()
    expect(page.locator("#keep-trouble")).to_have_text(shelf(language).say("full.keep"))
    expect(page.locator("#kept")).to_be_hidden()


def cannot_delete(page: Page, language: str) -> None:
    delete(page, language)
    reads(page, language, "forget", "m/d")


def delete(page: Page, language: str) -> None:
    visit(page, f"/{language}/m/d").locator("main summary").click()
    page.locator("form[action='/forget'] button").click()


def test_a_crowd_that_keeps_at_once_is_told_to_try_again(page: Page) -> None:
    begin(page)
    page.route("**/keep", lambda route: route.fulfill(status=503))

    visit(page, "/en/w").locator("[data-keep]").click()

    expect(page.locator("#keep-trouble")).to_have_text(shelf("en").say("open.busy"))


def test_who_keeps_a_plan_that_was_locked_meanwhile_finds_the_door(page: Page) -> None:
    begin(page)
    visit(page, "/en/w")
    page.context.clear_cookies()

    page.locator("[data-keep]").click()

    expect(page.locator("#words")).to_be_visible()
