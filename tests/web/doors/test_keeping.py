"""New words are made for whoever knows the present ones; and where two cards open, they open like words."""

import pytest

from perinatal.care import Turn
from perinatal.toolkit import Busy, Tampered
from perinatal.web.guard import cookie
from tests.web.doors.conftest import Doors, full

WRONG = "acorn bishop candle drawer ember fiddle"


def in_another_browser(doors: Doors) -> Doors:
    return Doors(doors.house, doors.site, doors.slow_steps)


def cards(doors: Doors, words: str, **more: str) -> list[str]:
    got = doors.post("/cards", words=words, **more)
    assert got.status_code == 200
    return got.json()["words"]


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waited_for: list[float] = []

    async def waited(seconds: float) -> None:
        waited_for.append(seconds)

    monkeypatch.setattr("perinatal.web.doors.trying.asyncio.sleep", waited)
    return waited_for


@pytest.mark.parametrize("door", ["/locks", "/cards"])
@pytest.mark.parametrize("words", ["", "a b c", WRONG])
def test_words_that_do_not_open_it_change_nothing(doors: Doors, door: str, words: str) -> None:
    right = doors.begin_and_keep()
    before = turns(doors)

    got = doors.post(door, words=words)

    assert (got.status_code, got.content) == (403, b"")
    assert turns(doors) == before
    assert in_another_browser(doors).post("/open", words=right).headers["location"] == "/en/p"


def digest(doors: Doors) -> str:
    """What the cookie of this browser is known by."""
    held = "; ".join(f"{name}={value}" for name, value in doors.cookies.items())
    secret = cookie.read(held.encode(), secure=False)
    assert secret
    return cookie.digest(secret)


def turns(doors: Doors) -> tuple[Turn, ...]:
    """What is said in the plan that is open in this browser."""
    session = doors.house.sessions.of(digest(doors))
    assert session
    return session.plan.turns


def test_words_of_another_plan_change_nothing_either(doors: Doors) -> None:
    other = in_another_browser(doors).begin_and_keep()
    doors.begin_and_keep()

    assert doors.post("/locks", words=other).status_code == 403


def test_a_plan_without_words_and_nobody_at_all_get_nothing(doors: Doors) -> None:
    assert doors.post("/locks", words=WRONG).status_code == 401
    assert doors.post("/cards", words=WRONG).status_code == 401
    doors.post("/begin")
    assert doors.post("/locks", words=WRONG).status_code == 403
    assert doors.post("/cards", words=WRONG).status_code == 403


def test_with_new_locks_this_browser_goes_on_and_every_other_is_shut_at_once(doors: Doors) -> None:
    words, other, cut = doors.begin_and_keep(), in_another_browser(doors), []
    other.post("/open", words=words)
    doors.house.sessions.watch(digest(other), lambda: cut.append("other"))

    new = doors.post("/locks", words=words).json()["words"]

    assert len(new.split()) == 6
    assert cut == ["other"]
    assert doors.post("/here").status_code == 204
    assert other.post("/here").status_code == 401
    assert other.post("/open", words=words).headers["location"].startswith("/en/i/no")
    assert other.post("/open", words=new).headers["location"] == "/en/p"


def test_asking_for_words_goes_at_the_pace_of_opening(doors: Doors, waits: list[float]) -> None:
    words = doors.begin_and_keep()
    for _ in range(5):
        doors.post("/locks", words=WRONG)
    assert waits == []

    doors.post("/open", words=WRONG)
    doors.post("/locks", words=words)

    assert waits == [2.0, 4.0]


def test_a_crowd_and_a_full_disk_make_no_words(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    words, toolkit = doors.begin_and_keep(), doors.house.toolkit

    async def busy(*_given: object) -> bool:
        raise Busy

    with monkeypatch.context() as patch:
        patch.setattr(toolkit.keys, "opens", busy)
        assert doors.post("/locks", words=words).status_code == 503
    monkeypatch.setattr(toolkit, "change_locks", full)
    monkeypatch.setattr(toolkit.keys, "entrust", full)
    assert doors.post("/locks", words=words).status_code == 507
    assert doors.post("/cards", words=words).status_code == 507


def test_two_cards_open_where_words_do_and_lead_to_new_words(doors: Doors) -> None:
    words = doors.begin_and_keep()
    one, two = cards(doors, words, name="Rosa")
    other = in_another_browser(doors)

    got = other.post("/open", first=two, second=one)

    assert (got.status_code, got.headers["location"]) == (303, "/en/m/w")
    new = other.post("/locks", first=one, second=two).json()["words"]
    assert other.post("/here").status_code == 204
    assert doors.post("/here").status_code == 401
    assert doors.post("/open", words=words).headers["location"].startswith("/en/i/no")
    assert doors.post("/open", first=one, second=two).headers["location"].startswith("/en/lost/no")
    assert doors.post("/open", words=new).headers["location"] == "/en/p"


def test_two_cards_take_one_slow_step_right_or_wrong_and_wait_like_words(doors: Doors, waits: list[float]) -> None:
    one, two = cards(doors, doors.begin_and_keep())
    other = in_another_browser(doors)
    doors.slow_steps.clear()

    wrong = [other.post("/open", first=one, second=each).headers["location"] for each in (WRONG, one)]
    right = other.post("/open", first=one, second=two)

    assert wrong == ["/en/lost/no#wrong"] * 2
    assert right.headers["location"] == "/en/m/w"
    assert len(doors.slow_steps) == 3
    for _ in range(3):
        other.post("/open", first=one, second=WRONG)
    other.post("/open", first=one, second=two)
    other.post("/open", words=WRONG)
    assert waits == [2.0, 2.0]


@pytest.mark.parametrize("typed", [("", ""), ("a b", "c d"), (WRONG, ""), ("", WRONG), ("x " * 5000, WRONG)])
def test_what_is_not_two_cards_never_reaches_the_slow_step(doors: Doors, typed: tuple[str, str]) -> None:
    got = doors.post("/open", first=typed[0], second=typed[1], language="es")

    assert got.headers["location"] == "/es/lost/no#wrong"
    assert doors.slow_steps == []


def test_data_that_somebody_changed_is_said_kindly_and_truly(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    async def tampered(*_given: object, **_named: object) -> None:
        raise Tampered(3)

    monkeypatch.setattr(doors.house.toolkit, "open", tampered)

    got = doors.post("/open", words=WRONG)

    assert (got.status_code, got.headers["location"]) == (303, "/en/i/changed")
    assert "set-cookie" not in got.headers


@pytest.mark.parametrize("sheet", ["words", "half"])
def test_a_card_prints_as_often_as_wanted_while_its_words_are_shown(doors: Doors, sheet: str) -> None:
    words = doors.begin_and_keep()
    shown = words if sheet == "words" else cards(doors, words)[0]

    printed = [doors.post("/print", sheet=sheet, words=shown) for _ in range(3)]

    assert all(each.content.startswith(b"%PDF") for each in printed)
    assert len({each.content for each in printed}) == 1
