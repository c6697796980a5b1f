"""From the blocks of a card to slabs that fit on its halves."""

from dataclasses import replace
from typing import assert_never

from perinatal.paper import sheet as said
from perinatal.paper.look import Role
from perinatal.paper.press import shapes
from perinatal.paper.press.card import cards
from perinatal.paper.press.desk import Desk, listing
from perinatal.paper.press.slab import Slab


def set_card(block: said.Card, desk: Desk) -> list[Slab]:
    """Rows of folded cards, as many as the words need."""
    size = desk.look.card
    small = replace(desk, width=size.width - 2 * size.edge)
    slabs = small.words(block.title, Role.CARD_TITLE)
    turn = False
    for inside in block.blocks:
        made = _on_card(inside, small)
        if turn and made:
            made[0].begins_page, turn = True, False
        turn = turn or isinstance(inside, said.NextPage)
        slabs += made
    return cards(slabs, desk.look)


def _on_card(block: said.CardBlock, desk: Desk) -> list[Slab]:
    match block:
        case said.Paragraph():
            return desk.words(block.words, Role.CARD_LINE, language=block.language)
        case said.Answer():
            return _answer(block, desk)
        case said.NumberedWords():
            return _numbered(block, desk)
        case said.Square():
            return _square(block, desk)
        case said.NextPage():
            return []
        case other:
            assert_never(other)


def _answer(block: said.Answer, desk: Desk) -> list[Slab]:
    question = desk.paragraph(block.question, Role.CARD_QUESTION, desk.root.add("H2"))
    words = desk.words(block.words, Role.CARD_BODY, language=block.language)
    return [question, *words, *desk.words(block.note, Role.CARD_BODY)]


def _numbered(block: said.NumberedWords, desk: Desk) -> list[Slab]:
    list_ = listing(desk.root, "Decimal")
    return [
        desk.item(f"{number}", word, Role.CARD_WORD, list_.add("LI"))
        for number, word in enumerate(block.words, start=1)
    ]


def _square(block: said.Square, desk: Desk) -> list[Slab]:
    node = desk.root.add("Figure", alternative=block.alternative)
    size = desk.look.card_square
    square = shapes.Square(block.content, node, size, shift=(desk.width - size) / 2)
    return [square, *desk.words(block.caption, Role.CARD_CAPTION)]
