"""Stopping: closed when it returns, whatever else was on its way; and taken back for ten minutes."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from perinatal.care import Audience, ShareAnswer
from perinatal.care.sharing import Looked, Shared, Stopped
from perinatal.vault import NotLetIn
from tests.toolkit.company import Room
from tests.toolkit.conftest import Place, do


@pytest.fixture
def room(place: Place) -> Room:
    place.answer("Sam")
    place.answer("by the team alone", question="H2")
    place.answer("mine", question="H1")
    return Room(place)


@pytest.mark.parametrize("how", ["one part", "one person", "everything"])
def test_a_stop_is_closed_when_it_returns(room: Room, how: str) -> None:
    room.share("A")
    room.share("H")
    visit = room.visit()
    me = room.midwife.id.hex()
    member, part = {"one part": (me, "A"), "one person": (me, ""), "everything": ("", "")}[how]

    do(room.toolkit.company.stop(room.plan, "en", member=member, part=part))

    if how == "one part":
        assert room.look(visit, "A").answers == {}
        assert room.look(visit, "H").answers["H2"].words == "by the team alone"
    else:
        assert do(room.toolkit.members.let_in_by(room.midwife)) == []
        with pytest.raises(NotLetIn):
            room.look(visit)


def test_stopping_everything_closes_it_to_everybody(room: Room) -> None:
    peer, _ = do(room.toolkit.members.add("en"))
    room.name(peer, Audience.BIRTH)
    room.share()
    room.share(member=peer)
    visits = [room.visit(), room.visit(peer)]

    do(room.toolkit.company.stop(room.plan, "en"))

    for visit in visits:
        with pytest.raises(NotLetIn):
            room.look(visit)


def test_never_shared_and_stopped_look_the_same_to_a_member(room: Room) -> None:
    room.share("A")
    room.share("H")
    visit = room.visit()

    room.stop("H")

    assert room.look(visit, "H") == room.look(visit, "G")


def test_a_stop_can_be_taken_back_for_ten_minutes_and_no_longer(room: Room) -> None:
    room.share()
    stop = room.stop()
    room.place.now += timedelta(minutes=9, seconds=59)
    do(room.toolkit.company.undo_stop(room.plan, stop.id, "en"))
    assert room.look(room.visit()).answers["A1"].words == "Sam"

    stop = room.stop()
    room.place.now += timedelta(minutes=10)
    do(room.toolkit.company.undo_stop(room.plan, stop.id, "en"))

    assert room.toolkit.company.last_stop(room.plan) is None
    assert do(room.toolkit.members.let_in_by(room.midwife)) == []


def test_a_clock_that_is_set_back_gives_nobody_more_time_to_take_a_stop_back(room: Room) -> None:
    room.share()
    stop = room.stop()
    room.place.now -= timedelta(days=1)

    do(room.toolkit.company.undo_stop(room.plan, stop.id, "en"))

    assert do(room.toolkit.members.let_in_by(room.midwife)) == []


def test_a_stop_after_which_something_else_was_answered_stays(room: Room) -> None:
    room.share()
    stop = room.stop()
    room.share("H")

    do(room.toolkit.company.undo_stop(room.plan, stop.id, "en"))

    assert room.person.sees(room.today) == {"H"}


def test_taking_a_stop_back_is_not_itself_taken_back_by_another_door(room: Room) -> None:
    """Else the plan would say stopped while the locks still open."""
    room.share()
    stop = room.stop()
    do(room.toolkit.company.undo_stop(room.plan, stop.id, "en"))
    undone = room.plan.turns[-1].id

    do(room.toolkit.take_out(room.plan, undone, "en"))
    do(room.toolkit.put_back(room.plan, undone, "en"))
    do(room.toolkit.take_out(room.plan, stop.id, "en"))

    assert room.plan.turns[-1].id == undone
    shown = {guest.member: set(guest.parts) for guest in room.plan.opened.guests}
    assert shown == {room.midwife.id: room.person.sees(room.today)} == {room.midwife.id: {"A"}}


def test_what_was_said_of_others_cannot_be_taken_out(room: Room) -> None:
    room.share()
    room.look(room.visit())
    count = len(room.plan.turns)

    for turn in room.plan.turns:
        if isinstance(turn.said, Shared | Looked | Stopped):
            do(room.toolkit.take_out(room.plan, turn.id, "en"))

    assert len(room.plan.turns) == count


def test_why_is_said_beside_the_answer_and_opens_nothing(room: Room) -> None:
    me = room.midwife.id.hex()
    room.share()
    do(room.toolkit.company.say_why(room.plan, me, "A", "so that she knows", "en"))
    assert room.person.answers["A"].why == "so that she knows"
    assert room.look(room.visit()).answers

    room.stop()
    do(room.toolkit.company.say_why(room.plan, me, "A", "other", "en"))

    assert room.person.answers == {}


def meanwhile(room: Room, monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Lets this happen in another page, after the next thing to say was made and before it is written."""
    real = room.plan.opened.change_soon

    def later(*steps: object) -> object:
        monkeypatch.undo()
        happens()
        return real(*steps)

    monkeypatch.setattr(room.plan.opened, "change_soon", later)


def stop_in_another_page(room: Room) -> None:
    """As another browser with the same plan would."""
    import threading

    other = do(room.toolkit.open(room.words))
    assert other is not None
    thread = threading.Thread(target=lambda: do(room.toolkit.company.stop(other, "en")))
    thread.start()
    thread.join(timeout=10)
    other.close()


@pytest.mark.parametrize("verb", ["why", "today"])
def test_a_stop_in_another_page_is_not_undone_by_what_was_on_its_way(
    room: Room, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    me, company = room.midwife.id.hex(), room.toolkit.company
    asked = ShareAnswer.ASK_EACH_TIME if verb == "today" else ShareAnswer.YES
    room.share(answer=asked)
    happens: list[Callable[[], None]] = [lambda: stop_in_another_page_soon(room)]
    meanwhile(room, monkeypatch, happens[0])

    if verb == "why":
        do(company.say_why(room.plan, me, "A", "late", "en"))
    else:
        do(company.open_today(room.plan, me, "A", "en"))

    assert room.person.answers == {}
    assert do(room.toolkit.members.let_in_by(room.midwife)) == []


def stop_in_another_page_soon(room: Room) -> None:
    import threading

    thread = threading.Thread(target=stop_in_another_page, args=(room,))
    thread.start()
    thread.join(timeout=10)
