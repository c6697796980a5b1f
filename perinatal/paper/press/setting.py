"""From blocks to slabs: each block of a sheet becomes elements of the tree and things that can be placed on a page."""

from typing import assert_never

from perinatal.paper import sheet as said
from perinatal.paper.look import Look, Role
from perinatal.paper.press import shapes
from perinatal.paper.press.beside import set_beside
from perinatal.paper.press.card_setting import set_card
from perinatal.paper.press.contents import ContentsLine
from perinatal.paper.press.desk import BULLET, HEADINGS, VOICES, Desk, listing
from perinatal.paper.press.drawing import Drawing
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.outline import Spot
from perinatal.paper.press.paragraph import Paragraph
from perinatal.paper.press.slab import Slab
from perinatal.paper.press.syntax import text_string
from perinatal.paper.press.table import Row, Table
from perinatal.paper.press.tree import Node, scope
from perinatal.paper.press.two_sided import set_cards

_CHAPTER = 2
_SERIES = said.Points | said.Steps | said.Choices | said.Lines
"""What follows these keeps the distance of a paragraph."""


class Setter:
    """Sets the blocks of one sheet. Elements are declared in the order of the blocks, whatever the pages do."""

    def __init__(self, sheet: said.Sheet, look: Look, letters: Letters, *, sets_of_cards: int = 1) -> None:
        """A sheet, how it looks, the letters of its document, and how often its cards stand on it."""
        self.sheet, self.look, self.letters, self.sets_of_cards = sheet, look, letters, sets_of_cards
        self.root = Node("Document", language=sheet.language)
        self.sample = self.root.add("P")
        """Said by the word across the first page, if there is one."""
        self.spots = [spot for block in sheet.blocks for spot in _spots(block)]
        self.desk = Desk(self.root, look, letters, sheet.language, min(look.measure, look.frame.text_width))
        self._met = 0

    def slabs(self, *, closed: bool = False) -> list[Slab]:
        """All blocks, and a sentence at the end if some signs had to be drawn as boxes.

        `closed`: the last page is the outside, so that the sentence stands at the end of the page before it.
        """
        turns = [at for at, block in enumerate(self.sheet.blocks) if isinstance(block, said.NextPage)]
        slabs: list[Slab] = []
        turn = False
        for number, block in enumerate(self.sheet.blocks):
            made = self._block(block)
            if slabs and isinstance(block, said.Lines) and not block.label:
                slabs[-1].keep_with_next = True
            if turn and made:
                made[0].begins_page, turn = True, False
            if made and self.sheet.layout is said.Layout.FORM and isinstance(block, _SERIES):
                made[-1].after = max(made[-1].after, self.look.types[Role.BODY].after)
            turn = turn or isinstance(block, said.NextPage)
            slabs += made
            if closed and number == turns[-1]:
                slabs += self._unprintable()
        return slabs if closed else [*slabs, *self._unprintable()]

    def _unprintable(self) -> list[Slab]:
        return self.desk.words(self.sheet.unprintable, Role.QUIET) if self.letters.boxed else []

    def _block(self, block: said.Block) -> list[Slab]:
        match block:
            case said.Cover() | said.Heading() | said.Paragraph() | said.Answer() | said.Stand():
                return self._spoken(block)
            case said.Points() | said.Steps() | said.Sources() | said.Table() | said.Contents():
                return self._arranged(block)
            case said.Square() | said.Choices() | said.Lines() | said.Drawing():
                return self._drawn(block)
            case said.Card():
                return set_card(block, self.desk)
            case said.Cards():
                return set_cards(block, self.desk, self.sets_of_cards)
            case said.Beside():
                return self._beside(block)
            case said.NextPage():
                return []
            case other:
                assert_never(other)

    def _beside(self, block: said.Beside) -> list[Slab]:
        made = set_beside(block, self.desk)
        if isinstance(block.first, said.Heading):
            made[0].spot = self.spots[self._met]
            self._met += 1
        return made

    def _spoken(self, block: said.Spoken) -> list[Slab]:
        match block:
            case said.Cover():
                return self._cover(block)
            case said.Heading():
                return [self._heading(block.level, block.words)]
            case said.Paragraph():
                return self.desk.words(block.words, VOICES[block.voice], language=block.language)
            case said.Answer():
                return self._answer(block)
            case said.Stand():
                return [shapes.Stand(block.sign, self.desk.paragraph(block.words, Role.STAND, self.root.add("P")))]
            case other:
                assert_never(other)

    def _cover(self, block: said.Cover) -> list[Slab]:
        title = self._heading(1, block.title)
        made = [shapes.Ornament(self.look), title, *self.desk.words(block.lead, Role.LEAD)]
        return [*made, *self.desk.words("\n".join(block.lines), Role.BODY)]

    def _heading(self, level: int, words: str) -> Slab:
        made = self.desk.paragraph(words, HEADINGS[level], self.root.add(f"H{level}"))
        made.spot = self.spots[self._met]
        self._met += 1
        return made

    def _answer(self, block: said.Answer) -> list[Slab]:
        question = self.desk.paragraph(block.question, Role.QUESTION, self.root.add("H3"))
        words = self.desk.words(block.words, Role.PARENT, language=block.language)
        return [question, *words, *self.desk.words(block.note, Role.QUIET)]

    def _arranged(self, block: said.Arranged) -> list[Slab]:
        match block:
            case said.Points():
                list_ = listing(self.root, "Disc")
                return [
                    self.desk.item(BULLET, item.words, Role.ITEM, list_.add("LI"), language=item.language)
                    for item in block.items
                ]
            case said.Steps():
                return self._numbered([f"{at}." for at in range(1, len(block.items) + 1)], block.items, Role.STEP)
            case said.Sources():
                return self._sources(block)
            case said.Table():
                return [self._table(block)]
            case said.Contents():
                return self._contents(block)
            case other:
                assert_never(other)

    def _sources(self, block: said.Sources) -> list[Slab]:
        """A small list; beside cards, which leave little room, one paragraph."""
        marks = [f"[{at}]" for at in range(1, len(block.items) + 1)]
        if self.sheet.layout is said.Layout.CARDS:
            running = (words for each in zip(marks, block.items, strict=True) for words in each)
            return self.desk.words(" ".join((block.words, *running)), Role.SOURCE)
        label = self.desk.words(block.words, Role.QUIET)
        label[-1].keep_with_next = True
        return [*label, *self._numbered(marks, block.items, Role.SOURCE)]

    def _numbered(self, marks: list[str], items: tuple[str, ...], role: Role) -> list[Slab]:
        list_ = listing(self.root, "Decimal")
        return [self.desk.item(mark, words, role, list_.add("LI")) for mark, words in zip(marks, items, strict=True)]

    def _table(self, block: said.Table) -> Slab:
        node = self.root.add("Table", attributes=b"<</O/Table/Summary%s>>" % text_string(block.summary))
        widths = [self.look.frame.text_width * share / sum(block.shares) for share in block.shares]
        head = self._row(node.add("THead"), tuple(said.Text(words=words) for words in block.head), widths, head=True)
        body = node.add("TBody")
        return Table(head, [self._row(body, row, widths) for row in block.rows])

    def _row(self, into: Node, cells: tuple[said.Text, ...], widths: list[float], *, head: bool = False) -> Row:
        row = into.add("TR")
        made: list[Paragraph] = []
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            names = head or not index
            attributes = scope("Column" if head else "Row") if names else b""
            language = self.desk.other(cell.language)
            node = row.add("TH" if names else "TD", language=language, attributes=attributes)
            node.stays = True
            role = Role.CELL_HEAD if names else Role.CELL
            made.append(self.desk.paragraph(cell.words, role, node, width=width - 2 * self.look.cell_pad))
        return Row(made, widths, self.look)

    def _contents(self, block: said.Contents) -> list[Slab]:
        heading = self.desk.words(block.words, Role.LEAD)
        heading[-1].keep_with_next = True
        list_ = self.root.add("TOC")
        chapters = [spot for spot in self.spots[self._met :] if spot.level == _CHAPTER]
        type_ = self.look.types[Role.CONTENTS]
        width = self.desk.width
        return [*heading, *(ContentsLine(spot, list_.add("TOCI"), self.letters, type_, width) for spot in chapters)]

    def _drawn(self, block: said.DrawnBlock) -> list[Slab]:
        match block:
            case said.Square():
                return self._square(block)
            case said.Choices():
                return self._choices(block)
            case said.Lines():
                label = self.desk.words(block.label, Role.QUESTION)
                return [*label, *shapes.writing_lines(block.count, self.look.frame.text_width, self.look)]
            case said.Drawing():
                return [Drawing(block.name, self.look.drawing, after=self.look.types[Role.BODY].size)]
            case other:
                assert_never(other)

    def _square(self, block: said.Square) -> list[Slab]:
        node = self.root.add("Figure", alternative=block.alternative)
        square = shapes.Square(block.content, node, self.look.square, shift=0)
        return [square, *self.desk.words(block.caption, Role.QUIET)]

    def _choices(self, block: said.Choices) -> list[Slab]:
        list_ = listing(self.root, "None")
        bodies = [list_.add("LI").add("LBody") for _ in block.options]
        return [
            shapes.TickBox(self.desk.paragraph(words, Role.CHOICE, node), self.look)
            for words, node in zip(block.options, bodies, strict=True)
        ]


def _spots(block: said.Block) -> list[Spot]:
    match block:
        case said.Heading():
            return [Spot(block.level, block.words)]
        case said.Cover():
            return [Spot(1, block.title)]
        case said.Beside(first=said.Heading() as first):
            return _spots(first)
        case _:
            return []
