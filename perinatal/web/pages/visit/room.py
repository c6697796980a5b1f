"""What helps a member in the room: lines to say before anything is opened, a silent clock, and handing over."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.pages.visit.state import VisitState
from perinatal.web.parts.form import door_form
from perinatal.web.parts.words import button, details, points


def before_we_begin(words: Shelf) -> rx.Component:
    """Lines to say, folded away, and a clock that only a member can look at, when they want to."""
    return rx.fragment(
        details(
            words.say("room.begin.title"),
            rx.el.p(words.say("room.begin.about")),
            points(words.lines("room.begin.lines")),
        ),
        details(
            words.say("room.clock"),
            rx.el.p(rx.el.span("", custom_attrs={"data-clock": VisitState.seconds}), " ", words.say("room.minutes")),
            rx.el.p(words.say("room.clock_hint"), class_name="small hint"),
        ),
    )


def hand_over(words: Shelf) -> rx.Component:
    """The way to put this tablet into the parent's hands."""
    return rx.el.section(
        rx.el.h2(words.say("room.hand"), id="hand-title"),
        rx.el.p(words.say("room.hand_about")),
        door_form(
            "/hand-over",
            rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
            button(words.say("room.hand"), type="submit"),
        ),
    )
