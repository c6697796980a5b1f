"""Cards of two sides: folded with the words outside, the back stands on its head on the paper, so that it is upright
when the card is turned over. Cut marks at the corners, fold marks between."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from perinatal.paper import sheet as said
from perinatal.paper.look import Look, Role
from perinatal.paper.press import shapes
from perinatal.paper.press.card import draw_marks, fit_across
from perinatal.paper.press.desk import Desk, listing
from perinatal.paper.press.flow import Placed, place
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.paragraph import Paragraph
from perinatal.paper.press.slab import Slab
from perinatal.paper.press.tree import Node
from perinatal.paper.sizes import CARD_SIZES, card_desk

_BULLET = "\u2022"


def set_cards(block: said.Cards, desk: Desk, count: int) -> list[Slab]:
    """Rows of cards: this many sets of the same sides. Only the first set is read aloud; the others are the same."""
    halves = [half for side in block.sides for half in _side(side, desk)]
    pairs = [halves[start : start + 2] for start in range(0, len(halves), 2)]
    cards = [
        _Card(pair, first=not index, number=_number(block, index, desk)) for index in range(count) for pair in pairs
    ]
    across = fit_across(desk.look)
    return [_Row(cards[start : start + across], desk.look) for start in range(0, len(cards), across)]


def cards_in_a_set(block: said.Cards, desk: Desk) -> int:
    """How many cards one set of sides makes."""
    halves = sum(len(_side(side, replace(desk, root=Node("Sect")))) for side in block.sides)
    return -(-halves // 2)


def _number(block: said.Cards, index: int, desk: Desk) -> Paragraph | None:
    if not block.number:
        return None
    return desk.paragraph(f"{block.number} {index + 1}", Role.CARD_TEXT, Node("P"))


def _side(side: said.Side, desk: Desk) -> list[list[Placed]]:
    """One side in words as large as fit; on further sides only if the smallest are still too large."""
    size = desk.look.card
    room = size.height - 2 * size.edge
    root, halves = Node("Sect"), list[list[Placed]]()
    for by in CARD_SIZES:
        root = Node("Sect")
        small = replace(desk, root=root, look=card_desk(desk.look, by), width=size.width - 2 * size.edge)
        halves = place(_slabs(side, small), room)
        if len(halves) == 1:
            break
    desk.root.kids.append(root)
    return halves


def _slabs(side: said.Side, desk: Desk) -> list[Slab]:
    heading = [desk.paragraph(side.heading, Role.CARD_HEADING, desk.root.add("H2"))] if side.heading else []
    return [*heading, *(slab for block in side.blocks for slab in _on_side(block, desk))]


def _on_side(block: said.SideBlock, desk: Desk) -> list[Slab]:
    match block:
        case said.Paragraph():
            return desk.words(block.words, Role.CARD_TEXT, language=block.language)
        case said.Answer():
            question = desk.paragraph(block.question, Role.CARD_QUESTION, desk.root.add("H3"))
            words = desk.words(block.words, Role.CARD_BODY, language=block.language)
            return [question, *words, *desk.words(block.note, Role.CARD_BODY)]
        case said.Points():
            list_ = listing(desk.root, "Disc")
            return [
                desk.item(_BULLET, item.words, Role.CARD_ITEM, list_.add("LI"), language=item.language)
                for item in block.items
            ]
        case said.Steps():
            list_ = listing(desk.root, "Decimal")
            return [
                desk.item(f"{number}.", words, Role.CARD_ITEM, list_.add("LI"))
                for number, words in enumerate(block.items, start=1)
            ]
        case said.Choices() | said.Lines():
            return _to_fill_in(block, desk)
        case said.Square():
            node = desk.root.add("Figure", alternative=block.alternative)
            square = shapes.Square(block.content, node, desk.look.card_square, shift=0)
            return [square, *desk.words(block.caption, Role.CARD_TEXT)]
        case other:
            assert_never(other)


def _to_fill_in(block: said.Choices | said.Lines, desk: Desk) -> list[Slab]:
    if isinstance(block, said.Lines):
        empty = shapes.writing_lines(block.count, desk.width, desk.look)
        return [*desk.words(block.label, Role.CARD_QUESTION), *empty]
    list_ = listing(desk.root, "None")
    look = desk.look.model_copy(update={"tick_box": desk.look.types[Role.CARD_CHOICE].size})
    return [
        shapes.TickBox(desk.paragraph(words, Role.CARD_CHOICE, list_.add("LI").add("LBody")), look)
        for words in block.options
    ]


class _Card:
    """Two sides of one card; `first` says it, others only show it again."""

    def __init__(self, halves: Sequence[list[Placed]], *, first: bool, number: Paragraph | None) -> None:
        self.halves, self.first, self.number = halves, first, number

    def draw(self, ink: Ink, look: Look, x: float, top: float) -> None:
        """Draw it with its upper left corner here."""
        if self.first:
            self._draw(ink, look, x, top)
        else:
            with ink.artifact():
                self._draw(ink, look, x, top)

    def _draw(self, ink: Ink, look: Look, x: float, top: float) -> None:
        size = look.card
        middle = x + size.width / 2
        _draw_half(ink, self.halves[0], look, x, top)
        with ink.turned((middle, top - size.height * 1.5)):
            if len(self.halves) > 1:
                _draw_half(ink, self.halves[1], look, x, top - size.height)
            if self.number:
                right = x + size.width - size.edge / 2 - self.number.lines.width
                with ink.artifact():
                    self.number.draw(ink, right, top - 2 * size.height + self.number.height + size.edge / 4)


def _draw_half(ink: Ink, half: list[Placed], look: Look, x: float, top: float) -> None:
    size = look.card
    used = half[-1].down + half[-1].slab.height
    above = max(0.0, (size.height - 2 * size.edge - used) / 2)
    for slab, down in half:
        slab.draw(ink, x + size.edge, top - size.edge - above - down)


class _Row(Slab):
    """Cards side by side, in the middle of the paper."""

    def __init__(self, cards: list[_Card], look: Look) -> None:
        self.cards, self.look = cards, look
        self.height = 2 * look.card.height
        self.before = self.after = look.card.mark + look.card.mark_off  # two rows share the room for their marks

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the marks, then what is said."""
        size, count = self.look.card, len(self.cards)
        x = (self.look.frame.width - count * size.width - (count - 1) * size.gap) / 2
        for card in self.cards:
            draw_marks(ink, size, x, top)
            card.draw(ink, self.look, x, top)
            x += size.width + size.gap
