"""Every number of a printed page: papers, editions, colors, type, distances. All in points unless named.

The sizes follow RNIB Clear Print, UKAAF G003 and the CMS Toolkit; text has a contrast of at least 7:1 on white.
"""

from enum import StrEnum
from functools import cache
from typing import assert_never

from pydantic import BaseModel

MM = 72 / 25.4


class Paper(StrEnum):
    """The paper in the printer."""

    A4 = "a4"
    LETTER = "letter"


class Edition(StrEnum):
    """How large the words are."""

    STANDARD = "standard"
    LARGE = "large"
    COMPACT = "compact"
    """For what has to be read at one glance, on one page, and only there."""


class Color(BaseModel, frozen=True):
    """A color of ink, each part from 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def grey(self) -> "Color":
        """As bright, for a printer without colors."""
        light = round(0.2126 * self.red + 0.7152 * self.green + 0.0722 * self.blue)
        return Color(red=light, green=light, blue=light)


INK = Color(red=0x1B, green=0x1B, blue=0x1B)
PLUM = Color(red=0x5E, green=0x2B, blue=0x66)
SOFT = Color(red=0x44, green=0x44, blue=0x44)
RULE = Color(red=0x76, green=0x76, blue=0x76)
TINT = Color(red=0xF1, green=0xE8, blue=0xF3)
"""The light areas of a drawing; no word stands on them."""
PALE = Color(red=0xEA, green=0xEA, blue=0xEA)
"""The word across a copy that is only shown around; all other words stand out from it."""
TEXT_COLORS = (INK, PLUM, SOFT)


class Role(StrEnum):
    """What some words are on the page."""

    TITLE = "title"
    CHAPTER = "chapter"
    PART = "part"
    LEAD = "lead"
    BODY = "body"
    PARENT = "parent"
    WISH = "wish"
    QUESTION = "question"
    QUIET = "quiet"
    LABEL = "label"
    STAND = "stand"
    ITEM = "item"
    STEP = "step"
    SOURCE = "source"
    CHOICE = "choice"
    CELL = "cell"
    CELL_HEAD = "cell_head"
    CONTENTS = "contents"
    FOOTER = "footer"
    CARD_TITLE = "card_title"
    CARD_QUESTION = "card_question"
    CARD_BODY = "card_body"
    CARD_LINE = "card_line"
    CARD_CAPTION = "card_caption"
    CARD_WORD = "card_word"
    CARD_HEADING = "card_heading"
    CARD_TEXT = "card_text"
    CARD_ITEM = "card_item"
    CARD_CHOICE = "card_choice"
    BAND_NAME = "band_name"
    BAND = "band"


class Type(BaseModel, frozen=True):
    """How words of one role are set."""

    size: float
    lead: float
    bold: bool = False
    color: Color = INK
    before: float = 0
    after: float = 0
    indent: float = 0
    keep_with_next: bool = False
    centered: bool = False
    ruled: bool = False
    """A quiet line runs beside these words: they are the parent's."""

    def scaled(self, by: float) -> "Type":
        """The same, larger or smaller."""
        sizes = ("size", "lead", "before", "after", "indent")
        return self.model_copy(update={name: round(getattr(self, name) * by, 2) for name in sizes})

    def compact(self) -> "Type":
        """The same, smaller, but no smaller than what everybody can be asked to read."""
        smaller = self.scaled(_COMPACT)
        return smaller.model_copy(update={"size": max(12, smaller.size), "lead": max(17, smaller.lead)})

    def pocket(self) -> "Type":
        """The same, for a pocket. Only beside a paper with larger words."""
        smaller = self.scaled(_POCKET)
        return smaller.model_copy(update={"size": max(9.5, smaller.size), "lead": max(13, smaller.lead * 0.96)})


_COMPACT = 12 / 14
_POCKET = 9.5 / 14

_TYPES: dict[Role, Type] = {
    Role.TITLE: Type(size=28, lead=34, bold=True, color=PLUM, after=12, keep_with_next=True),
    Role.CHAPTER: Type(size=20, lead=26, bold=True, color=PLUM, before=24, after=8, keep_with_next=True),
    Role.PART: Type(size=16, lead=22, bold=True, color=PLUM, before=18, after=6, keep_with_next=True),
    Role.LEAD: Type(size=16, lead=24, after=14),
    Role.BODY: Type(size=14, lead=20, after=10),
    Role.PARENT: Type(size=14, lead=20, after=8, indent=12, ruled=True),
    Role.WISH: Type(size=16, lead=23, after=8, indent=12, bold=True, ruled=True),
    Role.QUESTION: Type(size=14, lead=20, bold=True, before=12, after=4, keep_with_next=True),
    Role.QUIET: Type(size=12, lead=17, color=SOFT, before=8, after=8),
    Role.LABEL: Type(size=14, lead=20, bold=True, before=4, after=2, keep_with_next=True),
    Role.STAND: Type(size=16, lead=22, bold=True, indent=30, after=8),
    Role.ITEM: Type(size=14, lead=20, after=5, indent=18),
    Role.STEP: Type(size=14, lead=20, after=5, indent=24),
    Role.SOURCE: Type(size=12, lead=16, color=SOFT, after=2, indent=22),
    Role.CHOICE: Type(size=14, lead=20, after=5, indent=28),
    Role.CELL: Type(size=13, lead=18),
    Role.CELL_HEAD: Type(size=13, lead=18, bold=True),
    Role.CONTENTS: Type(size=14, lead=20, after=8),
    Role.FOOTER: Type(size=12, lead=16, color=SOFT),
    Role.CARD_TITLE: Type(size=8.5, lead=11, bold=True, color=PLUM, after=1),
    Role.CARD_QUESTION: Type(size=8.5, lead=11, bold=True, before=2.5, keep_with_next=True),
    Role.CARD_BODY: Type(size=8.5, lead=11),
    Role.CARD_LINE: Type(size=8.5, lead=11, bold=True, before=2.5),
    Role.CARD_CAPTION: Type(size=8.5, lead=11, centered=True),
    Role.CARD_WORD: Type(size=15, lead=19, bold=True, indent=18),
    Role.CARD_HEADING: Type(size=10.5, lead=13, bold=True, color=PLUM, after=2, keep_with_next=True),
    Role.CARD_TEXT: Type(size=8.5, lead=11, after=2),
    Role.CARD_ITEM: Type(size=8.5, lead=11, after=2, indent=11),
    Role.CARD_CHOICE: Type(size=8.5, lead=12, after=2, indent=15),
    Role.BAND_NAME: Type(size=14, lead=18, bold=True),
    Role.BAND: Type(size=13, lead=17, color=SOFT),
}

