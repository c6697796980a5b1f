"""Sharing, from the parent's side: let somebody in, show them a part, stop, undo."""

import pytest
from playwright.sync_api import Page, expect

from perinatal.care import ShareAnswer
from perinatal.toolkit import languages
from tests.walk.company import answer, day, let_in, part_title, say, sees, share, tap
from tests.walk.conftest import keep, saved, visit
from tests.walk.moves import shows, write
from tests.walk.somebody import Somebody

OWN = "ZQX-share-3 in my own words"


@pytest.fixture
def page(host: Page) -> Page:
    """A parent with a plan that is not kept yet, on a site where Rosa can be let in."""
    return host


# Before anything is shared


def test_the_first_line_says_the_limit_and_an_unkept_plan_can_start_nothing(page: Page) -> None:
    for address in ("/en/s", "/en/s/new"):
        visit(page, address)

        assert page.locator("main .content p").first.inner_text() == say("sharing.limit")
        assert page.locator("main .btn").all_inner_texts() == [say("sharing.keep")]
        assert page.locator("main input:visible").count() == 0


def test_four_words_of_nobody_let_nobody_in_and_what_was_typed_stays(page: Page, rosa: Somebody) -> None:
    keep(page)
    visit(page, "/en/s/new")

    page.locator("#let-name").fill("Rosa")
    page.locator("#let-words").fill(" ".join(reversed(rosa.four["en"].split())))
    tap(page, "sharing.new.do")
    page.wait_for_selector(".errors")

    assert page.evaluate("() => document.activeElement.id") == "let-wrong"
    links = page.locator(".errors a").all_inner_texts()
    assert links == [say("sharing.new.wrong_who"), say("sharing.new.wrong_words")]
    assert page.locator("#let-name").input_value() == "Rosa"
    assert page.locator("#let-words").get_attribute("aria-invalid") == "true"
    visit(page, "/en/s")
    expect(page.locator("main")).to_contain_text(say("sharing.nobody"))


def test_four_words_typed_by_a_tired_hand_let_in_and_share_nothing(page: Page, rosa: Somebody) -> None:
    keep(page)

    rosa.four["en"] = "  " + rosa.four["en"].upper().replace(" ", "   ")
    let_in(page, rosa, "Rosa")

    expect(page.locator("main")).to_contain_text(say("sharing.new.matched", name="Rosa"))
    assert sees(page, "/en/p/1") == say("parts.only_you")
    visit(page, "/en/s")
    expect(page.locator("main")).to_contain_text(say("sharing.no_parts", name="Rosa"))


def test_their_words_match_also_when_their_page_is_in_another_language(page: Page, rosa: Somebody) -> None:
    keep(page)

    rosa.four["en"] = rosa.four["es"]
    let_in(page, rosa, "Rosa")

    visit(page, "/en/s/1")
    assert page.locator("#h1").inner_text() == "Rosa"


# Sharing is a consent conversation


@pytest.mark.parametrize("language", languages())
def test_the_four_answers_are_alike_in_order_and_none_is_chosen(page: Page, rosa: Somebody, language: str) -> None:
    keep(page)
    let_in(page, rosa, "Rosa", language)
    visit(page, f"/{language}/s/1")
    page.locator("button.part").first.click()

    four = page.locator(".choices .btn")
    expect(four).to_have_count(4)
    looks = four.evaluate_all(
        "(all) => all.map((b) => [b.offsetWidth, b.offsetHeight, ...['color', 'fontSize', 'fontWeight',"
        " 'backgroundColor', 'borderColor'].map((s) => getComputedStyle(b)[s])].join(' '))"
    )

    assert four.all_inner_texts() == [say(f"sharing.answers.{each}", language) for each in ShareAnswer]
    assert len(set(looks)) == 1
    assert page.locator(".choices [aria-pressed=true], main input:checked").count() == 0


def test_a_yes_ends_on_the_day_chosen_and_today_if_none_was(page: Page, rosa: Somebody) -> None:
    keep(page)
    let_in(page, rosa, "Rosa")
    visit(page, "/en/s/1")

    answer(page, "A", "yes")
    expect(page.locator("p[role=status] b")).to_have_text(say("sharing.now.yes", date=day(0)))
    page.locator("input[name=until][value=week]").click()
    page.wait_for_function("() => document.querySelector('input[value=week]').checked")
    answer(page, "A", "yes")

    expect(page.locator("p[role=status] b")).to_have_text(say("sharing.now.yes", date=day(7)))
    lines = page.locator("ol.turns > li")
    expect(lines).to_have_count(2)
    assert say("sharing.now.yes", date=day(7)) in lines.first.inner_text()


