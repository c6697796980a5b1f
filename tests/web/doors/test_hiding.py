"""The door of hidden pages: the words of the plan that is open, once more, and nothing else."""

import asyncio

import pytest

from perinatal.toolkit import Busy
from perinatal.web.guard import cookie
from tests.web.doors.conftest import Doors

WRONG = "acorn bishop candle drawer ember fiddle"


def hide(doors: Doors) -> None:
    """Hide a part of the plan that is open."""
    (session,) = doors.house.sessions._open.values()
    asyncio.run(doors.house.toolkit.hiding.hide(session.plan, "A", "en", hidden=True))  # type: ignore[union-attr]  # a parent's


def covered(doors: Doors) -> frozenset[str]:
    (session,) = doors.house.sessions._open.values()
    return session.plan.covered  # type: ignore[union-attr]  # a parent's


def test_words_that_open_it_and_words_that_do_not_take_one_slow_step_each(doors: Doors) -> None:
    words = doors.begin_and_keep()
    hide(doors)

    miss = doors.post("/uncover", words=WRONG, language="es")
    assert covered(doors) == {"A"}
    hit = doors.post("/uncover", words=words, language="es")

    assert (miss.status_code, miss.headers["location"]) == (303, "/es/i/no#wrong")
    assert (hit.status_code, hit.headers["location"]) == (303, "/es/m/h")
    assert covered(doors) == frozenset()
    assert len(doors.slow_steps) == 2


@pytest.mark.parametrize("words", ["", "a b c d e", "x " * 5000])
def test_what_is_not_six_words_never_reaches_the_slow_step(doors: Doors, words: str) -> None:
    doors.begin_and_keep()

    assert doors.post("/uncover", words=words).headers["location"].startswith("/en/i/no")
    assert doors.slow_steps == []


def test_the_answers_are_the_same_where_nothing_is_hidden(doors: Doors) -> None:
    words = doors.begin_and_keep()

    assert doors.post("/uncover", words=WRONG).headers["location"] == "/en/i/no#wrong"
    assert doors.post("/uncover", words=words).headers["location"] == "/en/m/h"


def test_guessing_here_is_slowed_together_with_guessing_at_the_door_of_plans(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, waits = doors.begin_and_keep(), []

    async def waited(seconds: float) -> None:
        waits.append(seconds)

    for door in ("/uncover", "/open", "/uncover", "/open", "/uncover"):
        doors.post(door, words=WRONG)
    monkeypatch.setattr(asyncio, "sleep", waited)
    doors.post("/uncover", words=words)

    assert waits == [2.0]


def test_the_pages_of_this_browser_come_back_and_no_others(doors: Doors) -> None:
    words, cut = doors.begin_and_keep(), []
    secret = cookie.read(
        f"{cookie.name(secure=False)}={doors.cookies[cookie.name(secure=False)]}".encode(), secure=False
    )
    assert secret
    doors.house.sessions.watch(cookie.digest(secret), lambda: cut.append("mine"))
    doors.house.sessions.watch("another", lambda: cut.append("theirs"))

    doors.post("/uncover", words=WRONG)
    assert cut == []
    doors.post("/uncover", words=words)

    assert cut == ["mine"]


def test_a_crowd_is_asked_kindly_to_come_back(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    doors.begin_and_keep()

    async def busy(*_given: object) -> None:
        raise Busy

    monkeypatch.setattr(doors.house.toolkit.hiding, "uncover", busy)
    got = doors.post("/uncover", words=WRONG)

    assert (got.status_code, got.text, got.headers["retry-after"]) == (503, "en/i/busy", "60")


def test_who_has_no_plan_open_is_led_to_open_one(doors: Doors) -> None:
    got = doors.post("/uncover", language="es", words=WRONG)

    assert (got.status_code, got.headers["location"]) == (303, "/es/i")
    assert doors.slow_steps == []


def test_no_new_words_are_made_over_what_is_hidden(doors: Doors) -> None:
    words = doors.begin_and_keep()
    hide(doors)

    assert doors.post("/keep").status_code == 409

    doors.post("/uncover", words=words)
    assert doors.post("/keep").status_code == 200
