"""What a paper says of the record it was printed from, so that a parent can hold one beside the other later."""

from pydantic import BaseModel

from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Card, Heading, Paragraph, Sheet, Square

_GROUP = 4


class Mark(BaseModel, frozen=True):
    """How many entries a record has, and the digest of the last. Neither says a word of any entry."""

    entries: int
    digest: str

    @property
    def in_groups(self) -> str:
        """The digest, to be read by eye."""
        return " ".join(self.digest[start : start + _GROUP] for start in range(0, len(self.digest), _GROUP))

    @property
    def whole(self) -> str:
        """Both, as one text for a camera."""
        return f"CPL1:{self.entries}:{self.digest}"


def with_mark(sheet: Sheet, mark: Mark, shelf: Shelf) -> Sheet:
    """The same sheet with this mark: on its card if it is one, else at its end."""
    if any(isinstance(block, Card) for block in sheet.blocks):
        return sheet.model_copy(update={"blocks": tuple(_marked(block, mark, shelf) for block in sheet.blocks)})
    return sheet.model_copy(update={"blocks": (*sheet.blocks, *_at_the_end(mark, shelf))})


def _marked(block: Block, mark: Mark, shelf: Shelf) -> Block:
    if not isinstance(block, Card):
        return block
    line = Paragraph(words=f"{shelf.say('paper.record.card', count=mark.entries)} {mark.in_groups}")
    return block.model_copy(update={"blocks": (*block.blocks, line)})


def _at_the_end(mark: Mark, shelf: Shelf) -> list[Block]:
    return [
        Heading(level=2, words=shelf.say("paper.record.title")),
        Paragraph(words=shelf.say("paper.record.entries", count=mark.entries)),
        Paragraph(words=mark.in_groups),
        Square(
            content=mark.whole,
            alternative=shelf.say("paper.record.alternative"),
            caption=shelf.say("paper.record.caption"),
        ),
    ]
