"""Whoever writes a file wrong is told the file, the table, the key and what to do; and told everything at once."""

from pathlib import Path

import pytest

from perinatal.library import Mistake, WrongShelf, read_shelf
from perinatal.library.check import every_hard_sentence, every_mistake
from tests.library.small_shelf import add, change

QUESTIONS, TOPICS, SOURCES = "facts/questions.toml", "facts/topics.toml", "facts/sources.toml"
PRINTABLES, WELCOME = "facts/printables.toml", "en/printables/welcome.toml"


def test_a_shelf_without_mistakes_is_read(root: Path) -> None:
    assert every_mistake(root) == []


# What is planted: file, old words, new words; then what is said about it: file, table, key, and some of the words.
PLANTED = [
    ("es/questions.toml", 'why = "So people use it."', "", "es/questions.toml", "A1", "why", "missing"),
    (QUESTIONS, 'box = "line"\n', "", QUESTIONS, "A1", "box", "missing"),
    (QUESTIONS, 'box = "line"', 'box = "line"\ncolor = "red"', QUESTIONS, "A1", "color", "unknown key"),
    (QUESTIONS, 'box = "line"', 'box = "square"', QUESTIONS, "A1", "box", "unknown value 'square'"),
    (QUESTIONS, "level = 3", "level = 5", QUESTIONS, "A2", "level", "out of range"),
    (QUESTIONS, "level = 3", 'level = "3"', QUESTIONS, "A2", "level", "must be a whole number"),
    (QUESTIONS, "card = true", 'card = "yes"', QUESTIONS, "A1", "card", "must be true or false"),
    (QUESTIONS, "ask = true", "ask = 1", QUESTIONS, "A2", "ask", "must be true or false"),
    (QUESTIONS, '"birth"]', '"police"]', QUESTIONS, "A1", "audience[1]", "unknown value 'police'; known: 'me'"),
    (QUESTIONS, '["team", "birth"]', "[]", QUESTIONS, "A1", "audience", "empty list"),
    (QUESTIONS, '["me"]', '"me"', QUESTIONS, "A2", "audience", "must be a list"),
    (QUESTIONS, "reviewed = 2026-11-22", 'reviewed = "soon"', QUESTIONS, "A1", "reviewed", "must be a date"),
    (QUESTIONS, 'sources = ["S001"]', 'sources = ["S999"]', QUESTIONS, "A2", "sources", "unknown source 'S999'"),
    (QUESTIONS, "ours = true\n", "", QUESTIONS, "A1", "sources", "or write `ours = true`"),
    (QUESTIONS, "number = 2", "number = 1", QUESTIONS, "A2", "number", "already the number of [A1]"),
    (QUESTIONS, "names_drugs = true\n", "", "en/questions.toml", "A2", "neutral", "not used"),
    ("en/questions.toml", 'neutral = "What to know about me"', "", "en/questions.toml", "A2", "neutral", "missing"),
    ("en/questions.toml", 'ask = "What is your name?"', 'ask = ""', "en/questions.toml", "A1", "ask", "is empty"),
    ("en/questions.toml", 'ask = "What is your name?"', "ask = 7", "en/questions.toml", "A1", "ask", "words in quotes"),
    ("en/questions.toml", "[A1]", "[A7]", "en/questions.toml", "A7", "", "has words but no facts"),
    ("en/questions.toml", "[A1]", "[A7]", "en/questions.toml", "A1", "", "missing: facts/questions.toml has [A1]"),
    ("en/questions.toml", "[A1]", "[A1", "en/questions.toml", "", "", "can't be read as TOML"),
    (TOPICS, 'group = "tests"', 'group = "trips"', TOPICS, "C01", "group", "unknown id 'trips'"),
    ("en/topics.toml", "else = ", "instead = ", "en/topics.toml", "C01", "else", "missing"),
    ("en/topics.toml", "else = ", "instead = ", "en/topics.toml", "C01", "instead", "unknown key; known here: "),
    ("en/topics.toml", 'source = "S001"', "", "en/topics.toml", "C01", "facts[0]", "source missing"),
    ("en/topics.toml", 'source = "S001"', 'source = "S7"', "en/topics.toml", "C01", "facts[0]", "unknown source 'S7'"),
    ("en/topics.toml", "unsure = true", "sure = true", "en/topics.toml", "C01", "facts[0].sure", "unknown key"),
    ("facts/goals.toml", 'area = "rest"', 'area = "work"', "facts/goals.toml", "g1", "area", "unknown id 'work'"),
    ("facts/places/us.toml", '"us"', '"ca"', "facts/places/us.toml", "us-line", "country", "must be 'us'"),
    ("facts/places/us.toml", '"crisis"', '"fun"', "facts/places/us.toml", "us-line", "needs", "unknown id 'fun'"),
    ("facts/places/us.toml", '"24/7"', '"always"', "facts/places/us.toml", "us-line", "hours", "right form: 'always'"),
    ("facts/places/us.toml", '"call"', '"shout"', "facts/places/us.toml", "us-line", "phones[0].kind", "unknown value"),
    ("facts/places/us.toml", '"S001"', '"S9"', "facts/places/us.toml", "us-line", "source", "unknown id 'S9'"),
    (
        "facts/places/us.toml",
        '[{ number = "988", kind = "call" }]',
        "[]",
        "facts/places/us.toml",
        "us-line",
        "phones",
        "missing",
    ),
    ("en/places.toml", "[us-line]", "[ca-line]", "en/places.toml", "ca-line", "", "has words but no facts"),
    ("facts/articles.toml", "[rights]", "[wrongs]", "en/articles/wrongs.toml", "", "", "file missing"),
    ("facts/articles.toml", "[rights]", "[wrongs]", "facts/articles.toml", "rights", "", "missing"),
    (
        "en/articles/rights.toml",
        "words = [",
        "wordz = [",
        "en/articles/rights.toml",
        "rights",
        "parts[0].wordz",
        "unknown",
    ),
    ("en/articles/rights.toml", '"S001"', '"S2"', "en/articles/rights.toml", "parts", "[0].facts[0]", "unknown source"),
    (PRINTABLES, "[welcome]", "[goodbye]", "en/printables/goodbye.toml", "", "", "file missing"),
    (PRINTABLES, "[welcome]", "[goodbye]", PRINTABLES, "welcome", "", "missing: en/printables/welcome.toml is there"),
    (PRINTABLES, '"poster"', '"balloon"', PRINTABLES, "welcome", "shape", "unknown value 'balloon'; known: 'poster'"),
    (PRINTABLES, '"room"', '"roof"', PRINTABLES, "welcome", "group", "unknown value 'roof'"),
    (PRINTABLES, '"waiting-room"', '"attic"', PRINTABLES, "welcome", "sets[0]", "unknown value 'attic'"),
    (PRINTABLES, '"door"', '"dragon"', PRINTABLES, "welcome", "symbol", "unknown value 'dragon'"),
    (PRINTABLES, '"US"', '"America"', PRINTABLES, "welcome", "place", "right form: 'America'"),
    (PRINTABLES, "number = 1", "number = 0", PRINTABLES, "welcome", "number", "out of range"),
    (PRINTABLES, "brand = true", 'brand = "yes"', PRINTABLES, "welcome", "brand", "true or false"),
    (PRINTABLES, "reviewed = 2026-11-22", "", PRINTABLES, "welcome", "reviewed", "missing"),
    (PRINTABLES, "brand = true", "colour = true", PRINTABLES, "welcome", "colour", "unknown key"),
    (WELCOME, "words = [", "wordz = [", WELCOME, "welcome", "parts[0].wordz", "unknown key"),
    (WELCOME, "count = 2", "count = 200", WELCOME, "welcome", "parts[0].lines[0].count", "out of range"),
    (WELCOME, "count = 2", "count = 4", "es/printables/welcome.toml", "parts[0]", "lines[0].count", "but 4 in en"),
    (WELCOME, "count = 3", "count = 4", "es/printables/welcome.toml", "parts[0]", "questions[0].count", "but 4 in en"),
    (WELCOME, "= true\n[[", "= false\n[[", "es/printables/welcome.toml", "parts[0]", "new_page", "but False in en"),
    (WELCOME, "new_page = true", "", WELCOME, "parts[0]", "new_page", "missing: es has it"),
    (WELCOME, '"A1"', '"A9"', WELCOME, "", "questions", "unknown id 'A9'"),
    (WELCOME, '["C01"]', '["C99"]', WELCOME, "", "topics", "unknown id 'C99'"),
    (WELCOME, '"S001"', '""', WELCOME, "parts", "[0].facts[0]", "source missing"),
    (WELCOME, '"S001"', '"S2"', WELCOME, "parts", "[0].facts[0]", "unknown source"),
    (SOURCES, 'url = "https://example.org/page"', "", SOURCES, "S001", "url", "missing"),
    (SOURCES, '"2020-09"', '"last year"', SOURCES, "S001", "date", "right form"),
    (SOURCES, '"2020-09"', '"2020-13"', SOURCES, "S001", "date", "right form"),
    (SOURCES, '"2020-09"', '"2020-02-30"', SOURCES, "S001", "date", "day is out of range"),
    ("en/language.toml", 'clock = "{hour}:{minute} {half}"', "", "en/language.toml", "en", "calendar.clock", "missing"),
    ("en/screens/hub.toml", 'title = "Notes"', "title = 5", "en/screens/hub.toml", "", "hub.title", "words in quotes"),
]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted[0]}-{planted[2][:20]}")
def test_a_planted_mistake_is_named_by_file_table_and_key(root: Path, planted: tuple[str, ...]) -> None:
    name, old, new, file, table, key, said = planted
    change(root, name, old, new)

    found = [
        mistake for mistake in every_mistake(root) if (mistake.file, mistake.table, mistake.key) == (file, table, key)
    ]

    assert [said in mistake.what for mistake in found] == [True], every_mistake(root)


