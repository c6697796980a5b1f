"""What members offer is in the plan only with the parent's answer, and as she answers."""

import pytest

from perinatal.care import Reply
from perinatal.care.said import Answered
from perinatal.care.sharing import Replied
from perinatal.toolkit import CouldNotKeep
from tests.toolkit.company import Room
from tests.toolkit.conftest import FullDisk, Place, do


@pytest.fixture
def room(place: Place) -> Room:
    place.answer("Sam")
    place.answer("by the team alone", question="H2")
    place.answer("mine", question="H1")
    return Room(place)


@pytest.mark.parametrize(
    ("how", "own", "then"),
    [(Reply.ADDED, "", "Sam\nSammy"), (Reply.CHANGED, "Only Sam", "Only Sam"), (Reply.NO_THANKS, "", "Sam")],
)
def test_words_offered_are_in_the_plan_only_as_the_parent_answers(room: Room, how: Reply, own: str, then: str) -> None:
    room.share()
    offered = room.offer(room.visit(), "Sammy")
    assert room.plan.says.answers["A1"].words == "Sam"

    do(room.toolkit.company.reply(room.plan, offered.turn.id, how, "en", words=own))
    do(room.toolkit.company.reply(room.plan, offered.turn.id, Reply.ADDED, "en"))

    assert room.plan.says.answers["A1"].words == then
    assert room.plan.says.company.suggestions[offered.turn.id].reply is how
    assert room.plan.says.company.waiting == []
    assert sum(isinstance(turn.said, Replied) for turn in room.plan.turns) == 1


def test_an_answer_to_an_offer_and_its_words_are_both_kept_or_neither(room: Room) -> None:
    room.share()
    offered = room.offer(room.visit(), "Sammy")
    FullDisk.full = True

    with pytest.raises(CouldNotKeep):
        do(room.toolkit.company.reply(room.plan, offered.turn.id, Reply.ADDED, "en"))

    assert room.plan.says.answers["A1"].words == "Sam"
    assert len(room.plan.says.company.waiting) == 1
    FullDisk.full = False
    commits: list[int] = []
    real = room.toolkit._vault._store.commit
    room.toolkit._vault._store.commit = lambda changes: (commits.append(len(changes)), real(changes))[1]
    do(room.toolkit.company.reply(room.plan, offered.turn.id, Reply.ADDED, "en"))
    assert commits == [1]
    said = next(t.said for t in room.plan.turns if isinstance(t.said, Answered) and t.said.after)
    assert said.after == offered.turn.id


def test_what_was_offered_and_answered_is_read_by_no_member_any_more(room: Room) -> None:
    room.share()
    visit = room.visit()
    offered = room.offer(visit, "Sammy")
    assert offered.turn.id in room.look(visit).company.suggestions

    do(room.toolkit.company.reply(room.plan, offered.turn.id, Reply.NO_THANKS, "en"))

    assert room.look(visit).company.suggestions == {}


def test_an_answer_to_nothing_says_nothing(room: Room) -> None:
    count = len(room.plan.turns)

    do(room.toolkit.company.reply(room.plan, "none", Reply.ADDED, "en"))

    assert len(room.plan.turns) == count
