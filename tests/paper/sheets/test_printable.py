"""A blank form and its filled twin are the same; a filled one holds what was picked and not a sign of the rest."""

import pytest

from perinatal.care import Stance, Standing
from perinatal.library import Fact, Printable, PrintedPart, Shape, shelf
from perinatal.library.printable import Code, Prompt
from perinatal.paper import Brand, Extras, Filling, Paper, Picks, draw, printable
from perinatal.paper.sheet import (
    Answer,
    Choices,
    Drawing,
    Layout,
    Lines,
    NextPage,
    Paragraph,
    Sources,
    Square,
    Stand,
    Steps,
)
from tests.paper.audit import audit, plain, spoken
from tests.paper.printed import HARD
from tests.paper.sample import MADE, OWN, all_of, full, with_answers
from tests.paper.things import BRAND, LANGUAGES, filled, thing


def form(language: str) -> Printable:
    """A form with every question and every topic there is."""
    words = shelf(language)
    part = PrintedPart(
        heading="All",
        questions=tuple(Prompt(id=id, count=2) for id in words.questions),
        topics=tuple(words.topics),
    )
    return thing("before-this", language).model_copy(update={"parts": (part,)})


def with_facts(*facts: Fact) -> Printable:
    """A sheet with these facts."""
    return thing("before-this", "en").model_copy(update={"parts": (PrintedPart(facts=facts),)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_form_has_each_question_with_its_number_and_lines(language: str) -> None:
    words = shelf(language)
    lines = [block for block in printable(form(language), words).blocks if isinstance(block, Lines)]

    labels = [block.label for block in lines]
    for question in words.questions.values():
        assert f"{question.number}. {question.ask}" in labels
    assert {block.count for block in lines} == {2}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_topic_has_a_box_for_each_answer_and_none_is_ticked(language: str) -> None:
    sheet = printable(form(language), shelf(language))

    boxes = [block.options for block in sheet.blocks if isinstance(block, Choices)]
    assert len(boxes) == len(shelf(language).topics)
    assert {len(options) for options in boxes} == {len(Stance)}
    assert not any(isinstance(block, Stand) for block in sheet.blocks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_form_holds_the_answers_in_the_parents_words(language: str) -> None:
    plan = full(language)
    sheet = filled(form(language), language)

    answers = {block.question: block.words for block in sheet.blocks if isinstance(block, Answer)}
    for id, answer in plan.answers.items():
        if answer.standing is Standing.WORDS and answer.words.strip():
            question = shelf(language).questions[id]
            assert answers[f"{question.number}. {question.ask}"] == answer.words
    assert sum(isinstance(block, Stand) for block in sheet.blocks) == len(plan.topics)


def test_of_what_was_not_picked_there_is_no_sign() -> None:
    plan = full("en")
    one = next(id for id, answer in plan.answers.items() if answer.words.strip())

    alone = filled(form("en"), "en", Picks(questions=frozenset({one})))
    nothing = filled(form("en"), "en", Picks())

    said = spoken(alone)
    assert plain(plan.answers[one].words) in said
    for id, answer in plan.answers.items():
        if id != one and answer.words.strip() and answer.words not in plan.answers[one].words:
            assert plain(answer.words) not in said
    blank = printable(form("en"), shelf("en"))
    assert nothing.blocks == blank.blocks


def test_a_filled_form_says_in_its_title_what_every_print_of_a_plan_says() -> None:
    sheet = filled(form("en"), "en")

    assert sheet.title == shelf("en").say("paper.title")
    assert sheet.made == MADE
    assert not any(words in sheet.footer for words in OWN["en"])
    assert audit(draw(sheet)).problems == []


def test_a_blank_thing_is_the_same_on_every_day_and_says_when_its_words_were_read_again() -> None:
    one = thing("welcome-poster", "en")
    sheet = printable(one, shelf("en"))

    assert (sheet.title, sheet.made) == (one.title, one.reviewed)
    assert shelf("en").day(one.reviewed, year=True) in sheet.footer


def test_what_is_written_about_a_thing_for_lists_is_never_on_the_paper() -> None:
    for language in LANGUAGES:
        for one in shelf(language).printables.values():
            assert plain(one.about) not in spoken(printable(one, shelf(language)))


def test_every_fact_has_its_source_with_title_and_date_at_the_end_once() -> None:
    words = shelf("en")
    dated, undated = (next(s for s in words.sources.values() if bool(s.date) is has) for has in (True, False))
    one = with_facts(
        Fact(text="This is so.", source=dated.id),
        Fact(text="And this.", source=undated.id),
        Fact(text="And that.", source=dated.id),
        Fact(text="We say this.", ours=True),
    )

    sheet = printable(one, words)

    said = [block.words for block in sheet.blocks if isinstance(block, Paragraph)]
    assert said == ["This is so. [1]", "And this. [2]", "And that. [1]", "We say this."]
    (sources,) = [block for block in sheet.blocks if isinstance(block, Sources)]
    assert sources.items == (f"{dated.title} ({words.date_of(dated)})", f"{undated.title} (no date shown)")


def test_a_thing_without_facts_has_no_list_of_sources() -> None:
    assert not any(isinstance(block, Sources) for block in printable(thing("welcome-poster", "en"), shelf("en")).blocks)


def test_a_part_says_all_it_can_say_in_one_order() -> None:
    part = PrintedPart(
        heading="Heading",
        words=("words",),
        points=("point",),
        steps=("step",),
        choices=("choice",),
        square=Code(words="river", caption="caption"),
        new_page=True,
    )
    one = thing("welcome-poster", "en").model_copy(update={"parts": (part,), "shape": Shape.SHEET})

    blocks = printable(one, shelf("en")).blocks

    kinds = [type(block).__name__ for block in blocks]
    assert kinds == ["Drawing", "Heading", "NextPage", "Heading", "Paragraph", "Points", "Steps", "Choices", "Square"]
    assert {Drawing, NextPage, Steps, Square} <= {type(block) for block in blocks}


def test_the_first_part_of_a_leaflet_is_alone_on_its_outside() -> None:
    parts = (PrintedPart(words=("outside",)), PrintedPart(words=("inside",)), PrintedPart(words=("more",)))
    one = thing("welcome-poster", "en").model_copy(update={"parts": parts, "shape": Shape.FOLD})

    sheet = printable(one, shelf("en"))

    assert sheet.layout is Layout.FOLD
    kinds = [type(block).__name__ for block in sheet.blocks]
    assert kinds == ["Drawing", "Heading", "Paragraph", "NextPage", "Paragraph", "Paragraph"]


def test_a_brand_stands_only_where_there_is_room_for_one() -> None:
    with_room = thing("welcome-poster", "en")
    without = with_room.model_copy(update={"brand": False})

    assert printable(with_room, shelf("en"), extras=Extras(brand=BRAND)).brand == BRAND
    assert printable(without, shelf("en"), extras=Extras(brand=BRAND)).brand == Brand()


def test_on_a_card_a_brand_is_its_last_lines_and_not_on_cards_without_room() -> None:
    card = thing("ask-three", "en").model_copy(update={"brand": True})
    sheet = printable(card, shelf("en"), extras=Extras(brand=BRAND))

    assert spoken(sheet).endswith(f"{BRAND.name} {BRAND.phone} {BRAND.hours}")
    assert sheet.brand == Brand()
    bare = printable(card.model_copy(update={"brand": False}), shelf("en"), extras=Extras(brand=BRAND))
    assert BRAND.name not in spoken(bare)


def test_all_of_a_plan_fits_into_the_form_and_can_be_drawn() -> None:
    plan = full("en")

    said = plain(audit(draw(filled(form("en"), "en", all_of(plan)))).said)

    assert all(plain(answer.words) in said for answer in plan.answers.values())


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("shape", [Shape.CARDS, Shape.SHEET, Shape.FOLD])
def test_no_words_are_too_hard_for_any_shape(shape: Shape, name: str) -> None:
    plan = with_answers(HARD[name])
    prompts = PrintedPart(questions=tuple(Prompt(id=id, count=1) for id in plan.answers or ["A1"]))
    outside = PrintedPart(words=("Notes",))
    one = thing("welcome-poster", "en").model_copy(update={"parts": (outside, prompts), "shape": shape})

    sheet = printable(one, shelf("en"), filling=Filling(plan=plan, picks=all_of(plan), made=MADE))

    for paper in Paper:
        checked = audit(draw(sheet, paper=paper))
        assert checked.problems == []
        said = plain(checked.said).replace(" ", "")
        assert said.startswith(spoken(sheet).replace(" ", ""))
