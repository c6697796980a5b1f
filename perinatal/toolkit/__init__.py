"""Everything a person can do here, one short method each. Read `toolkit` first.

A parent begins a plan, says things in it, keeps it under plan words, opens it again, prints it, and can forget it.
Each thing said becomes a turn; it is sealed and on disk before anyone is told that it was saved.

This is the one door between the pages and what is kept or printed. It never knows who asks, and never shows a word.
"""

from perinatal.exchange import NotOpened, TooMuch, Why
from perinatal.library import Bundle, Drawer, Printable, Shape, Shelf, languages, shelf
from perinatal.paper import (
    Brand,
    Edition,
    Extras,
    LogoNotTaken,
    Paper,
    Picks,
    Pictures,
    TooManyWords,
    pictures,
    qr_code,
)
from perinatal.toolkit.addressing import GOALS, TOPICS
from perinatal.toolkit.carrying import FILE_NAME, Brought, Preview
from perinatal.toolkit.copying import NoRoom
from perinatal.toolkit.covered import part_of_item
from perinatal.toolkit.handing import Showing
from perinatal.toolkit.inviting import EnoughInvited
from perinatal.toolkit.laying_out import CopySheet
from perinatal.toolkit.linking import Made, NothingToHandOut, Wanted
from perinatal.toolkit.offering import CopyItem, CopyOffer, KeptOut, LeftOut
from perinatal.toolkit.open_plan import NotKeptYet, OpenPlan
from perinatal.toolkit.printables import (
    NoSuchThing,
    Printables,
    TooLongForABand,
    blank,
    brand_of,
    thing,
    things,
    things_in,
)
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
    "Brand",
    "Brought",
    "Bundle",
    "Busy",
    "Copy",
    "CopyItem",
    "CopyOffer",
    "CopySheet",
    "CouldNotKeep",
    "Covered",
    "Drawer",
    "Edition",
    "EnoughInvited",
    "Entry",
    "Extras",
    "FILE_NAME",
    "Finding",
    "GOALS",
    "Grant",
    "KeptOut",
    "LeftOut",
    "Line",
    "Locked",
    "LogoNotTaken",
    "LONGEST_NEXT",
    "Made",
    "Member",
    "NoRoom",
    "NoSuchThing",
    "NothingToHandOut",
    "NotKeptYet",
    "NotOpened",
    "Offer",
    "OpenPlan",
    "OpenVisit",
    "Overtaken",
    "Paper",
    "Picks",
    "Pictures",
    "Preview",
    "Printable",
    "Printables",
    "Shape",
    "Shelf",
    "Showing",
    "Snapshot",
    "Tampered",
    "Toolkit",
    "TooLongForABand",
    "TooManyWords",
    "TooMuch",
    "TOPICS",
    "Trouble",
    "Wanted",
    "Why",
    "blank",
    "brand_of",
    "languages",
    "name_of",
    "part_of_item",
    "pictures",
    "qr_code",
    "shelf",
    "thing",
    "things",
    "things_in",
    "waiting_on",
]
