"""What changed since a paper was printed: what is said anew, and on what something was taken back."""

from datetime import date
from typing import NamedTuple

from perinatal.care import CarePlan
from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Heading, Paragraph, Points, Sheet, Text, Voice
from perinatal.paper.sheets.booklet import chapters
from perinatal.paper.sheets.page import DayOf, sheet_of
from perinatal.paper.sheets.picks import everything


class Older(NamedTuple):
    """The paper before this one: when it was made, and the titles of what it may say that was taken back."""

    since: date
    taken: tuple[str, ...]


def changed(plan: CarePlan, shelf: Shelf, made: date, older: Older, day_of: DayOf) -> Sheet:
    """What a plan says anew, and what was taken back since the older paper."""
    said = chapters(plan, shelf, everything(shelf), day_of)
    blocks: list[Block] = [
        Heading(level=1, words=shelf.say("paper.changed.title")),
        Paragraph(words=shelf.say("paper.changed.lead", date=shelf.day(older.since, year=True)), voice=Voice.LEAD),
        *said,
        *_taken(older.taken, shelf),
    ]
    if not said and not older.taken:
        blocks.append(Paragraph(words=shelf.say("paper.changed.nothing")))
    return sheet_of(shelf, made, blocks, both_sides=True)


def _taken(titles: tuple[str, ...], shelf: Shelf) -> list[Block]:
    if not titles:
        return []
    return [
        Heading(level=2, words=shelf.say("paper.changed.taken")),
        Paragraph(words=shelf.say("paper.changed.about_taken")),
        Points(items=tuple(Text(words=title) for title in titles)),
    ]
