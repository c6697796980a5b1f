"""Links: what goes into one, what does not, how it is stopped, and what its opener and its parent see."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from perinatal.care import Audience, Link, Stance
from perinatal.care.sharing import Looked
from perinatal.toolkit import (
    CouldNotKeep,
    Made,
    NothingToHandOut,
    NotKeptYet,
    Snapshot,
    Wanted,
    shelf,
)
from tests.toolkit.company import TEAM, TRUSTED, Room
from tests.toolkit.conftest import FullDisk, Place, do


@pytest.fixture
def room(place: Place) -> Room:
    """A kept plan in which something was said to the team, to a person she trusts, and to nobody."""
    room = Room(place)
    for item, audience in (("A1", TEAM), ("A2", TRUSTED), ("B1", TEAM)):
        do(place.toolkit.company.address(room.plan, item, audience, "en"))
        place.answer(f"said on {item}", item)
    return room


def make(room: Room, *parts: str, coded: bool = False, uses: int = 2, days: int = 7) -> Made:
    asked = Wanted(
        name="Ana's sister",
        audience=Audience.TEAM,
        parts=frozenset(parts or ("A",)),
        days=days,
        uses=uses,
        coded=coded,
    )
    return do(room.toolkit.links.make(room.plan, asked, "en"))


def opened(room: Room, made: Made, code: str = "") -> Snapshot | None:
    return do(room.toolkit.links.open(made.key, code or made.code, "en"))


def read(found: Snapshot | None) -> dict[str, tuple[str, ...]]:
    assert found is not None
    return {line.item: line.words for line in found.lines}


def link(room: Room) -> Link:
    return list(room.plan.says.company.links.values())[-1]


def test_only_what_the_audience_may_see_of_the_chosen_parts_is_in_a_link(room: Room) -> None:
    before = room.toolkit.links.preview(room.plan, ["A"], Audience.TEAM, "en")

    made = make(room, "A")

    assert read(before) == {"A1": ("said on A1",)}
    assert opened(room, made) == before


def test_a_newer_word_for_fewer_people_leaves_no_older_one_in_a_link(room: Room, place: Place) -> None:
    do(place.toolkit.company.address(room.plan, "A1", TRUSTED, "en"))

    assert not room.toolkit.links.preview(room.plan, ["A"], Audience.TEAM, "en").lines


def test_what_is_said_later_is_not_in_a_link(room: Room, place: Place) -> None:
    made = make(room)

    place.answer("said later", "A1")

    assert read(opened(room, made)) == {"A1": ("said on A1",)}


def test_a_consent_conversation_goes_into_a_link_as_it_stands(room: Room, place: Place) -> None:
    topic = next(iter(shelf("en").topics))
    do(place.toolkit.company.address(room.plan, topic, TEAM, "en"))
    do(place.toolkit.topics.decide(room.plan, topic, Stance.NO, "en"))
    do(place.toolkit.topics.add_to_decision(room.plan, topic, "conditions", "only with me there", "en"))

    found = opened(room, make(room, "topics"))

    assert found is not None
    assert [(line.item, line.said, line.words) for line in found.lines] == [(topic, Stance.NO, ("only with me there",))]


def test_a_link_holds_no_name_and_no_history(room: Room, place: Place) -> None:
    place.now += timedelta(hours=1)
    place.answer("other words", "A1")
    found = opened(room, make(room))

    assert found is not None
    held = found.model_dump_json()
    assert "said on A1" not in held
    assert "Ana" not in held


def test_an_opening_is_told_with_its_time_and_what_was_in_it(room: Room, place: Place) -> None:
    made = make(room, "A", "B")
    place.now += timedelta(hours=3)

    opened(room, made)

    (looked,) = link(room).openings
    assert looked.at == place.now
    assert looked.said == Looked(parts=frozenset({"A", "B"}))
    assert room.plan.says.company.looks[-1] == looked


def test_a_stopped_link_opens_nothing_and_stays_stopped(room: Room) -> None:
    made, other = make(room), make(room)
    first = next(iter(room.plan.says.company.links))

    do(room.toolkit.links.stop(room.plan, first, "en"))

    assert opened(room, made) is None
    assert room.plan.says.company.links[first].stopped
    assert opened(room, other) is not None


@pytest.mark.parametrize("people", [True, False])
def test_stopping_everything_ends_every_link_and_no_undo_brings_one_back(
    room: Room, place: Place, *, people: bool
) -> None:
    if people:
        room.share()
    made = make(room)

    stopped = do(room.toolkit.company.stop(room.plan, "en"))
    if stopped:
        do(room.toolkit.company.undo_stop(room.plan, stopped.id, "en"))

    assert opened(room, made) is None
    assert link(room).stopped
    assert not room.toolkit.links.left(room.plan)


def test_stopping_everything_with_nobody_let_in_ends_links(place: Place) -> None:
    do(place.toolkit.keep(place.plan, "en"))
    do(place.toolkit.company.address(place.plan, "A1", TEAM, "en"))
    place.answer("words")
    asked = Wanted(name="x", audience=Audience.TEAM, parts=frozenset("A"), days=1, uses=1, coded=False)
    made = do(place.toolkit.links.make(place.plan, asked, "en"))

    do(place.toolkit.company.stop(place.plan, "en"))

    assert do(place.toolkit.links.open(made.key, "", "en")) is None


def test_closing_a_page_to_somebody_ends_the_links_that_show_it_to_them(room: Room, place: Place) -> None:
    made, other = make(room, "A"), make(room, "B")

    do(place.toolkit.company.address(room.plan, "A1", TRUSTED, "en"))

    assert opened(room, made) is None
    assert opened(room, other) is not None


def test_opening_a_page_to_more_people_ends_no_link(room: Room, place: Place) -> None:
    made = make(room, "A")

    do(place.toolkit.company.address(room.plan, "A1", TEAM | TRUSTED, "en"))

    assert opened(room, made) is not None


def test_new_locks_end_every_link_and_the_plan_says_so(room: Room) -> None:
    made = make(room)

    do(room.toolkit.change_locks(room.plan, "en"))

    assert opened(room, made) is None
    assert link(room).stopped


def test_a_forgotten_plan_opens_by_no_link(room: Room) -> None:
    made = make(room)

    do(room.toolkit.forget(room.plan))

    assert opened(room, made) is None


def test_a_link_is_over_after_its_last_day(room: Room, place: Place) -> None:
    made = make(room, days=1)
    place.now += timedelta(days=1)
    assert opened(room, made) is not None

    place.now += timedelta(days=1)
    assert opened(room, made) is None
    place.now -= timedelta(days=30)
    assert opened(room, made) is None
    assert not room.toolkit.links.left(room.plan)


def test_what_is_over_leaves_the_plan_with_the_next_opening(room: Room, place: Place) -> None:
    make(room, days=0)
    room.plan.close()
    place.now += timedelta(days=2)

    again = do(place.toolkit.open(room.words))

    assert again is not None
    assert again.opened._plan.now.ring.links == ()


@pytest.mark.parametrize("days", [8, -1, 400])
@pytest.mark.parametrize("uses", [0, 11, -1])
def test_no_link_can_be_asked_for_that_is_longer_or_oftener(days: int, uses: int) -> None:
    known = {"name": "x", "audience": "team", "parts": ["A"], "days": 1, "uses": 1, "coded": True}
    Wanted.model_validate(known)

    for wrong in ({"days": days}, {"uses": uses}, {"parts": []}, {"name": ""}, {"audience": "all"}, {"audience": "me"}):
        with pytest.raises(ValidationError):
            Wanted.model_validate(known | wrong)


def test_a_plan_nobody_kept_hands_out_nothing(place: Place) -> None:
    asked = Wanted(name="x", audience=Audience.TEAM, parts=frozenset("A"), days=1, uses=1, coded=False)

    with pytest.raises(NotKeptYet):
        do(place.toolkit.links.make(place.plan, asked, "en"))


def test_there_is_no_link_to_nothing_nor_to_more_than_a_link_holds(room: Room, place: Place) -> None:
    with pytest.raises(NothingToHandOut):
        make(room, "C")
    for number in range(3, 14):
        do(place.toolkit.company.address(room.plan, f"A{number}", TEAM, "en"))
        place.answer("w" * 20_000, f"A{number}")
    with pytest.raises(NothingToHandOut):
        make(room, "A")
    assert not room.plan.says.company.links


def test_a_code_is_two_words_and_the_link_alone_opens_nothing(room: Room) -> None:
    made = make(room, coded=True)

    assert len(made.code.split()) == 2
    assert do(room.toolkit.links.open(made.key, "", "en")) is None
    assert do(room.toolkit.links.open(made.key, "wrong words", "en")) is None
    assert opened(room, made, made.code.upper()) is not None
    assert not link(room).stopped


def test_a_whole_link_can_be_pasted_and_anything_else_opens_nothing(room: Room) -> None:
    made = make(room, uses=5)

    assert do(room.toolkit.links.open(f" https://x.example/en/z#{made.key}\n", "", "en"))
    for typed in ("", "#", made.key[:-1], f"{made.key}x", "é" * 43, "x" * 100_000, "-" * 43):
        assert do(room.toolkit.links.open(typed, "", "en")) is None


def test_neither_key_nor_code_is_in_the_plan_or_in_what_python_shows(room: Room) -> None:
    made = make(room, coded=True)

    turns = " ".join(turn.model_dump_json() for turn in room.plan.turns)

    for secret in (made.key, made.code):
        assert secret not in turns
        assert secret not in repr(made)
    assert "said on A1" not in repr(opened(room, made))


def test_on_a_full_disk_no_link_is_made_and_none_is_said(room: Room) -> None:
    FullDisk.full = True
    with pytest.raises(CouldNotKeep):
        make(room)

    assert not room.plan.says.company.links


def test_a_link_cannot_be_taken_out_of_the_record(room: Room) -> None:
    make(room)
    made = link(room).made.id

    do(room.toolkit.take_out(room.plan, made, "en"))

    assert link(room).made.id == made


def test_while_a_link_is_open_no_page_it_shows_says_that_only_the_parent_sees_it(room: Room, place: Place) -> None:
    company = place.toolkit.company
    make(room, "A")

    assert company.who_sees(room.plan, "A1", "en") == ["Ana's sister"]
    assert company.who_sees(room.plan, "A2", "en") == company.who_sees(room.plan, "B1", "en") == []
    assert company.who_looks_in(room.plan) == company.who_looks_in(room.plan, ("A", "B")) == ["Ana's sister"]
    assert company.who_looks_in(room.plan, ("B",)) == []
    do(company.stop(room.plan, "en"))
    assert company.who_looks_in(room.plan) == company.who_sees(room.plan, "A1", "en") == []
