"""CARRYING: a plan as a file that goes with the parent, and a file read as if a stranger had made it.

The file is a standard one (age v1, under a passphrase), so that other programs open it with the same words, also when
this site is gone. What this folder must never do: put a grant, a key or a link into a file, or take one out of it; work
for a file before it has seen what the work costs; read a structure made by somebody else (a file inside a PDF is found
as bytes). It opens no plan and keeps nothing: turns go in and bytes come out, and the other way round.

    age        the file's lock; its cost is read, and bounded, before anything is done for it
    inside     the same bytes inside one of our PDFs
    plan_file  what is behind the lock: turns, as plain JSON, read strictly
    travels    which kinds of turns go into a file, and why the others stay
    trouble    what can be wrong with a file, one word each
"""

from perinatal.exchange.age import insist_it_may_be_tried, locked, unlocked
from perinatal.exchange.inside import found_in
from perinatal.exchange.plan_file import CarriedTurn, PlanFile, TooMuch, packed, read, written
from perinatal.exchange.trouble import NotOpened, Why

__all__ = [
    "CarriedTurn",
    "NotOpened",
    "PlanFile",
    "TooMuch",
    "Why",
    "found_in",
    "insist_it_may_be_tried",
    "locked",
    "packed",
    "read",
    "unlocked",
    "written",
]
