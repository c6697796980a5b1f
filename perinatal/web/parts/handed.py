"""What the pages of a tablet that goes from hand to hand have in common."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.form import door_form
from perinatal.web.parts.words import button, link_button
from perinatal.web.tablets import See


def nobody_here(words: Shelf) -> rx.Component:
    """What stands here on a screen that nobody handed over."""
    return rx.fragment(
        rx.el.h1(words.say("yours.nobody"), id="h1", tab_index=-1),
        rx.el.p(words.say("yours.nobody_about")),
        link_button(words.say("parts.back_start"), at(words.language), whole=True),
    )


def hand_back(words: Shelf, *inside: rx.Component) -> rx.Component:
    """The form that passes the tablet back; the button in it says what may be seen."""
    return door_form(
        "/pass-back",
        rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
        *inside,
    )


def seeing(label: str, see: See) -> rx.Component:
    """One answer on what may be seen. None of them stands out."""
    return button(label, type="submit", name="see", value=str(see))
