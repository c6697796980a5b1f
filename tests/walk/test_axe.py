"""axe finds nothing: on no page, in no language, in no light, in no state a page can be in."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from perinatal.toolkit import languages, shelf
from tests.walk.conftest import begin
from tests.walk.site import Site
from tests.walk.tour import AT_REST, HERE, PHONE, TAGS, Tour, arrive, kind


def looking(browser: Browser, site: Site, light: str = "light") -> BrowserContext:
    """A phone that carries axe."""
    context = browser.new_context(viewport=PHONE, base_url=site.address, color_scheme=light)
    context.add_init_script(path=HERE / "axe.min.js")
    context.add_init_script(path=HERE / "measure.js")
    return context


def found(page: Page) -> list[str]:
    """What axe finds on the page as it stands."""
    return page.evaluate("([tags, rest]) => { measure.style(rest); return measure.found(tags); }", [TAGS, AT_REST])


def one_of_each_kind(tour: Tour) -> list[str]:
    """One page of each kind."""
    return list({kind(address): address for address in tour.seen}.values())


def test_axe_finds_nothing_on_any_page_of_a_plan_with_content(tour: Tour) -> None:
    assert tour.seen
    assert tour.wrong("axe light") == {}


def test_axe_finds_nothing_in_the_dark(tour: Tour) -> None:
    looked_at = {seen.kind for seen in tour.seen.values() if "axe dark" in seen.wrong}

    assert looked_at == {seen.kind for seen in tour.seen.values()}
    assert tour.wrong("axe dark") == {}


def test_the_pages_that_were_looked_at_offered_to_put_back_what_was_taken_out(tour: Tour) -> None:
    put_back = shelf(tour.language).say("parts.put_back")

    assert put_back in tour.seen[f"/{tour.language}/p/2"].built["words"]


def test_axe_finds_nothing_at_the_locked_door(browser: Browser, site: Site, tour: Tour) -> None:
    page = looking(browser, site).new_page()
    wrong = {}

    for address in one_of_each_kind(tour):
        if tour.seen[address].live:
            page.emulate_media(color_scheme="light")
            arrive(page, address)
            page.wait_for_selector("#door #words")
            wrong[f"{address} light"] = found(page)
            page.emulate_media(color_scheme="dark")
            wrong[f"{address} dark"] = found(page)

    page.context.close()
    assert wrong
    assert {address: each for address, each in wrong.items() if each} == {}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("light", ["light", "dark"])
def test_axe_finds_nothing_when_the_words_open_no_plan(browser: Browser, site: Site, language: str, light: str) -> None:
    page = looking(browser, site, light).new_page()
    arrive(page, f"/{language}/p")

    page.locator("#words").fill("not the words of any plan here")
    page.locator("form[action='/open'] button[type=submit]").click()
    page.wait_for_selector("#wrong:visible")

    assert found(page) == []
    page.context.close()


@pytest.mark.parametrize("light", ["light", "dark"])
def test_axe_finds_nothing_while_the_page_asks_who_is_still_here(browser: Browser, site: Site, light: str) -> None:
    page = looking(browser, site, light).new_page()
    page.clock.install()
    begin(page)

    page.clock.fast_forward(60 * 4 * 1000 + 45_000)
    page.wait_for_selector(".still")

    assert found(page) == []
    page.context.close()


def test_axe_finds_what_is_wrong_when_something_is(browser: Browser, site: Site) -> None:
    page = looking(browser, site).new_page()
    arrive(page, "/en")

    page.evaluate(
        "() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><button></button>')"
    )

    assert {re.split(":", each)[0] for each in found(page)} >= {"image-alt", "button-name"}
    page.context.close()
