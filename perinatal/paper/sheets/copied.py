"""A paper for somebody: for whom it is stands on its first page and at the foot of every page."""

from perinatal.care import Reader
from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Cover, Sheet


def made_for(reader: Reader, sheet: Sheet, shelf: Shelf) -> Sheet:
    """The same sheet, saying whom it is for. A parent's own copy says what it always said."""
    if reader is Reader.ME:
        return sheet
    footer = shelf.say("paper.copy.footer", reader=shelf.say(f"paper.reader.{reader}"), date=_day(sheet, shelf))
    blocks = tuple(_said(block, shelf.say(f"paper.copy.{reader}")) for block in sheet.blocks)
    return sheet.model_copy(update={"footer": footer, "blocks": blocks})


def _said(block: Block, line: str) -> Block:
    return block.model_copy(update={"lines": (*block.lines, line)}) if isinstance(block, Cover) else block


def _day(sheet: Sheet, shelf: Shelf) -> str:
    return shelf.day(sheet.made, year=True)
