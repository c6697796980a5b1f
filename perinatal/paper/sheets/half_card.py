"""One of two cards that open a plan together. It says that it is half of two, and nothing else."""

from datetime import date

from perinatal.library import Shelf
from perinatal.paper.sheet import Card, Heading, NextPage, NumberedWords, Paragraph, Sheet, Square, Voice
from perinatal.paper.sheets.page import sheet_of


def half_card(words: str, shelf: Shelf, made: date) -> Sheet:
    """A card with these six words, given with spaces between them."""
    several = tuple(words.split())
    card = Card(
        title=shelf.say("paper.title"),
        blocks=(
            NumberedWords(words=several),
            NextPage(),
            Square(
                content=" ".join(several),
                alternative=shelf.say("paper.plan_words.alternative"),
                caption=shelf.say("paper.half.caption"),
            ),
        ),
    )
    return sheet_of(
        shelf,
        made,
        [
            Heading(level=1, words=shelf.say("paper.title")),
            Paragraph(words=shelf.say("paper.half.lead")),
            Paragraph(words=shelf.say("paper.card.cut"), voice=Voice.QUIET),
            card,
        ],
        both_sides=False,
    )
