"""The first year, month by month: room to write, and what she planned for herself."""

import pytest

from perinatal.library import shelf
from perinatal.paper import Sheet, months
from perinatal.paper.sheet import Heading, Lines
from tests.paper.audit import spoken
from tests.paper.sample import MADE, OWN, full, with_answers


def sheet(language: str) -> Sheet:
    return months(full(language), shelf(language), MADE, day_of=lambda moment: moment.date())


@pytest.mark.parametrize("language", ["en", "es"])
def test_there_are_twelve_months_with_room_to_write(language: str) -> None:
    said = [block.words for block in sheet(language).blocks if isinstance(block, Heading) and block.level == 3]
    lines = [block for block in sheet(language).blocks if isinstance(block, Lines)]

    assert said[-12:] == [shelf(language).say("paper.months.month", number=number) for number in range(1, 13)]
    assert [block.count for block in lines] == [4] * 12


def test_her_goals_her_places_and_the_time_after_birth_are_there_and_nothing_else() -> None:
    words = shelf("en")
    said = spoken(sheet("en"))

    assert all(question.ask in said for question in words.sections[9].questions if question.id != "M7")
    assert OWN["en"][3] in said
    assert words.say("paper.places.title") in said
    assert words.questions["A1"].ask not in said
    assert words.say("paper.topics.title") not in said


def test_an_empty_plan_gives_twelve_empty_months() -> None:
    said = spoken(months(with_answers([]), shelf("en"), MADE, day_of=lambda moment: moment.date()))

    assert said.count(shelf("en").say("paper.months.label")) == 12
