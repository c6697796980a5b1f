"""A booklet for a pocket, folded from one page into eight: neutral outside, and inside what has to be known first."""

from datetime import date
from functools import partial

from perinatal.care import CarePlan, Reader, Standing
from perinatal.library import Shelf
from perinatal.paper.fitting import Fit, Way
from perinatal.paper.sheet import Answer, Block, Heading, Layout, Lines, NextPage, Paragraph, Stand, Voice
from perinatal.paper.sheets.consent import sign_of
from perinatal.paper.sheets.copied import made_for, said_for
from perinatal.paper.sheets.needed import Care, How, Needed
from perinatal.paper.sheets.page import sheet_of
from perinatal.paper.sheets.shortening import shortened

_BACK_LINES = 6


def zines(plan: CarePlan, shelf: Shelf, made: date, reader: Reader) -> list[Way]:
    """Ways to say it on eight small pages, each shorter than the one before."""
    needed = Needed(plan, shelf)
    return [partial(_zine, needed, made, reader, how) for how in needed.ways()]


def _zine(needed: Needed, made: date, reader: Reader, how: How) -> Fit:
    shelf, short, off = needed.shelf, needed.short(how), needed.off(how)
    inside = [*_answers(needed, how), *_care(needed, how)] or [Paragraph(words=shelf.say("paper.booklet.nothing"))]
    if short or off:
        inside.append(Paragraph(words=shelf.say("paper.birth_page.continues"), voice=Voice.QUIET))
    blocks: list[Block] = [
        # What can be seen while it is closed says nothing: the first page and the last.
        Heading(level=1, words=shelf.say("paper.title")),
        NextPage(),
        *said_for(reader, shelf),
        *inside,
        Paragraph(words=shelf.say("paper.zine.made", date=shelf.day(made, year=True)), voice=Voice.QUIET),
        NextPage(),
        Lines(label=shelf.say("paper.title"), count=_BACK_LINES),
    ]
    plain = sheet_of(shelf, made, blocks, both_sides=False).model_copy(update={"layout": Layout.ZINE})
    sheet = made_for(reader, plain, shelf)
    return Fit(sheet=sheet, shortened=short, left_off=off)


def _answers(needed: Needed, how: How) -> list[Block]:
    if not how.asked:
        return []
    title = Heading(level=2, words=needed.shelf.say("paper.birth_page.title"))
    return [title, *(_answer(needed, id, how.length) for id in how.asked)]


def _answer(needed: Needed, id: str, length: int) -> Answer:
    shelf, answer = needed.shelf, needed.plan.answers[id]
    ask = shelf.questions[id].ask
    if answer.standing is not Standing.WORDS:
        return Answer(question=ask, words=shelf.say(f"paper.standing.{answer.standing}"))
    shown, more = shortened(answer.words, length)
    note = shelf.say("paper.card.continues") if more else ""
    return Answer(question=ask, words=shown, language=answer.history[-1].language, note=note)


def _care(needed: Needed, how: How) -> list[Block]:
    said = needed.care(how)
    if not said:
        return []
    title = Heading(level=2, words=needed.shelf.say("paper.topics.title"))
    return [title, *(block for care in said for block in _answered(needed, care))]


def _answered(needed: Needed, care: Care) -> list[Block]:
    shelf = needed.shelf
    blocks: list[Block] = [
        Stand(sign=sign_of(care.stance), words=shelf.say(f"paper.stance.{care.stance}")),
        Paragraph(words=needed.titles(care)),
    ]
    if care.own:
        blocks.append(Paragraph(words=care.own.words, voice=Voice.PARENT, language=care.own.language))
    if care.elsewhere:
        blocks.append(Paragraph(words=shelf.say("paper.birth_page.first"), voice=Voice.QUIET))
    return blocks
