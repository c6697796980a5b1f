"""Cards with six words and their square code. No site name and no address: a camera would remember those.

Four kinds of six words go on paper: those that open a plan, one card of two that open it together, those a member
opens with, and those of an invitation.
"""

from collections.abc import Sequence
from datetime import date

from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Card, Heading, Lines, NextPage, NumberedWords, Paragraph, Sheet, Square, Voice
from perinatal.paper.sheets.page import sheet_of


def plan_words_card(words: str, shelf: Shelf, made: date) -> Sheet:
    """A card with these plan words, given with spaces between them."""
    return _sheet(words, shelf, made, [Paragraph(words=shelf.say("paper.plan_words.lead"))])


def half_card(words: str, shelf: Shelf, made: date) -> Sheet:
    """One of two cards that open a plan together. It says that it is half of two, and nothing else."""
    return _sheet(words, shelf, made, [Paragraph(words=shelf.say("paper.half.lead"))], caption="paper.half.caption")


def member_words_card(words: str, shelf: Shelf, made: date) -> Sheet:
    """A card with the words a member opens with."""
    return _sheet(words, shelf, made, [Paragraph(words=shelf.say("paper.member_words.lead"))])


def invitation_card(words: str, shelf: Shelf, made: date, last: date) -> Sheet:
    """An invitation to hand over. Where to go with it is written by hand, on the part that is cut off."""
    lead = [
        Paragraph(words=shelf.say("paper.invitation.lead")),
        Paragraph(words=shelf.say("paper.invitation.once", date=shelf.day(last))),
        Lines(label=shelf.say("paper.invitation.where"), count=1),
    ]
    return _sheet(words, shelf, made, lead)


def _sheet(
    words: str, shelf: Shelf, made: date, lead: Sequence[Block], *, caption: str = "paper.plan_words.caption"
) -> Sheet:
    several = tuple(words.split())
    card = Card(
        title=shelf.say("paper.title"),
        blocks=(
            NumberedWords(words=several),
            NextPage(),
            Square(
                content=" ".join(several),
                alternative=shelf.say("paper.plan_words.alternative"),
                caption=shelf.say(caption),
            ),
        ),
    )
    return sheet_of(
        shelf,
        made,
        [
            Heading(level=1, words=shelf.say("paper.title")),
            *lead,
            Paragraph(words=shelf.say("paper.card.cut"), voice=Voice.QUIET),
            card,
        ],
        both_sides=False,
    )
