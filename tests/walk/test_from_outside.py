"""What happens around a running site: a day passes, a file is held, a process falls, a stranger asks for files."""

import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser

from perinatal.library import shelf
from tests.walk.cast import PART, WORDS, Cast, cast, come_in, quick
from tests.walk.conftest import begin as begin_plan
from tests.walk.conftest import keep, saved, visit
from tests.walk.entrances import Entrances, Event
from tests.walk.moves import phone, write
from tests.walk.site import ROOT, Site, running
from tests.walk.test_every_event import say
from tests.walk.test_every_role import asked_in
from tests.walk.wire import Line, answer, begin, event, knock, post, shown

CLOCK = """
import perinatal.toolkit.toolkit as toolkit
from datetime import datetime, timedelta
from pathlib import Path

class Moved(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + timedelta(days=int(Path({file!r}).read_text()))

toolkit.datetime = Moved
"""
"""The server's calendar, so many days on as the file says."""
IMPATIENT = """
from perinatal.vault import sqlite_file
sqlite_file.PRAGMAS["busy_timeout"] = "200"
"""
"""What is held is waited for five seconds; here for less, so that a test need not."""
ELSEWHERE = ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "\r\nlocation: //x")
NO_PAGE = (
    "/../../../../etc/passwd",
    "/..%2f..%2f..%2f..%2fetc/passwd",
    "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "/assets/../../../../../../etc/passwd",
    "/assets/..%5c..%5c..%5cetc%5cpasswd",
    "/en/....//....//etc/passwd",
    "//etc/passwd",
    "/en/p/..%00/x",
    "/../routes.json",
    "/plans.sqlite",
    "/.env",
    "/_upload",
    "/_upload/x.txt",
    "/uploaded_files/x",
)


@dataclass
class Place:
    """A site with everybody on it, whose calendar a test turns."""

    site: Site
    cast: Cast
    clock: Path
    events: dict[str, Event]

    def tell(self, line: Line, short: str, at: str, **payload: object) -> str:
        """Say one event at its page; what came back."""
        say(line, self.events[short], payload, at)
        return line.listen()


@pytest.fixture
def place(tmp_path: Path, entrances: Entrances) -> Iterator[Place]:
    clock, made = tmp_path / "days", cast(tmp_path / "data")
    clock.write_text("0")
    with running(made.data, **quick(tmp_path, CLOCK.format(file=str(clock)))) as site:
        yield Place(site, made, clock, {each.short: each for each in entrances.events})


def test_what_was_shown_until_today_is_gone_from_the_open_page_when_the_day_is_over(place: Place) -> None:
    line = Line(place.site, come_in(place.site, place.cast, "let in"), path="/en/v")
    assert place.cast.canary.in_text(place.tell(line, "visit.look", "v", part=PART))

    place.clock.write_text("2")
    heard = line.listen(quiet=5)

    assert '"shut_rx_state_":true' in heard
    assert '"items_rx_state_":[]' in heard
    assert place.cast.canary.in_text(heard + place.tell(line, "visit.look", "v", part=PART)) == []


def test_who_is_stopped_in_the_middle_of_a_word_can_say_and_see_no_more(place: Place) -> None:
    item = next(q.id for s in WORDS.sections if s.id == PART for q in s.questions if "team" in q.audience)
    line = Line(place.site, come_in(place.site, place.cast, "let in"), path="/en/v")
    place.tell(line, "visit.look", "v", part=PART)
    place.tell(line, "visit.write", "v", item=item)
    assert "half a" in place.tell(line, "visit.typing", "v", item=item, words="half a")
    mine = Line(place.site, post(place.site, "/open", words=place.cast.words, language="en").cookie, path="/en/s")

    say(mine, place.events["sharing.stop_all"], {}, "s")
    began = time.monotonic()
    closed = ""
    while '"shut_rx_state_":true' not in closed and time.monotonic() - began < 1:
        closed += line.listen(0.02)
    heard = place.tell(line, "visit.typing", "v", item=item, words="half a word")
    heard += place.tell(line, "visit.send", "v", item=item, spoken=False)

    assert '"shut_rx_state_":true' in closed
    assert place.cast.canary.in_text(closed + heard) == []
    assert "half a word" not in heard
    assert "half a word" not in mine.everything() + mine.listen()


