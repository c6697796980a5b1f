"""Words with something filled in, and dates and times as each language says them."""

import datetime
from pathlib import Path

import pytest

from perinatal.library import NotOnTheShelf, Shelf, languages, read_shelf, shelf

MAY = datetime.date(2026, 5, 3)


@pytest.fixture
def small(root: Path) -> Shelf:
    return read_shelf(root, "en")


def test_words_are_said_with_what_is_filled_in(small: Shelf) -> None:
    assert small.say("hub.title") == "Notes"
    assert small.say("hub.hello", name="Ana") == "Hello Ana."


def test_what_is_filled_in_is_text_and_nothing_else(small: Shelf) -> None:
    assert small.say("hub.hello", name="{name} %s \\1 <b>") == "Hello {name} %s \\1 <b>."


def test_one_and_many_are_said_differently(small: Shelf) -> None:
    assert [small.say("hub.answers", count=count) for count in (0, 1, 2)] == ["0 answers", "1 answer", "2 answers"]


def test_a_list_is_said_line_by_line(small: Shelf) -> None:
    assert small.lines("hub.tips.list") == ("One.", "Two.")


@pytest.mark.parametrize("key", ["hub.nothing", "nothing.title", "hub.tips.list", "hub.answers.one", "hub"])
def test_words_that_nobody_wrote_are_not_made_up(small: Shelf, key: str) -> None:
    with pytest.raises(NotOnTheShelf, match=key):
        small.say(key)


def test_a_list_is_not_taken_for_words_nor_words_for_a_list(small: Shelf) -> None:
    with pytest.raises(NotOnTheShelf):
        small.lines("hub.title")


def test_a_complaint_never_repeats_what_a_person_wrote(small: Shelf) -> None:
    with pytest.raises(NotOnTheShelf) as complaint:
        small.say("hub.hello", nam="canary-words-of-a-person")

    assert "hub.hello" in str(complaint.value)
    assert "canary" not in str(complaint.value)


def test_a_day_is_written_the_way_the_language_writes_it() -> None:
    assert [shelf(language).day(MAY) for language in ("en", "es")] == ["3 May", "3 de mayo"]
    assert [shelf(language).day(MAY, year=True) for language in ("en", "es")] == ["3 May 2026", "3 de mayo de 2026"]


@pytest.mark.parametrize(
    ("time", "en", "es"),
    [
        (datetime.time(14, 14), "2:14 pm", "14:14"),
        (datetime.time(0, 5), "12:05 am", "0:05"),
        (datetime.time(12, 0), "12:00 pm", "12:00"),
        (datetime.time(23, 59), "11:59 pm", "23:59"),
    ],
)
def test_a_time_is_written_the_way_the_language_writes_it(time: datetime.time, en: str, es: str) -> None:
    assert (shelf("en").clock(time), shelf("es").clock(time)) == (en, es)


@pytest.mark.parametrize(
    ("written", "en", "es"),
    [
        ("", "", ""),
        ("2020", "2020", "2020"),
        ("2020-09", "September 2020", "septiembre de 2020"),
        ("2020-09-30", "30 September 2020", "30 de septiembre de 2020"),
    ],
)
def test_the_date_of_a_source_is_as_exact_as_the_source(written: str, en: str, es: str) -> None:
    assert [shelf(language).calendar.since(written) for language in ("en", "es")] == [en, es]


@pytest.mark.parametrize("language", languages())
def test_every_day_of_the_year_and_every_date_of_a_source_can_be_said(language: str) -> None:
    words = shelf(language)
    first = datetime.date(2028, 1, 1)

    days = {words.day(first + datetime.timedelta(days=day)) for day in range(366)}

    assert len(days) == 366
    assert all("{" not in words.date_of(source) for source in words.sources.values())
