"""Light to load, quiet to keep open: what goes over the line, and that it goes nowhere else."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.walk import wire as by_hand
from tests.walk.conftest import begin, saved
from tests.walk.site import ROOT, Site
from tests.walk.tour import PHONE, Tour, arrive

KB = 1024
FIRST, NEXT, AGAIN, SESSION = 190 * KB, 25 * KB, 30 * KB, 400 * KB
NOT_OURS = (
    r"radix-ui|rt-Theme|plotly|recharts|moment\.js|momentjs|gridjs|glide-data-grid|lucide-react|socket\.io-parser-debug"
)


@dataclass
class Line:
    """What went over the line of one page, as it was sent: compressed."""

    page: Page
    bytes: dict[str, int] = field(default_factory=dict)
    frames: list[str] = field(default_factory=list)
    _urls: dict[str, str] = field(default_factory=dict)
    _under_way: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Listen to the network itself, not to what the page tells of it."""
        wire = self.page.context.new_cdp_session(self.page)
        wire.send("Network.enable")
        wire.on("Network.requestWillBeSent", lambda e: self._under_way.add(e["requestId"]))
        wire.on("Network.loadingFailed", lambda e: self._under_way.discard(e["requestId"]))
        wire.on("Network.responseReceived", lambda e: self._urls.update({e["requestId"]: e["response"]["url"]}))
        wire.on("Network.loadingFinished", self._loaded)
        wire.on("Network.webSocketFrameReceived", lambda e: self.frames.append(e["response"]["payloadData"]))

    def _loaded(self, event: dict[str, object]) -> None:
        self._under_way.discard(str(event["requestId"]))
        url = self._urls.get(str(event["requestId"]), "")
        self.bytes[url] = self.bytes.get(url, 0) + int(str(event["encodedDataLength"]))

    def total(self, ending: str = "") -> int:
        """All bytes, or those of files that end so; what came over the live line counts too."""
        files = sum(size for url, size in self.bytes.items() if url.endswith(ending))
        return files if ending else files + sum(len(frame.encode()) for frame in self.frames)

    def settle(self) -> None:
        """Wait until all that was asked for has come, and nothing more is asked for half a second long."""
        for _ in range(100):
            before = self.total()
            self.page.wait_for_timeout(500)
            if not self._under_way and self.total() == before:
                return
        raise AssertionError(f"the line is never quiet: {self._under_way}")

    def forget(self) -> None:
        """Count anew from here."""
        self.bytes.clear()
        self.frames.clear()


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    """A phone that has loaded nothing yet."""
    context = browser.new_context(viewport=PHONE, base_url=site.address)
    yield context
    context.close()


def with_a_plan(phone: BrowserContext) -> None:
    """Begin a plan by its form alone, so that nothing of the pages is loaded."""
    answer = phone.request.post(
        "/begin", form={"phone": "mine", "language": "en"}, headers={"origin": phone_origin(phone)}
    )
    assert answer.ok, answer.status


def phone_origin(phone: BrowserContext) -> str:
    """The site's own address, as a page of it would say."""
    return re.match(r"https?://[^/]+", phone.request.get("/en").url)[0]  # type: ignore[index]  # an answer has an address


@pytest.mark.parametrize("address", ["/en", "/es/b", "/en/p", "/en/p/1", "/es/o/1"])
def test_a_first_page_weighs_at_most_190_kilobytes(phone: BrowserContext, address: str) -> None:
    with_a_plan(phone)
    page = phone.new_page()
    line = Line(page)

    arrive(page, address)
    page.wait_for_load_state("networkidle")

    assert 0 < line.total() <= FIRST, sorted(line.bytes.items(), key=lambda e: -e[1])[:6]
    assert line.total(".css") <= 20 * KB
    assert not [url for url in line.bytes if re.search(r"\.(woff2?|ttf|otf|png|jpe?g|gif|webp)$", url)]


def test_the_next_page_adds_at_most_25_kilobytes_and_coming_back_30(phone: BrowserContext) -> None:
    page = phone.new_page()
    line = Line(page)
    begin(page)
    line.settle()  # what the first page asked for late is not what the next one weighs

    line.forget()
    page.locator("main a.row").nth(2).click()
    page.wait_for_url("**/en/c/1")
    page.wait_for_function("() => document.activeElement === document.querySelector('main h1')")
    line.settle()
    assert 0 < line.total() <= NEXT, line.bytes

    line.forget()
    arrive(page, "/en/p")
    line.settle()
    assert 0 < line.total() <= AGAIN, line.bytes


