"""What stands on the shelf: all of it, in every language, with where it comes from."""

import pytest
from pydantic import ValidationError

from perinatal.care import Point
from perinatal.library import NoSuchLanguage, Shelf, languages, shelf
from perinatal.library.check import every_mistake

QUESTIONS_IN_SECTIONS = ["A", "B", "C", "E", "G", "H", "I", "J", "K", "M", "U", "X"]
TOPICS = ["C01", "C02", "C03", "C07", "C08", "C10", "C25", "C26", "C29", "C33", "C38", "C41", "C44", "C47", "C52"]
GOALS = 113


@pytest.fixture(params=languages())
def words(request: pytest.FixtureRequest) -> Shelf:
    return shelf(request.param)


def test_nothing_on_the_shelf_is_wrong() -> None:
    assert [str(mistake) for mistake in every_mistake()] == []


def test_english_and_spanish_are_there() -> None:
    assert {"en", "es"} <= set(languages())
    assert shelf("es").native_name == "Español"


def test_a_language_that_is_not_there_is_not_made_up() -> None:
    with pytest.raises(NoSuchLanguage):
        shelf("../en")


def test_the_shelf_is_read_once() -> None:
    assert shelf("en") is shelf("en")


def test_nothing_on_the_shelf_can_be_changed(words: Shelf) -> None:
    question = words.questions["A1"]

    with pytest.raises(ValidationError):
        question.ask = "?"  # type: ignore[misc]  that it can't is what is tested
    with pytest.raises(TypeError):
        words.questions["A1"] = question  # type: ignore[index]  the same


def test_the_whole_first_slice_is_there(words: Shelf) -> None:
    assert [section.id for section in words.sections] == QUESTIONS_IN_SECTIONS
    assert sorted(words.topics) == TOPICS
    assert len(words.goals) == GOALS
    assert {place.country for place in words.places.values()} == {"us", "ca", "uk"}


def test_everything_stands_in_its_group_and_nothing_is_lost_between(words: Shelf) -> None:
    assert [q.id for section in words.sections for q in section.questions] == list(words.questions)
    assert {topic.id for group in words.groups for topic in group.topics} == set(words.topics)
    assert {goal.id for area in words.areas for goal in area.goals} == set(words.goals)
    assert all(group.topics for group in words.groups)
    assert all(area.goals for area in words.areas)


def test_no_two_sections_share_a_symbol(words: Shelf) -> None:
    assert len({section.symbol for section in words.sections}) == len(words.sections)


def test_every_language_has_the_same_things_in_the_same_order(words: Shelf) -> None:
    english = shelf("en")

    for stack in ("questions", "topics", "goals", "places", "articles", "said"):
        assert list(getattr(words, stack)) == list(getattr(english, stack)), stack


def test_every_fact_has_a_source_with_an_address_or_says_that_it_is_ours(words: Shelf) -> None:
    facts = [fact for topic in words.topics.values() for fact in topic.facts]
    facts += [fact for article in words.articles.values() for part in article.parts for fact in part.facts]

    assert facts
    for fact in facts:
        assert fact.ours or words.sources[fact.source].url.startswith("http"), fact.text


def test_every_question_and_topic_says_where_it_comes_from(words: Shelf) -> None:
    for one in [*words.questions.values(), *words.topics.values()]:
        assert one.ours or all(source in words.sources for source in one.sources), one.id


def test_every_topic_tells_all_that_a_conversation_covers(words: Shelf) -> None:
    for topic in words.topics.values():
        for point in set(Point) - {Point.MY_ANSWER}:
            assert all(topic.told(point)), (topic.id, point)
        assert topic.told(Point.MY_ANSWER) == ()


def test_what_is_most_sensitive_is_never_set_to_be_seen_by_others(words: Shelf) -> None:
    for question in words.questions.values():
        if question.level == 4:
            assert question.audience == {"me"}, question.id
            assert not question.card, question.id
