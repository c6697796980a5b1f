"""A site, a browser, a phone-sized page, and a parent who has begun."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from perinatal.toolkit import languages
from tests.walk.entrances import Entrances, look
from tests.walk.moves import knock
from tests.walk.site import Site, running
from tests.walk.somebody import Somebody, somebody
from tests.walk.tour import Tour, walk_the_site

PHONE = {"width": 360, "height": 740}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


PATIENT = 120_000
"""Milliseconds a test waits for what it expects: as long as a busy machine may need. How soon it comes, bench tells."""


def browser_path() -> str:
    """The browser `python3 -m perinatal test` found; without one these tests cannot say anything."""
    path = os.environ.get("PERINATAL_BROWSER", "/usr/bin/chromium")
    if not Path(path).exists():
        pytest.fail("No Chromium found. Run the tests with: python3 -m perinatal test")
    return path


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One site for all tests that leave it as it was."""
    with running(tmp_path_factory.mktemp("site") / "data") as running_site:
        yield running_site


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[Site]:
    """A site for one test, which may be killed, filled and searched."""
    with running(tmp_path / "data") as running_site:
        yield running_site


@pytest.fixture(scope="package")
def entrances(tmp_path_factory: pytest.TempPathFactory) -> Entrances:
    """Every event and every door there is."""
    return look(tmp_path_factory.mktemp("nobody"))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all walks. It goes with them: its event loop would hinder every test after it."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        _make_patient(started)
        yield started
        started.close()


def _make_patient(browser: Browser) -> None:
    made = browser.new_context

    def patient(**how: Any) -> BrowserContext:
        context = made(**how)
        context.set_default_timeout(PATIENT)
        return context

    browser.new_context = patient  # type: ignore[method-assign]  the library has no setting for all contexts
    expect.set_options(timeout=PATIENT)


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A cheap phone, nobody known on it."""
    context = browser.new_context(viewport=PHONE, base_url=site.address)
    yield context.new_page()
    context.close()


@pytest.fixture
def parent(page: Page) -> Page:
    """The same phone, on which a parent has begun a plan and stands at its hub."""
    return begin(page)


def begin(page: Page, language: str = "en") -> Page:
    """Begin a plan on this page, as the form on the start page does, and stand at its hub."""
    knock(page, "/begin", language=language, phone="own")
    return visit(page, f"/{language}/p")


def ready(page: Page) -> None:
    """Wait until the page is alive and shows what the plan says."""
    page.wait_for_selector("#ready", state="attached")


def visit(page: Page, address: str) -> Page:
    """Go to a live page and wait until it is alive."""
    page.goto(address)
    ready(page)
    return page


def saved(page: Page) -> None:
    """Wait until the page says that everything on it is saved."""
    page.wait_for_function(
        """() => document.querySelector('#saved')?.textContent
          && document.querySelector('#saved').dataset.stale === 'false'"""
    )


def keep(page: Page, language: str = "en") -> str:
    """Keep the plan, and give its words."""
    visit(page, f"/{language}/w")
    page.locator("[data-keep]").click()
    page.wait_for_selector("#plan-words span")
    return " ".join(page.locator("#plan-words span").all_inner_texts())


@pytest.fixture(scope="package", params=languages())
def tour(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Tour:
    """Every page of one language, walked through once for all tests that only look."""
    return walk_the_site(browser, site, begin, request.param)


@pytest.fixture
def rosa(tmp_path: Path) -> Somebody:
    """Somebody who can be let in."""
    return somebody(tmp_path / "data")


@pytest.fixture
def shared_site(tmp_path: Path, rosa: Somebody) -> Iterator[Site]:
    """A site on which Rosa can be let in; she is there before it starts."""
    assert rosa.four
    with running(tmp_path / "data") as running_site:
        yield running_site


@pytest.fixture
def host(browser: Browser, shared_site: Site) -> Iterator[Page]:
    """A parent who has begun a plan on that site."""
    context = browser.new_context(viewport=PHONE, base_url=shared_site.address)
    yield begin(context.new_page())
    context.close()
