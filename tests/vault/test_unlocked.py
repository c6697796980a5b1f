"""A plan while it is open: ahead of the store only until the store has answered."""

import os

import pytest

from perinatal.care.audience import ONLY_ME
from perinatal.care.turn import Turn
from perinatal.vault.keys import way_of_secret
from perinatal.vault.trouble import Locked, NoSuchTurn
from perinatal.vault.unlocked import Step, Unlocked, new_plan
from tests.vault.saying import TEAM, a_turn

WAY = way_of_secret(os.urandom(32), os.urandom(32))


def saying(turn: Turn, instead_of: str | None = None) -> Step:
    """The step that says this turn."""
    return lambda draft: draft.say(turn, instead_of)


@pytest.fixture
def plan() -> Unlocked:
    row, root = new_plan(WAY)
    return Unlocked(row, root, ())


def test_a_change_counts_only_once_it_is_durable(plan: Unlocked) -> None:
    plan.change(lambda d: d.say(a_turn(1)))
    assert plan.now.said.turns == ()

    plan.settle()
    assert plan.now.said.turns == (a_turn(1),)


def test_what_could_not_be_written_was_never_said(plan: Unlocked) -> None:
    plan.change(lambda d: d.say(a_turn(1)))
    plan.settle()
    before = plan.now

    plan.change(lambda d: d.say(a_turn(2, audience=TEAM), "t1"))
    plan.go_back()

    assert plan.now is before
    change = plan.change(lambda d: d.say(a_turn(2, audience=TEAM), "t1"))
    assert (change.said[0].n, change.erased[0].n) == (2, 1)
    assert change.ring is not None


def test_changes_made_before_the_first_is_durable_follow_each_other(plan: Unlocked) -> None:
    changes = [plan.change(saying(a_turn(number), f"t{number - 1}")) for number in range(3)]
    plan.settle()

    assert [change.said[0].n for change in changes] == [1, 2, 3]
    assert [[row.n for row in change.erased] for change in changes] == [[], [1], [2]]
    assert plan.now.said.turns == (a_turn(2),)


def test_each_set_of_audiences_has_one_lock(plan: Unlocked) -> None:
    changes = [plan.change(saying(a_turn(n, audience=who))) for n, who in enumerate([TEAM, ONLY_ME, TEAM])]

    assert [change.ring is not None for change in changes] == [True, True, False]
    locks = [change.said[0].lock for change in changes]
    assert locks[0] == locks[2] != locks[1]


def test_a_wiped_plan_has_no_key_and_no_word_left(plan: Unlocked) -> None:
    plan.change(lambda d: d.say(a_turn(1)))
    plan.settle()
    root, lock = plan._safe._root, plan.now.ring.locks[0]

    plan.wipe()
    plan.settle()
    plan.go_back()

    assert not plan.is_open
    assert (root, lock.key) == (bytearray(32), bytearray(32))
    for attempt in (
        lambda: plan.now,
        lambda: plan.change(lambda d: d.say(a_turn(2))),
        lambda: plan.change(lambda d: d.erase("t1")),
        lambda: plan.new_door(WAY),
        lambda: plan.check([]),
    ):
        with pytest.raises(Locked):
            attempt()


def test_a_turn_that_is_not_there_cannot_be_erased(plan: Unlocked) -> None:
    with pytest.raises(NoSuchTurn):
        plan.change(lambda d: d.erase("t1"))
