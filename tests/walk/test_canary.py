"""What a parent writes is readable nowhere but on their own page and paper: planted everywhere, found nowhere.

Pages are found by discovery, so a page added later is walked without editing this file.
"""

import base64
import json
import re
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.walk.canary import Canary, plant
from tests.walk.conftest import QUIET, begin, browser_path, keep, saved
from tests.walk.moves import NEUTRAL, alive, behind_the_door, every_place_once, open_plan, try_words, weather
from tests.walk.site import ROOT, Site, running

LOUD = """
import logging
from reflex_base.utils import console
logging.basicConfig(level=logging.DEBUG)
for name in ("socketio.server", "engineio.server", "reflex", "reflex_base", "granian", "asyncio", "perinatal"):
    logging.getLogger(name).setLevel(logging.DEBUG)
console.set_log_level("debug")
"""
"""Laid beside the server, not into it: every logger says all it would ever say."""
TROUBLE = (Path(__file__).parent / "trouble.js").read_text()
OURS = (".pages", ".build", ".web", ".states", ".data", "uploaded_files")


class Overheard:
    """Everything a browser said of itself that others could keep: addresses, titles, referrers, its console."""

    def __init__(self, context: BrowserContext) -> None:
        self.lines: list[str] = []
        context.on("request", lambda request: self.lines.extend([request.url, request.headers.get("referer", "")]))
        context.on("console", lambda message: self.lines.append(message.text))
        context.on("page", lambda page: page.on("framenavigated", lambda frame: self.lines.append(frame.url)))

    def look(self, page: Page) -> None:
        """Note what stands in the title, the address, the cookies and the storage now."""
        stored = page.evaluate(
            "() => JSON.stringify([localStorage, sessionStorage, document.cookie, document.title, history.state])"
        )
        self.lines += [page.url, page.title(), stored, json.dumps(page.context.cookies())]


