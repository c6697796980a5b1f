"""The pages of a member's door."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import whole_page
from perinatal.web.parts.visitor import sign_in_form
from perinatal.web.parts.words import link, link_button


def sign_in_page(words: Shelf, *, wrong: bool = False) -> rx.Component:
    """The form for a member's words."""
    return whole_page(
        words,
        "in",
        link(words.say("parts.back"), at(words.language), whole=True, class_name="back"),
        sign_in_form(words, wrong=wrong),
        link(words.say("sign_in.parent"), at(words.language, "i"), whole=True, class_name="plain"),
    )


def crowded_page(words: Shelf) -> rx.Component:
    """Many are opening at once."""
    return whole_page(
        words,
        "in/busy",
        rx.el.h1(words.say("open.busy_title"), id="h1", tab_index=-1),
        rx.el.p(words.say("open.busy")),
        link_button(words.say("open.again"), at(words.language, "in"), main=True, whole=True),
    )