def test_words_said_while_another_program_holds_the_file_are_not_called_saved_and_are_saved_later(
    tmp_path: Path,
) -> None:
    with running(tmp_path / "data", **quick(tmp_path, IMPATIENT)) as site:
        cookie = begin(site)
        answer(site, cookie, "heron before")
        line = Line(site, cookie, path="/en/p/1")
        with closing(sqlite3.connect(site.data / "plans.sqlite", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            told = _save(line, "heron after")
            other.execute("ROLLBACK")
        assert '"trouble_rx_state_":"not_saved"' in told
        assert "heron before" in shown(site, cookie)

        assert "not_saved" not in _save(line, "heron after")

        assert "heron after" in shown(site, cookie)
        site.kill()
        site.start()
        assert "heron after" in shown(site, cookie)


def _save(line: Line, words: str) -> str:
    line.send(event("question", "question_state", "save", "state"), {"question": "A1", "words": words})
    return line.listen(quiet=1)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of another process can be read on Linux only")
def test_a_process_that_falls_leaves_its_memory_nowhere(own_site: Site) -> None:
    answer(own_site, begin(own_site), "heron")
    assert own_site.process
    server = psutil.Process(own_site.process.pid)
    every = [server, *server.children(recursive=True)]
    before = {file for folder in (ROOT, own_site.data.parent) for file in folder.glob("**/core*")}

    assert len(every) > 1
    for each in every:
        limits = Path(f"/proc/{each.pid}/limits").read_text().splitlines()
        assert [line.split()[4:6] for line in limits if line.startswith("Max core file size")] == [["0", "0"]]
    every[-1].send_signal(signal.SIGSEGV)
    psutil.wait_procs(every[-1:], timeout=5)

    after = {file for folder in (ROOT, own_site.data.parent) for file in folder.glob("**/core*")}
    assert after == before


def test_no_door_sends_anybody_to_another_place(tmp_path: Path, entrances: Entrances) -> None:
    fields = {n for file in (ROOT / "perinatal" / "web" / "doors").glob("*.py") for n in asked_in(file.read_text())}
    gone = set[str]()

    with running(tmp_path / "data", **quick(tmp_path)) as site:
        weather = knock(site, "GET", "/leave", cookie=begin(site))["location"]
        for method, path in entrances.doors:
            for away in ELSEWHERE:
                form = dict.fromkeys(fields, away) | dict.fromkeys(("next", "to", "url", "redirect"), away)
                given = {"x_forwarded_host": away} if "\n" not in away else {}
                got = knock(site, method, path, form if method == "POST" else None, begin(site), **given)
                gone.add(got["location"])
                assert got["x"] == ""
        for away in ELSEWHERE[:2]:
            gone.add(knock(site, "GET", f"/leave?to={away}&next={away}", cookie=begin(site))["location"])

    assert weather.startswith("https://")
    assert {place for place in gone if not place.startswith("/") or place.startswith(("//", "/\\"))} <= {"", weather}


@pytest.mark.parametrize("path", NO_PAGE)
def test_no_file_beside_the_pages_can_be_asked_for(site: Site, path: str) -> None:
    for method in ("GET", "POST"):
        got = knock(site, method, path, {"file": "x"} if method == "POST" else None)

        assert got.status in (400, 403, 404, 405)
        assert not [word for word in (b"root:", b"SQLite format", b"perinatal___") if word in got.body]


def test_a_page_of_another_site_cannot_show_ours_inside_it(site: Site, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("http://elsewhere.example/", lambda route: route.fulfill(body="<p>elsewhere", content_type="text/html"))
    page.goto("http://elsewhere.example/")

    page.evaluate(
        """(address) => new Promise((done) => {
          const frame = document.createElement("iframe");
          frame.onload = done; frame.src = address; document.body.append(frame);
        })""",
        f"{site.address}/en",
    )

    (inside,) = page.frames[1:]
    assert inside.url.startswith("chrome-error:")
    assert inside.locator("main, header .leave").count() == 0
    context.close()


def test_a_page_left_open_locks_itself_also_when_the_server_is_gone(own_site: Site, browser: Browser) -> None:
    context = phone(browser, own_site)
    page = context.new_page()
    page.clock.install()
    keep(begin_plan(page))
    visit(page, "/en/m")
    page.get_by_role("button", name=shelf("en").say("more.minutes", count=1), exact=True).click()
    page.wait_for_selector("#here[data-idle='60']", state="attached")
    visit(page, "/en/p/1")
    write(page, "answer", "heron 4471")
    saved(page)

    own_site.kill()
    page.clock.run_for(61_000)
    page.wait_for_selector("html[data-locked]", state="attached")

    assert page.locator("#answer").is_hidden()
    assert page.locator("main *:visible").count() == 0
    assert "heron" not in page.locator("body").inner_text() + page.locator("body").aria_snapshot()
    context.close()
