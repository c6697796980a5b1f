"""What members can do, and that a look is told before a word of it leaves."""

from datetime import timedelta

import pytest

from perinatal.care import Audience
from perinatal.care.sharing import Looked
from perinatal.toolkit import CouldNotKeep
from perinatal.vault import EnoughWaiting, NotLetIn, vault
from tests.toolkit.company import Room
from tests.toolkit.conftest import Place, do


@pytest.fixture
def room(place: Place) -> Room:
    place.answer("Sam")
    room = Room(place)
    room.share()
    return room


def looks(room: Room) -> list[Looked]:
    return [turn.said for turn in room.plan.turns if isinstance(turn.said, Looked)]


def test_a_member_opens_with_their_own_words_and_no_others(room: Room) -> None:
    members = room.toolkit.members

    assert (found := do(members.sign_in(room.midwifes_words.upper()))) is not None
    assert found.id == room.midwife.id
    assert do(members.sign_in(room.words)) is None
    assert do(members.sign_in("acorn bishop")) is None
    assert do(room.toolkit.open(room.midwifes_words)) is None


def test_plans_are_listed_by_what_each_parent_wants_to_be_called(room: Room) -> None:
    (grant,) = do(room.toolkit.members.let_in_by(room.midwife))
    assert (grant.name, grant.audience) == ("D.", Audience.TEAM)

    room.name(room.midwife, called="Dana")

    assert [grant.name for grant in do(room.toolkit.members.let_in_by(room.midwife))] == ["Dana"]


def test_standing_at_the_door_is_no_look(room: Room) -> None:
    visit = room.visit()
    do(room.toolkit.members.parts(visit))

    assert looks(room) == []


def test_each_look_is_told_with_its_part(room: Room) -> None:
    room.share("H")
    visit = room.visit()

    room.look(visit, "A")
    room.look(visit, "H")

    assert [sorted(look.parts) for look in looks(room)] == [["A"], ["H"]]
    assert [turn.by for turn in room.plan.says.company.looks] == [room.midwife.id.hex()] * 2


def test_a_look_at_what_is_not_shared_shows_nothing_and_tells_nothing(room: Room) -> None:
    assert room.look(room.visit(), "G").answers == {}
    assert looks(room) == []


def test_looking_again_soon_is_the_same_look_and_later_another(room: Room) -> None:
    visit = room.visit()
    for minutes in (0, 14, 2, 30):
        room.place.now += timedelta(minutes=minutes)
        room.look(visit)

    assert len(looks(room)) == 3


def test_looking_again_after_a_stop_is_another_look(room: Room) -> None:
    room.share("H")
    visit = room.visit()
    room.look(visit)
    room.stop("A")
    room.look(visit)
    room.share("A")

    room.look(visit)

    assert len(looks(room)) == 2


@pytest.mark.parametrize("parent", ["here", "away"])
def test_no_word_is_shown_before_the_look_is_on_the_disk(
    room: Room, monkeypatch: pytest.MonkeyPatch, parent: str
) -> None:
    if parent == "away":
        room.plan.close()
    visit, store = room.visit(), room.toolkit._vault._store
    read: list[bytes] = []
    rows = store.rows

    def full(*_: object) -> None:
        raise CouldNotKeep

    monkeypatch.setattr(store, "rows", lambda plan: (read.append(plan), rows(plan))[1])
    with monkeypatch.context() as patch:
        patch.setattr(store, "leave_mail", full)
        with pytest.raises(CouldNotKeep):
            room.look(visit)
    assert read == []

    order: list[str] = []
    leave = store.leave_mail
    monkeypatch.setattr(store, "leave_mail", lambda *row: (leave(*row), order.append("told"))[0])
    monkeypatch.setattr(store, "rows", lambda plan: (order.append("read"), rows(plan))[1])
    assert room.look(visit).answers["A1"].words == "Sam"
    assert order == ["told", "read"]


def test_who_looked_while_the_parent_was_away_is_there_when_they_come_back(room: Room) -> None:
    room.plan.close()
    room.look(room.visit())

    again = do(room.toolkit.open(room.words))

    assert again is not None
    assert [turn.by for turn in again.says.company.looks] == [room.midwife.id.hex()]


