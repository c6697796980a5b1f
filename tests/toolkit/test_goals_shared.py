"""Goals are a part like others: only what the parent opens is seen, and what is closed is closed with all before it."""

import pytest

from perinatal.care import ONLY_ME, Audience, GoalState, Going
from perinatal.care.plan import Goal
from perinatal.toolkit import GOALS
from perinatal.vault import NotLetIn
from tests.toolkit.company import TEAM, TRUSTED, Room
from tests.toolkit.conftest import Place, do


@pytest.fixture
def room(place: Place) -> Room:
    do(place.toolkit.goals.wish(place.plan, "sleep", "en"))
    do(place.toolkit.goals.step(place.plan, "1", "a nap", "Luz", "en"))
    do(place.toolkit.goals.wish(place.plan, "a quiet room", "en"))
    room = Room(place)
    room.share(GOALS)
    return room


def address(room: Room, goal: str, audience: frozenset[Audience]) -> None:
    do(room.toolkit.company.address(room.plan, goal, audience, "en"))


def goals(room: Room) -> dict[str, Goal]:
    """What the midwife is shown of the goals."""
    return room.look(room.visit(), GOALS).goals


def test_a_goal_is_the_parents_alone_until_she_says_otherwise(room: Room) -> None:
    assert goals(room) == {}
    assert room.toolkit.company.audience(room.plan, "1", "en") == ONLY_ME

    address(room, "1", TEAM)

    assert list(goals(room)) == ["1"]
    assert goals(room)["1"].step is not None
    assert room.toolkit.company.who_sees(room.plan, "1", "en") == ["Ana"]
    assert room.toolkit.company.inside(room.plan, GOALS, Audience.TEAM, "en") == [("sleep", True)]


def test_of_a_goal_that_is_opened_only_what_it_says_now_is_shown(room: Room) -> None:
    for how in (Going.VERY_HARD, Going.MOSTLY):
        do(room.toolkit.goals.went(room.plan, "1", how, "", "en"))
        room.plan.since.clear()
    do(room.toolkit.goals.reword(room.plan, "1", "sleep at night", "for me", "en"))
    do(room.toolkit.goals.move(room.plan, "1", GoalState.RESTING, "en"))

    address(room, "1", TEAM)

    seen = goals(room)["1"]
    assert seen.wish is not None
    assert (seen.wish.words, seen.state) == ("sleep at night", GoalState.RESTING)
    assert [turn.said.how for turn in seen.going] == [Going.MOSTLY]
    assert len(seen.history) == 4, "what she wrote before was said to nobody else"


def test_what_is_said_on_an_open_goal_is_there_at_the_next_look(room: Room) -> None:
    address(room, "1", TEAM)

    do(room.toolkit.goals.went(room.plan, "1", Going.MOSTLY, "three nights", "en"))

    assert [turn.said.words for turn in goals(room)["1"].going] == ["three nights"]


@pytest.mark.parametrize("audience", [ONLY_ME, TRUSTED])
def test_a_goal_that_is_closed_is_closed_with_all_that_was_said_on_it(
    room: Room, audience: frozenset[Audience]
) -> None:
    address(room, "1", TEAM)
    visit = room.visit()
    assert "1" in room.look(visit, GOALS).goals

    address(room, "1", audience)

    assert room.look(visit, GOALS).goals == {}
    assert all(turn.audience.isdisjoint(TEAM) for turn in room.plan.turns if getattr(turn.said, "goal", "") == "1")
    do(room.toolkit.goals.went(room.plan, "1", Going.MOSTLY, "", "en"))
    assert room.look(visit, GOALS).goals == {}
    room.plan.opened.verify()


def test_who_lost_a_goal_finds_nothing_of_it_in_the_files_with_all_their_old_keys(room: Room) -> None:
    """The rows as they lie there, read with the keys this member held while it was open."""
    from perinatal.vault.keys import sealing_key
    from perinatal.vault.reading import read_some
    from perinatal.vault.ring import open_guest_ring
    from perinatal.vault.visit import GuestKeys

    address(room, "1", TEAM)
    visit, store = room.visit().visit, room.toolkit._vault._store
    row, half = store.grant(visit.granted.id), store.half(visit.plan_id)
    assert row is not None
    assert half is not None
    ring = open_guest_ring(row.ring, sealing_key(visit.granted.key, b"guest", row.half), row.id)
    keys = GuestKeys(ring.locks, half)
    assert [t.said.words for t in read_some(visit.plan_id, store.rows(visit.plan_id), keys).turns] == ["sleep", "a nap"]

    address(room, "1", ONLY_ME)

    assert read_some(visit.plan_id, store.rows(visit.plan_id), keys).turns == ()


def test_a_new_goal_never_takes_over_who_could_see_one_that_is_gone(room: Room) -> None:
    address(room, "2", TEAM)
    wished = next(t for t in room.plan.turns if getattr(t.said, "goal", "") == "2")
    do(room.toolkit.take_out(room.plan, wished.id, "en"))
    room.plan.opened.erase(wished.id)

    new = do(room.toolkit.goals.wish(room.plan, "heron", "en"))

    assert new == "3"
    assert goals(room) == {}


def test_only_a_new_goal_can_be_suggested_and_only_where_goals_are_open(room: Room) -> None:
    offered = room.offer(room.visit(), "walk a little", GOALS)
    assert offered.said.item == GOALS
    with pytest.raises(NotLetIn):
        room.offer(room.visit(), "heron", "2")

    room.stop(GOALS)
    room.share("A")

    with pytest.raises(NotLetIn):
        room.offer(room.visit(), "heron", GOALS)
