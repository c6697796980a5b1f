"""The laws of company, for any conversation that can be had about showing things to people."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from perinatal.care.audience import ONLY_ME, Audience, Reader
from perinatal.care.plan import CarePlan
from perinatal.care.said import Explained, Said, TakenOut, Wondered
from perinatal.care.sharing import LetIn, Looked, Replied, Reply, ShareAnswer, Shared, Stopped, Suggested
from perinatal.care.stance import Point
from perinatal.care.turn import Turn, read_turns
from tests.care.conversations import MONDAY, conversation, conversations, said_by, said_next

TODAY = MONDAY.date()
MEMBERS = ("m", "n")
KEYS = ("0" * 128, "1" * 128)

_members = st.sampled_from(MEMBERS)
_parts = st.sampled_from(["A", "B"])
_days = st.integers(-3, 3).map(lambda days: TODAY + timedelta(days=days))


def let_in(member: str = "m", public: str = KEYS[0], audience: Audience = Audience.TEAM, name: str = "Ana") -> LetIn:
    return LetIn(member=member, public=public, name=name, audience=audience)


def yes(until: date, member: str = "m", part: str = "A") -> Shared:
    return Shared(member=member, part=part, answer=ShareAnswer.YES, until=until)


_answers: SearchStrategy[Said] = st.one_of(
    st.builds(
        lambda member, part, until: yes(until, member, part),
        _members,
        _parts,
        _days,
    ),
    st.builds(
        lambda member, part, until: Shared(member=member, part=part, answer=ShareAnswer.ASK_EACH_TIME, until=until),
        _members,
        _parts,
        st.none() | _days,
    ),
    st.builds(
        lambda member, part, answer: Shared(member=member, part=part, answer=answer),
        _members,
        _parts,
        st.sampled_from([ShareAnswer.TALK_FIRST, ShareAnswer.NOT_NOW]),
    ),
)
_stops = st.builds(
    lambda member, part: Stopped(member=member, part=part), st.sampled_from(["", *MEMBERS]), _parts | st.just("")
)
_lettings_in = st.builds(let_in, _members, st.sampled_from(KEYS), st.sampled_from([Audience.TEAM, Audience.TRUSTED]))


def _talk(said: list[Said]) -> list[Turn]:
    return conversation(*said)


talks = st.lists(st.one_of(_answers, _answers, _stops, _lettings_in), max_size=14).map(_talk)


def person(turns: list[Turn], member: str = "m") -> frozenset[str]:
    known = CarePlan.of(turns).company.people.get(member)
    return known.sees(TODAY) if known else frozenset()


@given(talks)
def test_what_somebody_sees_depends_on_the_turns_and_on_the_day_alone(turns: list[Turn]) -> None:
    again = read_turns([turn.model_dump_json().encode() for turn in turns])

    for member in MEMBERS:
        assert person(again, member) == person(turns, member)


@given(talks)
def test_nobody_sees_what_no_yes_was_ever_said_to(turns: list[Turn]) -> None:
    silent = [t for t in turns if not (isinstance(t.said, Shared) and t.said.until is not None)]

    assert all(person(silent, member) == frozenset() for member in MEMBERS)


@given(talks)
def test_nobody_sees_anything_once_everything_was_stopped(turns: list[Turn]) -> None:
    after = said_next(turns, Stopped())

    assert all(person(after, member) == frozenset() for member in MEMBERS)


@given(talks)
def test_a_stop_closes_what_it_names_and_nothing_else(turns: list[Turn]) -> None:
    one = said_next(turns, Stopped(member="m"))
    part = said_next(turns, Stopped(member="m", part="A"))

    assert person(one) == frozenset()
    assert person(part) == person(turns) - {"A"}
    assert person(one, "n") == person(part, "n") == person(turns, "n")


@given(talks, _answers)
def test_an_earlier_yes_never_outlives_a_later_answer(turns: list[Turn], later: Shared) -> None:
    before = said_next(turns, yes(TODAY, later.member, later.part))

    after = said_next(before, later)

    assert (later.part in person(after, later.member)) is (
        later.is_open(TODAY) and later.member in CarePlan.of(turns).company.people
    )


@given(talks)
def test_a_yes_is_over_when_its_last_day_is(turns: list[Turn]) -> None:
    for known in CarePlan.of(turns).company.people.values():
        for part, until in known.shown(TODAY).items():
            assert until >= TODAY
            assert part in known.sees(until)
            assert part not in known.sees(until + timedelta(days=1))


@given(talks)
def test_who_was_not_named_is_shown_nothing(turns: list[Turn]) -> None:
    unnamed = [turn for turn in turns if not isinstance(turn.said, LetIn)]

    assert CarePlan.of(unnamed).company.people == {}


@given(talks, st.sampled_from(KEYS), st.sampled_from([Audience.TEAM, Audience.BIRTH]))
def test_other_keys_or_another_place_are_shown_nothing_of_what_was_answered_before(
    turns: list[Turn], public: str, audience: Audience
) -> None:
    known = CarePlan.of(turns).company.people.get("m")
    same = known is not None and (known.said.public, known.said.audience) == (public, audience)

    after = person(said_next(turns, let_in("m", public, audience)))

    assert after == (person(turns) if same else frozenset())


def test_another_name_for_the_same_person_changes_nothing() -> None:
    turns = conversation(let_in(), yes(TODAY), let_in(name="Ana from the clinic"))

    assert person(turns) == {"A"}
    assert CarePlan.of(turns).company.people["m"].said.name == "Ana from the clinic"


def test_a_stop_that_was_taken_back_leaves_what_was_answered_before() -> None:
    turns = conversation(let_in(), yes(TODAY), Stopped(member="m"), TakenOut(turn="t2"))

    assert person(turns) == {"A"}
    assert person(said_next(turns, Stopped(member="m"))) == frozenset()


@given(conversations(), st.sets(st.sampled_from(Point)))
def test_what_members_say_is_never_an_answer_a_stance_or_a_goal(turns: list[Turn], points: set[Point]) -> None:
    said: list[Said] = [
        Suggested(item="a", words="heron"),
        Suggested(item="a", words="heron", spoken=True),
        Explained(topic="a", points=frozenset(points), who="heron"),
        Wondered(topic="a", words="heron"),
        Looked(parts=frozenset({"A"})),
    ]
    before = CarePlan.of(turns)

    after = CarePlan.of([*turns, *(said_by("m", one, number=100 + n) for n, one in enumerate(said))])

    assert (after.answers, after.goals, after.places, after.kept) == (
        before.answers,
        before.goals,
        before.places,
        before.kept,
    )
    assert {id: topic.stance for id, topic in after.topics.items() if topic.stance} == {
        id: topic.stance for id, topic in before.topics.items() if topic.stance
    }
    assert after.topics["a"].explained >= points
    assert after.topics["a"].questions[-1].by == "m"
    assert after.company.people == before.company.people


def test_a_suggestion_waits_until_the_parent_answers_and_each_answer_ends_the_waiting() -> None:
    offered = said_by("m", Suggested(item="A1", words="heron"), number=5)
    assert CarePlan.of([offered]).company.waiting[0].said.words == "heron"

    for how in Reply:
        answered = said_by("", Replied(turn="t5", how=how), number=6)
        company = CarePlan.of([offered, answered]).company
        assert company.waiting == []
        assert company.suggestions["t5"].reply is how


def test_an_answer_to_nothing_that_was_offered_is_an_answer_to_nothing() -> None:
    assert CarePlan.of(conversation(Replied(turn="t9", how=Reply.ADDED))).company.suggestions == {}


@given(talks, st.sampled_from([Reader.TEAM, Reader.BIRTH, Reader.TRUSTED]))
def test_a_copy_for_others_says_nothing_about_others(turns: list[Turn], reader: Reader) -> None:
    offered = said_by("m", Suggested(item="A1", words="heron"), number=98)
    looked = said_by("m", Looked(parts=frozenset({"A"})), number=99)

    plan = CarePlan.for_reader(reader, [*turns, offered, looked])

    assert all(turn.audience == ONLY_ME for turn in turns)
    assert (plan.company.people, plan.company.looks, plan.company.suggestions) == ({}, [], {})


def test_a_copy_for_the_team_holds_no_word_offered_to_others() -> None:
    trusted = frozenset({Audience.TRUSTED})
    offered = said_by("m", Suggested(item="A1", words="heron"), trusted)

    assert CarePlan.for_reader(Reader.TEAM, [offered]).company.suggestions == {}
    assert CarePlan.for_reader(Reader.TRUSTED, [offered]).company.suggestions
