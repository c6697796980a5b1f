"""The pages of the locked door."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import open_form, whole_page
from perinatal.web.parts.words import link, link_button, points


def open_page(words: Shelf, *, wrong: bool = False) -> rx.Component:
    """The form for the words."""
    return whole_page(
        words,
        "i",
        link(words.say("parts.back"), at(words.language), whole=True, class_name="back"),
        open_form(words, wrong=wrong),
        link(words.say("open.members"), at(words.language, "in"), whole=True, class_name="plain"),
    )


def busy_page(words: Shelf, door: str = "i") -> rx.Component:
    """Many are at a door at once."""
    return whole_page(
        words,
        f"{door}/busy",
        rx.el.h1(words.say("open.busy_title"), id="h1", tab_index=-1),
        rx.el.p(words.say("open.busy")),
        link_button(words.say("open.again"), at(words.language, door), main=True, whole=True),
    )


def lost_page(words: Shelf) -> rx.Component:
    """Lost words: the honest answer."""
    return whole_page(
        words,
        "lost",
        link(words.say("parts.back"), at(words.language, "i"), whole=True, class_name="back"),
        rx.el.h1(words.say("open.lost"), id="h1", tab_index=-1),
        rx.el.p(words.say("open.lost_limit")),
        points(words.lines("open.lost_points")),
        link_button(words.say("start.begin"), at(words.language, "p0"), whole=True),
    )
