"""A member sees that words they offered were answered, and never how."""

import pytest

from perinatal.care import Reply
from perinatal.care.sharing import Suggested
from perinatal.toolkit.visiting import Offer, OpenVisit
from tests.toolkit.company import Room
from tests.toolkit.conftest import Place, do


@pytest.fixture
def room(place: Place) -> Room:
    place.answer("Sam")
    made = Room(place)
    made.share()
    return made


@pytest.mark.parametrize("how", list(Reply))
def test_whatever_the_answer_a_member_sees_only_that_there_is_one(room: Room, how: Reply) -> None:
    visit = room.visit()
    offered = room.offer(visit, "Sammy")
    assert [(o.said.words, o.answered) for o in offers(room, visit)] == [("Sammy", False)]

    do(room.toolkit.offered.reply(room.plan, offered.turn.id, how, "en", words="Sammy"))

    assert [(o.said.words, o.answered) for o in offers(room, visit)] == [("Sammy", True)]
    assert offered.turn.id not in room.look(visit).company.suggestions


def test_what_was_answered_is_not_listed_when_they_come_another_day(room: Room) -> None:
    offered = room.offer(room.visit(), "Sammy")
    do(room.toolkit.offered.reply(room.plan, offered.turn.id, Reply.NO_THANKS, "en"))

    assert offers(room, room.visit()) == []


def test_words_left_while_the_plan_is_closed_count_as_not_answered(room: Room) -> None:
    visit = room.visit()
    room.plan.close()

    do(room.toolkit.members.suggest(visit, Suggested(item="A1", words="Sammy"), "en"))

    assert [o.answered for o in offers(room, visit)] == [False]


def test_nobody_is_shown_what_another_member_offered(room: Room) -> None:
    other, _ = do(room.toolkit.members.add("en"))
    room.name(other)
    room.share(member=other)
    room.offer(room.visit(), "Sammy")

    assert offers(room, room.visit(other)) == []


def offers(room: Room, visit: OpenVisit) -> list[Offer]:
    """What a member is shown of their offers after a look."""
    return room.toolkit.members.offers(visit, "A", room.look(visit), "en")
