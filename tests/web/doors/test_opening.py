"""The doors a parent comes in and goes out by, with a real vault behind them and a count of the slow step."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from perinatal.start.settings import Settings
from perinatal.toolkit import Busy, Toolkit
from perinatal.vault import Cost, Vault, keys, vault
from perinatal.web.doors import forgetting, keeping, opening
from perinatal.web.doors.house import House
from perinatal.web.guard import cookie
from perinatal.web.guard.wall import ADDRESS, ASKED_HERE, SECRET, tab

QUICK = Cost(memory_kib=64, passes=1)


@dataclass
class Doors:
    """A house, and somebody who knocks at its doors."""

    house: House
    site: ASGIApp
    slow_steps: list[bytes]
    cookies: dict[str, str] = field(default_factory=dict)

    def post(self, path: str, **form: str) -> httpx.Response:
        """Send a form, and remember the cookie that comes back."""

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.site)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://localhost", cookies=self.cookies
            ) as client:
                return await client.post(path, data=form)

        got = asyncio.run(send())
        self.cookies.update(got.cookies)
        return got

    def begin_and_keep(self) -> str:
        self.post("/begin")
        words = self.post("/keep").json()["words"]
        self.slow_steps.clear()
        return words


@pytest.fixture
def doors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doors]:
    slow_steps: list[bytes] = []

    def counted(words: bytes, pepper: bytes, cost: Cost) -> keys.Way:
        slow_steps.append(words)
        return keys.way_of_words(words, pepper, cost)

    monkeypatch.setattr(vault, "way_of_words", counted)
    page = tmp_path / "pages" / "build" / "client" / "en" / "i"
    page.mkdir(parents=True)
    (page / "busy.html").write_text("many people")
    house = House(Settings(data=tmp_path / "data", pages=tmp_path / "pages"))
    house._toolkit = Toolkit(Vault(tmp_path / "data", cost=QUICK))
    inside = Starlette(routes=[*opening.routes(house), *keeping.routes(house), *forgetting.routes(house)])

    async def walled(scope: Scope, receive: Receive, send: Send) -> None:
        given = dict(scope.get("headers", ())).get(b"cookie", b"")
        marks = {SECRET: cookie.read(given, secure=False), ADDRESS: "somebody", ASKED_HERE: True}
        await inside({**scope, **marks}, receive, send)

    yield Doors(house, walled, slow_steps)
    house.close()


def test_words_that_open_and_words_that_do_not_take_one_slow_step_each(doors: Doors) -> None:
    words = doors.begin_and_keep()

    hit = doors.post("/open", words=words)
    miss = doors.post("/open", words="acorn bishop candle drawer ember fiddle")

    assert (hit.status_code, hit.headers["location"]) == (303, "/en/p")
    assert miss.headers["location"].startswith("/en/i/no")
    assert len(doors.slow_steps) == 2


@pytest.mark.parametrize("words", ["", "a b c d e", "a b c d e f g", "x " * 5000])
def test_what_is_not_six_words_never_reaches_the_slow_step(doors: Doors, words: str) -> None:
    assert doors.post("/open", words=words).headers["location"].startswith("/en/i/no")
    assert doors.slow_steps == []


def test_after_five_wrong_tries_right_and_wrong_words_wait_alike(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    words, waits = doors.begin_and_keep(), []

    async def waited(seconds: float) -> None:
        waits.append(seconds)

    for _ in range(5):
        doors.post("/open", words="acorn bishop candle drawer ember fiddle")
    monkeypatch.setattr(asyncio, "sleep", waited)
    doors.post("/open", words=words)
    doors.post("/open", words="acorn bishop candle drawer ember fiddle")

    assert waits[0] == waits[1] == 2.0


def test_a_crowd_is_asked_kindly_to_come_back(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    async def busy(_words: str) -> None:
        raise Busy

    monkeypatch.setattr(doors.house.toolkit, "open", busy)

    got = doors.post("/open", words="acorn bishop candle drawer ember fiddle")

    assert (got.status_code, got.text, got.headers["retry-after"]) == (503, "many people", "60")


def test_a_page_without_a_cookie_is_cut_off_by_the_name_of_its_tab(doors: Doors) -> None:
    words, cut = doors.begin_and_keep(), []
    doors.house.sessions.watch(tab("mine"), lambda: cut.append("mine"))
    doors.house.sessions.watch(tab("other"), lambda: cut.append("other"))

    doors.post("/open", words=words, tab="mine")

    assert cut == ["mine"]


def test_beginning_again_on_ones_own_phone_goes_on_with_what_was_begun(doors: Doors) -> None:
    doors.post("/begin", phone="own")
    before = doors.cookies["k"]
    doors.post("/lock")

    again = doors.post("/begin", phone="own")

    assert again.headers["location"] == "/en/p"
    assert doors.cookies["k"] == before


def test_on_a_shared_phone_the_next_person_begins_a_plan_of_their_own(doors: Doors) -> None:
    doors.post("/begin", phone="shared")
    before = doors.cookies["k"]
    doors.post("/lock")

    doors.post("/begin", phone="shared")

    assert doors.cookies["k"] != before


def test_a_sign_of_life_counts_only_for_an_open_plan(doors: Doors) -> None:
    assert doors.post("/here").status_code == 401
    doors.post("/begin")
    assert doors.post("/here").status_code == 204
    doors.post("/lock")
    assert doors.post("/here").status_code == 401
    assert doors.post("/resume").status_code == 204
    assert doors.post("/here").status_code == 204


def test_two_hundred_people_who_come_and_leave_leave_nothing_open(doors: Doors) -> None:
    for _ in range(200):
        doors.post("/begin")
        doors.post("/leave")
        doors.cookies.clear()

    assert not doors.house.sessions._open
    assert not doors.house.sessions._resting
    assert not doors.house.toolkit._vault._open
