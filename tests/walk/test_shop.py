"""Paper for anybody, on a cheap phone without a script: every thing prints, can be seen first, and nothing stays."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from perinatal.toolkit import languages, shelf, things
from tests.paper.things import LOGO
from tests.walk.canary import Canary
from tests.walk.conftest import QUIET, browser_path
from tests.walk.site import Site, running
from tests.walk.tour import AT_REST, HERE, PHONE, TAGS

OPEN = "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of this file's own, since papers for one address are counted."""
    with running(tmp_path_factory.mktemp("shop") / "data") as site:
        yield site


@pytest.fixture
def bare(browser: Browser, shop: Site) -> Iterator[BrowserContext]:
    """A phone that runs no script."""
    context = browser.new_context(viewport=PHONE, base_url=shop.address, java_script_enabled=False)
    yield context
    context.close()


def arrive(page: Page, language: str = "en") -> Page:
    """Stand on the page of papers, with all of it open."""
    page.goto(f"/{language}/b")
    page.evaluate(OPEN)
    return page


def look_at(page: Page, thing: str) -> Page:
    """Tap the button that shows a thing, and stand on the page that opens."""
    with page.context.expect_page() as opened:
        page.locator(f"button[name=look][value={thing}]").first.click()
    opened.value.wait_for_load_state()
    return opened.value


@pytest.mark.parametrize("language", languages())
def test_everything_on_the_page_is_printed_under_its_own_title(bare: BrowserContext, language: str) -> None:
    page = arrive(bare.new_page(), language)
    titles = {
        button.get_attribute("value"): button.get_attribute("aria-label")
        for button in page.locator("button[name=print]").all()
    }
    assert set(titles) == {thing.id for thing in things(language)}

    for thing, label in titles.items():
        fields = {"here": language, "language": language, "print": str(thing)}
        # Playwright's own request runs beside the page, and only a page of ours may ask.
        got = bare.request.post("/paper", multipart=fields, headers={"origin": page.url.rpartition(f"/{language}/")[0]})

        assert got.headers["content-type"] == "application/pdf", thing
        with pikepdf.open(io.BytesIO(got.body())) as opened:
            assert label == f"{shelf(language).say('shop.print')}: {opened.docinfo['/Title']}"


def test_a_tap_prints_in_a_new_tab_and_the_page_stays(bare: BrowserContext) -> None:
    page = arrive(bare.new_page())

    with bare.expect_event("response", lambda got: got.url.endswith("/paper")) as printed:
        page.locator("button[name=print][value=ask-three]").first.click()

    assert printed.value.header_value("content-type") == "application/pdf"
    assert printed.value.header_value("cache-control") == "no-store"
    assert page.url.endswith("/en/b")


def test_a_paper_is_seen_changed_seen_again_and_printed_without_a_script(bare: BrowserContext) -> None:
    page = arrive(bare.new_page(), "es")
    page.locator("#name").fill("Clínica de la Ribera")
    page.locator("#logo").set_input_files({"name": "l.svg", "mimeType": "image/svg+xml", "buffer": LOGO})
    page.locator("#logo_says").fill("Un círculo")

    seen = look_at(page, "welcome-poster")
    before = seen.locator("img").get_attribute("src")
    assert seen.locator("img").get_attribute("alt") == "Página 1 de 1 de " + seen.locator("h1").inner_text()
    assert seen.evaluate("() => document.querySelector('img').naturalWidth") == 1000
    seen.locator("summary").click()
    seen.locator("#paper").select_option("a4")
    seen.locator("#hours").fill("De 9 a 5")
    seen.locator("button[name=again]").click()
    seen.wait_for_load_state()

    assert seen.locator("img").get_attribute("src") != before
    assert seen.locator("#name").input_value() == "Clínica de la Ribera"
    with bare.expect_event("response", lambda got: got.url.endswith("/paper")) as printed:
        seen.locator("button[name=print]").click()
    assert printed.value.header_value("content-type") == "application/pdf"


