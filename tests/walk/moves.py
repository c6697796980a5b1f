"""What a parent does in more than one walk: open a plan, write, look at what is there, leave."""

import re
from collections import Counter

from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.walk.site import Site

NEUTRAL = "https://www.bbc.com/**"
"""Where Leave goes. No test may really go there."""


def phone(browser: Browser, site: Site, *, width: int = 360) -> BrowserContext:
    """A phone nobody used yet. The weather it leaves to is painted here, so nothing goes out."""
    context = browser.new_context(viewport={"width": width, "height": 740}, base_url=site.address)
    context.route(NEUTRAL, weather)
    return context


def weather(route: Route) -> None:
    """A weather page of our own."""
    route.fulfill(body="<title>Weather</title><h1>Sunny</h1>", content_type="text/html")


def knock(page: Page, path: str, **form: str) -> str:
    """Send a form from this browser as a page of the site does, without that page; where the answer leads to."""
    headers = {"origin": "null", "sec-fetch-site": "same-origin"}
    answer = page.context.request.post(path, form=dict(form), headers=headers, max_redirects=0)
    return answer.headers.get("location", "")


def open_plan(page: Page, words: str, language: str = "en") -> Page:
    """Open a plan with its words, as the form at its door does, and stand at its hub."""
    assert knock(page, "/open", words=words, language=language) == f"/{language}/p", "these words open nothing"
    page.goto(f"/{language}/p")
    alive(page)
    return page


def try_words(page: Page, words: str) -> None:
    """Put words into the door that is on screen, and knock."""
    page.locator("#words").fill(words)
    page.locator("form[action='/open'] button[type=submit]").click()


def alive(page: Page) -> None:
    """Wait until the page is alive."""
    page.wait_for_selector("#ready", state="attached")


def write(page: Page, box: str, words: str) -> None:
    """Write words into a box, over what was there, and go on to something else."""
    page.locator(f"#{box}").fill(words)
    page.locator(f"#{box}").blur()


def shows(page: Page, box: str, words: str) -> None:
    """Wait until a box shows these words."""
    page.wait_for_function("([box, words]) => document.getElementById(box)?.value === words", arg=[box, words])


def behind_the_door(page: Page) -> None:
    """Wait until the page is locked and asks for the words."""
    page.wait_for_selector("#here[data-door=words]", state="attached")
    page.wait_for_selector("#words")


def everything_on(page: Page) -> str:
    """All a person with developer tools could read on this page: the document and what stands in its boxes."""
    return page.evaluate(
        """() => document.documentElement.outerHTML
          + [...document.querySelectorAll('input,textarea')].map(b => b.value).join(' ')"""
    )


class SlowScripts:
    """A phone on which the page's scripts don't come before they are let through."""

    def __init__(self, page: Page) -> None:
        self._held: list[Route] = []
        self._through = False
        page.route("**/assets/*.js", self._hold)

    def _hold(self, route: Route) -> None:
        if self._through:
            route.continue_()
        else:
            self._held.append(route)

    def come(self) -> None:
        """Now they come."""
        self._through = True
        for route in self._held:
            route.continue_()


def every_place_once(site: Site, *, of_a_kind: int = 1000) -> list[str]:
    """Every place once, the languages taking turns, and every kind of page in every language.

    Pages of one kind are one form with another question; `of_a_kind` of them at most, when a few tell the same.
    """
    addresses = site.addresses()
    languages = sorted({address.split("/")[1] for address in addresses})
    kinds: Counter[str] = Counter()
    walk: list[str] = []
    places = sorted({address.partition("/")[2].partition("/")[2] for address in addresses})
    for turn, place in enumerate(places):
        kind = re.sub(r"\d+", "1", place)
        chosen = languages if kind not in kinds else [languages[turn % len(languages)]]
        kinds[kind] += 1
        if kinds[kind] > of_a_kind:
            continue
        walk += [f"/{language}/{place}" for language in chosen if f"/{language}/{place}".rstrip("/") in addresses]
    return walk
