"""What was taken out can be put back for ten minutes."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.parts.words import button


def undo_bar(words: Shelf, waiting: rx.Var[str], put_back: object) -> rx.Component:
    """Shown while something can be put back, also after a reload."""
    return rx.el.div(
        rx.cond(
            waiting != "",
            rx.fragment(rx.el.p(words.say("parts.taken_out")), button(words.say("parts.put_back"), on_click=put_back)),
        ),
        role="status",
        class_name="undo",
    )


def stop_bar(words: Shelf, stopped: rx.Var[str], undone: rx.Var[bool], undo: object) -> rx.Component:
    """Shown while a stop can be undone, and once when it was."""
    return rx.el.div(
        rx.cond(
            stopped != "",
            rx.fragment(
                rx.el.p(words.say("sharing.stopped")),
                rx.el.p(words.say("sharing.stays")),
                button(words.say("sharing.undo"), on_click=undo),
            ),
            rx.cond(undone, rx.el.p(words.say("sharing.undone"))),
        ),
        role="status",
        class_name="undo",
    )
