"""What others do is told to the parent, and what they offer is nothing until the parent answers."""

import pytest
from playwright.sync_api import Page, expect

from perinatal.care.sharing import Suggested
from tests.walk.company import day, let_in, measured, part_title, say, share, tap
from tests.walk.conftest import keep, saved, visit
from tests.walk.moves import open_plan, shows, write
from tests.walk.site import Site
from tests.walk.somebody import Somebody, offers
from tests.walk.tour import HERE

OFFERED, SPOKEN, OWN = "ZQX-share-1 call me Ana", "ZQX-share-2 she, please", "ZQX-share-3 in my own words"


@pytest.fixture
def page(host: Page) -> Page:
    """A parent with a plan that is not kept yet, on a site where Rosa can be let in."""
    return host


@pytest.fixture
def offered(page: Page, shared_site: Site, rosa: Somebody) -> Page:
    """Rosa looked, and offered something to two questions, one of them in the parent's spoken words."""
    words = keep(page)
    visit(page, "/en/p/1")
    write(page, "answer", OWN)
    saved(page)
    let_in(page, rosa, "Rosa")
    share(page, "A")
    spoken = Suggested(item="A2", words=SPOKEN, spoken=True)
    offers(shared_site, rosa, Suggested(item="A1", words=OFFERED), spoken, looks_at="A")
    return open_plan(page, words)


def test_every_look_is_told_with_its_time(offered: Page) -> None:
    visit(offered, "/en/s/v")

    (line,) = offered.locator("ol.turns > li").all_inner_texts()
    assert line.startswith(f"Rosa opened {part_title('A')}, {day(0)} ")
    assert line.endswith(("am", "pm"))


def test_words_offered_stand_beside_mine_with_three_equal_answers_and_no_count(offered: Page) -> None:
    visit(offered, "/en/c")

    cards = offered.locator("main section.card")
    expect(cards).to_have_count(2)
    assert OWN in cards.nth(0).inner_text()
    assert OFFERED in cards.nth(0).inner_text()
    assert say("suggestions.is_that") in cards.nth(1).inner_text()
    names = [cards.nth(at).locator(".choices .btn").all_inner_texts() for at in (0, 1)]
    assert names[0] == [say(f"suggestions.{name}") for name in ("add", "change", "no_thanks")]
    assert names[1] == [say(f"suggestions.{name}") for name in ("add_spoken", "change", "no_spoken")]
    sizes = offered.locator(".choices .btn").evaluate_all("(all) => all.map((b) => b.className + b.offsetHeight)")
    assert len(set(sizes)) == 1
    visit(offered, "/en/s")
    assert offered.locator("main a[href='/en/c']").inner_text() == say("sharing.offered")


def test_only_what_the_parent_adds_is_in_the_plan(offered: Page) -> None:
    visit(offered, "/en/c")
    tap(offered, "suggestions.add")
    expect(offered.locator("main section.card")).to_have_count(1)
    tap(offered, "suggestions.no_spoken")
    expect(offered.locator("main")).to_contain_text(say("suggestions.nothing"))

    visit(offered, "/en/p/1")
    shows(offered, "answer", f"{OWN}\n{OFFERED}")
    visit(offered, "/en/p/2")
    shows(offered, "answer", "")


def test_words_can_be_changed_first_and_wait_behind_the_door(offered: Page) -> None:
    visit(offered, "/en/c")
    tap(offered, "suggestions.change")
    shows(offered, "changed", f"{OWN}\n{OFFERED}")
    offered.locator("#changed").fill("ZQX-share-4 as I want it")

    tap(offered, "suggestions.add_these")
    expect(offered.locator("main section.card")).to_have_count(1)

    visit(offered, "/en/p/1")
    shows(offered, "answer", "ZQX-share-4 as I want it")


def test_nothing_is_wrong_with_how_words_offered_look(offered: Page) -> None:
    offered.context.add_init_script(path=HERE / "axe.min.js")
    offered.context.add_init_script(path=HERE / "measure.js")
    visit(offered, "/en/c")
    tap(offered, "suggestions.change")
    offered.wait_for_selector("#changed")

    assert measured(offered, "offered") == {}
