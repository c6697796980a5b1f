"""A change while it is made: its steps follow each other, and what comes of them is one change."""

import os

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from perinatal.care.audience import ONLY_ME, Audience
from perinatal.vault.keys import way_of_secret
from perinatal.vault.trouble import NoSuchTurn, NotLetIn
from perinatal.vault.unlocked import Unlocked, new_plan
from tests.vault.company import FAR, TODAY, for_team, until
from tests.vault.saying import a_turn

MEMBER = os.urandom(16)
PUBLIC = X25519PrivateKey.generate().public_key().public_bytes_raw() + bytes(32)


@pytest.fixture
def plan() -> Unlocked:
    row, root = new_plan(way_of_secret(os.urandom(32), os.urandom(32)))
    plan = Unlocked(row, root, ())
    plan.change(lambda d: d.say(for_team(1, "A")), lambda d: d.say(for_team(2, "B")))
    plan.settle()
    return plan


def let_in(plan: Unlocked, *parts: str) -> None:
    plan.change(
        lambda d: d.let_in(MEMBER, PUBLIC, Audience.TEAM, "D."),
        lambda d: d.show(MEMBER, until(*parts)),
    )
    plan.settle()


def test_letting_in_and_showing_is_one_grant_with_one_ring(plan: Unlocked) -> None:
    change = plan.change(lambda d: d.let_in(MEMBER, PUBLIC, Audience.TEAM, "D."), lambda d: d.show(MEMBER, until("A")))

    assert len(change.granted) == 1
    assert [grant for grant, _ in change.guest_rings] == [change.granted[0].id]
    assert (change.ended, change.resealed) == ((), ())


def test_showing_more_or_longer_seals_nothing_again(plan: Unlocked) -> None:
    let_in(plan, "A")

    change = plan.change(lambda d: d.show(MEMBER, until("A", "B")))

    assert (change.granted, change.ended, change.resealed) == ((), (), ())


def test_showing_less_seals_what_was_lost_and_makes_another_grant(plan: Unlocked) -> None:
    let_in(plan, "A", "B")
    old = plan.now.ring.guests[0].grant

    change = plan.change(lambda d: d.show(MEMBER, until("B")))

    assert change.ended == (old,)
    assert len(change.granted) == 1
    assert [row.n for row in change.resealed] == [1]


def test_a_shorter_time_seals_nothing_again_and_makes_another_grant(plan: Unlocked) -> None:
    let_in(plan, "A")

    change = plan.change(lambda d: d.show(MEMBER, until("A", day=TODAY)))

    assert FAR > TODAY
    assert (len(change.granted), len(change.ended), change.resealed) == (1, 1, ())


def test_who_was_not_let_in_cannot_be_shown_anything_or_let_out(plan: Unlocked) -> None:
    for step in (lambda d: d.show(MEMBER, until("A")), lambda d: d.let_out(MEMBER)):
        with pytest.raises(NotLetIn):
            plan.change(step)

    assert plan.now.ring.guests == ()


def test_a_turn_that_is_not_there_cannot_be_moved(plan: Unlocked) -> None:
    with pytest.raises(NoSuchTurn):
        plan.change(lambda d: d.address({"t9": (ONLY_ME, "")}))


def test_moving_what_nobody_else_could_open_changes_no_other_lock(plan: Unlocked) -> None:
    change = plan.change(lambda d: d.address({"t1": (ONLY_ME, "")}))

    assert [row.n for row in change.resealed] == [1]
    assert change.granted == ()


def test_a_turn_moved_and_then_erased_in_one_change_is_erased(plan: Unlocked) -> None:
    change = plan.change(lambda d: d.address({"t1": (ONLY_ME, "")}), lambda d: d.erase("t1"))

    assert change.resealed == ()
    assert [row.n for row in change.erased] == [1]


def test_a_step_that_cannot_be_done_leaves_the_next_change_as_if_it_never_was(plan: Unlocked) -> None:
    with pytest.raises(NoSuchTurn):
        plan.change(lambda d: d.say(a_turn(3)), lambda d: d.erase("t9"))

    assert plan.change(lambda d: d.say(a_turn(4))).said[0].n == 3
