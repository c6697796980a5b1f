"""The doors at which a file comes in: looked at in memory, said in numbers, and nothing is made of it before a yes."""

import asyncio
import tempfile
from datetime import timedelta
from html import unescape

import pytest

from perinatal.exchange import age, locked
from perinatal.toolkit import Busy, OpenPlan, languages, shelf
from perinatal.web.doors import bringing
from perinatal.web.guard import cookie
from tests.web.doors.conftest import Doors, full

MINE = "heron lantern 5152 mine"
WORDS = "river lantern maple orbit velvet heron"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "WORK", 4)


@pytest.fixture
def file(doors: Doors) -> bytes:
    """A plan with one answer, in a file; the plan itself is not open any more."""

    async def make() -> bytes:
        plan, _ = await doors.house.toolkit.begin()
        await doors.house.toolkit.answer(plan, "A1", MINE, "en")
        made = await doors.house.toolkit.carrying.file(plan, WORDS, "en")
        plan.close()
        return made

    return asyncio.run(make())


def open_here(doors: Doors) -> OpenPlan:
    found = doors.house.sessions.of(cookie.digest(bytes.fromhex(doors.cookies["k"])))
    assert found is not None
    return found.plan


def answers(doors: Doors) -> list[str]:
    return [answer.words for answer in open_here(doors).says.answers.values()]


def reason(doors: Doors, brought: bytes, words: str = WORDS) -> str:
    got = doors.bring(brought, words)
    assert got.status_code == 303
    place, _, why = got.headers["location"].partition("#")
    assert place == "/en/i/f/no"
    return why


@pytest.mark.parametrize("language", languages())
def test_what_is_inside_is_said_in_numbers_and_not_in_its_words(doors: Doors, file: bytes, language: str) -> None:
    got = doors.bring(file, WORDS, language)
    said, words = unescape(got.text), shelf(language)

    assert got.status_code == 200
    assert got.headers["cache-control"] == "no-store"
    assert words.say("bringing.part", title=words.sections[0].title, count=1) in said
    assert words.say("bringing.languages", languages=shelf("en").native_name) in said
    assert words.say("bringing.begin") in said
    assert MINE not in said
    assert WORDS not in said


def test_a_yes_makes_it_a_plan_that_asks_for_words_next(doors: Doors, file: bytes) -> None:
    doors.bring(file, WORDS)

    got = doors.post("/bring/begin", language="es")

    assert (got.status_code, got.headers["location"]) == (303, "/es/w")
    assert answers(doors) == [MINE]
    assert not open_here(doors).kept
    assert doors.post("/bring/begin").headers["location"] == "/en/p"  # once is enough


def test_a_yes_adds_it_to_the_plan_that_is_open(doors: Doors, file: bytes) -> None:
    doors.begin_and_keep()
    asyncio.run(doors.house.toolkit.answer(open_here(doors), "B1", "mine already", "en"))

    said = unescape(doors.bring(file, WORDS).text)
    got = doors.post("/bring/add", language="en")

    assert shelf("en").say("bringing.new", count=1) in said
    assert (got.status_code, got.headers["location"]) == (303, "/en/p")
    assert sorted(answers(doors)) == [MINE, "mine already"]
    assert shelf("en").say("bringing.all_there") in unescape(doors.bring(file, WORDS).text)


def test_before_a_yes_nothing_is_in_any_plan(doors: Doors, file: bytes) -> None:
    doors.begin_and_keep()
    doors.bring(file, WORDS)

    assert answers(doors) == []
    doors.post("/leave")
    assert doors.house.held._waiting == {}


def test_a_file_that_waited_too_long_is_brought_again(doors: Doors, file: bytes) -> None:
    doors.begin_and_keep()
    for door in ("/bring/add", "/bring/add"):
        assert doors.post(door).headers["location"] == "/en/i/f/no#gone"
    doors.cookies = {}
    assert doors.post("/bring/begin").headers["location"] == "/en/i/f/no#gone"
    assert doors.post("/bring/add").headers["location"] == "/en/i"


