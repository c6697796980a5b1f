"""What is hidden is in nothing that is shown or printed, and takes no word, until the plan's words were typed again."""

from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import pytest

from perinatal.care import Audience, Going, Reply, ShareAnswer, Stance, Standing
from perinatal.care.said import Explained, Hidden
from perinatal.care.sharing import Shared
from perinatal.library import shelf
from perinatal.toolkit import GOALS, TOPICS, Covered, OpenPlan, printing
from perinatal.toolkit.addressing import titles
from perinatal.vault import make_words
from tests.paper.audit import spoken
from tests.toolkit.company import TEAM, Room
from tests.toolkit.conftest import COPY, Place, do

CANARY = "heron lantern 5521"
HIDDEN = ("A", TOPICS, GOALS)


class Drawer(Room):
    """A plan with something in each part that is to be hidden, of every kind, and something beside it."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        place.answer("shown", "B1")
        place.answer(CANARY)
        do(self.toolkit.topics.decide(self.plan, "C07", Stance.NOT_NOW, "en"))
        do(self.toolkit.topics.add_to_decision(self.plan, "C07", "words", CANARY, "en"))
        do(self.toolkit.topics.wonder(self.plan, "C07", CANARY, "en"))
        do(self.toolkit.topics.explain(self.plan, Explained(topic="C07", points=frozenset(), who=CANARY), "en"))
        self.goal = do(self.toolkit.goals.wish(self.plan, CANARY, "en"))
        do(self.toolkit.goals.step(self.plan, self.goal, CANARY, CANARY, "en"))
        do(self.toolkit.goals.went(self.plan, self.goal, Going.MOSTLY, CANARY, "en"))
        self.share("A")
        do(self.toolkit.company.say_why(self.plan, self.midwife.id.hex(), "A", CANARY, "en"))
        self.visit_ = self.visit()
        self.look(self.visit_)
        self.offered = self.offer(self.visit_, CANARY)
        place.answer(f"{CANARY} taken out", "A2")
        do(self.toolkit.take_out(self.plan, self.plan.turns[-1].id, "en"))

    def hide(self, *parts: str, hidden: bool = True, plan: OpenPlan | None = None) -> None:
        for part in parts:
            do(self.toolkit.hiding.hide(plan or self.plan, part, "en", hidden=hidden))

    def uncover(self, words: str, plan: OpenPlan | None = None) -> bool:
        return do(self.toolkit.hiding.uncover(plan or self.plan, words))

    def everything_shown(self, plan: OpenPlan | None = None) -> str:
        """All that pages, lists and prints are made from."""
        plan, words, toolkit = plan or self.plan, shelf("en"), self.toolkit
        made = [repr([turn.model_dump() for turn in plan.turns]), repr(plan.says.company.waiting)]
        made += [spoken(printing.booklet_of(plan.says, "en", self.today, all_of_it=True))]
        picks = frozenset(words.questions)
        made += [spoken(printing.card_of(plan.says, "en", self.today, picks=picks, drug_words=True))]
        made += [repr([kept.lines for kept in toolkit.receipts.of(plan, "en")]), repr(toolkit.can_put_back(plan))]
        made += [repr(toolkit.company.last_stop(plan)), repr(toolkit.card_offers(plan, "en"))]
        return "\n".join(made)


@pytest.fixture
def room(place: Place) -> Drawer:
    return Drawer(place)


def test_what_is_hidden_is_in_nothing_that_is_shown_and_all_else_is(room: Drawer) -> None:
    assert room.everything_shown().count(CANARY) > 10

    room.hide(*HIDDEN)

    assert CANARY not in room.everything_shown()
    assert room.plan.says.answers["B1"].words == "shown"
    assert room.plan.covered == frozenset(HIDDEN)
    assert [part for part, _ in room.toolkit.company.parts("en", room.plan)] == [
        part for part in titles(shelf("en")) if part not in HIDDEN
    ]
    assert room.toolkit.company.who_looks_in(room.plan) == []
    assert room.plan.says.company.looks == []


@pytest.mark.parametrize("part", HIDDEN)
def test_one_part_is_hidden_and_the_others_are_not(room: Drawer, part: str) -> None:
    room.hide(part)

    assert CANARY in room.everything_shown()
    assert ("A1" in room.plan.says.answers) is (part != "A")
    assert ("C07" in room.plan.says.topics) is (part != TOPICS)
    assert (room.goal in room.plan.says.goals) is (part != GOALS)


def test_only_the_words_of_this_plan_open_what_is_hidden(room: Drawer) -> None:
    room.hide("A")
    other, _ = do(room.toolkit.begin())
    others_words = do(room.toolkit.keep(other, "en"))

    for wrong in (others_words, room.midwifes_words, make_words(shelf("en").plan_words), "not six", ""):
        assert not room.uncover(wrong)
        assert CANARY not in repr([t.model_dump() for t in room.plan.turns if t.part == "A"])
    assert room.plan.covered

    assert room.uncover(room.words)
    assert room.plan.says.answers["A1"].words == CANARY
    assert not room.uncover(others_words)
    assert room.plan.says.answers["A1"].words == CANARY, "wrong words hide nothing either"


def test_what_was_opened_is_hidden_again_and_never_open_at_first(room: Drawer) -> None:
    room.hide(*HIDDEN)
    assert room.uncover(room.words)
    second = do(room.toolkit.open(room.words))
    assert second

    assert CANARY not in room.everything_shown(second), "it was opened in one browser only"
    room.toolkit.hiding.cover(room.plan)
    assert CANARY not in room.everything_shown()

    assert room.uncover(room.words, second)
    second.close()
    assert not second.uncovered
    assert not room.uncover(room.words, second)


def test_nothing_can_be_said_on_what_is_hidden(room: Drawer) -> None:
    room.hide(*HIDDEN)
    toolkit, plan, company = room.toolkit, room.plan, room.toolkit.company
    offered = room.offered.turn.id
    taken = [t.id for t in plan.all_turns if t.said.kind in ("answered", "decided", "taken_out", "hidden", "shared")]
    before = plan.all_turns
    shared = Shared(member=room.midwife.id.hex(), part="A", answer=ShareAnswer.YES, until=room.today)
    saying: list[Coroutine[Any, Any, Any]] = [
        toolkit.answer(plan, "A1", "x", "en"),
        toolkit.answer_otherwise(plan, "A1", Standing.NOT_SURE, "en"),
        toolkit.topics.decide(plan, "C07", Stance.YES, "en"),
        toolkit.topics.wonder(plan, "C07", "x", "en"),
        toolkit.goals.wish(plan, "x", "en"),
        toolkit.goals.step(plan, room.goal, "x", "", "en"),
        company.share(plan, shared, "en"),
        company.address(plan, "A1", frozenset({Audience.TRUSTED}), "en"),
        toolkit.offered.reply(plan, offered, Reply.ADDED, "en"),
        company.say_why(plan, room.midwife.id.hex(), "A", "x", "en"),
        toolkit.hiding.hide(plan, "A", "en", hidden=False),
        *(toolkit.take_out(plan, turn, "en") for turn in taken),
        *(toolkit.put_back(plan, turn, "en") for turn in taken),
    ]
    for each in saying:
        try:
            do(each)
        except Covered:
            continue

    kinds = [turn.said.kind for turn in plan.all_turns[len(before) :]]
    about = [turn for turn in plan.all_turns[len(before) :] if turn.said.kind == "taken_out"]
    assert set(kinds) <= {"taken_out"}, "what stood beside it could be taken out, and nothing else was said"
    assert {turn.said.turn for turn in about if hasattr(turn.said, "turn")} <= {t.id for t in plan.turns}
    assert CANARY not in room.everything_shown()


def test_saying_it_is_told_apart_from_being_saved(room: Drawer) -> None:
    room.hide("A")

    with pytest.raises(Covered):
        do(room.toolkit.answer(room.plan, "A1", "x", "en"))

    assert room.uncover(room.words)
    assert room.plan.says.answers["A1"].words == CANARY


def test_a_part_is_hidden_no_more_only_once_the_words_were_typed(room: Drawer) -> None:
    room.hide("A", TOPICS)
    with pytest.raises(Covered):
        room.hide("A", hidden=False)
    room.hide(GOALS)
    assert room.plan.covered == frozenset(HIDDEN)

    assert room.uncover(room.words)
    room.hide("A", hidden=False)
    room.toolkit.hiding.cover(room.plan)

    assert room.plan.covered == {TOPICS, GOALS}
    assert [t.said.parts for t in room.plan.all_turns if isinstance(t.said, Hidden)][-1] == {TOPICS, GOALS}


def test_no_new_words_can_be_made_over_what_is_hidden(room: Drawer) -> None:
    room.hide("A")

    with pytest.raises(Covered):
        do(room.toolkit.keep(room.plan, "en"))

    assert room.uncover(room.words)
    again = do(room.toolkit.keep(room.plan, "en"))
    room.toolkit.hiding.cover(room.plan)
    assert not room.uncover(room.words)
    assert room.uncover(again)


def test_a_plan_without_words_hides_nothing(place: Place) -> None:
    place.answer(CANARY)

    do(place.toolkit.hiding.hide(place.plan, "A", "en", hidden=True))
    do(place.toolkit.hiding.hide(place.plan, "nowhere", "en", hidden=True))

    assert place.plan.covered == frozenset()
    assert place.said() == [CANARY]


def test_hiding_closes_nothing_to_a_member_and_stopping_still_does(room: Drawer) -> None:
    room.hide(*HIDDEN)

    assert room.look(room.visit_).answers["A1"].words == CANARY
    again = do(room.toolkit.open(room.words))
    assert again
    assert room.look(room.visit_).answers["A1"].words == CANARY, "opening the plan closes only what is over"

    room.stop()
    assert do(room.toolkit.members.let_in_by(room.midwife)) == []
    assert CANARY not in room.everything_shown()


def test_a_stop_of_what_is_hidden_is_not_offered_to_be_undone_here(room: Drawer) -> None:
    room.stop("A")
    assert room.toolkit.company.last_stop(room.plan)

    room.hide("A")

    assert room.toolkit.company.last_stop(room.plan) is None


def test_what_was_taken_out_is_erased_although_it_is_hidden(room: Drawer) -> None:
    room.hide("A")
    room.place.now += timedelta(minutes=11)

    do(room.toolkit.print_booklet(room.plan, COPY, all_of_it=True))

    assert "taken out" not in repr([turn.model_dump() for turn in room.plan.all_turns])


def test_a_new_goal_never_takes_the_number_of_a_hidden_one(room: Drawer) -> None:
    room.hide(GOALS)
    assert room.uncover(room.words)
    room.hide(GOALS, hidden=False)

    assert do(room.toolkit.goals.wish(room.plan, "another", "en")) != room.goal


def test_who_may_see_it_stays_as_it_was_said(room: Drawer) -> None:
    do(room.toolkit.company.address(room.plan, "A1", TEAM | {Audience.TRUSTED}, "en"))
    room.hide("A")
    assert room.uncover(room.words)

    assert room.toolkit.company.audience(room.plan, "A1", "en") == TEAM | {Audience.TRUSTED}


def test_new_locks_leave_hidden_what_is_hidden(room: Drawer) -> None:
    """They are changed for whoever has just typed the words, or holds both cards because the words are lost."""
    room.hide("A")

    words = do(room.toolkit.change_locks(room.plan, "en"))

    assert room.plan.covered == {"A"}
    assert not room.uncover(room.words)
    assert room.uncover(words)
