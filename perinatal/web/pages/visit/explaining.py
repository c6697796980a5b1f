"""One topic opened for a talk: what the parent reads beside a line to say it with, and what was talked about."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.pages.visit.state import VisitState
from perinatal.web.parts.words import button

Row = rx.Var[dict[str, str]]


def explaining(words: Shelf, row: Row) -> rx.Component:
    """The way to open the ten points of a topic, and the points once they are open."""
    is_open = VisitState.topic == row["item"]
    return rx.fragment(
        rx.el.button(
            words.say("explaining.open"),
            rx.el.span(" ", row["title"], class_name="unseen"),
            type="button",
            class_name="btn",
            on_click=VisitState.open_topic(row["item"]),
            custom_attrs={"aria-expanded": rx.cond(is_open, "true", "false")},
        ),
        rx.cond(is_open, _points(words)),
    )


def _points(words: Shelf) -> rx.Component:
    return rx.el.div(
        rx.el.p(words.say("explaining.about"), class_name="small hint"),
        rx.cond(VisitState.say_first != "", rx.el.p(rx.el.b(words.say("explaining.first")), " ", VisitState.say_first)),
        rx.foreach(VisitState.points, lambda point: _point(words, point)),
        button(words.say("explaining.send"), on_click=VisitState.tell_covered),
        # Read aloud at the top of the page; here it is seen by who just tapped.
        rx.cond(VisitState.sent != "", rx.el.p(VisitState.sent)),
        rx.el.p(words.say("explaining.sent_hint"), class_name="small hint"),
    )


def _point(words: Shelf, point: Row) -> rx.Component:
    ticked = VisitState.ticked.contains(point["id"])
    return rx.el.div(
        rx.el.div(
            rx.el.h4(point["title"]),
            rx.cond(point["told"] != "", rx.el.p(point["told"], class_name="lines")),
        ),
        rx.el.div(
            rx.el.p(rx.el.b(words.say("explaining.you_can_say")), " ", point["say"], class_name="card note"),
            rx.cond(point["covered"] != "", rx.el.p(point["covered"], class_name="small hint")),
            rx.el.button(
                words.say("explaining.tick"),
                rx.el.span(" ", point["title"], class_name="unseen"),
                type="button",
                class_name="chip",
                on_click=VisitState.tick(point["id"]),
                custom_attrs={"aria-pressed": rx.cond(ticked, "true", "false")},
            ),
        ),
        class_name="two point",
    )
