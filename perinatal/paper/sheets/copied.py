"""A paper for somebody: for whom it is stands on its first page and at the foot of every page."""

from perinatal.care import Reader
from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Cover, Paragraph, Sheet, Voice


def made_for(reader: Reader, sheet: Sheet, shelf: Shelf) -> Sheet:
    """The same sheet, saying whom it is for. A parent's own copy says what it always said."""
    if reader is Reader.ME:
        return sheet
    footer = shelf.say("paper.copy.footer", reader=shelf.say(f"paper.reader.{reader}"), date=_day(sheet, shelf))
    blocks = tuple(_on_the_cover(block, shelf.say(f"paper.copy.{reader}")) for block in sheet.blocks)
    return sheet.model_copy(update={"footer": footer, "blocks": blocks})


def said_for(reader: Reader, shelf: Shelf) -> list[Block]:
    """The same in a sentence, for a sheet that has no cover."""
    return [] if reader is Reader.ME else [Paragraph(words=shelf.say(f"paper.copy.{reader}"), voice=Voice.QUIET)]


def _on_the_cover(block: Block, line: str) -> Block:
    return block.model_copy(update={"lines": (*block.lines, line)}) if isinstance(block, Cover) else block


def _day(sheet: Sheet, shelf: Shelf) -> str:
    return shelf.day(sheet.made, year=True)
