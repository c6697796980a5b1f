"""KEEPING: words become keys, turns become sealed bytes, and nothing is said to be kept before it is.

A plan opens with six words only the parent holds, and what is stored says nothing without them. What this folder
must never do: acknowledge before the commit; write, log or raise a word of anybody's; keep a copy of the plan words;
let what was forgotten come back. It knows nothing of pages or print.

    words      the six plan words: made, and read back however they are typed
    keys       from words to keys: one slow step, in a few slots, so that guessing costs and a crowd waits
    sealing    how bytes are sealed and padded; `ring` holds the locks, `chain` the order
    unlocked   a plan while it is open; `opened` is a hand on it; `reading` turns rows back into turns
    store      the few verbs a store has; `sqlite_store` and `sqlite_file` keep it in two small files
    writer     one thread that writes, so that people who save at once share one commit
    vault      all of it behind one door
    copies     copies of the two files; `restoring` puts them back whole, `health` looks how the files are
"""

from perinatal.vault.copies import Copied, CopyTrouble, Kind, copy
from perinatal.vault.health import ROOM, Health, State, look
from perinatal.vault.keys import Cost
from perinatal.vault.opened import Opened
from perinatal.vault.restoring import Restored, restore
from perinatal.vault.trouble import (
    AlreadySaid,
    Busy,
    CouldNotKeep,
    FileMissing,
    InUse,
    Locked,
    NewerData,
    NoSuchTurn,
    NotSixWords,
    Tampered,
    Trouble,
)
from perinatal.vault.unlocked import Head
from perinatal.vault.vault import Vault
from perinatal.vault.words import make_words

__all__ = [
    "ROOM",
    "AlreadySaid",
    "Busy",
    "Copied",
    "CopyTrouble",
    "Cost",
    "CouldNotKeep",
    "FileMissing",
    "Head",
    "Health",
    "InUse",
    "Kind",
    "Locked",
    "NewerData",
    "NoSuchTurn",
    "NotSixWords",
    "Opened",
    "Restored",
    "State",
    "Tampered",
    "Trouble",
    "Vault",
    "copy",
    "look",
    "make_words",
    "restore",
]
