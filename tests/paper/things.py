"""Every thing there is to print, in every language, on every paper, in every edition, drawn once; and odd ones."""

from datetime import date
from functools import cache

from perinatal.library import Printable, Shape, shelf
from perinatal.paper import Brand, Edition, Extras, Filling, Paper, Picks, Sheet, draw, printable, read_logo
from tests.paper.sample import MADE, all_of, full

LANGUAGES = ("en", "es")
THINGS = tuple(shelf("en").printables)
SIZES = (Edition.STANDARD, Edition.LARGE)
"""The sizes that things are printed in. Compact is for birth preferences on one page, and for nothing else."""
EDITIONS = {Shape.POSTER: (Edition.STANDARD,)}
"""A poster is large as it is."""
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><title>x</title>'
    b'<g fill="teal"><circle cx="20" cy="20" r="18"/><path d="M40 4h16v32H40z" fill="#a04010"/></g></svg>'
)
BRAND = Brand(
    name="Riverside Family Clinic",
    phone="555-0142",
    hours="Monday to Friday, 9 to 5",
    logo=read_logo(LOGO, "A circle and a bar"),
    logo_says="A circle and a bar",
)
EVERY = [
    (id, language, paper, edition)
    for id in THINGS
    for language in LANGUAGES
    for paper in Paper
    for edition in EDITIONS.get(shelf("en").printables[id].shape, SIZES)
]


def thing(id: str, language: str) -> Printable:
    """One thing by its name."""
    return shelf(language).printables[id]


@cache
def sheet(id: str, language: str) -> Sheet:
    """It as a sheet, with all that can be added to it."""
    return printable(thing(id, language), shelf(language), extras=Extras(brand=BRAND, sample=True))


@cache
def pdf(id: str, language: str, paper: Paper, edition: Edition, mono: bool = False) -> bytes:
    """The same, drawn."""
    return draw(sheet(id, language), paper=paper, edition=edition, mono=mono)


def filled(one: Printable, language: str, picks: Picks | None = None, made: date = MADE) -> Sheet:
    """A thing with what a full plan says, all of it unless some was picked."""
    plan = full(language)
    return printable(
        one, shelf(language), filling=Filling(plan=plan, picks=all_of(plan) if picks is None else picks, made=made)
    )