_CARD_TEXT = frozenset(
    {Role.CARD_TITLE, Role.CARD_QUESTION, Role.CARD_BODY, Role.CARD_LINE, Role.CARD_CAPTION}
    | {Role.CARD_HEADING, Role.CARD_TEXT, Role.CARD_ITEM, Role.CARD_CHOICE}
)


class Frame(BaseModel, frozen=True):
    """The page and where words may stand on it."""

    width: float
    height: float
    top: float = 22 * MM
    bottom: float = 27 * MM
    footer: float = 14 * MM
    inner: float
    outer: float

    @property
    def text_width(self) -> float:
        """How wide the words, tables and boxes may be."""
        return self.width - self.inner - self.outer

    @property
    def text_height(self) -> float:
        """How much stands on one page."""
        return self.height - self.top - self.bottom


class CardSize(BaseModel, frozen=True):
    """One half of a folded card: ID-1 in the standard edition."""

    width: float = 85.6 * MM
    height: float = 54 * MM
    edge: float = 4 * MM
    gap: float = 10 * MM
    mark: float = 4 * MM
    mark_off: float = 1 * MM

    def scaled(self, by: float) -> "CardSize":
        """A card whose sides are longer; cut marks stay as they are."""
        return self.model_copy(update={name: getattr(self, name) * by for name in ("width", "height", "edge")})


class Look(BaseModel, frozen=True):
    """How one edition looks on one paper."""

    frame: Frame
    card: CardSize
    types: dict[Role, Type]
    measure: float
    """The longest line of running words: about 66 letters."""
    square: float = 40 * MM
    drawing: float = 84
    card_square: float = 34 * MM
    writing_line: float = 26
    tick_box: float = 16
    ornament: float = 96
    ornament_above: float = 60
    hairline: float = 0.75
    beside: float = 2.25
    cell_pad: float = 6
    column_gap: float = 7 * MM
    """Between two languages side by side."""


QUIET_ZONE = 4
"""Modules of white around a QR code, as its standard asks."""

SAFE_EDGE = 6 * MM
"""Home printers may leave this much of each edge blank: nothing stands there."""

FEWEST_LINES = 2
"""A paragraph cut by the end of a page leaves at least this many lines on each side."""

_LARGE = 18 / 14
_LARGE_CARD = 1.55
"""As large as a folded card can be on Letter paper, with a heading above it."""
_LARGE_CARD_TEXT = 18 / 8.5
_FRAMES = {
    Paper.A4: Frame(width=210 * MM, height=297 * MM, inner=25 * MM, outer=20 * MM),
    Paper.LETTER: Frame(width=612, height=792, inner=26 * MM, outer=24.9 * MM),
}


def _larger(role: Role) -> float:
    if role is Role.CARD_WORD:
        return _LARGE_CARD
    return _LARGE_CARD_TEXT if role in _CARD_TEXT else _LARGE


@cache
def look_of(paper: Paper, edition: Edition) -> Look:
    """The numbers for this edition on this paper."""
    match edition:
        case Edition.STANDARD:
            return Look(frame=_FRAMES[paper], card=CardSize(), types=_TYPES, measure=145 * MM)
        case Edition.LARGE:
            return _large(_FRAMES[paper])
        case Edition.COMPACT:
            return _compact(_FRAMES[paper])
        case other:
            assert_never(other)


def _large(frame: Frame) -> Look:
    return Look(
        frame=frame,
        card=CardSize().scaled(_LARGE_CARD),
        types={role: type_.scaled(_larger(role)) for role, type_ in _TYPES.items()},
        measure=frame.text_width,
        card_square=34 * MM * _LARGE_CARD,
        writing_line=32,
        tick_box=20,
        ornament_above=24,
    )


def _compact(frame: Frame) -> Look:
    types = {role: type_ if role.startswith("card") else type_.compact() for role, type_ in _TYPES.items()}
    close = frame.model_copy(update={"top": 15 * MM, "bottom": 21 * MM, "footer": 10 * MM})
    return Look(frame=close, card=CardSize(), types=types, measure=close.text_width, cell_pad=3)
