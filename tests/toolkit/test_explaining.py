"""A member tells what was talked about, and notes questions. Both are theirs to say, and the parent's to close."""

import pytest

from perinatal.care import ONLY_ME, Audience, Point, Stance
from perinatal.care.plan import Topic
from perinatal.care.said import Explained, Settled, Wondered
from perinatal.toolkit import TOPICS, OpenVisit
from perinatal.vault import NotLetIn
from tests.toolkit.company import TEAM, TRUSTED, Room
from tests.toolkit.conftest import Place, do

TWO = frozenset({Point.WHAT, Point.HARM})


@pytest.fixture
def room(place: Place) -> Room:
    place.answer("Sam")
    room = Room(place)
    room.share(TOPICS)
    return room


@pytest.fixture
def visit(room: Room) -> OpenVisit:
    visit = room.visit()
    room.look(visit, TOPICS)
    return visit


def explain(room: Room, visit: OpenVisit, topic: str = "C07", points: frozenset[Point] = TWO) -> None:
    said = Explained(topic=topic, points=points, who="somebody else")
    do(room.toolkit.members.explain(visit, said, "en"))


def wonder(room: Room, visit: OpenVisit, words: str, topic: str = "C07") -> str:
    do(room.toolkit.members.wonder(visit, Wondered(topic=topic, words=words), "en"))
    return room.plan.turns[-1].id


def topic(room: Room) -> Topic:
    return room.plan.says.topics["C07"]


def a_friend(room: Room) -> OpenVisit:
    """Somebody the library has nothing for, to whom the topics are open."""
    friend, _ = do(room.toolkit.members.add("en"))
    room.name(friend, Audience.TRUSTED)
    room.share(TOPICS, member=friend)
    return room.visit(friend)


def test_what_a_member_ticked_is_in_the_plan_as_said_by_them_and_under_no_name_of_theirs(
    room: Room, visit: OpenVisit
) -> None:
    explain(room, visit)

    (told,) = topic(room).history
    assert isinstance(told.said, Explained)
    assert (told.by, told.said.points, told.said.who) == (room.midwife.id.hex(), TWO, "")
    assert topic(room).stance is None
    assert room.toolkit.members.covered(visit, "C07", room.look(visit, TOPICS)) == TWO


def test_the_parents_own_list_of_what_was_explained_stays_hers(room: Room, visit: OpenVisit) -> None:
    mine = Explained(topic="C07", points=frozenset({Point.IF_NO}), who="Rosa")
    do(room.toolkit.topics.explain(room.plan, mine, "en"))

    explain(room, visit)

    now = room.toolkit.topics.talk_now(room.plan, "C07")
    assert now is not None
    assert now.said == mine
    do(room.toolkit.topics.explain(room.plan, mine.model_copy(update={"who": "Rosa M."}), "en"))
    assert sorted(turn.by for turn in topic(room).history) == ["", room.midwife.id.hex()]


@pytest.mark.parametrize("about", ["C07", "A1", "goals", "nothing"])
def test_a_member_explains_and_asks_only_where_something_is_open_to_them(room: Room, about: str) -> None:
    theirs = a_friend(room)
    room.look(theirs, TOPICS)
    count = len(room.plan.turns)

    with pytest.raises(NotLetIn):
        explain(room, theirs, about)
    with pytest.raises(NotLetIn):
        wonder(room, theirs, "heron", about)

    assert len(room.plan.turns) == count


def test_a_topic_the_parent_opened_to_somebody_can_be_explained_by_them(room: Room) -> None:
    theirs = a_friend(room)
    do(room.toolkit.topics.decide(room.plan, "C07", Stance.TALK_FIRST, "en"))
    do(room.toolkit.company.address(room.plan, "C07", TRUSTED, "en"))
    with pytest.raises(NotLetIn):
        explain(room, theirs)

    room.look(theirs, TOPICS)
    explain(room, theirs)

    assert topic(room).explained == TWO


def test_after_a_stop_nothing_can_be_explained_or_asked(room: Room, visit: OpenVisit) -> None:
    room.stop(TOPICS)

    with pytest.raises(NotLetIn):
        explain(room, visit)
    with pytest.raises(NotLetIn):
        wonder(room, visit, "heron")


def test_on_a_topic_the_parent_closed_a_members_words_are_hers_alone_and_they_cannot_tell(
    room: Room, visit: OpenVisit
) -> None:
    other, _ = do(room.toolkit.members.add("en"))
    room.name(other)
    room.share(TOPICS, member=other)
    do(room.toolkit.company.address(room.plan, "C07", ONLY_ME, "en"))

    explain(room, visit)
    wonder(room, visit, "heron")
    room.offer(visit, "lantern", "C07")

    assert [turn.said.words for turn in topic(room).open_questions] == ["heron"]
    assert {turn.audience for turn in room.plan.turns if turn.by} == {ONLY_ME}
    assert room.look(room.visit(other), TOPICS).topics == {}
    assert room.toolkit.members.covered(visit, "C07", room.look(visit, TOPICS)) == TWO


def test_a_question_stays_open_until_the_parent_closes_it_whoever_asked(room: Room, visit: OpenVisit) -> None:
    theirs = wonder(room, visit, "Will it hurt the baby?")
    mine = do(room.toolkit.topics.wonder(room.plan, "C07", "Who sees it?", "en"))
    assert [turn.id for turn in topic(room).open_questions] == [theirs, mine]

    do(room.toolkit.topics.settle(room.plan, theirs, "en"))
    do(room.toolkit.topics.settle(room.plan, theirs, "en"))
    do(room.toolkit.topics.settle(room.plan, "nothing", "en"))

    assert [turn.id for turn in topic(room).open_questions] == [mine]
    assert sum(isinstance(turn.said, Settled) for turn in room.plan.turns) == 1
    assert [t.id for t in room.look(visit, TOPICS).topics["C07"].open_questions] == [mine]


def test_a_closed_question_can_be_opened_again_and_that_is_no_words_taken_out(room: Room) -> None:
    asked = do(room.toolkit.topics.wonder(room.plan, "C07", "Who sees it?", "en"))
    do(room.toolkit.topics.settle(room.plan, asked, "en"))
    closed = next(turn for turn in room.plan.turns if isinstance(turn.said, Settled))

    do(room.toolkit.take_out(room.plan, closed.id, "en"))

    assert [turn.id for turn in topic(room).open_questions] == [asked]
    assert room.toolkit.can_put_back(room.plan) == []


def test_a_topic_that_is_closed_is_closed_with_the_questions_and_what_closed_them(room: Room, visit: OpenVisit) -> None:
    asked = wonder(room, visit, "Will it hurt the baby?")
    explain(room, visit)
    do(room.toolkit.topics.settle(room.plan, asked, "en"))
    assert all(turn.audience >= TEAM for turn in topic(room).history)

    do(room.toolkit.company.address(room.plan, "C07", ONLY_ME, "en"))

    assert {turn.audience for turn in topic(room).history} == {ONLY_ME}
    assert room.look(visit, TOPICS).topics == {}
