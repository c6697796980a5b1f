"""Which part each thing that can be said is about: a kind added later has to say so too."""

import typing

import pytest

from perinatal.care import GoalState, Going, Reply, ShareAnswer, Stance, Turn
from perinatal.care.linking import Linked, Unlinked
from perinatal.care.said import (
    Answered,
    Decided,
    Explained,
    Hidden,
    Kept,
    Moved,
    Placed,
    Printed,
    Said,
    Settled,
    Stepped,
    TakenOut,
    Went,
    Wished,
    Wondered,
)
from perinatal.care.sharing import Addressed, Entrusted, LetIn, Looked, Replied, Shared, ShownOnce, Stopped, Suggested
from perinatal.library import languages, shelf
from perinatal.toolkit import GOALS, TOPICS
from perinatal.toolkit.addressing import part_of, titles
from perinatal.toolkit.covered import may_say, part_about, part_of_item, without
from tests.paper.sample import BEGAN

MEMBER = "0" * 32
LINKED = Linked(link="ab", name="x", audience="team", parts=frozenset("A"), until=BEGAN.date(), uses=1, coded=False)
ABOUT: dict[str, list[Said]] = {
    "A": [
        Answered(question="A1"),
        Addressed(item="A1", audience=frozenset()),
        Suggested(item="A1", words="x"),
        ShownOnce(member=MEMBER, item="A1"),
        Shared(member=MEMBER, part="A", answer=ShareAnswer.NOT_NOW),
        Stopped(member=MEMBER, part="A"),
        TakenOut(turn="in-a"),
        Replied(turn="in-a", how=Reply.ADDED),
    ],
    TOPICS: [
        Decided(topic="C07", stance=Stance.YES),
        Explained(topic="C07", points=frozenset()),
        Wondered(topic="C07", words="x"),
        Settled(topic="C07", turn="t1"),
        TakenOut(turn="gone", topic="C07"),
    ],
    GOALS: [
        Wished(goal="1", words="x"),
        Stepped(goal="1"),
        Went(goal="1", how=Going.MOSTLY),
        Moved(goal="1", state=GoalState.RESTING),
        Addressed(item="1", audience=frozenset()),
        Suggested(item=GOALS, words="x"),
    ],
    "": [
        Placed(place="us-988"),
        Printed(sheet="card"),
        Kept(),
        Hidden(parts=frozenset("A")),
        Looked(parts=frozenset("A")),
        LINKED,
        Unlinked(),
        Entrusted(),
        LetIn(member=MEMBER, public="0" * 128, name="x", audience="team"),
        Stopped(),
        TakenOut(turn="gone"),
        Replied(turn="gone", how=Reply.ADDED),
    ],
}


def turn(said: Said, id: str = "t0") -> Turn:
    by = MEMBER if isinstance(said, Looked | Suggested) else ""
    return Turn(id=id, at=BEGAN, language="en", said=said, by=by)


KNOWN = turn(Answered(question="A1"), "in-a")


@pytest.mark.parametrize("part", ABOUT)
def test_every_kind_of_turn_says_which_part_it_is_about(part: str) -> None:
    for said in ABOUT[part]:
        assert part_about(said, {KNOWN.id: KNOWN}) == part
        left = without([KNOWN, turn(said)], frozenset({"A", TOPICS, GOALS}))
        assert (turn(said) in left) is (part == "" and not isinstance(said, Hidden | Looked | Linked))


def test_no_kind_of_turn_is_missing_here() -> None:
    kinds = {type(said) for each in ABOUT.values() for said in each}

    assert kinds == set(typing.get_args(typing.get_args(Said)[0]))


def test_a_look_at_several_parts_is_told_without_the_hidden_ones() -> None:
    looked = turn(Looked(parts=frozenset({"A", "H"})))

    (left,) = without([looked], frozenset({"A"}))

    assert left.said == Looked(parts=frozenset({"H"}))


def test_stopping_may_always_be_said() -> None:
    covered = frozenset({"A"})

    assert may_say(Stopped(member=MEMBER, part="A"), [], covered)
    assert may_say(Hidden(parts=covered | {"B"}), [], covered)
    assert not may_say(Hidden(parts=frozenset()), [], covered)


@pytest.mark.parametrize("language", languages())
def test_what_can_be_hidden_is_every_part_and_goals(language: str) -> None:
    words = shelf(language)

    assert set(titles(words)) == {*(section.id for section in words.sections), TOPICS, GOALS}
    for item in (*words.questions, *words.topics, "nowhere"):
        assert part_of_item(item) == part_of(item, words)
