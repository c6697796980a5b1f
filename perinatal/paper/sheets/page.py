"""What every sheet has in common: a neutral title, the date, the page line."""

from collections.abc import Callable
from datetime import date, datetime

from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Sheet

DayOf = Callable[[datetime], date]
"""Tells which day a moment fell on in the place a sheet is made for."""


def sheet_of(shelf: Shelf, made: date, blocks: list[Block], *, both_sides: bool) -> Sheet:
    """A sheet in the language of this shelf, made on this day."""
    return Sheet(
        title=shelf.say("paper.title"),
        language=shelf.language,
        made=made,
        footer=shelf.say("paper.footer", date=shelf.day(made, year=True)),
        page=shelf.say("paper.page", page="{page}", pages="{pages}"),
        unprintable=shelf.say("paper.unprintable"),
        blocks=tuple(blocks),
        both_sides=both_sides,
    )
