"""Month by month through the first year: what she planned for herself, and room to write for each month."""

from datetime import date

from perinatal.care import CarePlan
from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Heading, Lines, Paragraph, Sheet, Voice
from perinatal.paper.sheets.booklet import chapters
from perinatal.paper.sheets.page import DayOf, sheet_of
from perinatal.paper.sheets.picks import everything

MONTHS = 12
_LINES = 4
AFTER_BIRTH = "M"
"""The section of questions on the time after birth."""


def months(plan: CarePlan, shelf: Shelf, made: date, day_of: DayOf) -> Sheet:
    """Her answers on the time after birth, her goals and places, and twelve months with lines."""
    section = next(each for each in shelf.sections if each.id == AFTER_BIRTH)
    picks = everything(shelf).model_copy(
        update={"questions": frozenset(question.id for question in section.questions), "topics": frozenset()}
    )
    blocks: list[Block] = [
        Heading(level=1, words=shelf.say("paper.months.title")),
        Paragraph(words=shelf.say("paper.months.lead"), voice=Voice.LEAD),
        *chapters(plan, shelf, picks, day_of),
        Heading(level=2, words=shelf.say("paper.months.year")),
        Paragraph(words=shelf.say("paper.months.about")),
        *(block for number in range(1, MONTHS + 1) for block in _month(number, shelf)),
    ]
    return sheet_of(shelf, made, blocks, both_sides=True)


def _month(number: int, shelf: Shelf) -> list[Block]:
    return [
        Heading(level=3, words=shelf.say("paper.months.month", number=number)),
        Lines(label=shelf.say("paper.months.label"), count=_LINES),
    ]
