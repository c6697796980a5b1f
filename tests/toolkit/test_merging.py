"""A file added to a plan that is open: what is new and nothing twice, the last word counts, and nobody sees more."""

import pytest

from perinatal.care import ONLY_ME, Audience, Stance
from perinatal.care.said import Answered, Wondered
from perinatal.exchange import CarriedTurn, PlanFile
from perinatal.library import shelf
from perinatal.toolkit import Covered
from perinatal.toolkit.merging import all_of, new_in
from tests.toolkit.company import Room
from tests.toolkit.conftest import Place, do
from tests.toolkit.files import added, begun, carried, full, later, looked, told

pytestmark = pytest.mark.usefixtures("quick_files")


def copy_elsewhere(place: Place, elsewhere: Place) -> None:
    """From now on the plan elsewhere is the same one."""
    elsewhere.plan, elsewhere.now = begun(elsewhere, carried(place)), place.now


def test_added_twice_nothing_is_there_twice(place: Place, elsewhere: Place) -> None:
    full(place)
    elsewhere.answer("mine", "C1")
    file = carried(place)

    first, second = added(elsewhere, file), added(elsewhere, file)

    assert (first > 0, second) == (True, 0)
    assert len({turn.id for turn in elsewhere.plan.turns}) == len(elsewhere.plan.turns)
    assert elsewhere.plan.says.answers["C1"].words == "mine"
    assert added(place, file) == 0


def test_what_went_on_in_both_is_in_both_and_the_last_word_counts(place: Place, elsewhere: Place) -> None:
    place.answer("before both")
    copy_elsewhere(place, elsewhere)
    later(elsewhere, 60)
    elsewhere.answer("there, first", "A1")
    elsewhere.answer("there only", "B1")
    later(place, 120)
    place.answer("here, last", "A1")
    place.answer("here only", "B2")

    added(place, carried(elsewhere))
    added(elsewhere, carried(place))

    for each in (place, elsewhere):
        says = each.plan.says.answers
        assert says["A1"].words == "here, last"
        assert [turn.said.words for turn in says["A1"].history if turn.said.kind == "answered"] == [
            "before both",
            "there, first",
            "here, last",
        ]
        assert (says["B1"].words, says["B2"].words) == ("there only", "here only")
    later(place)
    place.answer("said after that", "A1")
    assert place.plan.says.answers["A1"].words == "said after that"


def test_how_many_answers_would_change_is_said_before_anything_does(place: Place, elsewhere: Place) -> None:
    topic = next(iter(shelf("en").topics))
    place.answer("here", "A1")
    do(place.toolkit.topics.decide(place.plan, topic, Stance.NO, "en"))
    later(elsewhere)
    elsewhere.answer("there, later", "A1")
    elsewhere.answer("there only", "B1")
    do(elsewhere.toolkit.topics.decide(elsewhere.plan, topic, Stance.YES, "en"))
    brought = looked(place, carried(elsewhere))

    preview = place.toolkit.carrying.preview(brought, "en", place.plan)
    other_way = elsewhere.toolkit.carrying.preview(looked(elsewhere, carried(place)), "en", elsewhere.plan)

    assert (preview.changed, other_way.changed) == (2, 0)
    assert (place.plan.says.answers["A1"].words, place.plan.says.topics[topic].stance) == ("here", Stance.NO)
    added(place, carried(elsewhere))
    assert [turn.said.words for turn in place.plan.says.answers["A1"].history if isinstance(turn.said, Answered)] == [
        "here",
        "there, later",
    ]


def test_a_yes_that_was_taken_out_in_the_file_is_out_here_too(place: Place, elsewhere: Place) -> None:
    topic = next(iter(shelf("en").topics))
    do(place.toolkit.topics.decide(place.plan, topic, Stance.YES, "en"))
    copy_elsewhere(place, elsewhere)
    later(elsewhere)
    yes = elsewhere.plan.says.topics[topic].answered_by or ""
    do(elsewhere.toolkit.take_out(elsewhere.plan, yes, "en"))
    later(elsewhere)
    file = carried(elsewhere)

    assert place.toolkit.carrying.preview(looked(place, file), "en", place.plan).taken_out == 1
    added(place, file)

    assert place.plan.says.topics.get(topic) is None or place.plan.says.topics[topic].stance is None