def test_a_look_that_could_not_be_taken_in_is_not_lost_by_a_stop(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was told, and words were shown; so it has to be in the plan, whatever is stopped afterwards."""
    store = room.toolkit._vault._store
    commit = store.commit

    def full(*_: object) -> None:
        raise CouldNotKeep

    monkeypatch.setattr(store, "commit", full)
    assert room.look(room.visit()).answers["A1"].words == "Sam"
    assert looks(room) == []

    monkeypatch.setattr(store, "commit", commit)
    room.stop()

    assert len(looks(room)) == 1


def test_words_offered_are_read_by_the_parent_and_are_in_no_answer(room: Room) -> None:
    offered = room.offer(room.visit(), "Sammy", spoken=True)

    assert (offered.said.words, offered.said.spoken, offered.turn.by) == ("Sammy", True, room.midwife.id.hex())
    assert room.plan.says.answers["A1"].words == "Sam"


@pytest.mark.parametrize("item", ["H2", "G1", "C07", "nothing"])
def test_words_for_what_is_not_open_are_not_taken(room: Room, item: str) -> None:
    count = len(room.plan.turns)

    with pytest.raises(NotLetIn):
        room.offer(room.visit(), "heron", item)

    assert len(room.plan.turns) == count


def test_after_a_stop_nothing_can_be_offered(room: Room) -> None:
    visit = room.visit()
    room.stop()

    with pytest.raises(NotLetIn):
        room.offer(visit, "heron")


def test_no_more_is_taken_than_a_parent_would_want_to_find_and_looks_are_told_all_the_same(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "MOST_WORDS", 3)
    room.plan.close()
    visit = room.visit()
    from perinatal.care.sharing import Suggested

    offer = Suggested(item="A1", words="heron")
    for _ in range(3):
        do(room.toolkit.members.suggest(visit, offer, "en"))

    with pytest.raises(EnoughWaiting):
        do(room.toolkit.members.suggest(visit, offer, "en"))

    assert room.look(visit).answers["A1"].words == "Sam"
    again = do(room.toolkit.open(room.words))
    assert again is not None
    assert len(again.says.company.waiting) == 3
    do(room.toolkit.members.suggest(visit, offer, "en"))
    assert len(again.says.company.waiting) == 4


def test_a_plan_that_is_forgotten_is_gone_for_an_open_visit_and_takes_no_words(room: Room) -> None:
    visit = room.visit()
    room.look(visit)

    do(room.toolkit.forget(room.plan))

    with pytest.raises(NotLetIn):
        room.look(visit)
    with pytest.raises(NotLetIn):
        room.offer(visit, "heron")
    assert do(room.toolkit.members.let_in_by(room.midwife)) == []


def test_what_the_parent_answers_today_is_there_at_the_next_look(room: Room) -> None:
    visit = room.visit()
    room.look(visit)

    room.place.answer("Sam Rivers")

    assert room.look(visit).answers["A1"].words == "Sam Rivers"


def test_an_old_yes_is_never_what_a_member_sees_after_it_was_taken_back(room: Room) -> None:
    from perinatal.care import Stance

    room.share("topics")
    visit = room.visit()
    do(room.toolkit.topics.decide(room.plan, "C07", Stance.YES, "en"))
    assert room.look(visit, "topics").topics["C07"].stance is Stance.YES

    do(room.toolkit.topics.decide(room.plan, "C07", Stance.NO, "en"))
    assert room.look(visit, "topics").topics["C07"].stance is Stance.NO
    do(room.toolkit.take_out(room.plan, room.plan.turns[-1].id, "en"))

    topic = room.look(visit, "topics").topics.get("C07")
    assert topic is None or topic.stance is None or topic.stance is Stance.NO


def test_words_of_somebody_who_is_something_else_to_the_parent_by_now_arrive_as_that(room: Room) -> None:
    visit = room.visit()
    room.name(room.midwife, Audience.BIRTH)
    room.share()

    offered = room.offer(visit, "Sammy")

    assert offered.turn.audience == frozenset({Audience.BIRTH})
