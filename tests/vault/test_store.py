"""What every kind of store must do. Written for the protocol: a new store joins the list in conftest."""

import os
from dataclasses import replace

import pytest

from perinatal.vault.store import (
    Change,
    Door,
    ErasedRow,
    GrantRow,
    Half,
    MailRow,
    MemberRow,
    PlanRow,
    SealedRow,
    Store,
    TurnRow,
)
from perinatal.vault.trouble import Clash, EnoughWaiting, NotLetIn

IN_USE_NOWHERE: list[bytes] = []


def a_door() -> Door:
    return Door(os.urandom(16), os.urandom(32), os.urandom(77), os.urandom(32))


def a_plan() -> PlanRow:
    return PlanRow(os.urandom(16), a_door(), os.urandom(99), os.urandom(77), Half(os.urandom(16), os.urandom(32)))


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


def a_member() -> MemberRow:
    return MemberRow(os.urandom(16), a_door(), os.urandom(64))


def a_grant(member: MemberRow) -> GrantRow:
    return GrantRow(os.urandom(16), member.id, os.urandom(600), os.urandom(900), os.urandom(32))


def mail() -> MailRow:
    return MailRow(os.urandom(16), os.urandom(700))


def test_a_member_is_found_by_their_locator_and_no_plan_is(store: Store) -> None:
    plan, member = added(store), a_member()
    store.add_member(member)

    assert store.find_member(member.door.locator) == member
    assert store.find_member(plan.door.locator) is None
    assert store.find(member.door.locator) is None
    assert store.members() == [(member.id, member.public)]


def test_two_members_have_no_locator_in_common(store: Store) -> None:
    one, two = a_member(), a_member()
    store.add_member(one)

    with pytest.raises(Clash):
        store.add_member(two._replace(door=replace(two.door, locator=one.door.locator)))

    store.sweep(IN_USE_NOWHERE, sweeps=9)
    assert store.find_member(one.door.locator) == one


def test_a_grant_is_its_members_until_it_ends(store: Store) -> None:
    plan, one, two = added(store), a_member(), a_member()
    mine, other = a_grant(one), a_grant(two)
    store.commit([Change(plan.id, b"head", granted=(mine, other))])
    assert (store.grants(one.id), store.grant(mine.id)) == ([mine], mine)

    store.commit([Change(plan.id, b"head", guest_rings=((mine.id, b"ring"),))])
    assert store.grants(one.id) == [replace(mine, ring=b"ring")]

    store.commit([Change(plan.id, b"head", ended=(mine.id,))])
    assert (store.grants(one.id), store.grant(mine.id)) == ([], None)
    assert store.grants(two.id) == [other]
    store.commit([Change(plan.id, b"head", ended=(mine.id,))])


def test_a_grant_made_and_ended_in_one_change_is_nowhere(store: Store) -> None:
    plan, member = added(store), a_member()
    row = a_grant(member)

    store.commit([Change(plan.id, b"head", granted=(row,), ended=(row.id,))])

    assert store.grant(row.id) is None


def test_a_change_that_does_not_fit_leaves_no_grant_behind(store: Store) -> None:
    plan, member = added(store), a_member()
    row = a_grant(member)
    store.commit([Change(plan.id, b"head", said=(a_row(1),))])

    with pytest.raises(Clash):
        store.commit([Change(plan.id, b"head", said=(a_row(1),), granted=(row,))])

    assert store.grants(member.id) == []


def test_a_turn_sealed_again_keeps_its_number_and_its_link(store: Store) -> None:
    plan, row = added(store), a_row(1)
    store.commit([Change(plan.id, b"head", said=(row,))])

    store.commit([Change(plan.id, b"head", resealed=(SealedRow(1, bytes(8), b"again"),))])

    assert store.rows(plan.id) == [TurnRow(1, bytes(8), b"again", row.link)]


def test_mail_waits_until_it_was_read_and_there_is_room_for_so_much(store: Store) -> None:
    plan, other, member = added(store), added(store), a_member()
    grant = a_grant(member)
    store.commit([Change(plan.id, b"head", granted=(grant,))])
    one, two = mail(), mail()
    for row in (one, two):
        store.leave_mail(plan.id, grant.id, row, 2)

    with pytest.raises(EnoughWaiting):
        store.leave_mail(plan.id, grant.id, mail(), 2)
    store.leave_mail(other.id, grant.id, mail(), 2)
    assert sorted(store.mail(plan.id)) == sorted([one, two])

    store.commit([Change(plan.id, b"head", mail_read=(one.id,))])
    assert store.mail(plan.id) == [two]


def test_nobody_leaves_mail_with_a_grant_that_is_over(store: Store) -> None:
    plan, member = added(store), a_member()
    grant = a_grant(member)
    store.commit([Change(plan.id, b"head", granted=(grant,))])
    store.leave_mail(plan.id, grant.id, mail(), 9)

    store.forget(plan.id, [grant.id])

    for id in (grant.id, os.urandom(16)):
        with pytest.raises(NotLetIn):
            store.leave_mail(plan.id, id, mail(), 9)
    assert store.mail(plan.id) == []
    assert store.grants(member.id) == []


def test_changed_locks_leave_one_door_and_one_half_the_new_ones(store: Store) -> None:
    plan, door, half = added(store), a_door(), Half(os.urandom(16), os.urandom(32))
    store.commit([Change(plan.id, b"head", ring=b"ring", locks=(door, half))])

    found = store.find(door.locator)

    assert store.find(plan.door.locator) is None
    assert found == PlanRow(plan.id, door, b"ring", b"head", half)
    assert store.half(plan.id) == half.secret
    assert [store.sweep(IN_USE_NOWHERE, sweeps=0) for _ in range(3)] == [0, 0, 0]
    store.forget(plan.id)
    assert store.half(plan.id) is None


def test_the_latest_day_seen_stays_so(store: Store) -> None:
    assert store.see(0) == 0
    assert [store.see(day) for day in (5, 3, 9, 0)] == [5, 5, 9, 9]


def test_a_store_has_one_pepper(store: Store) -> None:
    assert len(store.pepper) == 32
    assert store.pepper == store.pepper
