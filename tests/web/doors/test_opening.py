"""The doors a parent comes in and goes out by, with a real vault behind them and a count of the slow step."""

import asyncio

import pytest

from perinatal.toolkit import Busy
from perinatal.web.guard.wall import tab
from tests.web.doors.conftest import Doors, full


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

    assert (got.status_code, got.text, got.headers["retry-after"]) == (503, "en/i/busy", "60")


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


@pytest.mark.parametrize("language", ["en", "es"])
def test_who_begins_on_a_full_disk_reads_so_and_is_given_nothing_to_lose(
    doors: Doors, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(doors.house.toolkit, "begin", full)

    got = doors.post("/begin", language=language)

    assert (got.status_code, got.text) == (507, f"{language}/p0/full")
    assert doors.cookies == {}
