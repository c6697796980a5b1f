"""The pages of a member's door."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import whole_page
from perinatal.web.parts.visitor import sign_in_form
from perinatal.web.parts.words import link, link_button, points


def sign_in_page(words: Shelf, *, wrong: bool = False) -> rx.Component:
    """The form for a member's words."""
    return whole_page(
        words,
        "in",
        link(words.say("parts.back"), at(words.language), whole=True, class_name="back"),
        sign_in_form(words, wrong=wrong),
        rx.el.h2(words.say("sign_in.about"), id="about"),
        points(words.lines("sign_in.points")),
        link_button(words.say("sign_in.invited"), at(words.language, "n"), whole=True),
        link(words.say("sign_in.parent"), at(words.language, "i"), whole=True, class_name="plain"),
    )
