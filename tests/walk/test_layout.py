"""Big enough to hit and to read, clear enough to see; on small screens, with large letters, with bars that stick."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.walk.site import Site
from tests.walk.tour import HERE, PHONE, Seen, Tour, arrive

CSS = Path(__file__).resolve().parents[2] / "assets" / "app.css"
BROKEN = {
    "pale": "p { color: #999 !important }",
    "faint": ".btn { border-color: #eee !important; background: #fff !important }",
    "small": ".btn { min-height: 20px !important; padding: 0 !important }",
    "tiny": "p { font-size: 14px !important }",
    "wide": "main { width: 600px !important; max-width: none !important }",
    "covered": ".ways { position: fixed !important; inset: 0 !important }",
    "hiddenFocus": ".ways { position: fixed !important; inset: 0 !important }",
    "moving": ".btn { transition: all 1s }",
    "bare": ".btn { border: 0 !important }",
    "symbols": ".symbol { color: #eed !important }",
}
"""For each measure, styles it has to complain about."""
SIZES = ("320", "landscape", "root 200 %", "root 400 %", "spaced")


def looked_at(tour: Tour, measure: str) -> list[Seen]:
    """The pages this was measured on; a measure taken nowhere proves nothing."""
    pages = [seen for seen in tour.seen.values() if measure in seen.wrong]
    assert {seen.kind for seen in pages} == {seen.kind for seen in tour.seen.values()}
    return pages


def test_every_target_is_44_pixels_wide_and_high(tour: Tour) -> None:
    assert looked_at(tour, "small light")
    assert tour.wrong("small") == {}


def test_no_letter_is_smaller_than_16_pixels_and_running_text_has_18(tour: Tour) -> None:
    assert looked_at(tour, "tiny light")
    assert tour.wrong("tiny") == {}
    assert {seen.address: seen.body for seen in tour.seen.values() if seen.body < 18} == {}


@pytest.mark.parametrize("light", ["light", "dark"])
def test_all_text_stands_out_seven_to_one(tour: Tour, light: str) -> None:
    assert looked_at(tour, f"pale {light}")
    assert tour.wrong(f"pale {light}") == {}


@pytest.mark.parametrize("light", ["light", "dark"])
def test_the_edge_of_every_control_and_symbol_stands_out_three_to_one(tour: Tour, light: str) -> None:
    assert tour.wrong(f"faint {light}", f"symbols {light}") == {}


@pytest.mark.parametrize("how", ["light", *SIZES])
def test_nothing_scrolls_sideways_and_nothing_is_cut_off(tour: Tour, how: str) -> None:
    assert looked_at(tour, f"wide {how}")
    assert tour.wrong(f"wide {how}") == {}


@pytest.mark.parametrize("how", ["light", *SIZES])
def test_every_control_can_be_brought_out_from_under_the_bars(tour: Tour, how: str) -> None:
    assert looked_at(tour, f"covered {how}")
    assert tour.wrong(f"covered {how}") == {}


@pytest.mark.parametrize("how", ["light", *SIZES])
def test_what_has_the_focus_is_never_hidden_under_a_bar(tour: Tour, how: str) -> None:
    assert looked_at(tour, f"hiddenFocus {how}")
    assert tour.wrong(f"hiddenFocus {how}") == {}


def test_a_language_with_longer_words_holds_on_every_page(tour: Tour) -> None:
    """Each page is measured at 320 pixels in a language that is not there: two fifths longer, with accents."""
    assert {seen.address for seen in looked_at(tour, "wide lengthened")} == set(tour.seen)
    assert looked_at(tour, "covered lengthened")
    assert tour.wrong("wide lengthened", "covered lengthened") == {}


def test_the_language_that_is_not_there_is_long_and_accented(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE, base_url=site.address)
    context.add_init_script(path=HERE / "measure.js")
    page = context.new_page()
    arrive(page, "/en")
    before = page.evaluate("() => document.body.textContent.length")
    named = page.locator("header nav").get_attribute("aria-label") or ""

    page.evaluate("() => measure.lengthen()")

    assert page.evaluate("() => document.body.textContent.length") >= before * 1.3
    assert len(page.locator("header nav").get_attribute("aria-label") or "") >= len(named) * 1.4
    assert not page.locator("h1").inner_text().isascii()
    context.close()


@pytest.mark.parametrize("how", SIZES)
def test_bars_that_stick_leave_the_screen_to_the_page(tour: Tour, how: str) -> None:
    """Above a fifth of the screen, the bars scroll away with the page."""
    too_much = {seen.address: seen.stuck[how] for seen in tour.seen.values() if seen.stuck.get(how, 0) > 0.2}

    assert too_much == {}


def test_nothing_jumps_while_a_page_comes_alive(tour: Tour) -> None:
    jumps = {seen.address: round(seen.shifted, 3) for seen in tour.seen.values() if seen.shifted > 0.05}

    assert jumps == {}


def test_nothing_moves_by_itself(tour: Tour) -> None:
    assert looked_at(tour, "moving moving")
    assert tour.wrong("moving") == {}


def test_every_control_keeps_its_edge_in_forced_colors(tour: Tour) -> None:
    assert looked_at(tour, "bare forced")
    assert tour.wrong("bare") == {}


def test_both_palettes_of_the_dark_are_the_same() -> None:
    """The dark of the phone and the dark that was chosen are written twice; they must not drift apart."""
    dark = [
        re.sub(r"\s+", " ", block).strip()
        for block in re.findall(r"\{([^{}]*color-scheme: dark[^{}]*)\}", CSS.read_text())
    ]

    assert len(dark) == 2
    assert dark[0] == dark[1]


def test_every_measure_finds_what_is_wrong_when_something_is(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE, base_url=site.address)
    context.add_init_script(path=HERE / "measure.js")
    page = context.new_page()
    arrive(page, "/en")

    for measure, style in BROKEN.items():
        found = page.evaluate("([name, style]) => { measure.style(style); return measure[name](); }", [measure, style])
        assert found, measure
        assert page.evaluate("(name) => { measure.style(''); return measure[name](); }", measure) == [], measure
    context.close()
