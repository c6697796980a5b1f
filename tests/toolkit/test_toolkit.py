"""What a person can do, with a real vault in a folder of its own and a clock that a test moves."""

from concurrent.futures import Future
from datetime import timedelta

import pytest

from perinatal.care import GoalState, Going, Stance, Standing
from perinatal.care.said import Decided, TakenOut
from perinatal.toolkit import CouldNotKeep
from tests.toolkit.conftest import COPY, FullDisk, Place, do


def test_typing_in_one_sitting_is_one_answer(place: Place) -> None:
    for words in ("Be", "Be with", "Be with me"):
        place.answer(words)
        place.now += timedelta(seconds=3)

    assert place.said() == ["Be with me"]


def test_after_a_while_other_words_are_another_answer_and_the_first_stays(place: Place) -> None:
    place.answer("first")
    place.now += timedelta(minutes=11)
    place.answer("second")

    assert place.said() == ["first", "second"]


def test_what_is_on_paper_is_never_replaced(place: Place) -> None:
    place.answer("on paper")
    do(place.toolkit.print_booklet(place.plan, COPY, all_of_it=False))

    place.answer("after")

    assert place.said() == ["on paper", "after"]


def test_words_of_another_opening_are_never_replaced(place: Place) -> None:
    place.answer("then")
    words = do(place.toolkit.keep(place.plan, "en"))
    place.plan.close()
    again = do(place.toolkit.open(words))
    assert again is not None

    do(place.toolkit.answer(again, "A1", "now", "en"))

    assert place.said(again) == ["then", "now"]


def test_the_same_words_again_say_nothing_new(place: Place) -> None:
    place.answer("the same")
    count = len(place.plan.turns)

    place.answer("the same")
    place.answer("", question="A2")

    assert len(place.plan.turns) == count


@pytest.mark.parametrize("standing", [Standing.NOT_SURE, Standing.OUT_LOUD, Standing.ON_THE_DAY])
@pytest.mark.parametrize("words", ["", "already here"])
def test_passing_through_a_box_or_skipping_takes_back_nothing(place: Place, standing: Standing, words: str) -> None:
    place.answer(words)
    do(place.toolkit.answer_otherwise(place.plan, "A1", standing, "en"))

    place.answer(words)
    do(place.toolkit.answer_otherwise(place.plan, "A1", Standing.SKIPPED, "en"))

    answer = place.plan.says.answers["A1"]
    assert (answer.standing, answer.words) == (standing, words)


def test_what_was_taken_out_can_be_put_back_within_ten_minutes(place: Place) -> None:
    place.answer("walrus 8823")
    do(place.toolkit.take_out(place.plan, place.plan.turns[-1].id, "en"))
    assert "A1" not in place.plan.says.answers
    place.now += timedelta(minutes=9)

    do(place.toolkit.put_back(place.plan, place.toolkit.can_put_back(place.plan)[0].id, "en"))
    place.now += timedelta(minutes=30)
    place.answer("more", question="A2")

    assert place.plan.says.answers["A1"].words == "walrus 8823"


def test_after_ten_minutes_it_is_erased_and_cannot_be_put_back(place: Place) -> None:
    place.answer("walrus 8823")
    do(place.toolkit.take_out(place.plan, place.plan.turns[-1].id, "en"))
    taking_out = place.plan.turns[-1]
    place.now += timedelta(minutes=10)

    do(place.toolkit.put_back(place.plan, taking_out.id, "en"))
    place.answer("more", question="A2")

    assert place.said() == ["more"]
    assert isinstance(taking_out.said, TakenOut)
    assert place.toolkit.can_put_back(place.plan) == []


def test_an_earlier_yes_never_comes_back_when_a_later_answer_is_taken_out(place: Place) -> None:
    do(place.toolkit.topics.decide(place.plan, "C07", Stance.YES, "en"))
    place.now += timedelta(days=1)
    do(place.toolkit.topics.decide(place.plan, "C07", Stance.NO, "en"))

    do(place.toolkit.take_out(place.plan, place.plan.turns[-1].id, "en"))
    place.now += timedelta(minutes=11)
    place.answer("erases what was taken out")

    assert place.plan.says.topics["C07"].stance is None


def test_what_stands_beside_an_answer_is_added_to_it_and_never_makes_one(place: Place) -> None:
    do(place.toolkit.topics.add_to_decision(place.plan, "C07", "words", "nothing was decided", "en"))
    assert place.plan.turns == ()

    do(place.toolkit.topics.decide(place.plan, "C07", Stance.YES_IF, "en"))
    do(place.toolkit.topics.add_to_decision(place.plan, "C07", "conditions", "if I am asked", "en"))

    decided = [t.said for t in place.plan.turns if isinstance(t.said, Decided)]
    assert [(d.stance, d.conditions) for d in decided] == [(Stance.YES_IF, "if I am asked")]


