"""What a parent can do about others, each verb through to what a member then sees."""

from datetime import timedelta

import pytest

from perinatal.care import Audience, ShareAnswer
from perinatal.care.sharing import Shared
from perinatal.toolkit.hosting import NotKeptYet
from perinatal.vault import NotLetIn
from tests.toolkit.company import Room
from tests.toolkit.conftest import Place, do


@pytest.fixture
def room(place: Place) -> Room:
    place.answer("Sam")
    place.answer("by the team alone", question="H2")
    place.answer("mine", question="H1")
    return Room(place)


def test_a_plan_that_no_words_open_is_shown_to_nobody(place: Place) -> None:
    member, _ = do(place.toolkit.members.add("en"))
    company = place.toolkit.company
    shared = Shared(member=member.id.hex(), part="A", answer=ShareAnswer.YES, until=place.now.date())

    with pytest.raises(NotKeptYet):
        do(company.share(place.plan, shared, "en"))
    with pytest.raises(NotKeptYet):
        Room.name(_unkept(place), member)

    assert place.plan.turns == ()
    assert do(place.toolkit.members.let_in_by(member)) == []


def _unkept(place: Place) -> Room:
    room = object.__new__(Room)
    room.place, room.toolkit, room.plan = place, place.toolkit, place.plan
    return room


def test_four_words_find_the_one_they_were_read_out_by(room: Room) -> None:
    other, _ = do(room.toolkit.members.add("en"))
    for language in ("en", "es"):
        words = room.toolkit.members.four_words(room.midwife, language)
        assert do(room.toolkit.company.find(words.upper(), language)) == (
            room.midwife.id.hex(),
            room.midwife.public.hex(),
        )
        assert words == room.toolkit.company.four_words(room.person, language)
        assert words != room.toolkit.members.four_words(other, language)

    assert do(room.toolkit.company.find("acorn bishop candle drawer", "en")) is None
    assert do(room.toolkit.company.find(room.midwifes_words, "en")) is None


def test_four_words_that_could_be_two_people_are_nobodys(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    known = room.toolkit._vault.members()
    twice = known | {bytes(16): next(iter(known.values()))}
    monkeypatch.setattr(room.toolkit._vault, "members", lambda: twice)

    assert do(room.toolkit.company.find(room.toolkit.members.four_words(room.midwife, "en"), "en")) is None


def test_being_named_shows_nothing_and_naming_again_says_nothing_new(room: Room) -> None:
    count = len(room.plan.turns)

    room.name(room.midwife)

    assert len(room.plan.turns) == count
    assert do(room.toolkit.members.let_in_by(room.midwife)) == []


def test_a_member_sees_what_was_shared_and_only_what_is_for_them(room: Room) -> None:
    room.share("A")
    room.share("H")
    visit = room.visit()

    assert do(room.toolkit.members.parts(visit)) == {"A", "H"}
    assert {id: a.words for id, a in room.look(visit, "A").answers.items()} == {"A1": "Sam"}
    assert {id: a.words for id, a in room.look(visit, "H").answers.items()} == {"H2": "by the team alone"}
    assert room.look(visit, "G").answers == {}


def test_somebody_the_parent_trusts_sees_nothing_that_is_for_the_team(place: Place) -> None:
    place.answer("Sam")
    room = Room(place, Audience.TRUSTED)

    room.share("A")

    assert room.look(room.visit()).answers == {}


@pytest.mark.parametrize("answer", [ShareAnswer.TALK_FIRST, ShareAnswer.NOT_NOW, ShareAnswer.ASK_EACH_TIME])
def test_no_answer_but_a_yes_shows_anything_and_a_later_one_closes_it(room: Room, answer: ShareAnswer) -> None:
    room.share(days=None, answer=answer)
    assert do(room.toolkit.members.let_in_by(room.midwife)) == []

    room.share()
    visit = room.visit()
    room.share(days=None, answer=answer)

    with pytest.raises(NotLetIn):
        room.look(visit)


def test_ask_me_each_time_opens_for_this_day_alone(room: Room) -> None:
    me = room.midwife.id.hex()
    do(room.toolkit.company.open_today(room.plan, me, "A", "en"))
    assert room.person.answers == {}, "what was never answered cannot be opened for a day"
    room.share(days=None, answer=ShareAnswer.ASK_EACH_TIME)

    do(room.toolkit.company.open_today(room.plan, me, "A", "en"))

    visit = room.visit()
    assert room.look(visit).answers["A1"].words == "Sam"
    room.place.now += timedelta(days=1)
    assert room.look(visit).answers == {}


def test_on_the_next_day_an_open_visit_shows_nothing_though_the_parent_never_came_back(room: Room) -> None:
    room.share(days=0)
    room.plan.close()
    visit = room.visit()
    assert room.look(visit).answers["A1"].words == "Sam"

    room.place.now += timedelta(days=1)

    assert do(room.toolkit.members.parts(visit)) == frozenset()
    assert room.look(visit).answers == {}
    room.place.now -= timedelta(days=300)
    assert room.look(visit).answers == {}


def test_what_is_over_is_closed_for_good_when_the_parent_opens_the_plan(room: Room) -> None:
    room.share(days=0)
    visit = room.visit()
    room.plan.close()
    room.place.now += timedelta(days=1)

    again = do(room.toolkit.open(room.words))

    assert again is not None
    assert again.opened.guests == ()
    with pytest.raises(NotLetIn):
        do(room.toolkit.members.parts(visit))


def test_a_clock_that_is_set_back_opens_nothing_again_for_the_parents_plan_either(room: Room) -> None:
    room.share(days=0)
    room.place.now += timedelta(days=2)
    do(room.toolkit.sweep())
    room.place.now -= timedelta(days=2)

    room.name(room.midwife, called="Dana")

    assert do(room.toolkit.members.let_in_by(room.midwife)) == []


# What they offer


# Lost words


def test_changed_locks_give_new_words_and_those_let_in_stay_so(room: Room) -> None:
    room.share()
    visit = room.visit()

    words = do(room.toolkit.change_locks(room.plan, "en"))

    assert do(room.toolkit.open(room.words)) is None
    assert do(room.toolkit.open(words)) is not None
    assert room.look(visit).answers["A1"].words == "Sam"
    room.place.answer("Sam Rivers", question="A1")
    assert room.look(visit).answers["A1"].words == "Sam Rivers"
    room.stop()
    with pytest.raises(NotLetIn):
        room.look(visit)


def test_who_sees_an_item_is_named_as_the_parent_named_them(room: Room) -> None:
    company = room.toolkit.company
    assert company.who_sees(room.plan, "A1", "en") == []
    room.share()

    assert company.who_sees(room.plan, "A1", "en") == ["Ana"]
    assert company.who_sees(room.plan, "H2", "en") == []
    room.place.now += timedelta(days=8)
    assert company.who_sees(room.plan, "A1", "en") == []
