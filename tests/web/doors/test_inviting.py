"""Invitations at the doors: made by those who may, taken up once, and the words shown once."""

import asyncio
import re
import threading

import pytest

from perinatal.toolkit import Busy
from perinatal.web.doors.inviting import BLANK
from tests.web.doors.conftest import Doors, full
from tests.web.doors.test_signing_in import WRONG, signed_in

YOURS = f"<p>{''.join(f'<span>{BLANK}</span>' for _ in range(6))}</p><input value='{' '.join([BLANK] * 6)}'>"


@pytest.fixture
def doors(doors: Doors) -> Doors:
    """The same doors, with the page on which the new words are shown."""
    for language in ("en", "es"):
        (doors.house.settings.pages / "build" / "client" / language / "n" / "yours.html").write_text(YOURS)
    return doors


def by_a_parent(doors: Doors) -> str:
    """A parent invites somebody, who is on a phone of their own; gives the words."""
    doors.begin_and_keep()
    words = doors.post("/invite").json()["words"]
    doors.cookies.clear()
    doors.slow_steps.clear()
    return words


def own_words(page: str) -> str:
    """The words on the page that shows them."""
    found = re.findall(r"<span>([^<]+)</span>", page)
    assert len(found) == 6
    return " ".join(found)


def test_a_parent_and_a_member_can_invite_and_nobody_else(doors: Doors) -> None:
    assert doors.post("/invite").status_code == 401
    signed_in(doors)
    member = doors.post("/invite").json()
    doors.cookies.clear()
    doors.post("/begin")
    assert doors.post("/invite").status_code == 401, "a plan that is not kept"
    doors.post("/keep")
    parent = doors.post("/invite", language="es").json()

    assert member["link"] == "/en/n#" + member["words"].replace(" ", ".")
    assert parent["link"].startswith("/es/n#")
    assert member["words"] != parent["words"]


def test_an_invitation_becomes_words_that_sign_in_and_see_nothing(doors: Doors) -> None:
    code = by_a_parent(doors)

    got = doors.post("/accept", code=code)

    words = own_words(got.text)
    assert f"value='{words}'" in got.text
    assert BLANK not in got.text
    assert not doors.cookies
    assert doors.post("/sign-in", words=words).headers["location"] == "/en/d"
    assert doors.post("/sign-in", words=code).headers["location"].startswith("/en/in/no")


def test_unknown_and_used_words_get_the_same_answer_for_the_same_work(doors: Doors) -> None:
    code = by_a_parent(doors)
    doors.post("/accept", code=code)
    doors.slow_steps.clear()

    answers = [doors.post("/accept", code=words) for words in (code, WRONG)]

    assert {(got.status_code, got.headers["location"], got.text) for got in answers} == {(303, "/en/n/no#wrong", "")}
    assert len(doors.slow_steps) == 2


def test_guessing_at_invitations_is_slowed_with_all_other_guessing(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    async def waited(seconds: float) -> None:
        waits.append(seconds)

    for door, name in (("/open", "words"), ("/accept", "code"), ("/sign-in", "words"), ("/accept", "code")) * 2:
        doors.post(door, **{name: WRONG})
        if len(waits) == 0 and door == "/sign-in":
            monkeypatch.setattr(asyncio, "sleep", waited)

    assert waits[:2] == [2.0, 4.0]


@pytest.mark.parametrize("words", ["", "one two three", "x" * 5000, "<b>a b c d e f", "\x00 a b c d e"])
def test_what_cannot_be_an_invitation_is_none(doors: Doors, words: str) -> None:
    assert doors.post("/accept", code=words).headers["location"] == "/en/n/no#wrong"


def test_a_crowd_and_a_full_disk_are_said_kindly(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    async def crowd(*_given: object) -> None:
        raise Busy

    code = by_a_parent(doors)
    for way, told in ((crowd, (503, "en/n/busy")), (full, (507, "en/n/full"))):
        monkeypatch.setattr(doors.house.toolkit.invitations, "accept", way)
        got = doors.post("/accept", code=code)
        assert (got.status_code, got.text) == told
    monkeypatch.undo()
    doors.post("/begin")
    doors.post("/keep")
    for way, status in ((crowd, 503), (full, 507)):
        monkeypatch.setattr(doors.house.toolkit.invitations, "by_parent", way)
        assert doors.post("/invite").status_code == status


def test_twenty_in_a_week_and_no_more_however_often_one_signs_in(doors: Doors) -> None:
    doors.begin_and_keep()
    session = doors.house.sessions
    assert session

    answers = [doors.post("/invite").status_code for _ in range(21)]

    assert answers == [200] * 20 + [429]
    doors.cookies.clear()
    signed_in(doors)
    assert doors.post("/invite").status_code == 200, "another may"


def test_an_invitation_and_the_new_words_can_be_printed_without_a_plan(doors: Doors) -> None:
    code = by_a_parent(doors)
    own = own_words(doors.post("/accept", code=code).text)

    for sheet, words in (("invitation", code), ("member", own)):
        got = doors.post("/print", sheet=sheet, words=words)
        assert (got.status_code, got.headers["content-type"]) == (200, "application/pdf")
        assert got.headers["content-disposition"] == 'inline; filename="notes.pdf"'


@pytest.mark.parametrize("words", ["", "not six", "ZQX-canary says six other words here", "<b> <b> <b> <b> <b> <b>"])
def test_nothing_that_a_person_wrote_is_printed_by_the_way(doors: Doors, words: str) -> None:
    for sheet in ("invitation", "member"):
        got = doors.post("/print", sheet=sheet, words=words)
        assert (got.status_code, got.headers["location"]) == (303, "/en/n")


def test_two_who_accept_at_once_get_one_set_of_words(doors: Doors) -> None:
    code, got = by_a_parent(doors), list[int]()
    threads = [threading.Thread(target=lambda: got.append(doors.post("/accept", code=code).status_code)) for _ in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(got) == [200, 303]