def test_a_new_goal_never_takes_the_place_of_one_that_was_taken_out(place: Place) -> None:
    first = do(place.toolkit.goals.wish(place.plan, "sleep", "en"))
    do(place.toolkit.take_out(place.plan, place.plan.turns[-1].id, "en"))

    second = do(place.toolkit.goals.wish(place.plan, "walk", "en"))
    do(place.toolkit.put_back(place.plan, place.toolkit.can_put_back(place.plan)[0].id, "en"))

    assert first != second
    assert {goal.wish.words for goal in place.plan.says.goals.values() if goal.wish} == {"sleep", "walk"}


def test_the_same_wish_twice_is_one_goal(place: Place) -> None:
    assert do(place.toolkit.goals.wish(place.plan, "sleep", "en")) == do(
        place.toolkit.goals.wish(place.plan, "sleep", "en")
    )


def test_a_goal_goes_its_way(place: Place) -> None:
    goal = do(place.toolkit.goals.wish(place.plan, "sleep", "en"))
    do(place.toolkit.goals.reword(place.plan, goal, "sleep well", "for the baby", "en"))
    do(place.toolkit.goals.step(place.plan, goal, "", "", "en"))
    do(place.toolkit.goals.step(place.plan, goal, "phone away", "Rosa", "en"))
    do(place.toolkit.goals.went(place.plan, goal, next(iter(Going)), "slowly", "en"))
    do(place.toolkit.goals.move(place.plan, goal, GoalState.RESTING, "en"))

    said = place.plan.says.goals[goal]
    assert said.wish
    assert (said.wish.words, said.wish.why) == ("sleep well", "for the baby")
    assert said.step
    assert (said.step.words, said.step.helper) == ("phone away", "Rosa")
    assert said.state is GoalState.RESTING
    assert len(place.plan.turns) == 4


def test_a_question_put_better_is_one_question(place: Place) -> None:
    first = do(place.toolkit.topics.wonder(place.plan, "C07", "Who sees", "en"))
    second = do(place.toolkit.topics.wonder(place.plan, "C07", "Who sees it?", "en", instead_of=first))

    assert [t.id for t in place.plan.says.topics["C07"].questions] == [second]
    assert do(place.toolkit.topics.wonder(place.plan, "C07", " ", "en")) == ""


def test_a_full_disk_leaves_the_plan_as_it_was(place: Place) -> None:
    place.answer("before")
    FullDisk.full = True

    with pytest.raises(CouldNotKeep):
        place.answer("after")

    assert place.said() == ["before"]
    FullDisk.full = False
    place.answer("after")
    assert place.said() == ["after"]


def test_words_that_open_a_plan_are_shown_even_if_that_cannot_be_noted(place: Place) -> None:
    FullDisk.full = True
    words = do(place.toolkit.keep(place.plan, "en"))
    FullDisk.full = False

    assert place.plan.kept
    again = do(place.toolkit.open(words))
    assert again
    assert again.kept


@pytest.mark.parametrize("words", ["", "one two three four five", "one two three four five six seven", "x " * 5000])
def test_what_is_not_six_words_opens_nothing(place: Place, words: str) -> None:
    assert do(place.toolkit.open(words)) is None


def test_a_plan_goes_on_by_its_browser_until_it_is_kept(place: Place) -> None:
    place.answer("here")
    again = do(place.toolkit.resume(place.secret))
    assert again
    assert not again.kept

    do(place.toolkit.keep(place.plan, "en"))

    assert do(place.toolkit.resume(place.secret)) is None


def test_a_forgotten_plan_opens_no_more(place: Place) -> None:
    words = do(place.toolkit.keep(place.plan, "en"))

    do(place.toolkit.forget(place.plan))

    assert do(place.toolkit.open(words)) is None
    assert not place.plan.is_open


def test_a_closed_plan_remembers_no_words(place: Place) -> None:
    place.answer("heron 4471")
    assert place.plan.says.answers

    place.plan.close()

    assert "heron" not in repr(vars(place.plan))
    assert place.plan._read[1].answers == {}


@pytest.mark.parametrize("verb", ["keep", "change_locks"])
def test_new_words_are_given_even_if_the_plan_is_locked_while_they_are_made(
    place: Place, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    """They are the only ones that open it from then on."""
    opened = place.plan.opened
    doing = getattr(opened, f"{verb}_soon")

    def then_locked(words: str) -> Future[None]:
        done = doing(words)
        done.result()
        opened.close()
        return done

    monkeypatch.setattr(opened, f"{verb}_soon", then_locked)

    words = do(getattr(place.toolkit, verb)(place.plan, "en"))

    assert do(place.toolkit.open(words))
