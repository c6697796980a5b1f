"""A page shown once: the parent's word for it is on the disk first, and it opens nothing else."""

from datetime import timedelta

import pytest

from perinatal.care import CarePlan, Stance, Turn
from perinatal.care.sharing import ShownOnce
from perinatal.library import shelf
from perinatal.toolkit import TOPICS, CouldNotKeep, Showing
from tests.toolkit.company import Room
from tests.toolkit.conftest import FullDisk, Place, do

TOPIC = next(iter(shelf("en").topics))
WORDS, EARLIER, ELSEWHERE = "ZQX-now-1", "ZQX-earlier-2", "ZQX-elsewhere-3"


@pytest.fixture
def room(place: Place) -> Room:
    """A midwife who is shown one part; what is shown once is in another."""
    place.answer(EARLIER, "B1")
    place.now += timedelta(hours=1)
    place.answer(WORDS, "B1")
    place.answer(ELSEWHERE, "B2")
    room = Room(place)
    room.share("A")
    return room


def show(room: Room, item: str = "B1") -> Showing | None:
    return do(room.toolkit.handing.show_once(room.plan, room.midwife.id.hex(), item, "en"))


def said(room: Room) -> list[Turn]:
    return [turn for turn in room.plan.turns if isinstance(turn.said, ShownOnce)]


def words_in(plan: CarePlan) -> str:
    """Every turn of a plan, as it is written."""
    each = [*plan.answers.values(), *plan.topics.values(), *plan.goals.values()]
    return "".join(turn.model_dump_json() for one in each for turn in one.history)


def test_the_page_holds_what_is_said_on_it_now_and_no_other_word(room: Room) -> None:
    showing = show(room)

    assert showing
    assert (showing.plan, showing.item) == (room.plan.opened.plan_id, "B1")
    assert showing.says.answers["B1"].words == WORDS
    assert [word for word in (EARLIER, ELSEWHERE) if word in words_in(showing.says)] == []
    assert WORDS not in repr(showing)


def test_that_it_is_shown_is_the_parents_turn_and_on_the_disk_first(room: Room) -> None:
    show(room)

    (turn,) = said(room)
    assert turn.said == ShownOnce(member=room.midwife.id.hex(), item="B1")
    assert (turn.by, turn.part) == ("", "")
    plan = do(room.toolkit.open(room.words))
    assert plan
    assert turn in plan.turns


def test_on_a_full_disk_nothing_is_shown_and_nothing_is_said(room: Room) -> None:
    FullDisk.full = True

    with pytest.raises(CouldNotKeep):
        show(room)

    assert said(room) == []


def test_it_opens_nothing_for_the_member(room: Room) -> None:
    before = do(room.toolkit.members.parts(room.visit()))
    show(room)

    assert do(room.toolkit.members.parts(room.visit())) == before == {"A"}
    assert WORDS not in words_in(room.look(room.visit(), "B"))
    assert [turn for turn in room.visit().visit.turns() if isinstance(turn.said, ShownOnce)] == []


def test_it_stands_among_the_looks_and_is_not_taken_out(room: Room) -> None:
    show(room)
    (turn,) = said(room)

    do(room.toolkit.take_out(room.plan, turn.id, "en"))

    assert turn in room.plan.says.company.looks
    assert said(room) == [turn]


def test_a_conversation_is_shown_with_its_answer_and_its_questions(room: Room) -> None:
    do(room.toolkit.topics.decide(room.plan, TOPIC, Stance.TALK_FIRST, "en"))
    do(room.toolkit.topics.wonder(room.plan, TOPIC, WORDS, "en"))

    showing = show(room, TOPIC)

    assert showing
    assert showing.says.topics[TOPIC].stance is Stance.TALK_FIRST
    assert WORDS in words_in(showing.says)
    assert TOPICS not in do(room.toolkit.members.parts(room.visit()))


def test_nothing_can_be_shown_to_somebody_who_is_not_let_in_today_or_of_a_page_there_is_not(room: Room) -> None:
    assert show(room, "nowhere") is show(room, "") is None
    room.stop()

    assert show(room) is None
    assert said(room) == []


def test_a_page_that_is_hidden_is_not_offered_and_not_shown(room: Room) -> None:
    do(room.toolkit.hiding.hide(room.plan, "B", "en", hidden=True))

    assert not room.toolkit.handing.can_show(room.plan, room.midwife.id.hex(), "B1", "en")
    assert show(room) is None
    assert said(room) == []


def test_a_closed_question_is_not_shown_as_an_open_one(room: Room) -> None:
    do(room.toolkit.topics.decide(room.plan, TOPIC, Stance.TALK_FIRST, "en"))
    question = do(room.toolkit.topics.wonder(room.plan, TOPIC, ELSEWHERE, "en"))
    do(room.toolkit.topics.settle(room.plan, question, "en"))

    showing = show(room, TOPIC)

    assert showing
    assert ELSEWHERE not in words_in(showing.says)
