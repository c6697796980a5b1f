"""What members offer is in the plan only with the parent's answer, and as she answers."""

import pytest

from perinatal.care import Reply, Stance
from perinatal.care.said import Answered
from perinatal.care.sharing import Replied
from perinatal.toolkit import GOALS, TOPICS, CouldNotKeep
from tests.toolkit.company import Room
from tests.toolkit.conftest import FullDisk, Place, do
from tests.toolkit.test_addressing import do_in_a_thread


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

    do(room.toolkit.offered.reply(room.plan, offered.turn.id, how, "en", words=own))
    do(room.toolkit.offered.reply(room.plan, offered.turn.id, Reply.ADDED, "en"))

    assert room.plan.says.answers["A1"].words == then
    assert room.plan.says.company.suggestions[offered.turn.id].reply is how
    assert room.plan.says.company.waiting == []
    assert sum(isinstance(turn.said, Replied) for turn in room.plan.turns) == 1


def test_an_answer_to_an_offer_and_its_words_are_both_kept_or_neither(room: Room) -> None:
    room.share()
    offered = room.offer(room.visit(), "Sammy")
    FullDisk.full = True

    with pytest.raises(CouldNotKeep):
        do(room.toolkit.offered.reply(room.plan, offered.turn.id, Reply.ADDED, "en"))

    assert room.plan.says.answers["A1"].words == "Sam"
    assert len(room.plan.says.company.waiting) == 1
    FullDisk.full = False
    commits: list[int] = []
    real = room.toolkit._vault._store.commit
    room.toolkit._vault._store.commit = lambda changes: (commits.append(len(changes)), real(changes))[1]
    do(room.toolkit.offered.reply(room.plan, offered.turn.id, Reply.ADDED, "en"))
    assert commits == [1]
    said = next(t.said for t in room.plan.turns if isinstance(t.said, Answered) and t.said.after)
    assert said.after == offered.turn.id


def test_what_was_offered_and_answered_is_read_by_no_member_any_more(room: Room) -> None:
    room.share()
    visit = room.visit()
    offered = room.offer(visit, "Sammy")
    assert offered.turn.id in room.look(visit).company.suggestions

    do(room.toolkit.offered.reply(room.plan, offered.turn.id, Reply.NO_THANKS, "en"))

    assert room.look(visit).company.suggestions == {}


def test_an_answer_to_nothing_says_nothing(room: Room) -> None:
    count = len(room.plan.turns)

    do(room.toolkit.offered.reply(room.plan, "none", Reply.ADDED, "en"))

    assert len(room.plan.turns) == count


def test_words_for_a_topic_stand_beside_the_answer_and_leave_it_as_it_is(room: Room) -> None:
    room.share(TOPICS)
    do(room.toolkit.topics.decide(room.plan, "C07", Stance.NO, "en"))
    do(room.toolkit.topics.add_to_decision(room.plan, "C07", "words", "not the first day", "en"))
    offered = room.offer(room.visit(), "ask Luz first", "C07")

    assert do(room.toolkit.offered.reply(room.plan, offered.turn.id, Reply.ADDED, "en"))

    decision = room.plan.says.topics["C07"].decision
    assert decision is not None
    assert (decision.stance, decision.words) == (Stance.NO, "not the first day\nask Luz first")


@pytest.mark.parametrize(("how", "own"), [(Reply.ADDED, "ask Luz first"), (Reply.CHANGED, "I ask Luz")])
def test_words_for_a_topic_without_an_answer_are_noted_and_answer_nothing(room: Room, how: Reply, own: str) -> None:
    room.share(TOPICS)
    offered = room.offer(room.visit(), "ask Luz first", "C07", spoken=True)

    do(room.toolkit.offered.reply(room.plan, offered.turn.id, how, "en", words="I ask Luz"))

    topic = room.plan.says.topics["C07"]
    assert topic.stance is None
    assert [(turn.said.words, turn.by) for turn in topic.open_questions] == [(own, "")]


@pytest.mark.parametrize(("how", "own"), [(Reply.ADDED, "sleep more"), (Reply.CHANGED, "one good night")])
def test_words_for_a_goal_are_a_new_goal_that_nobody_else_sees(room: Room, how: Reply, own: str) -> None:
    room.share(GOALS)
    visit = room.visit()
    do(room.toolkit.goals.wish(room.plan, "a quiet room", "en"))
    offered = room.offer(visit, "sleep more", GOALS)

    do(room.toolkit.offered.reply(room.plan, offered.turn.id, how, "en", words="one good night"))

    assert [goal.wish.words for goal in room.plan.says.goals.values() if goal.wish] == ["a quiet room", own]
    assert room.look(visit, GOALS).goals == {}


@pytest.mark.parametrize("item", ["C07", GOALS])
def test_no_thanks_leaves_no_trace_for_anyone_but_the_parent(room: Room, item: str) -> None:
    part = GOALS if item == GOALS else TOPICS
    room.share(part)
    visit = room.visit()
    offered = room.offer(visit, "heron", item)

    do(room.toolkit.offered.reply(room.plan, offered.turn.id, Reply.NO_THANKS, "en"))

    assert room.look(visit, part).company.suggestions == {}
    assert room.plan.says.company.waiting == []
    assert (room.plan.says.goals, room.plan.says.topics) == ({}, {})


def test_words_are_not_added_to_an_answer_that_another_page_changed_meanwhile(room: Room) -> None:
    room.share(TOPICS)
    do(room.toolkit.topics.decide(room.plan, "C07", Stance.YES, "en"))
    offered = room.offer(room.visit(), "ask Luz first", "C07")
    other = do(room.toolkit.open(room.words))
    assert other is not None
    real = room.plan.opened.change_soon

    def later(*steps: object) -> object:
        room.plan.opened.change_soon = real
        do_in_a_thread(lambda: do(room.toolkit.topics.decide(other, "C07", Stance.NO, "en")))
        return real(*steps)

    room.plan.opened.change_soon = later

    assert not do(room.toolkit.offered.reply(room.plan, offered.turn.id, Reply.ADDED, "en"))

    assert room.plan.says.topics["C07"].stance is Stance.NO
    assert len(room.plan.says.company.waiting) == 1
