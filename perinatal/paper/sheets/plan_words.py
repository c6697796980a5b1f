"""The plan-words card: six words and their square code. No site name and no address: a camera would remember those."""

from datetime import date

from perinatal.library import Shelf
from perinatal.paper.sheet import Card, Heading, NextPage, NumberedWords, Paragraph, Sheet, Square, Voice
from perinatal.paper.sheets.page import sheet_of


def plan_words_card(words: str, shelf: Shelf, made: date) -> Sheet:
    """A card with these plan words, given with spaces between them."""
    several = tuple(words.split())
    card = Card(
        title=shelf.say("paper.title"),
        blocks=(
            NumberedWords(words=several),
            NextPage(),
            Square(
                content=" ".join(several),
                alternative=shelf.say("paper.plan_words.alternative"),
                caption=shelf.say("paper.plan_words.caption"),
            ),
        ),
    )
    return sheet_of(
        shelf,
        made,
        [
            Heading(level=1, words=shelf.say("paper.title")),
            Paragraph(words=shelf.say("paper.plan_words.lead")),
            Paragraph(words=shelf.say("paper.card.cut"), voice=Voice.QUIET),
            card,
        ],
        both_sides=False,
    )
