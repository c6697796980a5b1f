"""What every kind of store must do. Written for the protocol: a new store joins the list in conftest."""

import os

import pytest

from perinatal.vault.store import Change, Door, ErasedRow, PlanRow, Store, TurnRow
from perinatal.vault.trouble import Clash

IN_USE_NOWHERE: list[bytes] = []


def a_door() -> Door:
    return Door(os.urandom(16), os.urandom(32), os.urandom(77), os.urandom(32))


def a_plan() -> PlanRow:
    return PlanRow(os.urandom(16), a_door(), os.urandom(99), os.urandom(77), os.urandom(32))


def a_row(n: int) -> TurnRow:
    return TurnRow(n, os.urandom(8), os.urandom(541), os.urandom(32))


def added(store: Store) -> PlanRow:
    plan = a_plan()
    store.add(plan)
    return plan


def test_a_plan_is_found_as_it_was_added(store: Store) -> None:
    plan = added(store)
    added(store)

    assert store.find(plan.door.locator) == plan
    assert store.find(os.urandom(32)) is None
    assert store.rows(plan.id) == []


def test_turns_come_back_in_order_and_head_and_ring_are_the_last_ones(store: Store) -> None:
    plan, rows = added(store), [a_row(n) for n in range(1, 12)]

    store.commit([Change(plan.id, os.urandom(77), said=(row,)) for row in rows])
    store.commit([Change(plan.id, b"head", ring=b"ring")])

    found = store.find(plan.door.locator)
    assert found is not None
    assert (found.head, found.ring) == (b"head", b"ring")
    assert store.rows(plan.id) == rows


def test_an_erased_turn_leaves_its_number_and_its_link(store: Store) -> None:
    plan, row = added(store), a_row(1)
    store.commit([Change(plan.id, b"head", said=(row,))])

    store.commit([Change(plan.id, b"head", erased=(ErasedRow(1, bytes(8), b"gone"),), said=(a_row(2),))])

    assert store.rows(plan.id)[0] == TurnRow(1, bytes(8), b"gone", row.link)


def test_changes_that_go_together_are_all_there_or_none(store: Store) -> None:
    one, two = added(store), added(store)
    store.commit([Change(two.id, b"before", said=(a_row(1),))])

    with pytest.raises(Clash):
        store.commit([Change(one.id, b"after", said=(a_row(1),)), Change(two.id, b"after", said=(a_row(1),))])

    assert store.rows(one.id) == []
    assert len(store.rows(two.id)) == 1
    assert (found := store.find(two.door.locator)) is not None
    assert found.head == b"before"


def test_a_plan_that_is_not_there_takes_no_change(store: Store) -> None:
    with pytest.raises(Clash):
        store.commit([Change(os.urandom(16), b"head", said=(a_row(1),))])


def test_a_kept_plan_has_one_door_the_new_one(store: Store) -> None:
    plan, new = added(store), a_door()

    store.keep(plan.id, new)

    assert store.find(plan.door.locator) is None
    assert (found := store.find(new.locator)) is not None
    assert found.door == new


def test_a_forgotten_plan_is_gone_with_its_turns(store: Store) -> None:
    plan, other = added(store), added(store)
    store.commit([Change(plan.id, b"head", said=tuple(a_row(n) for n in range(1, 700)))])
    store.commit([Change(other.id, b"head", said=(a_row(1),))])

    store.forget(plan.id)
    store.forget(plan.id)

    assert store.find(plan.door.locator) is None
    assert store.rows(plan.id) == []
    assert len(store.rows(other.id)) == 1


def test_only_plans_that_nobody_keeps_or_uses_are_swept(store: Store) -> None:
    left, kept, open_now = added(store), added(store), added(store)
    store.keep(kept.id, door := a_door())

    swept = [store.sweep([open_now.id], sweeps=2) for _ in range(4)]

    assert swept == [0, 0, 1, 0]
    assert store.find(left.door.locator) is None
    assert store.find(door.locator) is not None
    assert store.find(open_now.door.locator) is not None


def test_a_store_has_one_pepper(store: Store) -> None:
    assert len(store.pepper) == 32
    assert store.pepper == store.pepper
