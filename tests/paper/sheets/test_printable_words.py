"""What the words of things to print never do: send someone to a number nobody checked, or tell what a parent takes."""

import re

import pytest

from perinatal.library import Printable, Shape, Shelf, languages, shelf
from perinatal.paper.sheets.drug_words import names_a_drug

SAYS_SO_IN_ITS_NAME = {"overdose-steps", "naloxone-here"}
"""Things whose own name tells; every other card and leaflet can lie on a table with its first side up."""
NO_DRUG_ANYWHERE = {"pocket-blank", "places-shortlist", "what-to-say", "crisis-steps", "ask-me-before"}
LONG_NUMBER = re.compile(r"\d[\d -]{4,}\d")
SHORT_NUMBERS = {"911", "988", "999", "116 123"}


@pytest.fixture(params=languages())
def words(request: pytest.FixtureRequest) -> Shelf:
    return shelf(request.param)


def _said(thing: Printable, *, sides: int | None = None) -> list[str]:
    said: list[str] = [] if sides else [thing.title]
    for part in thing.parts[:sides]:
        said += [part.heading, *part.words, *part.points, *part.steps, *part.choices]
        said += [lines.label for lines in part.lines] + [fact.text for fact in part.facts]
    return said


def test_every_phone_number_on_paper_is_one_we_checked(words: Shelf) -> None:
    checked = {phone.number for place in words.places.values() for phone in place.phones}

    said = {
        number.strip()
        for thing in words.printables.values()
        for text in _said(thing)
        for number in LONG_NUMBER.findall(text)
    }

    assert said - checked == set()
    assert checked >= SHORT_NUMBERS


def test_the_first_side_of_a_card_or_leaflet_names_no_drug(words: Shelf) -> None:
    carried = [
        t for t in words.printables.values() if t.shape in (Shape.CARDS, Shape.FOLD) and t.id not in SAYS_SO_IN_ITS_NAME
    ]

    telling = {t.id for t in carried if any(names_a_drug(text) for text in _said(t, sides=1))}

    assert telling == set()


def test_what_others_may_see_names_no_drug_on_any_side(words: Shelf) -> None:
    telling = {id: text for id in NO_DRUG_ANYWHERE for text in _said(words.printables[id]) if names_a_drug(text)}

    assert telling == {}


def test_each_card_is_whole(words: Shelf) -> None:
    """An odd side would be the back of nothing."""
    assert [t.id for t in words.printables.values() if t.shape is Shape.CARDS and len(t.parts) % 2] == []


def test_the_release_form_has_every_part_the_rule_asks_for_after_the_word_to_have_it_checked(words: Shelf) -> None:
    """42 CFR 2.31(a): name, who, what, to whom, why, taking it back, its end, what can follow, signature and day."""
    first, *others = words.printables["release-of-records"].parts

    numbered = [part.heading.partition(".")[0] for part in others if part.heading[0].isdigit()]

    assert {"en": "lawyer", "es": "legal"}[words.language] in first.heading
    assert numbered == list("123456789")
    assert all(part.lines or part.choices for part in others if part.heading[0].isdigit())


def test_the_outside_of_the_list_of_places_says_only_that_it_is_mine(words: Shelf) -> None:
    outside = words.printables["places-shortlist"].parts[0]

    assert len([text for text in _said(words.printables["places-shortlist"], sides=1) if text]) <= 2
    assert not outside.questions
    assert not outside.topics


def test_the_lines_to_say_are_those_of_the_topics(words: Shelf) -> None:
    stands = " ".join(_said(words.printables["say-it-lines"]))

    assert [topic.id for topic in words.topics.values() if topic.say_first not in stands] == []