@pytest.fixture(scope="module")
def loud_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that logs all it can, with a home, a temp folder and a working folder of its own."""
    around = tmp_path_factory.mktemp("loud")
    for name in ("home", "temp", "beside"):
        (around / name).mkdir()
    (around / "beside" / "sitecustomize.py").write_text(LOUD)
    extra = {"PYTHONPATH": f"{around / 'beside'}:{ROOT}", "HOME": str(around / "home"), "TMPDIR": str(around / "temp")}
    with running(around / "data", **extra) as site:
        yield site


def test_words_written_on_any_page_are_readable_nowhere(loud_site: Site, browser: Browser, tmp_path: Path) -> None:
    """Every field of every page, every door, every error we can make; then every place words could have gone to."""
    began, canary, profile = time.time(), Canary(), tmp_path / "profile"
    with _own_browser(browser, loud_site, profile) as context:
        overheard = Overheard(context)
        page = begin(context.new_page())
        for address in every_place_once(loud_site, of_a_kind=3):
            _plant_at(page, address, canary, overheard)
        words = keep(page)
        _print(page, canary)
        _make_trouble(page, canary)
        open_plan(page, words)
        _in_memory_only(loud_site, canary)
        page.evaluate("() => fetch('/lock', {method: 'POST'})")
        behind_the_door(page)
        try_words(page, words)
        page.wait_for_selector("#here[data-door='']", state="attached")
        overheard.look(page)

    assert len(canary.planted) > 75, "the search walked too few fields to mean anything"
    log = loud_site.log.read_text()
    assert "DEBUG" in log, "the log was not loud enough to be a test"
    assert "words withheld" in log, "nothing went wrong that could have been logged"
    assert canary.in_text(*overheard.lines, log) == []
    assert words not in log
    assert words not in "\n".join(overheard.lines)
    loud_site.kill()
    assert canary.in_files([loud_site.data.parent]) == []
    assert canary.in_files([_touched_since(began, tmp_path)]) == []
    assert canary.in_files([profile], inflate=False) == []


def test_after_leave_nothing_is_left_in_the_browser(browser: Browser, site: Site, tmp_path: Path) -> None:
    """Also with words on the page that were typed a moment ago, the profile holds nothing once Leave was tapped."""
    canary, profile = Canary(), tmp_path / "profile"
    with _own_browser(browser, site, profile) as context:
        overheard = Overheard(context)
        page = begin(context.new_page())
        for address in ("/en/p/2", "/en/o/2", "/en/g"):
            page.goto(address)
            alive(page)
            plant(page, canary)
        page.locator("header .leave").click()
        page.wait_for_url(NEUTRAL)
        page.wait_for_timeout(2000)  # the cookie goes with the answer, which may come after the weather
        overheard.lines.append(json.dumps(context.cookies(site.address)))
        assert context.cookies(site.address) == []
    assert canary.in_text(*overheard.lines) == []
    assert canary.in_files([profile], inflate=False) == []


@pytest.mark.parametrize("shape", ["utf-8", "utf-16", "base64", "hex", "reversed", "quoted", "packed", "name"])
def test_the_search_finds_what_it_must(tmp_path: Path, shape: str) -> None:
    """A search that finds nothing is worth something only if it would find something."""
    canary = Canary()
    plain = f"before {canary.word('here')} after".encode()
    written = {
        "utf-8": plain,
        "utf-16": plain.decode().encode("utf-16-le"),
        "base64": base64.b64encode(b"xy" + plain),
        "hex": plain.hex().encode(),
        "reversed": plain[::-1],
        "quoted": "".join(f"%{b:02X}" for b in plain).encode(),
        "packed": b"stream" + zlib.compress(plain) + b"end",
        "name": b"",
    }
    (tmp_path / (canary.stem if shape == "name" else "file")).write_bytes(written[shape])
    assert canary.in_files([tmp_path])


def _own_browser(browser: Browser, site: Site, profile: Path) -> BrowserContext:
    context = browser.browser_type.launch_persistent_context(
        profile,
        executable_path=browser_path(),
        args=QUIET,
        viewport={"width": 360, "height": 740},
        base_url=site.address,
    )
    context.route(NEUTRAL, weather)
    return context


def _plant_at(page: Page, address: str, canary: Canary, overheard: Overheard) -> None:
    page.goto(address)
    page.wait_for_selector("main", state="attached")
    live = page.locator("#here").count() > 0
    if live:
        alive(page)
        live = page.locator("#here[data-door='']").count() > 0  # a page of members stays shut to a parent
    planted = plant(page, canary)
    if live and planted and page.locator("main [data-autosave]:visible").count():
        saved(page)
    elif planted and (page.locator("form[action='/open'] #words").count() or address in ("/en/in", "/en/lost")):
        # Not at every door of members, or for two cards: more than five wrong tries would only wait.
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url(re.compile("/(i|in|lost)/no"))
    elif planted and address == "/en/z":
        page.locator("[data-link-form] button").click()
        page.wait_for_selector("#wrong:visible")
    overheard.look(page)


def _print(page: Page, canary: Canary) -> None:
    for sheet in ("booklet", "card", "words", canary.word("a sheet that is not there")):
        asked = {"sheet": sheet, "language": "es", "words": canary.word("plan words card"), "drug_words": "yes"}
        sent = page.evaluate(
            "async (asked) => (await fetch('/print', {method: 'POST', body: new URLSearchParams(asked)})).status", asked
        )
        assert sent == 200, "a sheet that is not there leads to the page with those that are"


def _make_trouble(page: Page, canary: Canary) -> None:
    """Errors of every kind we know to make, each with the mark in it."""
    here = "reflex___state____state.perinatal___web___parts___here____here"
    event = f"{here}.perinatal___web___pages___question___state____question_state"
    page.evaluate(TROUBLE, {"mark": canary.word("trouble"), "event": event})
    for method, path in (
        ("get", "/en/{}"),
        ("get", "/{}.js?q={}"),
        ("post", "/{}"),
        ("post", "/open"),
        ("post", "/_upload"),
    ):
        mark = canary.word(f"{method} {path}")
        headers = {
            "origin": page.url.rpartition("/en/")[0],
            "content-type": "application/x-www-form-urlencoded",
            "x-mark": mark,
            "referer": mark,
        }
        data = f"words={mark}&language={mark}&sheet={mark}" if method == "post" else None
        with suppress(Error):  # some of these end the line, and that is an answer too
            page.request.fetch(path.format(mark, mark), method=method, headers=headers, data=data)


def _in_memory_only(site: Site, canary: Canary) -> None:
    """Other programs can look at the environment and the command line of a process."""
    assert site.process
    for process in (mine := psutil.Process(site.process.pid), *mine.children(recursive=True)):
        for name in ("environ", "cmdline"):
            assert canary.in_bytes(Path(f"/proc/{process.pid}/{name}").read_bytes()) == []


def _touched_since(began: float, aside: Path) -> Path:
    """A folder with links to the bytes of each file that changed meanwhile where the site is installed."""
    seen = aside / "touched"
    seen.mkdir()
    for number, file in enumerate(p for name in OURS for p in (ROOT / name).rglob("*")):
        if file.is_file() and file.stat().st_mtime >= began:
            (seen / f"{number}").write_bytes(file.read_bytes() + str(file).encode())
    return seen