def test_ask_each_time_opens_nothing_until_the_parent_opens_it_for_today(page: Page, rosa: Somebody) -> None:
    keep(page)
    let_in(page, rosa, "Rosa")
    visit(page, "/en/s/1")

    answer(page, "A", "ask_each_time")
    expect(page.locator("p[role=status] b")).to_have_text(say("sharing.now.ask_each_time"))
    assert sees(page, "/en/p/1") == say("parts.only_you")
    visit(page, "/en/s/1")
    page.locator("button.part").first.click()
    tap(page, "sharing.person.open_today")

    expect(page.locator("p[role=status] b")).to_have_text(say("sharing.now.ask_open"))
    assert sees(page, "/en/p/1") == say("parts.sees_today", names="Rosa")


@pytest.mark.parametrize("no", ["talk_first", "not_now"])
def test_what_is_not_a_yes_shows_nothing(page: Page, rosa: Somebody, no: str) -> None:
    keep(page)
    let_in(page, rosa, "Rosa")
    share(page, "A")

    answer(page, "A", no)

    expect(page.locator("p[role=status] b")).to_have_text(say(f"sharing.now.{no}"))
    assert sees(page, "/en/p/1") == say("parts.only_you")


def test_why_is_kept_in_own_words_beside_the_answer(page: Page, rosa: Somebody) -> None:
    keep(page)
    let_in(page, rosa, "Rosa")
    share(page, "A")

    write(page, "why", OWN)
    saved(page)

    visit(page, "/en/s/1")
    page.locator("button.part").first.click()
    shows(page, "why", OWN)
    assert sees(page, "/en/p/1") == say("parts.sees_today", names="Rosa"), "saying why changes nothing else"


# Stopping


def test_stopping_takes_one_tap_from_sharing_and_never_more_than_starting(page: Page, rosa: Somebody) -> None:
    keep(page)
    let_in(page, rosa, "Rosa")
    visit(page, "/en/s")
    page.locator("main a", has_text=say("sharing.more", name="Rosa")).click()
    page.wait_for_url("**/en/s/1")
    page.locator("button.part").first.click()
    tap(page, "sharing.answers.yes")
    expect(page.locator("p[role=status] b")).not_to_be_empty()
    taps_to_share = 3

    visit(page, "/en/s")
    page.get_by_role("button", name=say("sharing.stop_part", part=part_title("A"), name="Rosa")).click()
    expect(page.locator(".undo")).to_contain_text(say("sharing.stopped"))
    taps_to_stop = 1

    assert taps_to_stop <= min(2, taps_to_share)
    assert sees(page, "/en/p/1") == say("parts.only_you")


def test_everything_stops_with_one_tap_and_can_be_undone(page: Page, rosa: Somebody) -> None:
    keep(page)
    let_in(page, rosa, "Rosa")
    share(page, "A", "topics")
    visit(page, "/en/s")

    tap(page, "sharing.stop_all")
    expect(page.locator(".undo")).to_contain_text(say("sharing.stopped"))
    assert sees(page, "/en/o/1") == say("parts.only_you")

    visit(page, "/en/s")
    tap(page, "sharing.undo")
    expect(page.locator(".undo")).to_contain_text(say("sharing.undone"))
    assert sees(page, "/en/p") == say("parts.sees_some", names="Rosa")


def test_a_question_is_closed_and_opened_in_place(page: Page, rosa: Somebody) -> None:
    keep(page)
    let_in(page, rosa, "Rosa")
    share(page, "A")
    assert sees(page, "/en/p/1") == say("parts.sees_today", names="Rosa")

    page.locator("summary", has_text=say("parts.change_who")).click()
    tap(page, "parts.audience.me")
    expect(page.locator(".sees")).to_have_text(say("parts.only_you"))
    tap(page, "parts.audience.trusted")
    expect(page.get_by_role("button", name=say("parts.audience.trusted"))).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name=say("parts.audience.me"))).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".sees")).to_have_text(say("parts.only_you"))
    tap(page, "parts.audience.team")

    expect(page.locator(".sees")).to_have_text(say("parts.sees_today", names="Rosa"))


def test_the_other_pages_say_who_sees_and_goals_are_only_mine(page: Page, rosa: Somebody) -> None:
    keep(page)
    let_in(page, rosa, "Rosa")
    share(page, "A", "topics")

    said = {address: sees(page, f"/en/{address}") for address in ("c/1", "o", "c/2", "g")}

    some = say("parts.sees_some", names="Rosa")
    assert said == {"c/1": some, "o": some, "c/2": say("parts.only_you"), "g": say("parts.only_you")}