def test_a_plan_nobody_kept_is_not_lost_to_a_file(doors: Doors, file: bytes) -> None:
    doors.post("/begin")
    asyncio.run(doors.house.toolkit.answer(open_here(doors), "B1", "not kept yet", "en"))
    doors.post("/lock")

    said = unescape(doors.bring(file, WORDS).text)
    got = doors.post("/bring/begin")

    assert shelf("en").say("bringing.wait_title") in said
    assert got.headers["location"] == "/en/p"
    doors.post("/resume")
    assert answers(doors) == ["not kept yet"]


def test_each_kind_of_bad_file_has_its_own_sentence(doors: Doors, file: bytes) -> None:
    bad = {
        "empty": b"",
        "too_large": age.MAGIC + bytes(age.LARGEST),
        "other_kind": b"PK\x03\x04" * 50,
        "nothing_inside": b"%PDF-1.7\n%%EOF",
        "too_much_work": file.replace(b" 4\n", b" 25\n", 1),
        "damaged": file[:-20],
        "no_plan": locked(b'{"what": "else"}', WORDS),
        "newer": locked(b'{"what": "plan", "schema_version": 9}', WORDS),
    }

    assert {name: reason(doors, brought) for name, brought in bad.items()} == {name: name for name in bad}
    assert reason(doors, file, "river lantern maple orbit velvet raven") == "wrong_words"


def test_a_form_that_is_not_as_a_browser_sends_it_brings_nothing(doors: Doors) -> None:
    assert doors.post("/bring", words=WORDS, file="text").headers["location"] == "/en/i/f/no#empty"


def test_no_temporary_file_ever_holds_what_was_brought(
    monkeypatch: pytest.MonkeyPatch, doors: Doors, file: bytes
) -> None:
    rolled: list[int] = []
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", lambda _: rolled.append(1))

    doors.bring(file + bytes(3_500_000), WORDS)
    doors.bring(file, WORDS)

    assert rolled == []


def test_nothing_is_added_while_something_is_hidden(doors: Doors, file: bytes) -> None:
    doors.begin_and_keep()
    plan = open_here(doors)
    asyncio.run(doors.house.toolkit.hiding.hide(plan, "B", "en", hidden=True))
    doors.bring(file, WORDS)

    assert doors.post("/bring/add").headers["location"] == "/en/i/f/no#hidden"
    assert answers(doors) == []


def test_a_tablet_that_goes_back_takes_no_file_in(doors: Doors, file: bytes) -> None:
    doors.begin_and_keep()
    digest = cookie.digest(bytes.fromhex(doors.cookies["k"]))
    doors.house.tablets.hand_over(digest, b"m" * 16, b"p" * 16)

    for got in (doors.bring(file, WORDS), doors.post("/bring/begin"), doors.post("/bring/add")):
        assert got.headers["location"] == "/en/y"


def test_a_full_disk_and_a_crowd_are_said(monkeypatch: pytest.MonkeyPatch, doors: Doors, file: bytes) -> None:
    monkeypatch.setattr(doors.house.toolkit.carrying, "begin", full)
    doors.bring(file, WORDS)
    got = doors.post("/bring/begin")
    assert (got.status_code, got.text) == (507, "en/i/f/full")

    async def crowd(*_: object) -> None:
        raise Busy

    monkeypatch.setattr(doors.house.toolkit.carrying, "look", crowd)
    assert doors.bring(file, WORDS).status_code == 503


def test_every_reason_a_door_names_stands_on_the_page(doors: Doors) -> None:
    from perinatal.web.pages.bringing.page import REASONS

    assert {bringing.GONE, bringing.HIDDEN} < set(REASONS)
    for language in languages():
        assert all(shelf(language).say(f"bringing.why.{reason}") for reason in REASONS)


def test_what_is_brought_into_an_open_plan_counts_by_its_time(doors: Doors, file: bytes) -> None:
    doors.begin_and_keep()
    asyncio.run(doors.house.toolkit.answer(open_here(doors), "A1", "said after the file", "en"))
    doors.bring(file, WORDS)

    doors.post("/bring/add")

    answer = open_here(doors).says.answers["A1"]
    assert answer.words == "said after the file"
    assert answer.history[0].at - answer.history[1].at < timedelta(0)
