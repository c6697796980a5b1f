"""The pages a door sends when the disk is full."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import whole_page
from perinatal.web.parts.words import link, link_button

FULL: dict[str, str] = {
    "p0": "begin",
    "q": "print",
    "m/d": "forget",
    "m/c": "carry",
    "i/f": "bring",
    "n": "accept",
    "y/b": "pass",
    "z": "link",
}
"""What a form asks for, by the place it stands at; its page is beside that place."""


def full_page(words: Shelf, place: str) -> rx.Component:
    """What did not happen, and a way to try again."""
    asked = FULL[place]
    return whole_page(
        words,
        f"{place}/full",
        rx.el.h1(words.say(f"full.{asked}_title"), id="h1", tab_index=-1),
        rx.el.p(words.say(f"full.{asked}")),
        link_button(words.say("open.again"), at(words.language, place), main=True, whole=True),
        link(words.say("parts.paper"), at(words.language, "b/w"), whole=True, class_name="plain"),
    )