def test_a_wrong_file_stops_the_start(root: Path) -> None:
    change(root, "es/questions.toml", 'why = "So people use it."', "")

    with pytest.raises(WrongShelf, match=r"library/es/questions.toml: \[A1\] why: missing"):
        read_shelf(root, "es")


def test_all_mistakes_are_told_at_once(root: Path) -> None:
    change(root, "en/questions.toml", 'why = "So people use it."', "")
    change(root, "en/goals.toml", 'wish = "I want to sleep."', "")
    change(root, SOURCES, '"2020-09"', '"soon"')

    with pytest.raises(WrongShelf) as wrong:
        read_shelf(root, "en")

    assert {mistake.file for mistake in wrong.value.mistakes} >= {"en/questions.toml", "en/goals.toml", SOURCES}


def test_a_missing_file_is_one_mistake_and_not_one_for_each_table(root: Path) -> None:
    (root / "es/goals.toml").unlink()

    assert [mistake.what for mistake in every_mistake(root) if mistake.file == "es/goals.toml"] == [
        "file missing: facts/goals.toml waits for it"
    ]


def test_two_files_that_would_answer_to_the_same_name_are_refused(root: Path) -> None:
    add(root, "en/hub.toml", 'title = "Notes"')

    assert Mistake("en/screens/hub.toml", "", "", "has the same name as en/hub.toml: rename one") in every_mistake(root)


def test_the_words_of_a_thing_to_print_are_read_like_all_others(root: Path) -> None:
    add(root, "en/avoid.toml", '[relapse]\npattern = "relapse"\nsay = "use again"')
    change(root, WELCOME, "Take a seat.", "A relapse. One. Two. Three.")

    said = {mistake.what for mistake in (*every_mistake(root), *every_hard_sentence(root)) if mistake.file == WELCOME}

    assert said == {
        "says 'relapse'; say: use again",
        "4 sentences in a paragraph, at most 3: start a new line",
    }
