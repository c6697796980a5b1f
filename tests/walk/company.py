"""What a parent does about others, in more than one walk."""

from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from perinatal.toolkit import shelf
from tests.walk.conftest import visit
from tests.walk.somebody import Somebody
from tests.walk.tour import AT_REST, PHONE, TAGS

SMALLEST = {"width": 320, "height": 640}


def let_in(
    page: Page, who: Somebody, name: str, language: str = "en", audience: str = "team", *, called: str = ""
) -> None:
    """Let them in, on the page for that."""
    visit(page, f"/{language}/s/new")
    page.locator(f"input[name=let-who][value={audience}]").check()
    page.locator("#let-name").fill(name)
    page.locator("#let-called").fill(called)
    page.locator("#let-words").fill(who.four[language])
    page.locator("main .btn.main").click()
    expect(page.locator(".card.yours")).to_contain_text(name)


def answer(page: Page, part: str, stance: str, language: str = "en") -> None:
    """Open the conversation about a part on a person's page, and answer."""
    title = part_title(part, language)
    row = page.locator("button.part", has_text=title).first
    if row.get_attribute("aria-expanded") == "false":
        row.click()
    words = shelf(language)
    page.get_by_role("button", name=words.say(f"sharing.answers.{stance}"), exact=True).click()
    expect(page.locator("p[role=status] b")).not_to_be_empty()


def part_title(part: str, language: str = "en") -> str:
    """What a part is called."""
    words = shelf(language)
    titles = {section.id: section.title for section in words.sections}
    return titles.get(part) or words.say(f"sharing.{part}")


def say(key: str, language: str = "en", **fill: object) -> str:
    """What stands on a page."""
    return shelf(language).say(key, **fill)


def tap(page: Page, key: str, **fill: object) -> None:
    """Tap the button that says this."""
    page.get_by_role("button", name=say(key, **fill), exact=True).first.click()


def sees(page: Page, address: str) -> str:
    """What a page says of who can see it."""
    visit(page, address)
    return page.locator(".sees").inner_text()


def share(page: Page, *parts: str, person: int = 1) -> None:
    """Say yes to showing these parts, for today."""
    visit(page, f"/en/s/{person}")
    for part in parts:
        answer(page, part, "yes")


def day(days: int, language: str = "en") -> str:
    """The day that is so many days from now, where this server stands."""
    return shelf(language).day(datetime.now().astimezone().date() + timedelta(days=days))


def measured(page: Page, where: str) -> dict[str, list[str]]:
    """What axe finds in the light and in the dark, and our measures also on the smallest phone."""
    wrong: dict[str, list[str]] = {}
    for how, size, light in (("phone", PHONE, "light"), ("dark", PHONE, "dark"), ("320", SMALLEST, "light")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=light)
        if size is PHONE:
            wrong[f"{where} {how} axe"] = page.evaluate(
                "([tags, rest]) => { measure.style(rest); return measure.found(tags); }", [TAGS, AT_REST]
            )
            page.evaluate("() => measure.style('')")
        for name in ("small", "tiny", "wide", "pale", "faint", "covered", "hiddenFocus"):
            wrong[f"{where} {how} {name}"] = page.evaluate("(name) => measure[name]()", name)
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light")
    return {name: found for name, found in wrong.items() if found}
