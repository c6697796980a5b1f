"""How anything is said: all of it or nothing, and only if what it was said upon still holds."""

import pytest

from perinatal.care.said import Answered, Kept
from perinatal.toolkit import CouldNotKeep
from perinatal.vault import Overtaken
from tests.toolkit.conftest import FullDisk, Place, do


def test_further_steps_are_the_same_change(place: Place) -> None:
    saying, seen = place.toolkit._saying, []

    do(saying.say(place.plan, Kept(), "en", lambda draft: seen.append(len(draft.now.said.turns))))

    assert seen == [1]
    assert len(place.plan.turns) == 1


def test_a_step_that_cannot_be_done_leaves_nothing_said(place: Place) -> None:
    def no(_: object) -> None:
        raise Overtaken

    with pytest.raises(Overtaken):
        do(place.toolkit._saying.say(place.plan, Kept(), "en", no))

    assert place.plan.turns == ()
    assert place.plan.since == set()


def test_what_does_not_hold_any_more_is_not_said(place: Place) -> None:
    place.answer("Sam")

    with pytest.raises(Overtaken):
        do(place.toolkit._saying.say(place.plan, Kept(), "en", only_if=lambda turns: len(turns) == 0))

    assert len(place.plan.turns) == 1
    do(place.toolkit._saying.say(place.plan, Kept(), "en", only_if=lambda turns: len(turns) == 1))
    assert len(place.plan.turns) == 2


def test_two_things_said_in_one_change_are_both_there_or_neither(place: Place) -> None:
    saying = place.toolkit._saying
    also = saying.saying(place.plan, Answered(question="A1", words="Sam"), "en")
    FullDisk.full = True
    with pytest.raises(CouldNotKeep):
        do(saying.say(place.plan, Kept(), "en", also))
    assert place.plan.turns == ()

    FullDisk.full = False
    do(saying.say(place.plan, Kept(), "en", also))

    assert [turn.said.kind for turn in place.plan.turns] == ["kept", "answered"]
