"""The shelf of papers: everything there is to print without a plan, in one form that a browser sends by itself."""

import reflex as rx

from perinatal.toolkit import Bundle, Drawer, Printable, Shelf, things, things_in
from perinatal.web.addresses import at
from perinatal.web.pages.shop.options import clinic, how
from perinatal.web.parts.form import file_form
from perinatal.web.parts.frame import whole_page
from perinatal.web.parts.words import details, link

SETS = {bundle: f"python3 -m perinatal print --set {bundle} -o papers" for bundle in Bundle}
"""How whoever runs the site prints a set at once."""


def shop_page(words: Shelf) -> rx.Component:
    """Paper."""
    return whole_page(
        words,
        "b",
        link(words.say("parts.back_start"), at(words.language), whole=True, class_name="back"),
        rx.el.h1(words.say("shop.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("shop.intro")),
        rx.el.p(words.say("shop.limit"), class_name="hint"),
        link(words.say("shop.by_hand"), at(words.language, "b/w"), whole=True, class_name="plain"),
        file_form(
            "/paper",
            # Enter in a box would press the first button there is, and that would print a paper nobody chose.
            rx.el.button(type="submit", disabled=True, hidden=True),
            rx.el.input(type="hidden", name="here", value=words.language, read_only=True),
            how(words),
            clinic(words),
            rx.el.h2(words.say("shop.sets")),
            rx.el.p(words.say("shop.set_hint")),
            *[_bundle(words, bundle) for bundle in Bundle],
            rx.el.h2(words.say("shop.groups")),
            *[_drawer(words, drawer) for drawer in Drawer],
        ),
    )


def _drawer(words: Shelf, drawer: Drawer) -> rx.Component:
    here = [thing for thing in things(words.language) if thing.group is drawer]
    return _folded(words, f"shop.drawer.{drawer}", [_thing(words, thing) for thing in here])


def _bundle(words: Shelf, bundle: Bundle) -> rx.Component:
    here = things_in(bundle, words.language)
    how_to = rx.el.p(rx.el.code(SETS[bundle], dir="ltr"), class_name="small")
    key = f"shop.bundle.{bundle.replace('-', '_')}"
    return _folded(words, key, [_short(words, thing) for thing in here], how_to)


def _folded(words: Shelf, key: str, inside: list[rx.Component], *more: rx.Component) -> rx.Component:
    title = words.say("shop.group", title=words.say(key), count=len(inside))
    return details(title, rx.el.ul(*inside, class_name="papers"), *more)


def _thing(words: Shelf, thing: Printable) -> rx.Component:
    """One thing, what it is, and its two buttons."""
    return rx.el.li(
        rx.el.h3(thing.title),
        rx.el.p(thing.about),
        rx.el.p(_said_of(words, thing), class_name="small hint"),
        _buttons(words, thing),
    )


def _short(words: Shelf, thing: Printable) -> rx.Component:
    """The same again, in a set: it was told of in its drawer."""
    return rx.el.li(rx.el.h3(thing.title), _buttons(words, thing))


def _said_of(words: Shelf, thing: Printable) -> str:
    country = thing.place.partition("-")[0].lower()
    place = [words.say("shop.place", place=words.say(f"help.countries.{country}"))] if country else []
    reviewed = words.say("shop.reviewed", date=words.day(thing.reviewed, year=True))
    return " · ".join([words.say(f"shop.shape.{thing.shape}"), *place, reviewed])


def _buttons(words: Shelf, thing: Printable) -> rx.Component:
    return rx.el.div(*[_button(words, way, thing) for way in ("print", "look")], class_name="pair")


def _button(words: Shelf, way: str, thing: Printable) -> rx.Component:
    says = words.say(f"shop.{way}")
    named = {"aria-label": f"{says}: {thing.title}"}
    return rx.el.button(says, type="submit", name=way, value=thing.id, class_name="btn", custom_attrs=named)
