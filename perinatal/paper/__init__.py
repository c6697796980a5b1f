"""PRINTING: what a page says (sheets), then how it looks (press).

A sheet is a plain value: headings, words, answers, in order. The press draws it as a tagged PDF that a screen
reader reads in the same order, and that still opens in thirty years. Every number in points is in `look.py` and
`sizes.py`.

This folder never opens a plan, never reads a clock and never touches a disk: a sheet goes in, bytes come out,
and the same sheet gives the same bytes. Which day a turn was said on is for whoever prints to
tell, because it depends on the place. Nothing a parent wrote is put in a title, a bookmark or the metadata.
Nothing a parent wrote is remembered here after the bytes are made, not even as a shape of its letters.
"""

from perinatal.paper.brand import Brand, read_logo
from perinatal.paper.fitting import Fit, Way, fitting
from perinatal.paper.logo import LogoNotTaken, Reason
from perinatal.paper.look import Edition, Paper
from perinatal.paper.pictures import Pictures, pictures
from perinatal.paper.press import Attachment, TooManyWords, draw, pages_of, panels_of
from perinatal.paper.press.qr import qr_code
from perinatal.paper.sheet import Sheet
from perinatal.paper.sheets import (
    A_GOAL,
    AFTER_BIRTH,
    Extras,
    Filling,
    Mark,
    Older,
    Picks,
    PocketCard,
    birth_pages,
    booklet,
    card_picks,
    changed,
    everything,
    half_card,
    invitation_card,
    made_for,
    member_words_card,
    months,
    names_a_drug,
    offered_on_a_card,
    plan_words_card,
    pocket_card,
    printable,
    receipt_fields,
    receipt_happened,
    receipt_sheet,
    said_items,
    side_by_side,
    usual_picks,
    with_mark,
    zines,
)

__all__ = [
    "A_GOAL",
    "AFTER_BIRTH",
    "Attachment",
    "Brand",
    "Edition",
    "Extras",
    "Filling",
    "Fit",
    "LogoNotTaken",
    "Mark",
    "Older",
    "Paper",
    "Picks",
    "Pictures",
    "PocketCard",
    "Reason",
    "Sheet",
    "TooManyWords",
    "Way",
    "birth_pages",
    "booklet",
    "card_picks",
    "changed",
    "draw",
    "everything",
    "fitting",
    "half_card",
    "invitation_card",
    "made_for",
    "member_words_card",
    "months",
    "names_a_drug",
    "offered_on_a_card",
    "pages_of",
    "panels_of",
    "pictures",
    "plan_words_card",
    "pocket_card",
    "printable",
    "qr_code",
    "read_logo",
    "receipt_fields",
    "receipt_happened",
    "receipt_sheet",
    "said_items",
    "side_by_side",
    "usual_picks",
    "with_mark",
    "zines",
]
