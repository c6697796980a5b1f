"""Everything a person can do here, one short method each. Read `toolkit` first.

A parent begins a plan, says things in it, keeps it under plan words, opens it again, prints it, and can forget it.
Each thing said becomes a turn; it is sealed and on disk before anyone is told that it was saved.

This is the one door between the pages and what is kept or printed. It never knows who asks, and never shows a word.
"""

from perinatal.library import Shelf, languages, shelf
from perinatal.paper import Edition, Paper, qr_code
from perinatal.toolkit.addressing import GOALS, TOPICS
from perinatal.toolkit.covered import part_of_item
from perinatal.toolkit.handing import Showing
from perinatal.toolkit.inviting import EnoughInvited
from perinatal.toolkit.linking import Made, NothingToHandOut, Wanted
from perinatal.toolkit.open_plan import NotKeptYet, OpenPlan
from perinatal.toolkit.printing import Copy
from perinatal.toolkit.record import Finding
from perinatal.toolkit.replying import name_of, waiting_on
from perinatal.toolkit.saying import Covered
from perinatal.toolkit.snapshot import Line, Snapshot
from perinatal.toolkit.toolkit import Toolkit
from perinatal.toolkit.visiting import Offer, OpenVisit
from perinatal.toolkit.worklist import LONGEST_NEXT, Entry
from perinatal.vault import Busy, CouldNotKeep, Grant, Locked, Member, Overtaken, Tampered, Trouble

__all__ = [
    "Busy",
    "Copy",
    "CouldNotKeep",
    "Covered",
    "Edition",
    "EnoughInvited",
    "Entry",
    "GOALS",
    "Finding",
    "Grant",
    "LONGEST_NEXT",
    "Locked",
    "Line",
    "Made",
    "Member",
    "NotKeptYet",
    "Offer",
    "NothingToHandOut",
    "OpenPlan",
    "OpenVisit",
    "Overtaken",
    "Paper",
    "TOPICS",
    "Shelf",
    "Snapshot",
    "Tampered",
    "Showing",
    "Toolkit",
    "Trouble",
    "Wanted",
    "languages",
    "name_of",
    "qr_code",
    "part_of_item",
    "shelf",
    "waiting_on",
]
