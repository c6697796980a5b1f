"""How quick it feels on a cheap phone: first load on a slow line, and a tap until the next question stands there."""

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench import wire
from tests.walk.conftest import PHONE, QUIET, begin, browser_path, visit
from tests.walk.site import Site, running

Row = tuple[str, float, str]
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
CPU = 4
LARGEST_PAINT = """() => new Promise((done) =>
  new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
  .observe({ type: "largest-contentful-paint", buffered: true }))"""
ALIVE = "() => !document.getElementById('here') || document.getElementById('ready')"
TAP = """(button) => new Promise((done) => {
  const before = document.querySelector("h1").textContent, began = performance.now();
  const look = () => document.querySelector("h1").textContent !== before
    && document.querySelector("#answer")?.dataset.for === document.querySelector("[data-of]").dataset.of
    ? done(performance.now() - began) : setTimeout(look, 0);
  button.click(); look();
})"""


def rows() -> list[Row]:
    """All of it, in a real browser."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder) / "data") as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        pages = {"start": "/en", "hub": "/en/p", "question": "/en/p/1"}
        found = [row for name, address in pages.items() for row in _first_load(browser, site, name, address)]
        found += _first_load(browser, site, "hub, before the words", "/en/p", opened=False)
        found += _taps(browser, site)
        browser.close()
        return found


def _first_load(browser: Browser, site: Site, name: str, address: str, *, opened: bool = True) -> list[Row]:
    context = browser.new_context(viewport=PHONE, base_url=site.address)
    if opened:  # by cookie alone: nothing of the site is in the browser yet
        label, _, value = wire.begin(site.address).partition("=")
        context.add_cookies([{"name": label, "value": value, "url": site.address}])
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_4G)
    line.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    bytes_seen: list[float] = []
    line.on("Network.loadingFinished", lambda event: bytes_seen.append(event["encodedDataLength"]))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_function(ALIVE)
    page.wait_for_timeout(500)
    paint = float(page.evaluate(LARGEST_PAINT))
    context.close()
    return [
        (f"{name}: first load", sum(bytes_seen) / 1e3, "KB"),
        (f"{name}: largest paint, slow 4G, CPU / {CPU}", paint, "ms"),
    ]


def _taps(browser: Browser, site: Site) -> list[Row]:
    context = browser.new_context(viewport=PHONE, base_url=site.address)
    page = begin(context.new_page())
    times: list[float] = []
    for _ in range(3):
        visit(page, "/en/j/1")
        page.wait_for_timeout(300)
        times += [_tap(page) for _ in range(9)]
    context.close()
    return [
        ("tap on Save until the next question, p50", statistics.median(times), "ms"),
        ("tap on Save until the next question, p95", statistics.quantiles(times, n=20)[-1], "ms"),
    ]


def _tap(page: Page) -> float:
    took = float(page.locator(".btn.main").first.evaluate(TAP))
    page.wait_for_timeout(100)
    return took
