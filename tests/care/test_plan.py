"""The laws of the plan, for any conversation that can be had."""

import re

from hypothesis import given
from hypothesis import strategies as st

from perinatal.care.audience import Audience, Reader, may_read
from perinatal.care.goal import GoalState, Going
from perinatal.care.plan import CarePlan
from perinatal.care.said import (
    Answered,
    Decided,
    Explained,
    Kept,
    Moved,
    Settled,
    Stepped,
    TakenOut,
    Went,
    Wished,
    Wondered,
)
from perinatal.care.sharing import Entrusted
from perinatal.care.stance import Point, Stance, is_a_yes
from perinatal.care.turn import Turn, read_turns
from tests.care.conversations import audiences, canary, conversation, conversations, said_next

TEAM = frozenset({Audience.TEAM})


def written(plan: CarePlan) -> str:
    """Everything a plan holds, words and all."""
    histories = [*plan.answers.values(), *plan.topics.values(), *plan.goals.values()]
    turns = [turn for one in histories for turn in one.history]
    return "\n".join(turn.model_dump_json() for turn in (*turns, *plan.places.values(), *plan.printed, *plan.taken_out))


def heard(plan: CarePlan) -> set[str]:
    """The ids of all turns a plan holds."""
    return set(re.findall(r'"id":"(t\d+)"', written(plan)))


@given(conversations())
def test_the_plan_depends_only_on_the_turns(turns: list[Turn]) -> None:
    again = read_turns([turn.model_dump_json().encode() for turn in turns])

    assert CarePlan.of(again) == CarePlan.of(turns)
    assert CarePlan.of(tuple(turns)) == CarePlan.of(turns)


@given(conversations())
def test_everything_said_and_not_taken_out_is_in_the_plan(turns: list[Turn]) -> None:
    plan = CarePlan.of(turns)

    taken_out = {turn.said.turn for turn in turns if isinstance(turn.said, TakenOut)}
    replaced = {turn.id for turn in turns if turn.said.kind in ("placed", "kept", "entrusted")}
    assert {turn.id for turn in turns} - taken_out - replaced <= heard(plan)


@given(conversations(), conversations(max_size=1))
def test_appending_never_loses_a_turn(turns: list[Turn], more: list[Turn]) -> None:
    for turn in more:
        if turn.said.kind in ("taken_out", "placed"):
            continue
        after = said_next(turns, turn.said)

        assert heard(CarePlan.of(turns)) <= heard(CarePlan.of(after))


@given(conversations())
def test_silence_is_never_a_yes(turns: list[Turn]) -> None:
    silent = [turn for turn in turns if not (isinstance(turn.said, Decided) and is_a_yes(turn.said.stance))]

    plan = CarePlan.of(silent)

    assert not any(is_a_yes(topic.stance) for topic in plan.topics.values())
    assert not is_a_yes(None)


def test_an_explanation_or_a_question_decides_nothing() -> None:
    turns = conversation(Explained(topic="C02", points=frozenset(Point)), Wondered(topic="C02", words="Why today?"))

    topic = CarePlan.of(turns).topics["C02"]

    assert topic.stance is None
    assert topic.explained == frozenset(Point)
    assert len(topic.questions) == 1


@given(conversations(), st.sampled_from(Stance), audiences)
def test_an_earlier_yes_never_outlives_a_later_answer(
    turns: list[Turn], stance: Stance, audience: frozenset[Audience]
) -> None:
    yes = said_next(turns, Decided(topic="a", stance=Stance.YES), TEAM)
    after = said_next(yes, Decided(topic="a", stance=stance), audience)

    assert CarePlan.of(after).topics["a"].stance is stance
    for reader in Reader:
        topic = CarePlan.for_reader(reader, after).topics.get("a")
        assert topic is None or topic.stance in (stance, None)


@given(conversations(), st.sampled_from([Stance.NO, Stance.NOT_NOW, Stance.TALK_FIRST, Stance.ASK_EACH_TIME]))
def test_taking_out_a_later_answer_brings_no_earlier_yes_back(turns: list[Turn], stance: Stance) -> None:
    yes = said_next(turns, Decided(topic="a", stance=Stance.YES))
    no = said_next(yes, Decided(topic="a", stance=stance))

    taken_out = said_next(no, CarePlan.of(no).without(no[-1].id))
    erased = [turn for turn in taken_out if turn.id != no[-1].id]

    assert CarePlan.of(taken_out).topics["a"].stance is None
    assert CarePlan.of(erased).topics["a"].stance is None


def test_taking_out_an_older_answer_leaves_the_present_one() -> None:
    turns = conversation(Decided(topic="a", stance=Stance.NO), Decided(topic="a", stance=Stance.YES))

    after = said_next(turns, CarePlan.of(turns).without("t0"))

    assert CarePlan.of(after).topics["a"].stance is Stance.YES


def test_an_answer_given_after_one_was_taken_out_counts() -> None:
    turns = conversation(Decided(topic="a", stance=Stance.NO))
    after = said_next(turns, CarePlan.of(turns).without("t0"))

    again = said_next(after, Decided(topic="a", stance=Stance.YES_IF, conditions="my doula is there"))

    assert CarePlan.of(again).topics["a"].stance is Stance.YES_IF


