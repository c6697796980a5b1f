"""A sheet: the words of one printable, in reading order, before anything is drawn.

Blocks are values. `language` is given only where words are in another language than the sheet.
"""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel

from perinatal.paper.brand import Brand


class Voice(StrEnum):
    """Who speaks in a paragraph, and how loudly."""

    OURS = "ours"
    """A sentence of ours."""
    LEAD = "lead"
    """A sentence of ours that opens a page."""
    QUIET = "quiet"
    """A small remark of ours."""
    LABEL = "label"
    """A few words of ours over what follows."""
    PARENT = "parent"
    """The parent's own words."""
    WISH = "wish"
    """The parent's own words, large: a goal."""


class Sign(StrEnum):
    """A drawn shape that says the same as the words beside it, for eyes that read shapes first."""

    CHECK = "check"
    CHECK_IF = "check_if"
    ASK = "ask"
    TALK = "talk"
    LATER = "later"
    NO = "no"


class _Block(BaseModel, frozen=True, extra="forbid"):
    """What every block shares: it cannot be changed."""


class Text(_Block, frozen=True):
    """Some words, and their language where it is another one."""

    words: str
    language: str | None = None


class Heading(_Block, frozen=True):
    """A heading of ours; it becomes a bookmark, so it never holds words of the parent's."""

    level: Literal[1, 2, 3]
    words: str


class Paragraph(_Block, frozen=True):
    """Words in one voice. A line break in them begins a new paragraph."""

    words: str
    voice: Voice = Voice.OURS
    language: str | None = None


class Cover(_Block, frozen=True):
    """The first page, which lies face up: it says whose this is, and nothing else."""

    title: str
    lead: str
    lines: tuple[str, ...]


class Points(_Block, frozen=True):
    """A list."""

    items: tuple[Text, ...]


class Answer(_Block, frozen=True):
    """A question of ours with the parent's words, or with a note where there are none."""

    question: str
    words: str = ""
    language: str | None = None
    note: str = ""


class Stand(_Block, frozen=True):
    """The parent's answer on a topic, as a shape and in words."""

    sign: Sign
    words: str


class Table(_Block, frozen=True):
    """Rows under column headings; the first cell of a row is the heading of its row."""

    summary: str
    head: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    shares: tuple[int, ...]


class Square(_Block, frozen=True):
    """A QR code of plain text, with what it is in words."""

    content: str
    alternative: str
    caption: str = ""


class Choices(_Block, frozen=True):
    """Boxes to tick by hand, each with its words."""

    options: tuple[str, ...]


class Lines(_Block, frozen=True):
    """Empty lines to write on."""

    label: str
    count: int


class Steps(_Block, frozen=True):
    """A list whose order matters, with numbers."""

    items: tuple[str, ...]


class Sources(_Block, frozen=True):
    """Where facts come from, small, with the numbers that stand behind the facts."""

    words: str
    items: tuple[str, ...]


class Drawing(_Block, frozen=True):
    """A drawing of ours, by its name. It adorns, and nothing is read aloud for it."""

    name: str


class Contents(_Block, frozen=True):
    """The chapters of this sheet with their pages, under a heading."""

    words: str


class NumberedWords(_Block, frozen=True):
    """A few words that matter one by one, large and in order."""

    words: tuple[str, ...]


class NextPage(_Block, frozen=True):
    """What follows begins on a new page, or on the next half of a card."""


class Beside(_Block, frozen=True):
    """The same in two languages, side by side and read one after the other. Words of the parent's are never in it.

    Both are of one kind; of an answer only the question, of lines only the label.
    """

    first: "Heading | Paragraph | Answer | Stand | Points | Lines"
    second: "Heading | Paragraph | Answer | Stand | Points | Lines"
    language: str
    """Of the second."""


CardBlock = Paragraph | Answer | NumberedWords | Square | NextPage


class Card(_Block, frozen=True):
    """A card to cut out and fold, as many as the words need, with its first line on each."""

    title: str
    blocks: tuple[CardBlock, ...]


SideBlock = Paragraph | Answer | Points | Steps | Choices | Lines | Square


class Side(_Block, frozen=True):
    """One side of a card of two sides."""

    heading: str
    blocks: tuple[SideBlock, ...]


class Cards(_Block, frozen=True):
    """Cards of two sides each, cut out and folded with the words outside; the sides of one set follow each other.

    `count` sets are drawn, or as many as fit on a page; `numbers` are printed on them, from one up.
    """

    sides: tuple[Side, ...]
    count: int | None = None
    number: str = ""
    """What stands before the number of each set; without it they have none."""


class Layout(StrEnum):
    """What becomes of the paper."""

    PAGES = "pages"
    """Pages that follow each other."""
    FORM = "form"
    """The same, to read or to write on away from any plan: a little more stands on each."""
    POSTER = "poster"
    """One page, in words as large as fit."""
    CARDS = "cards"
    """Cards to cut out, as many as fit on a page."""
    FOLD = "fold"
    """One page folded twice, with its first words outside."""
    ZINE = "zine"
    """One page of eight small ones, folded and cut once."""


Spoken = Cover | Heading | Paragraph | Answer | Stand
Arranged = Points | Steps | Sources | Table | Contents
DrawnBlock = Square | Choices | Lines | Drawing
Block = Spoken | Arranged | DrawnBlock | NextPage | Card | Cards | Beside


class Sheet(BaseModel, frozen=True, extra="forbid"):
    """Everything one printable says.

    `page` has the places {page} and {pages}; without it no page says its number.
    `unprintable` is said at the end when a sign had to be drawn as a box.
    """

    title: str
    language: str
    made: date
    footer: str
    page: str
    unprintable: str
    blocks: tuple[Block, ...]
    both_sides: bool = True
    layout: Layout = Layout.PAGES
    brand: Brand = Brand()
    sample: str = ""
    """The word across each page of a copy that is only shown around."""
