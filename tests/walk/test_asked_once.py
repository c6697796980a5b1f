"""What somebody has said once is not asked of them again on the same way."""

import re

from playwright.sync_api import Browser, Page

from perinatal.library import languages, shelf
from tests.walk.conftest import keep, saved, visit
from tests.walk.moves import behind_the_door, phone, shows, try_words, write
from tests.walk.site import ROOT, Site

SAYS = shelf("en")
SHARED = "120"
"""Seconds until a plan on a shared phone locks itself."""


def test_every_form_knows_the_language_of_its_page(site: Site) -> None:
    """In the built pages, all of them: no form asks which language, and none answers in another."""
    wrong, seen = {}, 0
    for address in site.addresses():
        built = (ROOT / ".pages" / "build" / "client" / f"{address.strip('/')}.html").read_text()
        for form in re.findall(r"<form.*?</form>", built, re.S):
            seen += 1
            hidden = re.search(r'<input[^>]*name="language"[^>]*value="(\w+)"', form)
            first = re.search(r'<select[^>]*name="language"[^>]*><option[^>]*value="(\w+)"', form)
            said = hidden or first
            if not said or said[1] != address.split("/")[1]:
                wrong[address] = form

    assert seen >= 6 * len(languages())
    assert wrong == {}


def test_the_paper_and_the_size_chosen_once_are_chosen_in_every_form(parent: Page) -> None:
    visit(parent, "/en/q")
    assert chosen(parent, "paper") == ["letter", "letter"]

    parent.locator("#booklet-paper").select_option("a4")
    parent.locator("#card-size").select_option("large")

    assert chosen(parent, "paper") == ["a4", "a4"]
    assert chosen(parent, "size") == ["large", "large"]
    visit(parent, "/es/q")
    parent.wait_for_function("() => document.querySelector('#booklet-paper').value === 'a4'")
    assert chosen(parent, "paper") == ["a4", "a4"]
    assert chosen(parent, "size") == ["large", "large"]
    keep(parent)
    assert chosen(parent, "paper") == ["a4"]


def chosen(page: Page, name: str) -> list[str]:
    """What stands in every choice of this name."""
    return page.locator(f"select[name={name}]").evaluate_all("(boxes) => boxes.map((box) => box.value)")


def test_a_shared_phone_is_said_once(browser: Browser, site: Site) -> None:
    """Kept, locked and opened again in the same browser, the plan locks itself as fast as was said at first."""
    context = phone(browser, site)
    page = context.new_page()
    page.goto("/en/p0")
    page.locator("form", has=page.locator("input[value=shared]")).locator("button").click()
    page.wait_for_url("**/en/x")
    visit(page, "/en/p")
    page.wait_for_selector(f"#here[data-idle='{SHARED}']", state="attached")
    words = keep(page)

    page.evaluate("() => fetch('/lock', {method: 'POST'})")
    behind_the_door(page)
    try_words(page, words)

    page.wait_for_selector(f"#here[data-door=''][data-idle='{SHARED}']", state="attached")
    context.close()


def test_the_words_of_a_plan_are_on_their_card_without_being_typed(parent: Page) -> None:
    words = keep(parent)

    assert parent.locator("#card-words").input_value() == words
    visit(parent, "/en/p")
    assert parent.locator("#door :visible").count() == 0, "they open a plan that is closed, and are not asked for now"


def test_an_answer_of_the_ten_minute_plan_stands_under_its_question(parent: Page) -> None:
    """The same question is asked on two ways; who answered it on one finds the answer on the other."""
    visit(parent, "/en/j/1")
    write(parent, "answer", "ZQX said on the short way")
    saved(parent)
    question = parent.locator("[data-of]").first.get_attribute("data-of")
    assert question

    visit(parent, f"/en/p/{SAYS.questions[question].number}")

    shows(parent, "answer", "ZQX said on the short way")
