"""What stands on the pages about others while a plan is not kept."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.words import link_button


def keep_first(words: Shelf) -> rx.Component:
    """A plan that no words open is shown to nobody: nobody could come back to stop it."""
    return rx.fragment(
        rx.el.p(words.say("sharing.keep_first"), class_name="card note"),
        link_button(words.say("sharing.keep"), at(words.language, "w"), main=True),
    )
