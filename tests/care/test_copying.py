"""What a paper for a reader may be made of."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perinatal.care import (
    PLACES,
    Audience,
    CarePlan,
    Company,
    Reader,
    Said,
    ShareAnswer,
    Turn,
    audience_behind,
    item_of,
)
from perinatal.care.audience import may_read
from perinatal.care.copying import may_be_handed_over
from perinatal.care.linking import Linked
from perinatal.care.said import Answered, Decided, Explained, Placed, Settled, Wondered
from perinatal.care.sharing import LetIn, Shared, Stopped
from perinatal.care.stance import Stance
from tests.care.conversations import conversation, conversations, said_by, said_next
from tests.care.test_plan import heard

OTHERS = [reader for reader in Reader if reader is not Reader.ME]
BIRTH = frozenset({Audience.BIRTH})
DAY, LATER = date(2026, 11, 22), date(2026, 11, 29)


@given(conversations(), st.sampled_from(OTHERS), st.sets(st.sampled_from(["a", "b", PLACES])))
def test_a_copy_holds_only_what_was_chosen_of_what_its_reader_may_read(
    turns: list[Turn], reader: Reader, chosen: set[str]
) -> None:
    plan = CarePlan.for_copy(reader, turns, chosen)

    may = {turn.id for turn in turns if may_read(reader, turn.audience) and item_of(turn.said) in chosen}
    assert heard(plan) <= may & heard(CarePlan.for_reader(reader, turns))
    assert (plan.printed, plan.taken_out, plan.addressed, plan.hidden, plan.kept) == ([], [], {}, frozenset(), False)
    assert plan.company == Company()


@given(conversations(), st.sampled_from(Reader), st.sets(st.sampled_from(["a", "b", PLACES])))
def test_a_copy_never_says_another_answer_than_the_plan(turns: list[Turn], reader: Reader, chosen: set[str]) -> None:
    now, plan = CarePlan.of(turns), CarePlan.for_copy(reader, turns, chosen)

    for id, topic in plan.topics.items():
        assert topic.stance in (None, now.topics[id].stance)
    for id, answer in plan.answers.items():
        assert answer.said == now.answers[id].said


@given(conversations())
def test_a_copy_of_my_own_with_all_in_it_is_the_plan(turns: list[Turn]) -> None:
    assert CarePlan.for_copy(Reader.ME, turns, {"a", "b", PLACES}) == CarePlan.of(turns)


def test_a_copy_for_others_says_what_counts_now_and_nothing_of_before() -> None:
    turns = said_next([], Decided(topic="a", stance=Stance.YES, words="heron"), BIRTH)
    turns = said_next(turns, Decided(topic="a", stance=Stance.NO, words="lantern"), BIRTH)
    turns = said_next(turns, Answered(question="b", words="heron"), BIRTH)
    turns = said_next(turns, Answered(question="b", words="lantern"), BIRTH)

    plan = CarePlan.for_copy(Reader.BIRTH, turns, {"a", "b"})

    assert [t.said.words for t in (*plan.topics["a"].history, *plan.answers["b"].history)] == ["lantern", "lantern"]


def test_a_copy_for_others_holds_no_closed_question_and_nothing_that_others_said() -> None:
    turns = said_next([], Wondered(topic="a", words="heron"), BIRTH)
    turns = said_next(turns, Settled(topic="a", turn="t0"), BIRTH)
    turns = [*turns, said_by("m1", Wondered(topic="a", words="rain"), BIRTH)]
    turns = [*turns, said_by("m1", Explained(topic="a", points=frozenset()), BIRTH, number=98)]

    assert CarePlan.for_copy(Reader.BIRTH, turns, {"a"}).topics == {}


@pytest.mark.parametrize("said", [Placed(place="p"), Answered(question="A1"), LetIn.model_construct()])
def test_everything_said_is_on_an_item_or_on_none(said: Said) -> None:
    assert item_of(said) == {"placed": PLACES, "answered": "A1", "let_in": ""}[said.kind]


# Handing over


def let_in(member: str, audience: Audience = Audience.BIRTH) -> LetIn:
    return LetIn(member=member, public="ab" * 64, name="Ana", audience=audience)


def shared(member: str, part: str = "K", answer: ShareAnswer = ShareAnswer.YES, until: date | None = LATER) -> Shared:
    return Shared(member=member, part=part, answer=answer, until=until)


def may(*said: Said, part: str = "K", reader: Reader = Reader.BIRTH, day: date = DAY) -> bool:
    company = CarePlan.of(conversation(*said)).company
    return may_be_handed_over(part, audience_behind(reader), company, day)


def test_while_nobody_was_let_in_whom_an_item_is_for_decides() -> None:
    assert may()
    assert may(let_in("m1", Audience.TEAM))


def test_somebody_let_in_and_told_nothing_is_handed_nothing() -> None:
    assert not may(let_in("m1"))


def test_what_is_open_to_one_of_them_may_be_handed_over_and_nothing_else() -> None:
    assert may(let_in("m1"), shared("m1"))
    assert not may(let_in("m1"), shared("m1"), part="J")


def test_a_day_gone_by_and_a_stop_close_it_on_paper_too() -> None:
    assert not may(let_in("m1"), shared("m1"), day=date(2026, 11, 30))
    assert not may(let_in("m1"), shared("m1"), Stopped(member="m1", part="K"))
    assert not may(let_in("m1"), shared("m1"), Stopped())


@pytest.mark.parametrize("answer", [ShareAnswer.NOT_NOW, ShareAnswer.TALK_FIRST])
def test_a_no_to_one_who_could_read_the_paper_counts_for_the_paper(answer: ShareAnswer) -> None:
    both = (let_in("m1"), let_in("m2"), shared("m1"), shared("m2", "A"))

    assert may(*both)
    assert not may(*both, shared("m2", answer=answer, until=None))
    assert not may(*both, Stopped(member="m2", part="K"))


def test_a_no_to_one_who_is_shown_nothing_any_more_does_not() -> None:
    assert may(let_in("m1"), let_in("m2"), shared("m1"), shared("m2", "A"), Stopped(member="m2"))


def test_a_part_in_an_open_link_may_be_handed_over() -> None:
    link = Linked(
        link="l1", name="Rosa", audience=Audience.BIRTH, parts=frozenset({"K"}), until=DAY, uses=1, coded=False
    )

    assert may(let_in("m1"), link)
    assert not may(let_in("m1"), link, day=LATER)


def test_her_own_copy_asks_nobody() -> None:
    assert may(let_in("m1"), reader=Reader.ME)


@given(st.lists(st.sampled_from([let_in("m1"), shared("m1"), shared("m1", "A"), Stopped(member="m1"), Stopped()])))
def test_after_everything_was_stopped_nothing_is_handed_to_whoever_was_let_in(said: list[Said]) -> None:
    assert not may(let_in("m1"), *said, Stopped())