def test_what_was_erased_here_does_not_come_back(place: Place) -> None:
    place.answer("heron erased")
    place.answer("heron stays", "B1")
    file = carried(place)
    later(place)
    do(place.toolkit.take_out(place.plan, place.plan.says.answers["A1"].history[-1].id, "en"))
    later(place)
    place.answer("and on", "B2")
    assert place.said() == ["heron stays", "and on"]

    assert added(place, file) == 0
    assert place.said() == ["heron stays", "and on"]


def test_goals_of_two_plans_stay_two_goals(place: Place, elsewhere: Place) -> None:
    do(place.toolkit.goals.wish(place.plan, "sleep", "en"))
    do(elsewhere.toolkit.goals.wish(elsewhere.plan, "walk", "en"))
    file = carried(place)

    added(elsewhere, file)
    later(place)
    do(place.toolkit.goals.step(place.plan, "1", "a dark room", "", "en"))
    added(elsewhere, carried(place))

    goals = elsewhere.plan.says.goals
    assert {n: g.wish.words for n, g in goals.items() if g.wish} == {"1": "walk", "2": "sleep"}
    assert [goal.step.words for goal in goals.values() if goal.step] == ["a dark room"]


# -- A file opens nothing to anybody.


def test_a_file_never_shows_words_to_more_people_than_the_open_plan_does(place: Place, elsewhere: Place) -> None:
    wide = frozenset({Audience.TEAM, Audience.BIRTH, Audience.TRUSTED})
    do(place.toolkit.company.address(place.plan, "A1", wide, "en"))
    place.answer("heron wide")
    do(elsewhere.toolkit.company.address(elsewhere.plan, "A1", ONLY_ME, "en"))
    elsewhere.answer("heron closed")

    added(elsewhere, carried(place))

    about = [turn for turn in elsewhere.plan.turns if turn.said.kind == "answered"]
    assert {turn.audience for turn in about} == {ONLY_ME}
    assert elsewhere.toolkit.company.audience(elsewhere.plan, "A1", "en") == ONLY_ME


def test_what_the_file_closed_is_closed_here_from_then_on(place: Place, elsewhere: Place) -> None:
    elsewhere.answer("heron here")
    do(place.toolkit.company.address(place.plan, "A1", ONLY_ME, "en"))
    place.answer("heron closed")

    added(elsewhere, carried(place))

    about = [turn for turn in elsewhere.plan.turns if turn.said.kind == "answered"]
    assert {turn.audience for turn in about} == {ONLY_ME}
    assert elsewhere.toolkit.company.audience(elsewhere.plan, "A1", "en") == ONLY_ME
    before, again = told(elsewhere.plan.turns), carried(place)
    added(elsewhere, again)
    assert told(elsewhere.plan.turns) == before


def test_a_part_named_in_a_file_is_not_believed(place: Place) -> None:
    place.answer("heron", "A1")
    brought = looked(place, carried(place))

    assert {turn.part for turn in new_in(brought.file, (), shelf("en"))} <= {"A", ""}


def test_what_others_said_comes_with_a_name_and_names_are_for_the_parent_alone(place: Place) -> None:
    topic = next(iter(shelf("en").topics))
    asked = CarriedTurn(
        id="t1",
        at=place.now,
        language="en",
        by="other",
        name="Ana",
        audience=frozenset({Audience.TEAM}),
        said=Wondered(topic=topic, words="shall I ask?"),
    )
    file = PlanFile(made=place.now.date(), language="en", turns=(asked,))

    for turn in (*all_of(file, shelf("en")), *new_in(file, (), shelf("en"))):
        assert (turn.by, turn.carried.name if turn.carried else "") == ("file", "Ana")
        assert (turn.audience, turn.part) == (ONLY_ME, "")


def test_somebody_who_is_shown_a_part_sees_what_was_added_there_and_nothing_else(
    place: Place, elsewhere: Place
) -> None:
    room = Room(elsewhere)
    room.share("A")
    place.answer("heron in A", "A1")
    place.answer("heron in B", "B1")

    added(elsewhere, carried(place))
    seen = room.look(room.visit())

    assert [answer.words for answer in seen.answers.values()] == ["heron in A"]


def test_nothing_is_added_while_something_is_hidden(place: Place, elsewhere: Place) -> None:
    do(elsewhere.toolkit.keep(elsewhere.plan, "en"))
    do(elsewhere.toolkit.hiding.hide(elsewhere.plan, "A", "en", hidden=True))
    before = elsewhere.plan.all_turns

    with pytest.raises(Covered):
        added(elsewhere, carried(place))

    assert elsewhere.plan.all_turns == before
