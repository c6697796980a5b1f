"""The same sheet in two languages, side by side. Words of the parent's stand there once, as she said them."""

from collections.abc import Iterator

from perinatal.paper.sheet import (
    Answer,
    Beside,
    Block,
    Contents,
    Cover,
    Heading,
    Lines,
    NextPage,
    Paragraph,
    Points,
    Sheet,
    Square,
    Stand,
    Table,
    Text,
    Voice,
)


class NotTwinsError(Exception):
    """Two sheets are not the same one in two languages: a fault of ours, never of words."""


def side_by_side(first: Sheet, second: Sheet) -> Sheet:
    """Both sheets as one, the first on the left. Its bookmarks, contents and foot are the first's."""
    if len(first.blocks) != len(second.blocks):
        raise NotTwinsError
    pairs = zip(first.blocks, second.blocks, strict=True)
    blocks = tuple(block for one, other in pairs for block in _both(one, other, second.language))
    return first.model_copy(update={"blocks": blocks, "both_sides": True})


def _both(one: Block, other: Block, language: str) -> Iterator[Block]:
    match one, other:
        case NextPage() | Contents(), NextPage() | Contents():
            yield one
        case Cover(), Cover():
            yield one
            yield Paragraph(words=other.title, voice=Voice.LABEL, language=language)
            yield Paragraph(words="\n".join((other.lead, *other.lines)), language=language)
        case Paragraph() | Points(), Paragraph() | Points() if _is_own(one):
            yield one
        case (
            (Heading() | Paragraph() | Stand() | Points() | Lines()),
            (Heading() | Paragraph() | Stand() | Points() | Lines()),
        ):
            yield Beside(first=one, second=other, language=language)
        case Answer(), Answer():
            yield from _answer(one, other, language)
        case Table(), Table():
            yield from _table(one, other, language)
        case Square(), Square():
            yield one
            yield Paragraph(words=other.caption, voice=Voice.QUIET, language=language)
        case _:
            raise NotTwinsError


def _is_own(block: Paragraph | Points) -> bool:
    """Whether somebody's own words are in it: only those say which language they are in."""
    said = block.items if isinstance(block, Points) else (block,)
    return any(each.language for each in said)


def _answer(one: Answer, other: Answer, language: str) -> Iterator[Block]:
    yield Beside(first=Answer(question=one.question), second=Answer(question=other.question), language=language)
    if one.words:
        own = Text(words=one.words, language=one.language)
        yield from _said(own, Text(words=other.words), language, Voice.PARENT)
    if one.note:
        yield from _said(Text(words=one.note), Text(words=other.note), language, Voice.QUIET)


def _table(one: Table, other: Table, language: str) -> Iterator[Block]:
    """Row under row, each under its heading: three columns beside three columns would be too narrow to read."""
    for row, twin in zip(one.rows, other.rows, strict=True):
        for number, (cell, there) in enumerate(zip(row, twin, strict=True)):
            if cell.words:
                ours = Voice.OURS if number else Voice.LABEL
                yield from _said(cell, there, language, Voice.PARENT if cell.language else ours)


def _said(one: Text, other: Text, language: str, voice: Voice) -> Iterator[Block]:
    first = Paragraph(words=one.words, voice=voice, language=one.language)
    if one.language:
        yield first
    else:
        yield Beside(first=first, second=Paragraph(words=other.words, voice=voice), language=language)
