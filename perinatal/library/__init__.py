"""WHAT WE SAY: every sentence a person reads, on a page, on paper or in a terminal.

Facts stand once, in `facts/`; words stand once per language, in `en/`, `es/`; the two meet on the shelf. Nothing
goes in without a source or a plain word that the wording is ours, and a wrong file stops the start with file,
table and key, so that it never stops a parent.

This folder knows nothing of any parent: it never holds, takes or logs what a person wrote, except to fill it into
a sentence it gives straight back.
"""

from perinatal.library.article import Article, Part
from perinatal.library.contents import Shelf
from perinatal.library.goal import Area, Goal
from perinatal.library.place import Need, Phone, PhoneKind, Place, Reports, Status
from perinatal.library.printable import Bundle, Drawer, Printable, PrintedPart, Shape, Symbol
from perinatal.library.question import Box, Question, Section
from perinatal.library.saying import NotOnTheShelf
from perinatal.library.shelf import NoSuchLanguage, languages, read_shelf, shelf
from perinatal.library.source import Fact, Source
from perinatal.library.topic import Group, Topic
from perinatal.library.wrong import Mistake, WrongShelf

__all__ = [
    "Area",
    "Article",
    "Box",
    "Bundle",
    "Drawer",
    "Fact",
    "Goal",
    "Group",
    "Mistake",
    "Need",
    "NoSuchLanguage",
    "NotOnTheShelf",
    "Part",
    "Phone",
    "PhoneKind",
    "Place",
    "Printable",
    "PrintedPart",
    "Question",
    "Reports",
    "Section",
    "Shape",
    "Shelf",
    "Source",
    "Status",
    "Symbol",
    "Topic",
    "WrongShelf",
    "languages",
    "read_shelf",
    "shelf",
]
