"""The doors at which a file is taken along: only with words of the plan, or words made for whoever knows those."""

import asyncio
import io

import pikepdf
import pyrage
import pytest

from perinatal.exchange import age
from perinatal.toolkit import Busy, Locked, TooMuch
from perinatal.web.guard import cookie
from perinatal.web.sessions import Session
from tests.web.doors.conftest import Doors, full

MINE = "heron lantern 5151 mine"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "WORK", 4)


@pytest.fixture
def words(doors: Doors) -> str:
    """A parent with a kept plan; her words."""
    made = doors.begin_and_keep()
    asyncio.run(doors.house.toolkit.answer(session(doors).plan, "A1", MINE, "en"))
    return made


def session(doors: Doors) -> Session:
    found = doors.house.sessions.of(cookie.digest(bytes.fromhex(doors.cookies["k"])))
    assert found is not None
    return found


def test_with_the_words_of_the_plan_the_file_opens_with_these(doors: Doors, words: str) -> None:
    got = doors.post("/carry", words=words.upper(), language="en")

    assert got.status_code == 200
    assert MINE.encode() in pyrage.passphrase.decrypt(got.content, words)
    assert got.headers["content-disposition"] == 'attachment; filename="notes.age"'
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["cache-control"] == "no-store"


def test_words_for_a_file_are_made_for_whoever_knows_those_of_the_plan(doors: Doors, words: str) -> None:
    no = doors.post("/carry/words", words="not these words at all here")
    made = doors.post("/carry/words", words=words).json()["words"]
    got = doors.post("/carry", words=made)

    assert no.status_code == 403
    assert MINE.encode() in pyrage.passphrase.decrypt(got.content, made)
    assert doors.post("/open", words=made).headers["location"].endswith("/i/no#wrong")


def test_a_plan_without_words_gets_words_for_the_file(doors: Doors) -> None:
    doors.post("/begin")
    asyncio.run(doors.house.toolkit.answer(session(doors).plan, "A1", MINE, "en"))

    made = doors.post("/carry/words").json()["words"]

    assert MINE.encode() in pyrage.passphrase.decrypt(doors.post("/carry", words=made).content, made)
    assert not session(doors).plan.kept


def test_an_open_screen_alone_gets_no_file(doors: Doors, words: str) -> None:
    for typed in ("", "one", "not these words at all here", words + " more"):
        got = doors.post("/carry", words=typed, language="es")

        assert (got.status_code, got.headers["location"]) == (303, "/es/m/c#carry-wrong")
    assert not session(doors).plan.says.printed


def test_only_the_words_made_last_count(doors: Doors, words: str) -> None:
    first = doors.post("/carry/words", words=words).json()["words"]
    doors.post("/carry/words", words=words)

    assert doors.post("/carry", words=first).headers["location"].endswith("#carry-wrong")


def test_without_an_open_plan_both_doors_lead_out(doors: Doors, words: str) -> None:
    doors.cookies = {}

    assert doors.post("/carry/words", words=words).status_code == 401
    assert doors.post("/carry", words=words).headers["location"] == "/en/i"


def test_a_tablet_that_goes_back_takes_no_file(doors: Doors, words: str) -> None:
    digest = cookie.digest(bytes.fromhex(doors.cookies["k"]))
    doors.house.tablets.hand_over(digest, b"m" * 16, b"p" * 16)

    assert doors.post("/carry/words", words=words).status_code == 401
    assert doors.post("/carry", words=words).headers["location"] == "/en/y/p"


def test_what_stands_in_the_way_is_said(monkeypatch: pytest.MonkeyPatch, doors: Doors, words: str) -> None:
    def raising(kind: type[Exception]) -> None:
        async def verb(*_: object) -> bytes:
            raise kind

        monkeypatch.setattr(doors.house.toolkit.carrying, "file", verb)

    raising(TooMuch)
    assert doors.post("/carry", words=words).headers["location"] == "/en/m/c#carry-long"
    raising(Busy)
    assert doors.post("/carry", words=words).status_code == 503
    raising(Locked)
    assert doors.post("/carry", words=words).headers["location"] == "/en/i"
    monkeypatch.setattr(doors.house.toolkit.carrying, "file", full)
    assert (doors.post("/carry", words=words).status_code, doors.post("/carry", words=words).text) == (
        507,
        "en/m/c/full",
    )


# -- Inside a print.


def test_the_booklet_can_hold_the_plan_under_its_words(doors: Doors, words: str) -> None:
    got = doors.post("/print", sheet="booklet", inside=words, language="en")

    with pikepdf.open(io.BytesIO(got.content)) as opened:
        held = opened.attachments["notes.age"].get_file().read_bytes()
    assert MINE.encode() in pyrage.passphrase.decrypt(held, words)


def test_without_words_nothing_is_inside(doors: Doors, words: str) -> None:
    for asked in ({}, {"inside": ""}, {"inside": "  "}):
        got = doors.post("/print", sheet="booklet", **asked)

        assert b"EmbeddedFile" not in got.content
        assert b"age-encryption" not in got.content


def test_with_other_words_nothing_is_printed(doors: Doors, words: str) -> None:
    got = doors.post("/print", sheet="booklet", inside="not these words at all here")

    assert got.headers["location"] == "/en/q#inside-wrong"
    assert not session(doors).plan.says.printed
