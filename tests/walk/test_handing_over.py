"""One tablet, from a midwife's hands to a parent's and back: what is reached from it on the way, and what is not."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from perinatal.library import shelf
from perinatal.toolkit import languages
from tests.walk.company import part_title, say
from tests.walk.conftest import saved, visit
from tests.walk.moves import alive, everything_on, open_plan, phone, write
from tests.walk.site import Site
from tests.walk.somebody import Somebody
from tests.walk.tablet import (
    CALLED,
    CALLED_OTHER,
    EVERY_WORD,
    HERS,
    OTHERS,
    PAGE_B,
    SHARED,
    Room,
    a_tablet,
    insist_nothing_on,
    reach,
)
from tests.walk.wire import Line, post


@pytest.fixture
def room(browser: Browser, shared_site: Site, rosa: Somebody) -> Iterator[Room]:
    """A midwife's tablet on a site with two plans she is let in to."""
    with a_tablet(browser, shared_site, rosa) as room:
        yield room


def test_from_a_handed_tablet_no_way_leads_to_the_list_or_to_any_plan(room: Room) -> None:
    room.goes_in()
    before = room.cookie
    room.tablet.get_by_role("button", name=part_title("A"), exact=True).click()
    expect(room.tablet.locator("main")).to_contain_text(SHARED)

    room.hand_over()
    insist_nothing_on(room, room.tablet)

    reach(room)
    for cookie in (before, room.cookie):
        old = Line(room.site, cookie, path="/en/v")
        assert [word for word in EVERY_WORD if word in old.everything()] == []
        assert post(room.site, "/visit", cookie, plan="1", language="en")["location"] == "/en/in"
        assert post(room.site, "/print", cookie, sheet="booklet")["location"] == "/en/i"
        old.close()


def test_in_the_parents_hands_her_plan_opens_and_the_list_and_other_plans_do_not(room: Room) -> None:
    room.goes_in()
    room.hand_over()
    room.opens()
    tablet = room.tablet
    visit(tablet, f"/en/p/{PAGE_B}")
    assert tablet.locator("#answer").input_value() == HERS

    for page in (tablet, room.context.new_page()):
        for place in ("d", "v", "y"):
            page.goto(room.at(place))
            page.wait_for_url("**/en/p")
            alive(page)
            insist_nothing_on(room, page, OTHERS, CALLED_OTHER, room.who.four["en"])

    visit(tablet, "/en/q")
    with room.context.expect_page() as opened:
        tablet.locator("form[action='/print'] button[type=submit]").first.click()
    opened.value.wait_for_url("**/en/y/p")
    expect(opened.value.locator("h1")).to_have_text(say("yours.print_title"))
    opened.value.close()

    room.pass_back("nothing")
    insist_nothing_on(room, tablet)
    reach(room)


def test_two_minutes_without_a_touch_bring_the_neutral_page_and_no_word(room: Room) -> None:
    room.tablet.clock.install()
    room.goes_in()
    room.hand_over()
    room.opens()
    visit(room.tablet, "/en/m")
    room.tablet.get_by_role("button", name=say("more.minutes", count=60), exact=True).click()
    other = room.context.new_page()
    for page in (other, room.tablet):
        visit(page, f"/en/p/{PAGE_B}")
        expect(page.locator("#answer")).to_have_value(HERS)
    assert room.tablet.locator("#here").get_attribute("data-idle") == "120"

    room.tablet.clock.run_for(121_000)

    for page in (room.tablet, other):
        page.wait_for_url("**/en/y")
        expect(page.locator("h1")).to_have_text(say("yours.open.title"))
        insist_nothing_on(room, page)
    room.tablet.go_back()
    room.tablet.wait_for_url("**/en/y")
    insist_nothing_on(room, room.tablet)
    room.opens()


