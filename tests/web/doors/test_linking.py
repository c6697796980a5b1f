"""The two doors of links: what they answer, how fast, and that all that opens nothing is answered alike."""

import asyncio
from html import unescape
from html.parser import HTMLParser

import httpx
import pytest

from perinatal.care import Audience, Standing
from perinatal.toolkit import Busy, Line, Snapshot, languages, shelf
from perinatal.web.doors.copy_page import copy_page
from perinatal.web.guard import cookie
from perinatal.web.sessions import Session
from tests.payloads import PAYLOADS
from tests.web.doors.conftest import Doors, full

MINE = "heron lantern 5150 mine"
ASKED = {"name": "Ana", "who": "team", "parts": "A", "days": "1", "uses": "2", "coded": ""}
TEAM = frozenset({Audience.TEAM})


@pytest.fixture
def parent(doors: Doors) -> Doors:
    """A parent with a kept plan, in which one answer is for her team."""
    doors.begin_and_keep()

    async def write() -> None:
        await doors.house.toolkit.company.address(session(doors).plan, "A1", TEAM, "en")
        await doors.house.toolkit.answer(session(doors).plan, "A1", MINE, "en")

    asyncio.run(write())
    return doors


def session(doors: Doors) -> Session:
    found = doors.house.sessions.of(cookie.digest(bytes.fromhex(doors.cookies["k"])))
    assert found is not None
    return found


def made(doors: Doors, **asked: str) -> dict[str, str]:
    """A link, as the page gets it."""
    got = doors.post("/links", **(ASKED | asked))
    assert got.status_code == 200
    return got.json()


def knock(doors: Doors, key: str, code: str = "", language: str = "en") -> httpx.Response:
    """Somebody else with a link."""
    mine, doors.cookies = doors.cookies, {}
    try:
        return doors.post("/link", key=key, code=code, language=language)
    finally:
        doors.cookies = mine


def test_a_link_is_answered_once_with_its_picture_and_opens_for_a_stranger(parent: Doors) -> None:
    answer = made(parent, coded="yes", language="es")
    link, code = answer["link"], answer["code"]

    assert link.startswith("http://localhost:8000/es/z#")
    assert answer["outline"].startswith("M")
    got = knock(parent, link, code)

    assert got.status_code == 200
    assert MINE in got.text
    assert got.headers["cache-control"] == "no-store"
    assert "set-cookie" not in got.headers
    assert len(session(parent).plan.says.company.looks) == 1


def test_whatever_opens_nothing_is_answered_in_the_same_words(parent: Doors) -> None:
    stopped, used, coded = made(parent)["link"], made(parent, uses="1")["link"], made(parent, coded="yes")["link"]
    toolkit, plan = parent.house.toolkit, session(parent).plan
    asyncio.run(toolkit.links.stop(plan, next(iter(plan.says.company.links)), "en"))
    assert knock(parent, used).status_code == 200
    parent.house.patience.FREE_TRIES = 100  # type: ignore[misc]  only this one, so that no try waits

    got = [
        knock(parent, key, code)
        for key, code in ((stopped, ""), (used, ""), (coded, ""), (coded, "no"), ("A" * 43, ""), ("", ""), ("x", "y"))
    ]

    assert {each.status_code for each in got} == {404}
    assert {each.text for each in got} == {"en/z/no"}
    assert len({tuple(sorted(each.headers.items())) for each in got}) == 1


def test_keys_that_open_nothing_count_as_tries_like_wrong_words(parent: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def waited(seconds: float) -> None:
        waits.append(seconds)

    for _ in range(5):
        knock(parent, "A" * 43)
    monkeypatch.setattr(asyncio, "sleep", waited)
    knock(parent, "B" * 43)

    assert waits[0] == 2.0


def test_a_stranger_makes_no_link(parent: Doors) -> None:
    parent.cookies.clear()

    assert parent.post("/links", **ASKED).status_code == 401


@pytest.mark.parametrize(
    "wrong",
    [
        {"who": "me"},
        {"who": "everybody"},
        {"parts": ""},
        {"parts": "nowhere"},
        {"parts": "B"},
        {"days": "8"},
        {"days": "-1"},
        {"days": "x"},
        {"uses": "0"},
        {"uses": "11"},
        {"name": "  "},
        {"name": "w" * 201},
    ],
)
def test_a_link_there_cannot_be_is_not_made(parent: Doors, wrong: dict[str, str]) -> None:
    assert parent.post("/links", **(ASKED | wrong)).status_code == 422
    assert not session(parent).plan.says.company.links


def test_a_plan_that_is_not_kept_hands_out_nothing(doors: Doors) -> None:
    doors.post("/begin")

    assert doors.post("/links", **ASKED).status_code == 422


def test_a_crowd_and_a_full_disk_are_said_kindly_and_show_nothing(
    parent: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = made(parent)["link"]

    async def crowded(*_given: object, **_named: object) -> None:
        raise Busy

    for trouble, status, page in ((crowded, 503, "en/z/busy"), (full, 507, "en/z/full")):
        with monkeypatch.context() as now:
            now.setattr(parent.house.toolkit.links, "open", trouble)
            got = knock(parent, link)
        with monkeypatch.context() as now:
            now.setattr(parent.house.toolkit.links, "make", trouble)
            asked = parent.post("/links", **ASKED)
        assert (got.status_code, got.text) == (status, page)
        assert asked.status_code == status
    assert knock(parent, link).status_code == 200


class Reading(HTMLParser):
    """What a browser makes of a page: its elements with their attributes, and its words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def shown(words: str, language: str) -> tuple[Reading, str]:
    lines = (
        Line(item="A1", words=(words, words), language="en", on="2026-11-22"),  # type: ignore[arg-type]  as JSON has it
        Line(item=next(iter(shelf("en").topics)), said=None, words=(words,), language="es", on="2026-11-22"),  # type: ignore[arg-type]  as above
        Line(item="A2", said=Standing.OUT_LOUD, language="en", on="2026-11-22"),  # type: ignore[arg-type]  as above
    )
    copy = Snapshot(parts=frozenset({"A", "topics"}), audience=Audience.TEAM, made=lines[0].on, lines=lines)
    page = copy_page(shelf(language), copy)
    reading = Reading()
    reading.feed(page)
    reading.close()
    return reading, page


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_are_letters_on_the_page_of_a_link_and_nothing_else(payload: str, language: str) -> None:
    harmless, _ = shown("words", language)

    hurt, page = shown(payload, language)

    assert hurt.elements == harmless.elements
    assert "".join(hurt.words).count(payload) == "".join(harmless.words).count("words") - said_anyway(language)
    assert f'<html lang="{language}"' in page


def said_anyway(language: str) -> int:
    """How often the page itself says "words"."""
    return "".join(shown("", language)[0].words).count("words")


def test_there_are_enough_payloads_to_mean_anything() -> None:
    assert len(set(PAYLOADS)) >= 60
    assert any(payload != unescape(payload) for payload in PAYLOADS)
