"""The parent's spoken words that somebody typed, on paper: marked, until the parent says that this is what was said."""

from perinatal.care import CarePlan, Suggestion, Turn
from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Paragraph, Voice


def as_typed(typed: Suggestion, plan: CarePlan, shelf: Shelf) -> list[Block]:
    """The words, and by whom they were typed."""
    label = shelf.say("paper.booklet.not_checked", name=named(typed.turn, plan, shelf))
    return [
        Paragraph(words=label, voice=Voice.LABEL),
        Paragraph(words=typed.said.words, voice=Voice.PARENT, language=typed.turn.language),
    ]


def named(turn: Turn, plan: CarePlan, shelf: Shelf) -> str:
    """Who said this, by the name the parent gave them."""
    return plan.company.name_of(turn) or shelf.say("paper.booklet.someone")
