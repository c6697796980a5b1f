"""What can be chosen, skipped and changed, and where the focus goes after moving."""

import re

import pytest
from playwright.sync_api import Browser, Page

from perinatal.care import Stance
from perinatal.toolkit import languages, shelf
from tests.walk.conftest import begin, ready, saved, visit
from tests.walk.site import Site
from tests.walk.tour import PHONE, Seen, Tour, arrive


def of_kind(tour: Tour, ending: str) -> list[Seen]:
    """All pages of one kind."""
    found = [seen for seen in tour.seen.values() if seen.kind.endswith(ending)]
    assert found
    return found


def test_skipping_is_as_big_a_button_as_saving(tour: Tour) -> None:
    smaller = {}

    for seen in of_kind(tour, "/p/#") + of_kind(tour, "/j/#"):
        words = shelf(seen.language)
        size = {button["text"]: button for button in seen.built["buttons"]}
        save, skip = size[words.say("question.save")], size[words.say("question.skip")]
        if skip["area"] < save["area"] * 0.95 or min(skip["height"], save["height"]) < 44:
            smaller[seen.address] = (save, skip)

    assert smaller == {}


def test_every_question_of_the_ten_minute_plan_can_be_skipped(page: Page, tour: Tour) -> None:
    language, steps = tour.language, len(of_kind(tour, "/j/#"))
    visit(begin(page, language), f"/{language}/j/1")

    before = ""
    for step in range(1, steps + 1):
        page.wait_for_url(f"**/{language}/j/{step}")
        asked = page.wait_for_selector(f"[data-of]:not([data-of='{before}'])").get_attribute("data-of")  # the new one
        before = asked or ""
        page.wait_for_selector(f"[data-of] #answer[data-for='{asked}']")
        page.get_by_role("button", name=shelf(language).say("question.skip")).click()

    page.wait_for_url(f"**/{language}/j")


def test_the_six_answers_of_a_conversation_are_alike(tour: Tour) -> None:
    for seen in of_kind(tour, "/o/#"):
        six = [button for button in seen.built["buttons"] if button["equal"]]

        assert [b["text"] for b in six] == [shelf(seen.language).say(f"topic.stance.{s}") for s in Stance], seen.address
        assert len({b["looks"] for b in six}) == 1, seen.address


def test_nothing_is_chosen_before_somebody_chooses(browser: Browser, site: Site, tour: Tour) -> None:
    context = browser.new_context(viewport=PHONE, base_url=site.address)
    page, chosen = begin(context.new_page()), {}

    for address in {seen.kind: seen.address for seen in [s for s in tour.seen.values() if s.live]}.values():
        arrive(page, address)
        pressed = "input:checked, [aria-pressed=true], [aria-checked=true]"
        count = page.locator(f":is({pressed}):not([data-set]):visible").count()
        if count and not address.endswith("/m"):  # the time until the lock is a setting, and has to have a value
            chosen[address] = count

    context.close()
    assert chosen == {}


def test_the_hub_counts_what_was_written_and_never_what_was_not(parent: Page) -> None:
    visit(parent, "/en/p/1")
    parent.locator("#answer").fill("canary-hub")
    parent.locator("#answer").blur()
    saved(parent)
    visit(parent, "/en/p/13")
    parent.get_by_role("button", name="Skip for now").click()
    parent.wait_for_url(lambda address: not address.endswith("/p/13"))

    for language in languages():
        visit(parent, f"/{language}/p")
        said = parent.locator("main").inner_text()

        assert not re.search(r"%|\d+ (of|de) \d+|\d+/\d+|incomplet|missing|falta|left to|por hacer", said, re.I), said
        assert parent.locator("main .trouble:visible, main .errors:visible, main [style]").count() == 0


def test_looking_over_shows_every_answer_with_a_way_to_change_it(parent: Page) -> None:
    asked = []
    for place in ("p/1", "p/2"):
        visit(parent, f"/en/{place}")
        parent.locator("#answer").fill(f"canary-look {place}")
        parent.locator("#answer").blur()
        saved(parent)
        asked.append(parent.locator("h1").inner_text())

    visit(parent, "/en/c/1")
    parent.wait_for_selector(".said a")

    for place, question in zip(("p/1", "p/2"), asked, strict=True):
        assert f"canary-look {place}" in parent.locator(".said").inner_text()
        assert parent.get_by_role("link", name=re.compile(f"^Change .*{re.escape(question)}")).count() == 1
    parent.locator(".said a").first.click()
    parent.wait_for_url("**/en/p/1#c")
    parent.wait_for_function("() => document.querySelector('#answer')?.value === 'canary-look p/1'")
    parent.get_by_role("button", name="Save and continue").click()
    parent.wait_for_url("**/en/c/1")


def test_how_it_is_going_is_answered_with_the_arrow_keys_or_not_at_all(parent: Page) -> None:
    visit(parent, "/en/g")
    parent.locator("#wishing").fill("canary-goal")
    parent.locator("#wishing").blur()
    parent.locator("a.row", has_text="canary-goal").click()
    parent.wait_for_selector("input[name=how]")
    ready(parent)
    rather_not = parent.get_by_role("radio", name="Rather not say")
    assert parent.locator("input[name=how]:checked").count() == 0
    assert rather_not.count() == 1

    parent.locator("input[name=how]").first.focus()
    parent.keyboard.press("Space")
    parent.wait_for_selector("input[name=how]:checked")
    for _ in range(parent.locator("input[name=how]").count() - 1):
        parent.keyboard.press("ArrowDown")

    parent.wait_for_function("() => document.querySelector('input[name=how]:checked')?.value === 'rather_not_say'")


# -- Moving.


@pytest.mark.parametrize("language", languages())
def test_after_moving_the_heading_has_the_focus(page: Page, language: str) -> None:
    begin(page, language)

    page.locator("main a.row").nth(2).click()
    page.wait_for_url(f"**/{language}/c/*")

    page.wait_for_function("() => document.activeElement === document.querySelector('main h1')")
    assert page.title() == shelf(language).say("parts.title")


def test_a_setting_or_a_letter_changes_nothing_by_itself(parent: Page) -> None:
    visit(parent, "/en/q")
    there = parent.url

    for box in parent.locator("select").all():
        box.focus()
        box.select_option(index=1)
    parent.locator("h1").click()
    for letter in "abcdefghijklmnopqrstuvwxyz/?.":
        parent.keyboard.press(letter)

    assert parent.url == there
    assert parent.locator("h1").inner_text() == shelf("en").say("printing.title")


@pytest.mark.parametrize("language", languages())
def test_the_skip_link_stays_on_the_page_and_keeps_what_is_typed(page: Page, language: str) -> None:
    visit(begin(page, language), f"/{language}/p/1")
    page.evaluate("() => { window.stayed = true; }")
    page.locator("#answer").press_sequentially("canary-skip")

    page.locator(".skip").first.focus()
    page.keyboard.press("Enter")

    page.wait_for_function("() => document.activeElement.id === 'main'")
    assert page.evaluate("() => window.stayed")
    assert page.locator("#answer").input_value() == "canary-skip"
