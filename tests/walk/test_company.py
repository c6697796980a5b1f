"""The pages about others: by keyboard alone, on small phones, in the dark, and with no word left anywhere."""

import pytest
from playwright.sync_api import Page, expect

from perinatal.toolkit import languages
from tests.walk.canary import Canary, plant
from tests.walk.company import answer, day, let_in, measured, say, share, tap
from tests.walk.conftest import keep, saved, visit
from tests.walk.keyboard import Keyboard
from tests.walk.moves import behind_the_door, everything_on, open_plan, write
from tests.walk.site import Site
from tests.walk.somebody import Somebody
from tests.walk.tour import HERE


@pytest.fixture
def page(host: Page) -> Page:
    """A parent with a plan that is not kept yet, on a site where Rosa can be let in."""
    return host


def test_a_keyboard_alone_is_enough(page: Page, rosa: Somebody) -> None:
    keep(page)
    visit(page, "/en/s/new")
    page.locator("#let-who").focus()
    page.keyboard.press("Space")
    for typed in ("Rosa", "", rosa.four["en"]):
        page.keyboard.press("Tab")
        page.keyboard.type(typed)
    Keyboard(page, "en").press("sharing.new.do")
    page.locator("main a.btn.main").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/s/1")
    page.locator("button.part").first.focus()
    page.keyboard.press("Enter")
    page.locator("input[name=until]").first.wait_for()
    for _ in range(20):
        if page.evaluate("() => document.activeElement.closest('.choices') !== null"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("p[role=status] b")).to_have_text(say("sharing.now.yes", date=day(0)))

    visit(page, "/en/s")
    page.get_by_role("button", name=say("sharing.stop_all")).focus()
    page.keyboard.press("Enter")

    expect(page.locator(".undo")).to_contain_text(say("sharing.stopped"))


@pytest.mark.parametrize("language", languages())
def test_nothing_is_wrong_with_how_these_pages_look_with_somebody_in_them(
    page: Page, rosa: Somebody, language: str
) -> None:
    """The tour walks these pages too, but with nobody let in."""
    page.context.add_init_script(path=HERE / "axe.min.js")
    page.context.add_init_script(path=HERE / "measure.js")
    keep(page, language)
    let_in(page, rosa, "Donaudampfschifffahrtsgesellschaft", language)
    wrong = measured(page, "let in")
    visit(page, f"/{language}/s/1")
    answer(page, "A", "yes", language)
    wrong |= measured(page, "person")
    visit(page, f"/{language}/s/new")
    page.locator("main .btn.main").click()
    page.wait_for_selector(".errors")
    wrong |= measured(page, "not done")
    for address in ("s", "p/1", "o/1", "s/v"):
        visit(page, f"/{language}/{address}")
        page.evaluate("() => document.querySelectorAll('main details').forEach((more) => { more.open = true; })")
        wrong |= measured(page, address)

    assert wrong == {}


def test_no_word_stays_on_these_pages_or_in_the_files(page: Page, rosa: Somebody, shared_site: Site) -> None:
    """Every box of these pages, also of those that need somebody let in, which the wide search does not reach."""
    canary = Canary()
    words = keep(page)
    let_in(page, rosa, canary.word("the name of somebody"))
    share(page, "A")
    write(page, "why", canary.word("why"))
    saved(page)
    visit(page, "/en/s/new")
    plant(page, canary)
    tap(page, "sharing.new.do")
    page.wait_for_selector(".errors")
    assert len(canary.planted) >= 5

    page.evaluate("() => fetch('/lock', {method: 'POST'})")
    behind_the_door(page)
    assert canary.in_text(everything_on(page)) == []
    assert canary.in_text(shared_site.log.read_text(), page.url, page.title()) == []
    open_plan(page, words)
    visit(page, "/en/s/1")
    assert canary.in_text(everything_on(page)) != []
    shared_site.kill()
    assert canary.in_files([shared_site.data.parent]) == []
