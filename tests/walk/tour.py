"""One walk through every page of a language, which every test of looks, build and weight then reads.

Pages are found in the built files, so a page added later is walked without a change here. A page is measured with a
plan that has content; pages that share a form (`/en/p/1`, `/en/p/2`) are one kind, and one of each kind is measured in
every size.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Request

from tests.walk.site import Site

HERE = Path(__file__).parent
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"width": 360, "height": 740}
SIZES = {"320": (320, 640), "landscape": (640, 320), "768": (768, 1024), "1280": (1280, 800)}
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    " p { margin-bottom: 2em !important }"
)
AT_REST = ".top, .ways { position: static !important }"
WORDS = "Please knock, and say your name. Ana stays with me. Donaudampfschifffahrtsgesellschaftskapitänsmütze."


@dataclass
class Seen:
    """What one page showed."""

    address: str
    built: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, list[str]] = field(default_factory=dict)
    shifted: float = 0.0
    stuck: dict[str, float] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    body: float = 0.0

    @property
    def language(self) -> str:
        """The first part of its address."""
        return self.address.split("/")[1]

    @property
    def kind(self) -> str:
        """Pages that share a form are one kind."""
        return kind(self.address)

    @property
    def live(self) -> bool:
        """Whether it is a page of an open plan."""
        return "/live.js" in self.built["scripts"]


def kind(address: str) -> str:
    """`/en/p/12` is of the kind `/en/p/#`; `/en/p0` is its own."""
    return re.sub(r"(?<=/)\d+$", "#", address)


class Tour:
    """The walk: one phone, one plan, every page of one language."""

    def __init__(self, site: Site, page: Page, language: str) -> None:
        self.site, self.page, self.language = site, page, language
        self.seen: dict[str, Seen] = {}
        self.elsewhere: list[str] = []
        self._said: list[str] = []
        page.on(
            "console", lambda message: self._said.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self._said.append(str(error)))
        page.on("request", self._asked)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.site.address, self.site.address.replace("http", "ws"), "data:", "blob:")):
            self.elsewhere.append(request.url)

    def walk(self) -> None:
        """See every page, and one of each kind in every size and light."""
        known: set[str] = set()
        for address in [found for found in self.site.addresses() if found.split("/")[1] == self.language]:
            self._look(address, closely=kind(address) not in known)
            known.add(kind(address))

    def _look(self, address: str, *, closely: bool) -> None:
        page, seen = self.page, Seen(address)
        self.seen[address] = seen
        self._said.clear()
        arrive(page, address)
        seen.shifted = page.evaluate("() => measure.shifted()")
        seen.built = page.evaluate("() => measure.build()")
        write(page)
        seen.body = page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
        self._measure(seen, "light", "small", "tiny", "wide", "pale", "faint", "symbols", "leave")
        self._axe(seen, "light")
        if closely:
            self._closely(seen)
        self._lengthened(seen, closely=closely)
        seen.said = list(self._said)

    def _measure(self, seen: Seen, how: str, *names: str) -> None:
        for name, found in self.page.evaluate("(names) => names.map((n) => [n, measure[n]()])", list(names)):
            seen.wrong[f"{name} {how}"] = found

    def _axe(self, seen: Seen, how: str) -> None:
        """What axe finds, with the bars at rest: what they cover can be scrolled to, and axe does not scroll."""
        found = self.page.evaluate(
            "([tags, rest]) => { measure.style(rest); return measure.found(tags); }", [TAGS, AT_REST]
        )
        self.page.evaluate("() => measure.style('')")
        seen.wrong[f"axe {how}"] = found

    def _closely(self, seen: Seen) -> None:
        page = self.page
        self._measure(seen, "light", "covered", "hiddenFocus")
        page.emulate_media(color_scheme="dark")
        self._measure(seen, "dark", "pale", "faint", "symbols")
        self._axe(seen, "dark")
        page.emulate_media(color_scheme="light", forced_colors="active")
        self._measure(seen, "forced", "bare")
        page.emulate_media(forced_colors="none")
        self._measure(seen, "moving", "moving")
        for how, size in SIZES.items():
            self._sized(seen, how, size)
        self._sized(seen, "root 200 %", (360, 740), root="32px")
        self._sized(seen, "root 400 %", (1280, 1024), root="64px")
        self._sized(seen, "spaced", (320, 640), style=SPACED)
        page.set_viewport_size(PHONE)

    def _sized(self, seen: Seen, how: str, size: tuple[int, int], *, root: str = "", style: str = "") -> None:
        page = self.page
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.evaluate(
            "([root, style]) => { document.documentElement.style.fontSize = root; measure.style(style); }",
            [root, style],
        )
        self._measure(seen, how, "wide", "covered", "hiddenFocus", *(() if root or style else ("leave",)))
        seen.stuck[how] = page.evaluate("() => measure.stuck()")
        page.evaluate("() => { document.documentElement.style.fontSize = ''; measure.style(''); }")

    def _lengthened(self, seen: Seen, *, closely: bool) -> None:
        """In a language that is not there, on the smallest screen; last, because its words stay on the page."""
        self.page.set_viewport_size({"width": 320, "height": 640})
        self.page.evaluate("() => measure.lengthen()")
        self._measure(seen, "lengthened", "wide", "leave", *(("covered",) if closely else ()))
        self.page.set_viewport_size(PHONE)

    def wrong(self, *starts: str) -> dict[str, list[str]]:
        """What was found wrong, by address and measure, of the measures that start so."""
        return {
            f"{seen.address} {name}": found
            for seen in self.seen.values()
            for name, found in seen.wrong.items()
            if found and name.startswith(starts)
        }


def arrive(page: Page, address: str) -> None:
    """Go to a page, whole or live, and wait until it is all there."""
    page.goto(address)
    page.wait_for_selector("#h1, #open-title", state="attached")
    if page.locator("script[src='/live.js']").count():
        page.wait_for_selector("#ready", state="attached")


def write(page: Page) -> None:
    """Put words in every box of the page that has none, and wait until they are saved."""
    boxes = [box for box in page.locator("[data-autosave]:visible").all() if not box.input_value()]
    for box in boxes:
        box.fill(WORDS)
        box.blur()
    if boxes:
        page.wait_for_function("() => document.querySelector('#saved[data-stale=false]')?.textContent")


def prepare(page: Page) -> None:
    """A plan with something of everything in it, and something taken out that can still be put back."""
    arrive(page, "/en/g")
    write(page)
    arrive(page, "/en/o/1")
    page.locator(".choices button").nth(1).click()
    page.wait_for_selector("#conditions")
    arrive(page, "/en/p/1")
    write(page)
    page.locator("button", has_text="Take this answer out").click()
    page.wait_for_selector(".undo button")


def walk_the_site(browser: Browser, site: Site, begin: Callable[[Page], Page], language: str) -> Tour:
    """Walk the site once, in one language."""
    context = browser.new_context(viewport=PHONE, base_url=site.address, color_scheme="light")
    context.add_init_script(path=HERE / "axe.min.js")
    context.add_init_script(path=HERE / "measure.js")
    page = begin(context.new_page())
    prepare(page)
    walked = Tour(site, page, language)
    walked.walk()
    context.close()
    return walked