def test_enter_in_a_box_prints_nothing_nobody_chose(bare: BrowserContext) -> None:
    page, asked = arrive(bare.new_page()), list[str]()
    bare.on("request", lambda request: asked.append(request.url))

    for box in ("#name", "#phone", "#hours", "#logo_says"):
        page.locator(box).fill("Riverside")
        page.locator(box).press("Enter")
    page.wait_for_timeout(300)

    assert asked == []
    assert page.locator("#name").input_value() == "Riverside"


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (b"\xff\xd8\xff" + bytes(5_000_000), "too_large"),
        (b"\xff\xd8\xff" + bytes(1_200_000), "too_large"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "not_plain"),
        (b"MZ" + bytes(500), "not_a_picture"),
    ],
)
def test_a_logo_that_is_not_taken_ends_on_a_page_that_says_why(bare: BrowserContext, file: bytes, why: str) -> None:
    page, words = arrive(bare.new_page(), "es"), shelf("es")
    page.locator("#logo").set_input_files({"name": "<b>.png", "mimeType": "image/png", "buffer": file})
    page.locator("#logo_says").fill("Un árbol")

    said = look_at(page, "welcome-poster")

    assert words.say(f"paper.logo.{why}") in said.locator("main").inner_text()
    assert said.title() == words.say("parts.trouble_title")
    assert page.locator("#logo_says").input_value() == "Un árbol"


def test_nothing_of_a_clinic_is_found_anywhere_after_it_was_printed(
    browser: Browser, shop: Site, tmp_path: Path
) -> None:
    """Typed, handed in, seen, changed, printed, refused; then searched for in the site's files, its log, addresses.

    A browser keeps what it sent, to send it again, until its tabs are closed: so the page says what we keep, no more.
    """
    canary, lines = Canary(), list[str]()
    logo = LOGO.replace(b"<title>x", f"<title>{canary.word('logo')}".encode())
    context = browser.browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=browser_path(), args=QUIET, viewport=PHONE, base_url=shop.address
    )
    context.on("request", lambda request: lines.append(json.dumps([request.url, request.headers])))
    page = arrive(context.new_page())
    for box in ("name", "phone", "hours", "logo_says"):
        page.locator(f"#{box}").fill(canary.word(box))
    page.locator("#logo").set_input_files({"name": "l.svg", "mimeType": "image/svg+xml", "buffer": logo})

    seen = look_at(page, "welcome-poster")
    assert canary.stem in seen.locator("[name=name]").get_attribute("value")
    seen.locator("summary").click()
    seen.locator("#name").fill(canary.word("again"))
    seen.locator("button[name=again]").click()
    with context.expect_event("response", lambda got: got.url.endswith("/paper")) as printed:
        seen.locator("button[name=print]").click()
    assert printed.value.header_value("content-type") == "application/pdf"
    page.locator("#logo").set_input_files({"name": "l.png", "mimeType": "image/png", "buffer": logo[9:]})
    look_at(page, "hospital-bag")
    for each in context.pages:
        lines += [each.url, each.title()]
    lines.append(page.evaluate("() => JSON.stringify([localStorage, sessionStorage, document.cookie, history.state])"))
    assert context.cookies() == []
    context.close()

    assert canary.in_text(*lines, shop.log.read_text()) == []
    assert canary.in_files([shop.data.parent]) == []


@pytest.mark.parametrize("language", languages())
def test_the_pages_of_the_door_stand_any_screen_and_any_reader(browser: Browser, shop: Site, language: str) -> None:
    """What is built is walked by the tour; these are made by hand, or lie open here."""
    context = browser.new_context(viewport=PHONE, base_url=shop.address)
    context.add_init_script(path=HERE / "axe.min.js")
    context.add_init_script(path=HERE / "measure.js")
    page, wrong = arrive(context.new_page(), language), dict[str, list[str]]()
    page.locator("#name").fill("Riverside Clinic")

    seen = look_at(page, "letter-to-baby")
    page.locator("#logo").set_input_files({"name": "l.png", "mimeType": "image/png", "buffer": b"MZ"})
    refused = look_at(page, "welcome-poster")

    for name, made in {"shop": page, "seen": seen, "refused": refused}.items():
        made.evaluate(OPEN)
        for width in (320, 360, 1280):
            made.set_viewport_size({"width": width, "height": 740})
            wrong[f"{name} {width}"] = made.evaluate("() => [...measure.wide(), ...measure.small(), ...measure.tiny()]")
        for light in ("light", "dark"):
            made.emulate_media(color_scheme=light)
            wrong[f"{name} {light}"] = made.evaluate(
                "([tags, rest]) => { measure.style(rest); return measure.found(tags); }", [TAGS, AT_REST]
            )
        assert made.locator("a.leave").is_visible()
    context.close()
    assert {name: found for name, found in wrong.items() if found} == {}
