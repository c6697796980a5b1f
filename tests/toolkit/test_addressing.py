"""Who a turn is for, and that what is closed to somebody is closed with all that was said before."""

import pytest

from perinatal.care import ONLY_ME, Audience, CarePlan, Reply, Stance
from perinatal.care.said import Answered, Decided, TakenOut, Wondered
from perinatal.toolkit import shelf
from perinatal.toolkit.addressing import GOALS, TOPICS, audience_of, moved, part_of, parts
from tests.care.conversations import conversation, said_next
from tests.toolkit.company import BIRTH, TEAM, TRUSTED, Room
from tests.toolkit.conftest import Place, do

EN = shelf("en")


@pytest.fixture
def room(place: Place) -> Room:
    place.answer("Sam")
    room = Room(place)
    room.share("A")
    room.share("H")
    room.share(TOPICS)
    return room


def address(room: Room, item: str, audience: frozenset[Audience]) -> None:
    do(room.toolkit.company.address(room.plan, item, audience, "en"))


def test_every_question_topic_and_goal_is_in_one_part() -> None:
    for section in EN.sections:
        assert {part_of(question.id, EN) for question in section.questions} <= {section.id}
    assert {part_of(topic, EN) for topic in EN.topics} == {TOPICS}
    assert part_of("1", EN) == part_of("12", EN) == part_of(GOALS, EN) == GOALS
    assert part_of("nothing", EN) == part_of("g1", EN) == ""
    assert parts(EN)[-2:] == (TOPICS, GOALS)
    assert len(set(parts(EN))) == len(parts(EN))


def test_the_parents_word_counts_before_the_librarys() -> None:
    assert audience_of("A1", CarePlan(), EN) == TEAM | BIRTH
    assert audience_of("H1", CarePlan(), EN) == ONLY_ME
    assert audience_of("A1", CarePlan(addressed={"A1": TRUSTED}), EN) == TRUSTED
    assert audience_of("nothing", CarePlan(), EN) == ONLY_ME


def test_closed_to_all_others_what_was_said_before_is_closed_too(room: Room) -> None:
    visit = room.visit()
    assert room.look(visit).answers["A1"].words == "Sam"

    address(room, "A1", ONLY_ME)

    assert room.look(visit).answers == {}
    room.place.answer("Sam Rivers")
    assert room.look(visit).answers == {}
    assert room.plan.says.answers["A1"].words == "Sam Rivers"
    room.plan.opened.verify()


def test_opened_to_more_the_present_answer_is_shown_and_no_older_one(room: Room) -> None:
    visit = room.visit()
    do(room.toolkit.topics.decide(room.plan, "C07", Stance.YES, "en"))
    address(room, "C07", ONLY_ME)
    do(room.toolkit.topics.wonder(room.plan, "C07", "will they tell my mother", "en"))
    do(room.toolkit.topics.decide(room.plan, "C07", Stance.NO, "en"))
    assert room.look(visit, TOPICS).topics == {}

    address(room, "C07", TEAM)

    topic = room.look(visit, TOPICS).topics["C07"]
    assert topic.stance is Stance.NO
    assert len(topic.history) == 1, "a question noted for herself, and an older answer, were said to nobody else"


def test_what_was_taken_out_does_not_come_back_to_those_it_was_closed_to(room: Room) -> None:
    visit = room.visit()
    (answer,) = room.plan.says.answers["A1"].history
    do(room.toolkit.take_out(room.plan, answer.id, "en"))
    out = room.plan.turns[-1].id

    address(room, "A1", ONLY_ME)
    do(room.toolkit.put_back(room.plan, out, "en"))

    assert room.plan.says.answers["A1"].words == "Sam"
    assert room.look(visit).answers == {}


def test_what_a_member_typed_is_closed_with_the_question_it_is_about(room: Room) -> None:
    peer, _ = do(room.toolkit.members.add("en"))
    room.name(peer)
    room.share("A", member=peer)
    room.offer(room.visit(), "my own spoken words", spoken=True)
    assert room.look(room.visit(peer)).company.suggestions

    address(room, "A1", ONLY_ME)

    assert room.look(room.visit(peer)).company.suggestions == {}
    assert room.look(room.visit()).company.suggestions == {}
    assert len(room.plan.says.company.waiting) == 1


def test_moved_to_others_it_is_open_to_them_and_closed_to_those_before(room: Room) -> None:
    visit = room.visit()
    friend, _ = do(room.toolkit.members.add("en"))
    room.name(friend, Audience.TRUSTED)
    room.share("A", member=friend)
    assert room.look(room.visit(friend)).answers == {}

    address(room, "A1", TRUSTED)

    assert room.look(visit).answers == {}
    assert room.look(room.visit(friend)).answers["A1"].words == "Sam"


def test_saying_the_same_again_says_nothing(room: Room) -> None:
    count = len(room.plan.turns)

    address(room, "A1", TEAM | BIRTH)

    assert len(room.plan.turns) == count


def test_an_answer_to_an_offer_is_for_whom_its_question_is(room: Room) -> None:
    visit = room.visit()
    offered = room.offer(visit, "Sammy")
    address(room, "A1", ONLY_ME)

    do(room.toolkit.offered.reply(room.plan, offered.turn.id, Reply.ADDED, "en"))

    assert room.plan.says.answers["A1"].words == "Sam\nSammy"
    assert room.look(visit).answers == {}


def test_an_answer_on_its_way_while_its_question_is_closed_is_closed_with_it(room: Room) -> None:
    visit, opened = room.visit(), room.plan.opened
    real = opened.change_soon
    calls: list[object] = []

    def later(*steps: object) -> object:
        if not calls:
            calls.append(steps)
            import threading

            other = do_in_a_thread(lambda: do(room.toolkit.open(room.words)))
            thread = threading.Thread(target=lambda: do(room.toolkit.company.address(other, "A1", ONLY_ME, "en")))
            thread.start()
            thread.join(timeout=10)
        return real(*steps)

    opened.change_soon = later

    room.place.answer("written meanwhile")

    assert room.plan.says.answers["A1"].words == "written meanwhile"
    assert room.look(visit).answers == {}


def do_in_a_thread(work):  # type: ignore[no-untyped-def]  gives whatever the work gives
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result(timeout=10)


def test_older_turns_go_to_those_who_are_in_both() -> None:
    turns = said_next([], Decided(topic="C07", stance=Stance.YES), TEAM | BIRTH)
    turns = said_next(turns, Wondered(topic="C07", words="heron"), TEAM)
    turns = said_next(turns, Decided(topic="C07", stance=Stance.NO), TEAM)

    new = moved(tuple(turns), "C07", BIRTH | TRUSTED, TOPICS)

    assert new == {"t0": (BIRTH, TOPICS), "t1": (ONLY_ME, ""), "t2": (BIRTH | TRUSTED, TOPICS)}


def test_an_answer_that_was_taken_out_is_no_present_answer() -> None:
    turns = conversation(Answered(question="A1", words="heron"), TakenOut(turn="t0"))

    assert moved(tuple(turns), "A1", TEAM, "A") == {}
    assert moved(tuple(turns), "G1", TEAM, "G") == {}
