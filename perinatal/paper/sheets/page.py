"""What every sheet has in common: a neutral title, the date, the page line."""

from datetime import date

from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Sheet


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
