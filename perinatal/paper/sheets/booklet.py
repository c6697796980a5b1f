"""The plan booklet: mine, about me first, then what I said, decided, wish for, and where I find help."""

from datetime import date, datetime

from perinatal.care import CarePlan, Standing
from perinatal.care.plan import Answer as Answered
from perinatal.library import Shelf
from perinatal.paper.sheet import Answer, Block, Contents, Cover, Heading, Lines, NextPage, Paragraph, Sheet, Voice
from perinatal.paper.sheets.consent import consent
from perinatal.paper.sheets.goals import goals
from perinatal.paper.sheets.page import DayOf, sheet_of
from perinatal.paper.sheets.picks import Picks, said_questions, unchecked, usual_picks
from perinatal.paper.sheets.places import places
from perinatal.paper.sheets.typed import as_typed

_WRITING_LINES = 8
_GOALS = "U"
"""The section of the library that goals stand in."""
_CHAPTERS_WORTH_A_LIST = 2


def booklet(
    plan: CarePlan, shelf: Shelf, made: date, *, picks: Picks | None = None, day_of: DayOf = datetime.date
) -> Sheet:
    """The plan as this parent may hold it; without picks, the usual ones. Without a place, days are as turns say."""
    said = chapters(plan, shelf, usual_picks(plan, shelf) if picks is None else picks, day_of)
    return sheet_of(shelf, made, [*_cover(shelf), *_inside(shelf, said), *said, *_more(shelf)], both_sides=True)


def chapters(plan: CarePlan, shelf: Shelf, picks: Picks, day_of: DayOf) -> list[Block]:
    """All that was picked, chapter by chapter."""
    return [
        *_answers(plan, shelf, picks, day_of),
        *consent(plan, shelf, picks, day_of),
        *(places(plan, shelf) if picks.places else []),
    ]


def _cover(shelf: Shelf) -> list[Block]:
    # What lies on a table face up says only whose it is.
    return [
        Cover(
            title=shelf.say("paper.booklet.mine"),
            lead=shelf.say("paper.booklet.lead"),
            lines=shelf.lines("paper.booklet.lines"),
        ),
        NextPage(),
    ]


def _inside(shelf: Shelf, chapters: list[Block]) -> list[Block]:
    count = sum(isinstance(block, Heading) and block.level == 2 for block in chapters)
    if not count:
        return [Paragraph(words=shelf.say("paper.booklet.nothing"), voice=Voice.LEAD)]
    return [Contents(words=shelf.say("paper.booklet.inside"))] if count >= _CHAPTERS_WORTH_A_LIST else []


def _answers(plan: CarePlan, shelf: Shelf, picks: Picks, day_of: DayOf) -> list[Block]:
    said, typed = set(said_questions(plan, shelf)), unchecked(plan, shelf)
    there = {*said, *typed} & picks.questions
    blocks: list[Block] = []
    for section in shelf.sections:
        here = [question for question in section.questions if question.id in there]
        wishes = goals(plan, shelf, day_of) if section.id == _GOALS and picks.goals else []
        if here or wishes:
            blocks.append(Heading(level=2, words=section.title))
        for question in here:
            answer = plan.answers[question.id] if question.id in said else None
            blocks.append(answered(answer, question.ask, shelf) if answer else Answer(question=question.ask))
            blocks += [block for each in typed.get(question.id, ()) for block in as_typed(each, plan, shelf)]
        blocks += wishes
    return blocks


def answered(answer: Answered, ask: str, shelf: Shelf) -> Answer:
    """A question of ours with what the parent said to it."""
    if answer.standing is Standing.WORDS:
        return Answer(question=ask, words=answer.words, language=answer.history[-1].language)
    return Answer(question=ask, words=shelf.say(f"paper.standing.{answer.standing}"))


def _more(shelf: Shelf) -> list[Block]:
    return [
        Heading(level=2, words=shelf.say("paper.booklet.more")),
        Lines(label=shelf.say("paper.booklet.more_label"), count=_WRITING_LINES),
    ]
