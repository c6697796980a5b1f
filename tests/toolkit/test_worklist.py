"""A member's list: neutral, their own, and no look at anything."""

from datetime import timedelta

import pytest

from perinatal.care import Reply
from perinatal.toolkit import LONGEST_NEXT, Entry
from tests.toolkit.company import Room
from tests.toolkit.conftest import Place, do


@pytest.fixture
def room(place: Place) -> Room:
    place.answer("ZQX-words-1")
    return Room(place)


def listed(room: Room) -> list[Entry]:
    return do(room.toolkit.worklist.of(room.midwife))


def only(room: Room) -> Entry:
    (one,) = listed(room)
    return one


def test_a_list_says_what_is_open_until_when_and_that_it_is_new(room: Room) -> None:
    assert listed(room) == []
    room.share("A", days=7)
    room.share("B", days=1)

    entry = only(room)

    assert (entry.grant.name, entry.next_visit, entry.is_new) == ("D.", "", True)
    assert (entry.first_end, entry.last_end) == (room.today + timedelta(days=1), room.today + timedelta(days=7))


def test_what_was_shown_once_is_new_no_more_until_there_is_more(room: Room) -> None:
    room.share("A")
    inside = room.visit()
    do(room.toolkit.worklist.was_shown(inside, {"A"}))
    assert not only(room).is_new

    room.share("B")

    assert only(room).is_new


def test_after_the_last_day_nothing_is_open_and_nothing_is_new(room: Room) -> None:
    room.share("A", days=1)
    room.place.now += timedelta(days=2)

    entry = only(room)

    assert (entry.first_end, entry.last_end, entry.is_new) == (None, None, False)


def test_listing_and_noting_is_no_look_and_says_nothing_in_the_plan(room: Room) -> None:
    room.share("A")
    before = room.plan.turns

    do(room.toolkit.worklist.note_next(room.midwife, only(room).grant, "Tue 10:15"))
    do(room.toolkit.worklist.was_shown(room.visit(), {"A"}))

    assert only(room).next_visit == "Tue 10:15"
    assert room.plan.turns == before
    assert room.plan.opened.take_in() is None


def test_the_next_visit_goes_when_the_parent_stops(room: Room) -> None:
    room.share("A")
    do(room.toolkit.worklist.note_next(room.midwife, only(room).grant, "Tue 10:15"))
    room.stop()
    assert listed(room) == []

    room.share("A")

    assert only(room).next_visit == ""


def test_a_note_has_an_end(room: Room) -> None:
    room.share("A")

    do(room.toolkit.worklist.note_next(room.midwife, only(room).grant, " x" * 500))

    assert len(only(room).next_visit) <= LONGEST_NEXT


@pytest.mark.parametrize("how", [Reply.ADDED, Reply.NO_THANKS])
def test_that_words_were_answered_is_all_that_is_said_of_an_answer(room: Room, how: Reply) -> None:
    room.share("A")
    inside = room.visit()
    offered = room.offer(inside, "ZQX-offered-1")
    has_answers = room.toolkit.members.has_answers
    assert not do(has_answers(inside))

    do(room.toolkit.offered.reply(room.plan, offered.turn.id, how, "en"))
    before = room.plan.turns
    assert do(has_answers(inside))
    assert room.plan.turns == before, "it is no look"

    room.look(inside)
    do(room.toolkit.members.suggest(inside, offered.said.model_copy(update={"words": "other"}), "en"))
    seen = room.look(inside)
    room.toolkit.members.offers(inside, "A", seen, "en")
    assert not do(has_answers(inside)), "they know"


def test_words_that_waited_when_sharing_was_stopped_are_not_called_answered(room: Room) -> None:
    room.share("A")
    room.share("B")
    inside = room.visit()
    room.offer(inside, "ZQX-offered-1")
    assert not do(room.toolkit.members.has_answers(inside))

    room.stop("A")
    assert not do(room.toolkit.members.has_answers(inside))
    room.stop()

    assert not do(room.toolkit.members.has_answers(inside))
