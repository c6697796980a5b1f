"""What an address is about decides whether its page may be shown."""

import pytest

from perinatal.toolkit import GOALS, TOPICS, languages, shelf
from perinatal.web.app import live_pages
from perinatal.web.parts.about import part_at, question_at, ten_minutes


@pytest.mark.parametrize("language", languages())
def test_every_page_of_a_question_a_section_a_topic_and_goals_knows_its_part(language: str) -> None:
    words = shelf(language)

    for section in words.sections:
        assert part_at(words, f"c/{section.number}") == section.id
        for question in section.questions:
            assert question_at(words, f"p/{question.number}") == question.id
            assert part_at(words, f"p/{question.number}") == section.id
    for number, question in enumerate(ten_minutes(words), start=1):
        assert question_at(words, f"j/{number}") == question
        assert part_at(words, f"j/{number}") == part_at(words, f"p/{words.questions[question].number}")
    assert {part_at(words, f"o/{topic.number}") for topic in words.topics.values()} == {TOPICS}
    assert {part_at(words, place) for place in ("g", "g/1", "g/99", "g/cards")} == {GOALS}


def test_the_pages_that_show_several_parts_or_none_are_these() -> None:
    """A page added later has to be looked at: what it shows of a plan comes from what may be shown."""
    words = shelf("en")

    several = {place for place, _, _ in live_pages(words) if not part_at(words, place)}

    assert {place for place in several if not place.startswith("s/")} == {
        "p",
        "j",
        "w",
        "q",
        "m",
        "m/c",
        "m/d",
        "m/h",
        "m/r",
        "m/t",
        "m/w",
        "d",
        "d/n",
        "v",
        "y",
        "y/b",
        "s",
        "c",
    }


@pytest.mark.parametrize("place", ["", "p/0", "p/999", "j/0", "j/99", "p/x", "c/99", "c", "s/1", "nowhere/1"])
def test_an_address_of_nothing_is_about_no_part(place: str) -> None:
    assert part_at(shelf("en"), place) == ""
