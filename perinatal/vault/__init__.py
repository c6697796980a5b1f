"""KEEPING: words become keys, turns become sealed bytes, and nothing is said to be kept before it is.

A plan opens with six words only the parent holds, and what is stored says nothing without them. What this folder
must never do: acknowledge before the commit; write, log or raise a word of anybody's; keep a copy of the plan words;
let what was forgotten come back. It knows nothing of pages or print.

    words      the six plan words: made, and read back however they are typed
    keys       from words to keys: one slow step, in a few slots, so that guessing costs and a crowd waits
    sealing    how bytes are sealed and padded; `ring` holds the locks, `safe` their keys, `chain` the order
    unlocked   a plan while it is open; `opened` is a hand on it; `reading` turns rows back into turns
    draft      a change while it is made: saying, letting in and out, showing, sealing again
    inviting   six words, good once, with which somebody becomes a member; `noted` is what a member notes for themselves
    member     somebody the parent can let in; `grants` are their ways in, `visit` their look, `mail` what they leave
    link       a copy of some words for whoever has the link; `link_opening` counts, tells, and then reads it
    store      the few verbs a store has; the `sqlite` files keep it in two small databases
    writer     one thread that writes, so that people who save at once share one commit
    vault      all of it behind one door
    copies     copies of the two files; `restoring` puts them back whole, `health` looks how the files are
"""

from perinatal.vault.chain import digest
from perinatal.vault.copies import Copied, CopyTrouble, Kind, copy
from perinatal.vault.draft import Draft
from perinatal.vault.grants import Grant
from perinatal.vault.health import ROOM, Health, State, look
from perinatal.vault.keys import Cost
from perinatal.vault.link import SECRET, link_id
from perinatal.vault.member import Member, fingerprint
from perinatal.vault.noted import Listed, Note
from perinatal.vault.opened import HandOut, Opened
from perinatal.vault.restoring import Restored, restore
from perinatal.vault.ring import Guest, Meaning
from perinatal.vault.store import Left
from perinatal.vault.trouble import (
    AlreadySaid,
    Busy,
    CouldNotKeep,
    EnoughWaiting,
    FileMissing,
    InUse,
    Locked,
    NewerData,
    NoSuchTurn,
    NotLetIn,
    NotSixWords,
    Overtaken,
    Tampered,
    Trouble,
)
from perinatal.vault.unlocked import Head
from perinatal.vault.vault import Vault
from perinatal.vault.visit import Visit
from perinatal.vault.words import bare, make_words, plan_words

__all__ = [
    "ROOM",
    "SECRET",
    "AlreadySaid",
    "Busy",
    "Copied",
    "CopyTrouble",
    "Cost",
    "CouldNotKeep",
    "Draft",
    "EnoughWaiting",
    "FileMissing",
    "Grant",
    "Guest",
    "HandOut",
    "Head",
    "Health",
    "InUse",
    "Kind",
    "Listed",
    "Left",
    "Locked",
    "Meaning",
    "Member",
    "NewerData",
    "NoSuchTurn",
    "NotLetIn",
    "NotSixWords",
    "Note",
    "Opened",
    "Overtaken",
    "Restored",
    "State",
    "Tampered",
    "Trouble",
    "Vault",
    "Visit",
    "bare",
    "copy",
    "digest",
    "fingerprint",
    "link_id",
    "look",
    "make_words",
    "plan_words",
    "restore",
]