def test_a_ten_minute_plan_from_the_first_page_to_the_last_costs_at_most_400_kilobytes(phone: BrowserContext) -> None:
    first = phone.new_page()
    line = Line(first)
    page = begin(first)

    arrive(page, "/en/j/1")
    for step in range(1, 11):
        page.wait_for_url(f"**/en/j/{step}")
        page.wait_for_function(
            "() => document.querySelector('#answer').dataset.for === document.querySelector('[data-of]').dataset.of"
        )
        page.locator("#answer").fill("A few words of an answer, as somebody would write them with one hand.")
        page.get_by_role("button", name="Save and continue").click()

    page.wait_for_url("**/en/j")
    assert line.total() <= SESSION, line.bytes


def test_opening_a_page_sends_little_and_saving_less(phone: BrowserContext) -> None:
    with_a_plan(phone)
    page = phone.new_page()
    line = Line(page)
    arrive(page, "/en/p/1")
    page.wait_for_timeout(200)
    assert 0 < sum(len(frame.encode()) for frame in line.frames) <= 10 * KB

    line.forget()
    page.locator("#answer").fill("canary-small")
    page.locator("#answer").blur()
    saved(page)

    assert 0 < sum(len(frame.encode()) for frame in line.frames) <= 2 * KB


def test_a_save_is_answered_once(site: Site) -> None:
    """The page that saved hears that its plan changed, like any other page of it, and is sent nothing for that."""
    line = by_hand.Line(site, by_hand.begin(site), path="/en/p/1")

    said = by_hand.event("question", "question_state", "save", "state")
    line.send(said, {"question": "A1", "words": "once"})

    assert line.listen(1).count('"delta"') == 1


def test_a_locked_page_is_sent_no_word_of_the_plan(phone: BrowserContext) -> None:
    page = begin(phone.new_page())
    arrive(page, "/en/p/1")
    page.locator("#answer").fill("canary-locked-weight")
    page.locator("#answer").blur()
    saved(page)
    phone.request.post("/lock", form={"language": "en"}, headers={"origin": phone_origin(phone)})
    line = Line(page)

    page.goto("/en/p/1")
    page.wait_for_selector("#ready", state="attached")
    page.wait_for_selector("#door :is(#words, [data-resume])")

    assert line.frames
    assert "canary-locked-weight" not in "".join(line.frames)
    assert sum(len(frame.encode()) for frame in line.frames) <= 10 * KB


def test_the_built_pages_carry_nothing_big_of_somebody_else() -> None:
    client = ROOT / ".pages" / "build" / "client"
    scripts = [*client.rglob("*.js"), *client.rglob("*.css")]

    found = {file.name: m[0] for file in scripts if (m := re.search(NOT_OURS, file.read_text(errors="replace")))}

    assert scripts
    assert found == {}


def test_no_page_asks_another_place_for_anything(tour: Tour) -> None:
    assert tour.seen
    assert tour.elsewhere == []


def test_half_an_hour_of_use_leaves_no_growing_pile(phone: BrowserContext) -> None:
    """Forty pages, one after the other, in one tab: the memory of the page stays small and does not climb."""
    page = begin(phone.new_page())
    wire = phone.new_cdp_session(page)

    def heap() -> float:
        wire.send("HeapProfiler.collectGarbage")
        return float(json.loads(json.dumps(wire.send("Runtime.getHeapUsage")))["usedSize"]) / 1e6

    def around(times: int) -> None:
        for _ in range(times):
            page.locator("main a.row").nth(2).click()
            page.wait_for_url("**/en/c/1")
            page.locator("nav.ways a").first.click()
            page.wait_for_url("**/en/p")
            page.wait_for_selector("main a.row")

    around(5)
    before = heap()
    around(20)

    assert heap() <= 80
    assert heap() - before <= 5


def test_compressed_files_stand_ready(tour: Tour) -> None:
    client: Path = ROOT / ".pages" / "build" / "client"
    big = [
        file for file in client.rglob("*") if file.suffix in {".js", ".css", ".html"} and file.stat().st_size > 4 * KB
    ]

    assert big
    assert [file.name for file in big if not file.with_name(file.name + ".br").exists()] == []
