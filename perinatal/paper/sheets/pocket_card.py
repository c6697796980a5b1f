"""The pocket card: a few answers to carry, with or without words that name drugs."""

from datetime import date

from pydantic import BaseModel

from perinatal.care import CarePlan
from perinatal.library import Question, Shelf
from perinatal.paper.sheet import Answer, Card, CardBlock, Heading, Paragraph, Sheet, Voice
from perinatal.paper.sheets.drug_words import names_a_drug
from perinatal.paper.sheets.page import sheet_of
from perinatal.paper.sheets.picks import Picks, card_picks, offered_on_a_card
from perinatal.paper.sheets.shortening import shortened

_LONGEST = 180
"""Letters of one answer on a card: about five lines. What is longer says that it goes on in the booklet."""


class PocketCard(BaseModel, frozen=True):
    """A card, and the questions whose answers were left out because a word in them names a drug."""

    sheet: Sheet
    left_out: tuple[str, ...] = ()


def pocket_card(
    plan: CarePlan, shelf: Shelf, made: date, *, picks: Picks | None = None, drug_words: bool = False
) -> PocketCard:
    """A card of the picked answers. Without drug words, a neutral line stands where an answer would name one."""
    chosen = card_picks(plan, shelf) if picks is None else picks
    blocks: list[CardBlock] = []
    left_out: list[str] = []
    for id in offered_on_a_card(plan, shelf):
        if id not in chosen.questions:
            continue
        question, answer = shelf.questions[id], plan.answers[id]
        if drug_words:
            blocks.append(_whole(question, answer.words, answer.history[-1].language, shelf))
        elif question.names_drugs:
            blocks.append(Paragraph(words=question.neutral))
        elif names_a_drug(answer.words):
            left_out.append(id)
        else:
            blocks.append(_whole(question, answer.words, answer.history[-1].language, shelf))
    return PocketCard(sheet=_sheet(list(dict.fromkeys(blocks)), shelf, made), left_out=tuple(left_out))


def _whole(question: Question, words: str, language: str, shelf: Shelf) -> Answer:
    shown, more = shortened(words, _LONGEST)
    note = shelf.say("paper.card.continues") if more else ""
    return Answer(question=question.ask, words=shown, language=language, note=note)


def _sheet(blocks: list[CardBlock], shelf: Shelf, made: date) -> Sheet:
    inside = blocks or [Paragraph(words=shelf.say("paper.card.nothing"))]
    return sheet_of(
        shelf,
        made,
        [
            Heading(level=1, words=shelf.say("paper.title")),
            Paragraph(words=shelf.say("paper.card.cut"), voice=Voice.QUIET),
            Card(title=shelf.say("paper.title"), blocks=tuple(inside)),
        ],
        both_sides=False,
    )
