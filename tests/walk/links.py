"""What a parent and a stranger do with a link, in more than one walk."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page, expect

from perinatal.toolkit import shelf
from tests.walk.company import say
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import phone, write
from tests.walk.site import Site

MINE = "heron lantern 6021 mine"


def a_host(browser: Browser, site: Site) -> Iterator[Page]:
    """A parent with a kept plan, in which one answer is for her team."""
    context = phone(browser, site)
    page = begin(context.new_page())
    keep(page)
    for_team(page, MINE)
    yield page
    context.close()


def a_stranger(browser: Browser, site: Site) -> Iterator[Page]:
    """Another phone."""
    context = phone(browser, site)
    yield context.new_page()
    context.close()


def for_team(page: Page, words: str) -> None:
    """Answer the first question, and open it to the team."""
    visit(page, "/en/p/1")
    write(page, "answer", words)
    saved(page)
    page.locator("summary", has_text=say("parts.change_who")).click()
    chip = page.get_by_role("button", name=say("parts.audience.team"), exact=True)
    if chip.get_attribute("aria-pressed") == "false":
        chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")


def make(page: Page, *, coded: bool = True, uses: str = "3", language: str = "en") -> tuple[str, str]:
    """Make a link to the first part for the team; gives it, and its code."""
    words = shelf(language)
    visit(page, f"/{language}/s/l")
    page.locator("#new-link > summary").click()
    for group, chip in (("who", words.say("sharing.audience.team")), ("parts", words.sections[0].title)):
        chips = page.get_by_role("group", name=words.say(f"links.{group}"))
        chips.get_by_role("button", name=chip, exact=True).click()
    expect(page.locator("#hand-out ul")).to_contain_text(MINE)
    page.locator("#link-name").fill("Ana")
    page.locator("#link-uses").select_option(uses)
    page.locator("#link-coded").set_checked(coded)
    page.get_by_role("button", name=words.say("links.make"), exact=True).click()
    expect(page.locator("#kept")).to_be_visible()
    return page.locator("#made-link").input_value(), " ".join(page.locator("#made-code span").all_inner_texts())


def go(page: Page, link: str, code: str = "") -> None:
    """Come by a link, and ask to open it."""
    page.goto("about:blank")
    page.goto(link)
    page.locator("#code").fill(code)
    page.locator("[data-link-form] button").click()