def test_nothing_leaves_what_the_midwife_sees_as_it_was(room: Room) -> None:
    room.goes_in()
    before = seen_of_the_plan(room)
    room.hand_over()
    room.opens()
    visit(room.tablet, f"/en/p/{PAGE_B}")
    room.pass_back("nothing")

    room.comes_back("d")

    assert HERS not in everything_on(room.tablet)
    room.tablet.get_by_role("button", name=CALLED, exact=True).click()
    room.tablet.wait_for_url("**/en/v")
    assert seen_of_the_plan(room) == before
    room.tablet.evaluate("() => fetch('/lock', {method: 'POST'})")
    open_plan(room.tablet, room.words)
    visit(room.tablet, "/en/s/v")
    assert (
        say("yours.shown_line", name="Rosa", page="", when="").strip() not in room.tablet.locator("main").inner_text()
    )


def seen_of_the_plan(room: Room) -> str:
    """All that the midwife's page of the plan says, before she looks at a part and after."""
    alive(room.tablet)
    room.tablet.get_by_role("button", name=part_title("A"), exact=True).wait_for()
    closed = room.tablet.locator("main").inner_text()
    room.tablet.get_by_role("button", name=part_title("A"), exact=True).click()
    expect(room.tablet.locator("article").first).to_contain_text(SHARED)
    return closed + room.tablet.locator("main").inner_text()


@pytest.mark.parametrize("language", languages())
def test_a_page_is_shown_once_and_never_again(room: Room, language: str) -> None:
    """The whole way, in each language: hand over, open, write, pass back with this page, look at it, and it is gone."""
    room.language, tablet = language, room.tablet
    room.goes_in()
    room.hand_over()
    room.opens()
    visit(tablet, room.at(f"p/{PAGE_B}"))
    write(tablet, "answer", f"{HERS} and more")
    saved(tablet)
    room.pass_back("page")
    insist_nothing_on(room, tablet)

    room.comes_back("v")

    once = tablet.locator("section", has=tablet.get_by_role("heading", name=room.say("room.once"), exact=True))
    expect(once).to_contain_text(f"{HERS} and more")
    second = room.context.new_page()
    visit(second, room.at("v"))
    assert HERS not in everything_on(second)
    expect(once).to_contain_text(HERS)
    tablet.get_by_role("button", name=part_title("A", language), exact=True).click()
    expect(tablet.locator("main")).to_contain_text(SHARED)
    expect(once).to_have_count(0)
    assert HERS not in everything_on(tablet)
    tablet.reload()
    alive(tablet)
    assert HERS not in everything_on(tablet)
    line = Line(room.site, room.cookie, path=room.at("v"))
    assert HERS not in line.everything()
    line.close()

    tablet.evaluate("() => fetch('/lock', {method: 'POST'})")
    open_plan(tablet, room.words, language)
    visit(tablet, room.at("s/v"))
    asked = shelf(language).questions[shelf(language).sections[1].questions[0].id].ask
    expect(tablet.locator("main")).to_contain_text(room.say("yours.shown_line", name="Rosa", page=asked, when=""))


def test_a_page_shown_once_is_gone_after_a_reload_and_at_once_when_sharing_stops(room: Room, browser: Browser) -> None:
    home = phone(browser, room.site)
    parent = open_plan(home.new_page(), room.words)
    for ending in ("reload", "stop"):
        room.goes_in()
        room.hand_over()
        room.opens()
        visit(room.tablet, f"/en/p/{PAGE_B}")
        room.pass_back("page")
        room.comes_back("v")
        expect(room.tablet.locator("main")).to_contain_text(HERS)

        if ending == "reload":
            room.tablet.reload()
            alive(room.tablet)
            room.tablet.get_by_role("button", name=part_title("A"), exact=True).wait_for()
        else:
            visit(parent, "/en/s")
            parent.get_by_role("button", name=say("sharing.stop_all"), exact=True).click()
            expect(room.tablet.get_by_text(say("visit.shut"))).to_be_visible()

        assert HERS not in everything_on(room.tablet)
    home.close()
