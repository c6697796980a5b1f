"""What a member's page says line by line, and that a silence there tells nothing."""

from datetime import date, datetime

import pytest

from perinatal.care import Audience, CarePlan, Point, Stance
from perinatal.care.said import Decided, Said, Settled, Stepped, Went, Wished, Wondered
from perinatal.care.sharing import Suggested
from perinatal.library import shelf
from perinatal.toolkit import Showing
from perinatal.toolkit.visiting import Offer
from perinatal.web.pages.visit import shown
from perinatal.web.pages.visit.shown import View, points, rows, shown_once
from tests.care.conversations import conversation, said_by

EN = shelf("en")


class House:
    """Where days are world days."""

    def local_day(self, moment: datetime) -> date:
        return moment.date()


@pytest.fixture(autouse=True)
def _house(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "house", House)


def view(*said: Said, offers: list[Offer] | None = None, audience: Audience = Audience.TEAM) -> View:
    return View("m1", audience, CarePlan.of(conversation(*said)), offers or [])


def line(item: str, part: str, seen: View) -> dict[str, str]:
    """The line of one item."""
    return next(row for row in rows(EN, part, seen) if row["item"] == item)


def test_a_topic_nobody_spoke_of_can_be_explained_and_reads_like_one_that_is_closed() -> None:
    there = rows(EN, "topics", view())

    assert {row["item"] for row in there} == {t.id for t in EN.topics.values() if Audience.TEAM in t.audience}
    assert {(row["talk"], row["words"], row["otherwise"], row["when"]) for row in there} == {("yes", "", "", "")}


def test_a_topic_that_was_opened_to_somebody_stands_on_their_page() -> None:
    assert rows(EN, "topics", view(audience=Audience.TRUSTED)) == []

    seen = view(Decided(topic="C07", stance=Stance.NO, words="heron"), audience=Audience.TRUSTED)

    (row,) = rows(EN, "topics", seen)
    assert (row["item"], row["words"], row["otherwise"]) == ("C07", "heron", EN.say("topic.stance.no"))


def test_each_open_question_says_whose_it_is_and_a_closed_one_is_not_there() -> None:
    turns = conversation(Wondered(topic="C07", words="one"), Wondered(topic="C07", words="two"))
    turns += [
        said_by("m1", Wondered(topic="C07", words="three"), number=7),
        said_by("m2", Wondered(topic="C07", words="four"), number=8),
        said_by("", Settled(topic="C07", turn="t1"), number=9),
    ]

    row = line("C07", "topics", View("m1", Audience.TEAM, CarePlan.of(turns), []))

    whose = (("parent", "one"), ("me", "three"), ("others", "four"))
    assert row["questions"].splitlines() == [EN.say(f"visit.asked_by_{who}", words=words) for who, words in whose]
    assert row["words"] == ""


def test_the_number_of_a_goal_does_not_tell_of_goals_that_are_not_shown() -> None:
    seen = view(
        Wished(goal="7", words="sleep", why="for me"),
        Stepped(goal="7", words="a nap", helper="Luz"),
        Went(goal="7", how="mostly", words="three nights"),
    )

    new, goal = rows(EN, "goals", seen)

    assert (new["item"], new["can"]) == ("goals", "yes")
    assert (goal["item"], goal["title"], goal["can"]) == ("goal-1", EN.say("visit.goal", number=1), "")
    assert "7" not in "".join(goal.values())
    for words in ("sleep", "for me", "a nap", "Luz", "three nights", EN.say("goal.going.mostly")):
        assert words in goal["words"]


def test_words_offered_for_a_new_goal_are_marked_and_not_said_again() -> None:
    offered = [Offer(Suggested(item="goals", words="heron"), answered=True)]

    (new,) = rows(EN, "goals", view(offers=offered))

    assert new["offers"] == EN.say("visit.answered")
    assert "heron" not in "".join(new.values())


def test_every_point_is_there_with_what_the_parent_reads_and_a_line_to_say_it_with() -> None:
    told = points(EN, "C07", frozenset({Point.HARM}))

    assert [row["id"] for row in told] == [str(point) for point in Point]
    assert all(row["say"] for row in told)
    assert told[2]["told"].splitlines() == [f"• {line}" for line in EN.topics["C07"].good]
    assert [row["id"] for row in told if row["covered"]] == [str(Point.HARM)]


def test_on_a_page_shown_once_each_question_says_whose_it_is() -> None:
    talk = conversation(Decided(topic="C02", stance=Stance.NO), Wondered(topic="C02", words="hers"))
    said = [*talk, said_by("m1", Wondered(topic="C02", words="mine"))]

    (row,) = shown_once(EN, Showing(b"", "C02", CarePlan.of(said)), "m1")

    assert EN.say("visit.asked_by_parent", words="hers") in row["questions"]
    assert EN.say("visit.asked_by_me", words="mine") in row["questions"]
