"""Birth preferences on one page: what has to be known first, in the parent's words, and the answers on care."""

from datetime import date
from functools import partial

from perinatal.care import CarePlan, Reader, Standing
from perinatal.library import Shelf
from perinatal.paper.fitting import Fit, Way
from perinatal.paper.sheet import Block, Heading, Lines, Paragraph, Table, Text, Voice
from perinatal.paper.sheets.copied import made_for, said_for
from perinatal.paper.sheets.needed import Care, How, Needed
from perinatal.paper.sheets.page import sheet_of
from perinatal.paper.sheets.shortening import shortened

_EMPTY_LINES = 12
_TOGETHER = ("birth_page.care", "topics.answer")
_ALONE = (*_TOGETHER, "topics.words")
_SHARES = {2: (3, 2), 3: (5, 4, 6)}
"""How wide the columns of answers on care are."""


def birth_pages(plan: CarePlan, shelf: Shelf, made: date, reader: Reader) -> list[Way]:
    """Ways to say it on a page, each shorter than the one before."""
    needed = Needed(plan, shelf)
    return [partial(_page, needed, made, reader, how) for how in needed.ways()]


def _page(needed: Needed, made: date, reader: Reader, how: How) -> Fit:
    shelf, short, off = needed.shelf, needed.short(how), needed.off(how)
    tables = [*_answers(needed, how), *_care(needed, how)]
    blocks: list[Block] = [
        Heading(level=1, words=shelf.say("paper.birth_page.title")),
        Paragraph(words=shelf.say("paper.birth_page.lead")),
        *said_for(reader, shelf),
        *(tables or _blank(shelf)),
    ]
    if short or off:
        blocks.append(Paragraph(words=shelf.say("paper.birth_page.continues"), voice=Voice.QUIET))
    sheet = made_for(reader, sheet_of(shelf, made, blocks, both_sides=False), shelf)
    return Fit(sheet=sheet, shortened=short, left_off=off)


def _blank(shelf: Shelf) -> list[Block]:
    return [
        Paragraph(words=shelf.say("paper.booklet.nothing")),
        Lines(label=shelf.say("paper.booklet.more_label"), count=_EMPTY_LINES),
    ]


def _answers(needed: Needed, how: How) -> list[Block]:
    if not how.asked:
        return []
    shelf = needed.shelf
    head = (shelf.say("paper.birth_page.asked"), shelf.say("paper.topics.words"))
    rows = tuple((Text(words=shelf.questions[id].ask), _own(needed, id, how.length)) for id in how.asked)
    return [Table(summary=shelf.say("paper.birth_page.answers"), head=head, rows=rows, shares=(1, 1))]


def _own(needed: Needed, id: str, length: int) -> Text:
    answer = needed.plan.answers[id]
    if answer.standing is not Standing.WORDS:
        return Text(words=needed.shelf.say(f"paper.standing.{answer.standing}"))
    return Text(words=shortened(answer.words, length)[0], language=answer.history[-1].language)


def _care(needed: Needed, how: How) -> list[Block]:
    shelf, said = needed.shelf, needed.care(how)
    if not said:
        return []
    rows = tuple((Text(words=needed.titles(care)), *_said(care, shelf, how)) for care in said)
    head = tuple(shelf.say(f"paper.{key}") for key in (_ALONE if how.conditions else _TOGETHER))
    return [Table(summary=shelf.say("paper.topics.title"), head=head, rows=rows, shares=_SHARES[len(head)])]


def _said(care: Care, shelf: Shelf, how: How) -> tuple[Text, ...]:
    """The cells of an answer: the words of her own have a column only where they are said here."""
    stance = shelf.say(f"paper.stance.{care.stance}")
    elsewhere = shelf.say("paper.birth_page.first") if care.elsewhere else ""
    if how.conditions:
        return Text(words=stance), care.own or Text(words=elsewhere)
    return (Text(words=f"{stance} · {elsewhere}" if elsewhere else stance),)
