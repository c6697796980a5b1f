"""A member's look: it sees what is open now, today, and nothing of it outlives its last day."""

import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from perinatal.care.audience import ONLY_ME
from perinatal.vault.member import Member
from perinatal.vault.opened import Opened
from perinatal.vault.trouble import NotLetIn, Tampered
from perinatal.vault.vault import Vault
from tests.vault.company import (
    FAR,
    MIDWIFE,
    PEER,
    TODAY,
    a_kept_plan,
    for_team,
    let_in,
    let_out,
    looked,
    seen,
    show,
    until,
    visit,
)
from tests.vault.saying import TEAM, a_turn

Start = Callable[[], Vault]
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def opened(vault: Vault) -> Opened:
    return a_kept_plan(vault)


@pytest.fixture
def midwife(vault: Vault) -> Member:
    return vault.add_member(MIDWIFE)


def test_an_open_visit_is_closed_on_the_day_after_the_last_one_though_the_parent_never_came(
    vault: Vault, opened: Opened, midwife: Member
) -> None:
    let_in(opened, midwife, "A", day=TODAY)
    opened.close()
    day = [TODAY]
    looking = visit(vault, midwife, lambda: day[0])
    assert (seen(looking), looking.parts) == (["t1"], {"A"})

    day[0] = TOMORROW

    assert (seen(looking), looking.parts) == ([], frozenset())


def test_each_part_has_its_own_last_day(vault: Vault, opened: Opened, midwife: Member) -> None:
    opened.change_soon(
        lambda draft: draft.let_in(midwife.id, midwife.public, TEAM_AUDIENCE, "D."),
        lambda draft: draft.show(midwife.id, {"A": TODAY, "B": TOMORROW}),
    ).result()

    assert seen(visit(vault, midwife)) == ["t1", "t2"]
    assert seen(visit(vault, midwife, lambda: TOMORROW)) == ["t2"]
    assert seen(visit(vault, midwife, lambda: TOMORROW + timedelta(days=1))) == []


(TEAM_AUDIENCE,) = TEAM


@pytest.mark.parametrize("restarted", [False, True])
def test_a_clock_that_is_set_back_opens_nothing_that_was_over(
    start: Start, vault: Vault, opened: Opened, midwife: Member, restarted: bool
) -> None:
    let_in(opened, midwife, "A", day=TODAY)
    assert seen(visit(vault, midwife, lambda: TOMORROW)) == []
    if restarted:
        opened.close()
        vault = start()

    back = visit(vault, midwife, lambda: TODAY - timedelta(days=365))

    assert seen(back) == []
    assert vault.day(date(1970, 1, 1)) == TOMORROW


