"""What does not fit on a sheet is said shorter, and said to be; nothing is cut off at an edge."""

import pytest

from perinatal.care import CarePlan, Reader, Stance
from perinatal.care.said import Answered, Decided
from perinatal.library import shelf
from perinatal.paper import Edition, Fit, Paper, pages_of, panels_of
from perinatal.paper.sheets.needed import Needed
from perinatal.toolkit import Copy, CopySheet
from perinatal.toolkit.laying_out import Order, laid_out
from tests.paper.audit import spoken
from tests.paper.printed import HARD, LANGUAGES, ask
from tests.paper.sample import LONG_ANSWER, MADE, Telling, full, with_answers

EN = shelf("en")
PAGES = [(paper, edition) for paper in Paper for edition in (Edition.STANDARD, Edition.LARGE)]


def fit(plan: CarePlan, sheet: CopySheet = CopySheet.PAGE, asked: Copy | None = None) -> Fit:
    order = Order(reader=Reader.BIRTH, copy_as=asked or Copy(language="en"), sheet=sheet, made=MADE)
    return laid_out(plan, order)


def told(**answers: str) -> CarePlan:
    telling = Telling("en")
    for question, words in answers.items():
        telling.say(Answered(question=question, words=words))
    return telling.plan()


@pytest.mark.parametrize(("paper", "edition"), PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("two", [False, True])
def test_birth_preferences_are_one_page_however_much_was_said(
    language: str, paper: Paper, edition: Edition, two: bool
) -> None:
    asked = ask(language, paper, edition) if two else Copy(language=language, paper=paper, edition=edition)
    large = edition is Edition.LARGE

    made = fit(full(language), asked=asked)

    drawn_in = Edition.LARGE if large else Edition.COMPACT
    assert pages_of(made.sheet, paper=paper, edition=drawn_in) <= (2 if large else 1) * (2 if two else 1)
    assert made.left_off
    assert shelf(language).say("paper.birth_page.continues") in spoken(made.sheet)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pocket_booklet_is_eight_small_pages_however_much_was_said(language: str, paper: Paper) -> None:
    made = fit(full(language), CopySheet.ZINE, Copy(language=language, paper=paper))

    assert panels_of(made.sheet, paper=paper) <= 8
    assert made.shortened
    assert shelf(language).say("paper.birth_page.continues") in spoken(made.sheet)


@pytest.mark.parametrize("name", HARD)
def test_hard_words_fit_too(name: str) -> None:
    plan = with_answers(HARD[name])

    assert pages_of(fit(plan).sheet, paper=Paper.LETTER, edition=Edition.COMPACT) == 1
    assert panels_of(fit(plan, CopySheet.ZINE).sheet, paper=Paper.LETTER) <= 8


def test_what_fits_whole_is_whole_and_nothing_is_said_to_be_elsewhere() -> None:
    made = fit(told(A1="Ana", B1="My sister Rosa"))

    assert (made.shortened, made.left_off) == ((), ())
    assert "My sister Rosa" in spoken(made.sheet)
    assert EN.say("paper.birth_page.continues") not in spoken(made.sheet)


def test_what_is_said_shorter_is_named_and_says_where_it_goes_on() -> None:
    made = fit(told(A1="Ana", I14=LONG_ANSWER))

    assert made.shortened == ("I14",)
    assert "…" in spoken(made.sheet)
    assert EN.say("paper.birth_page.continues") in spoken(made.sheet)


def test_what_has_to_be_known_first_stands_first() -> None:
    said = spoken(fit(told(K1="stay close", I2="low light", B1="Rosa", A1="Ana")).sheet)

    assert [said.index(words) for words in ("Ana", "Rosa", "stay close", "low light")] == sorted(
        said.index(words) for words in ("Ana", "Rosa", "stay close", "low light")
    )


@pytest.mark.parametrize("sheet", [CopySheet.PAGE, CopySheet.ZINE])
def test_half_a_condition_is_never_printed(sheet: CopySheet) -> None:
    """A yes with the beginning of its condition would be another answer."""
    telling = Telling("en")
    telling.say(Decided(topic="C25", stance=Stance.YES_IF, conditions=f"a woman does it, {LONG_ANSWER}"))

    made = fit(telling.plan(), sheet)

    assert "a woman does it" not in spoken(made.sheet)
    assert EN.say("paper.birth_page.first") in spoken(made.sheet)
    assert made.shortened == ("C25",)


@pytest.mark.parametrize("sheet", [CopySheet.PAGE, CopySheet.ZINE])
def test_a_short_condition_stands_beside_its_yes(sheet: CopySheet) -> None:
    telling = Telling("en")
    telling.say(Decided(topic="C25", stance=Stance.YES_IF, conditions="a woman does it"))
    telling.say(Decided(topic="C26", stance=Stance.NO))

    said = spoken(fit(telling.plan(), sheet).sheet)

    assert said.index("Yes, if…") < said.index("a woman does it") < said.index("Students and people who watch") + 40


def test_where_not_even_the_answers_on_care_fit_a_yes_is_left_off_before_a_no() -> None:
    needed = Needed(full("en"), EN)

    last = needed.ways()[-2:]

    assert [care.stance for care in needed.care(last[0])] == [Stance.NO]
    assert needed.care(last[1]) == []
    assert {*needed.off(last[1])} == {*needed.asked, *needed.decided}


@pytest.mark.parametrize("sheet", [CopySheet.PAGE, CopySheet.ZINE])
def test_an_empty_plan_prints_with_room_to_write(sheet: CopySheet) -> None:
    assert EN.say("paper.booklet.nothing") in spoken(fit(CarePlan(), sheet).sheet)