@given(conversations(), st.data())
def test_taking_a_turn_out_removes_its_words_everywhere(turns: list[Turn], data: st.DataObject) -> None:
    if not turns:
        return
    number = data.draw(st.integers(min_value=0, max_value=len(turns) - 1))

    after = said_next(turns, TakenOut(turn=f"t{number}"))

    for reader in Reader:
        for plan in (CarePlan.of(after), CarePlan.for_reader(reader, after)):
            assert canary(number) not in written(plan)
            assert f"t{number}" not in heard(plan)


@given(conversations(), st.data())
def test_taking_the_taking_out_out_brings_the_words_back(turns: list[Turn], data: st.DataObject) -> None:
    if not turns:
        return
    number = data.draw(st.integers(min_value=0, max_value=len(turns) - 1))
    before = CarePlan.of(turns)

    out = said_next(turns, before.without(f"t{number}"))
    back = said_next(out, CarePlan.of(out).without(out[-1].id))

    after = CarePlan.of(back)
    assert (after.answers, after.topics, after.goals) == (before.answers, before.topics, before.goals)
    assert (after.places, after.printed, after.kept) == (before.places, before.printed, before.kept)


@given(conversations(), st.sampled_from(Reader))
def test_a_reader_never_gets_more_than_the_audience_allows(turns: list[Turn], reader: Reader) -> None:
    plan = CarePlan.for_reader(reader, turns)

    allowed = {turn.id for turn in turns if may_read(reader, turn.audience)}
    assert heard(plan) <= allowed
    assert heard(plan) <= heard(CarePlan.of(turns))


@given(conversations())
def test_the_parent_gets_all_of_it(turns: list[Turn]) -> None:
    assert CarePlan.for_reader(Reader.ME, turns) == CarePlan.of(turns)


def test_a_copy_does_not_say_an_old_answer_when_the_new_one_is_not_for_its_reader() -> None:
    turns = said_next([], Answered(question="A1", words="heron"), TEAM)
    after = said_next(turns, Answered(question="A1", words="lantern"))

    assert "A1" not in CarePlan.for_reader(Reader.TEAM, after).answers
    assert CarePlan.of(after).answers["A1"].words == "lantern"


def test_what_was_taken_out_is_out_for_every_reader_whoever_may_know_that_it_was() -> None:
    turns = said_next([], Answered(question="A1", words="heron"), TEAM)

    after = said_next(turns, TakenOut(turn="t0"))

    assert not CarePlan.for_reader(Reader.TEAM, after).answers


def test_a_goal_is_going_until_the_parent_says_otherwise() -> None:
    turns = conversation(Wished(goal="g1", words="Sleep"), Went(goal="g1", how=Going.ABOUT_HALF))
    rested = said_next(turns, Moved(goal="g1", state=GoalState.RESTING))
    stepped = said_next(rested, Stepped(goal="g1", words="A nap", helper="My sister"))

    assert CarePlan.of(turns).goals["g1"].state is GoalState.GOING
    goal = CarePlan.of(stepped).goals["g1"]
    assert goal.state is GoalState.RESTING
    assert goal.wish is not None
    assert goal.wish.words == "Sleep"
    assert goal.step is not None
    assert goal.step.helper == "My sister"
    assert len(goal.going) == 1


def test_a_goal_whose_words_were_taken_out_has_no_wish() -> None:
    turns = conversation(Wished(goal="g1", words="Sleep"), Stepped(goal="g1", words="A nap"), TakenOut(turn="t0"))

    assert CarePlan.of(turns).goals["g1"].wish is None


def test_a_plan_is_kept_once_it_was_kept() -> None:
    assert not CarePlan.of(conversation(Wished(goal="g1", words="Sleep"))).kept
    assert CarePlan.of(conversation(Kept(), Wished(goal="g1", words="Sleep"))).kept


def test_a_question_is_open_until_it_is_closed_and_again_when_that_is_taken_out() -> None:
    turns = conversation(Wondered(topic="C02", words="heron"), Wondered(topic="C02", words="lantern"))
    turns = said_next(turns, Settled(topic="C02", turn="t0"))
    plan = CarePlan.of(turns)
    assert [turn.id for turn in plan.topics["C02"].open_questions] == ["t1"]
    assert [turn.id for turn in plan.topics["C02"].questions] == ["t0", "t1"]

    again = CarePlan.of(said_next(turns, TakenOut(turn="t2")))

    assert [turn.id for turn in again.topics["C02"].open_questions] == ["t0", "t1"]


def test_no_copy_for_others_says_that_a_closed_question_is_open() -> None:
    turns = said_next([], Wondered(topic="C02", words="heron"), TEAM)
    turns = said_next(turns, Settled(topic="C02", turn="t0"))

    assert CarePlan.for_reader(Reader.TEAM, turns).topics == {}


def test_two_cards_stand_until_they_are_taken_back_or_new_words_are_made() -> None:
    given = Entrusted(name="Rosa")

    assert CarePlan.of(conversation()).entrusted is None
    assert CarePlan.of(conversation(Kept(), given)).entrusted == given
    assert CarePlan.of(conversation(given, Entrusted(standing=False))).entrusted is None
    assert CarePlan.of(conversation(given, Kept())).entrusted is None
    assert CarePlan.of(conversation(given, Entrusted(standing=False), Entrusted(name="Ana"))).entrusted == Entrusted(
        name="Ana"
    )
