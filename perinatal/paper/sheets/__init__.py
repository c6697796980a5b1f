"""Sheets: what each printable says, made from the plan and the library's words.

Each file is one thing to print. A sheet never says more than was picked for it, and never puts a parent's words in a
heading, since headings become bookmarks.
"""

from perinatal.paper.sheets.beside import side_by_side
from perinatal.paper.sheets.birth_page import birth_pages
from perinatal.paper.sheets.booklet import booklet
from perinatal.paper.sheets.changed import Older, changed
from perinatal.paper.sheets.copied import made_for
from perinatal.paper.sheets.drug_words import names_a_drug
from perinatal.paper.sheets.months import AFTER_BIRTH, months
from perinatal.paper.sheets.picks import (
    A_GOAL,
    Picks,
    card_picks,
    everything,
    offered_on_a_card,
    said_items,
    usual_picks,
)
from perinatal.paper.sheets.plan_words import half_card, invitation_card, member_words_card, plan_words_card
from perinatal.paper.sheets.pocket_card import PocketCard, pocket_card
from perinatal.paper.sheets.printable import Extras, Filling, printable
from perinatal.paper.sheets.receipt import receipt_fields, receipt_happened, receipt_sheet
from perinatal.paper.sheets.record import Mark, with_mark
from perinatal.paper.sheets.zine import zines

__all__ = [
    "Extras",
    "Filling",
    "AFTER_BIRTH",
    "A_GOAL",
    "Mark",
    "Older",
    "Picks",
    "PocketCard",
    "birth_pages",
    "booklet",
    "card_picks",
    "changed",
    "everything",
    "invitation_card",
    "made_for",
    "member_words_card",
    "months",
    "half_card",
    "names_a_drug",
    "offered_on_a_card",
    "plan_words_card",
    "pocket_card",
    "printable",
    "receipt_fields",
    "receipt_happened",
    "receipt_sheet",
    "said_items",
    "side_by_side",
    "usual_picks",
    "with_mark",
    "zines",
]