def test_a_day_that_could_not_be_noted_is_noted_by_the_next_sweep(
    start: Start, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(vault._store, "see", lambda _: 0)
        vault.day(TOMORROW)
        vault._writer.errand(int).result()
    assert vault._store.see(0) < TOMORROW.toordinal()

    vault.sweep()

    assert start().day(TODAY) == TOMORROW


def test_a_last_day_that_is_moved_back_is_the_last_day(vault: Vault, opened: Opened, midwife: Member) -> None:
    let_in(opened, midwife, "A", day=FAR)
    (before,) = vault.grants(midwife)

    show(opened, midwife, "A", day=TODAY)

    (after,) = vault.grants(midwife)
    assert after.id != before.id, "the ring that says a later day must open nothing, in no copy of it"
    assert seen(visit(vault, midwife)) == ["t1"]
    assert seen(visit(vault, midwife, lambda: TOMORROW)) == []


def test_a_last_day_that_is_moved_on_needs_no_other_way_in(vault: Vault, opened: Opened, midwife: Member) -> None:
    let_in(opened, midwife, "A", day=TODAY)
    (before,) = vault.grants(midwife)

    show(opened, midwife, "A", day=FAR)

    assert vault.grants(midwife) == [before]
    assert seen(visit(vault, midwife, lambda: TOMORROW)) == ["t1"]


def test_a_part_with_nothing_in_it_is_open_all_the_same(vault: Vault, opened: Opened, midwife: Member) -> None:
    let_in(opened, midwife, "C")
    looking = visit(vault, midwife)
    assert (looking.parts, seen(looking)) == ({"C"}, [])

    opened.say(for_team(4, "C"))

    assert seen(looking) == ["t4"]


def test_a_visit_goes_on_through_a_stop_of_another_part(vault: Vault, opened: Opened, midwife: Member) -> None:
    let_in(opened, midwife, "A", "B")
    looking = visit(vault, midwife)
    before = looking.granted

    show(opened, midwife, "B")

    assert seen(looking) == ["t2"]
    assert looking.is_open
    assert looking.granted != looking.grant == before
    assert looking.plan_id == before.plan


def test_an_old_way_in_leads_nowhere_once_a_part_was_stopped(vault: Vault, opened: Opened, midwife: Member) -> None:
    """Else an old copy of the plans would still show that part, with the half that goes on being there."""
    let_in(opened, midwife, "A", "B")
    (old,) = vault.grants(midwife)

    show(opened, midwife, "B")

    assert vault._store.grant(old.id) is None
    assert vault._store._halves.of(old.id) == {}


def test_words_closed_to_somebody_are_under_a_lock_they_never_had(
    vault: Vault, opened: Opened, midwife: Member
) -> None:
    peer = vault.add_member(PEER)
    let_in(opened, midwife, "A")
    let_in(opened, peer, "B")
    opened.say(for_team(4, "A"))
    before, grants = {row.lock for row in vault._store.rows(opened.plan_id)}, vault.grants(peer)

    opened.change_soon(lambda draft: draft.address({"t1": (ONLY_ME, "")})).result()

    rows = vault._store.rows(opened.plan_id)
    assert seen(visit(vault, midwife)) == ["t4"]
    assert rows[3].lock not in before, "the old lock still opened the old row, in a copy of it"
    assert rows[1].lock in before
    assert vault.grants(peer) == grants


@pytest.mark.parametrize("how", ["let out", "forgotten"])
def test_an_open_visit_ends_when_the_parent_ends_it(vault: Vault, opened: Opened, midwife: Member, how: str) -> None:
    let_in(opened, midwife, "A")
    looking = visit(vault, midwife)
    assert seen(looking) == ["t1"]

    if how == "let out":
        let_out(opened, midwife)
    else:
        opened.forget()

    assert not looking.is_open
    for attempt in (looking.turns, lambda: looking.parts, lambda: looking.tell(looked(midwife))):
        with pytest.raises(NotLetIn):
            attempt()
    assert vault._store.mail(looking.plan_id) == []


def test_looking_while_it_is_forgotten_is_not_taken_for_tampering(
    vault: Vault, opened: Opened, midwife: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_in(opened, midwife, "A")
    looking, store = visit(vault, midwife), vault._store
    rows = store.rows(looking.plan_id)

    def half_gone(plan: bytes) -> object:
        opened.forget()
        return [row._replace(sealed=b"half gone") for row in rows]

    monkeypatch.setattr(store, "rows", half_gone)
    with pytest.raises(NotLetIn):
        looking.turns()


def test_what_was_tampered_with_is_not_shown(vault: Vault, opened: Opened, midwife: Member, folder: Path) -> None:
    let_in(opened, midwife, "A")
    store = vault._store
    (first, *_) = store.rows(opened.plan_id)

    store._plans.execute("UPDATE turn SET sealed = ? WHERE n = 1", (first.sealed[:-1] + b"x",))

    with pytest.raises(Tampered):
        visit(vault, midwife).turns()


def test_looks_during_a_hundred_changes_of_what_is_open_see_one_state_or_the_other(
    vault: Vault, opened: Opened, midwife: Member
) -> None:
    let_in(opened, midwife, "A", "B")
    looking, done = visit(vault, midwife), threading.Event()
    met: list[tuple[str, ...]] = []

    def look() -> None:
        while not done.is_set():
            try:
                met.append(tuple(seen(looking)))
            except NotLetIn:  # three changes during one look; nothing was shown
                met.append(())

    looker = threading.Thread(target=look)
    looker.start()
    for number in range(50):
        show(opened, midwife, "B")
        show(opened, midwife, "A", "B")
        if number % 10 == 0:
            opened.change_locks_soon("acorn bishop candle drawer ember fiddle").result()
    done.set()
    looker.join(timeout=30)

    assert met
    assert set(met) <= {("t1", "t2"), ("t2",), ()}
    assert seen(looking) == ["t1", "t2"]


def test_a_member_is_shown_no_turn_twice_and_none_of_the_parents_own(
    vault: Vault, opened: Opened, midwife: Member
) -> None:
    for number in range(4, 8):
        opened.say(a_turn(number))
    opened.change_soon(lambda draft: draft.let_in(midwife.id, midwife.public, TEAM_AUDIENCE, "D.")).result()
    opened.change_soon(lambda draft: draft.show(midwife.id, until("A", "B", ""))).result()

    assert seen(visit(vault, midwife)) == ["t1", "t2"]
