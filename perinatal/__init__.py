"""A plan is a conversation, and the parent holds the key.

This is the perinatal harm reduction care-planning toolkit. Read `toolkit` first: everything a person can do
here is one short method of it. Then:

    care/      the plan: turns, and what they say together
    library/   what we say: facts once, words per language
    vault/     keeping: words to keys, turns to sealed bytes
    paper/     printing: what a page says, then how it looks
    exchange/  carrying: a plan as a file that opens elsewhere, and lets nobody in
    web/       meeting: the pages, and the guard before them
    start/     starting: set-up, launcher, errors that say what to do
"""
