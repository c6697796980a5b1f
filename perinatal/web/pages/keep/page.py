"""The page that gives a plan its words. The words come by a plain POST and never enter Reflex."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.form import door_form
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here
from perinatal.web.parts.words import button, link, points


class KeepState(Here):
    """Whether the plan has words; never the words."""

    @rx.event
    def load(self) -> None:
        """Show whether the plan is kept."""
        self._enter()


def keep_page(words: Shelf) -> rx.Component:
    """Make the words, show them once, print the card."""
    return live_page(
        words,
        "w",
        link(words.say("section.back"), at(words.language, "p"), class_name="back"),
        rx.el.h1(words.say("keep.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("keep.limit")),
        points(words.lines("keep.points")),
        rx.cond(
            Here.kept,
            rx.el.p(words.say("keep.is_kept"), class_name="card note"),
            rx.el.p(words.say("keep.not_yet"), class_name="hint"),
        ),
        button(
            words.say("keep.make"),
            main=True,
            custom_attrs={
                "data-keep": words.language,
                "data-again": words.say("keep.again"),
                "data-busy": words.say("open.busy"),
                "data-full": words.say("full.keep"),
                "data-hidden": words.say("keep.hidden"),
            },
        ),
        rx.el.div(
            rx.el.h2(words.say("keep.yours"), id="words-title", tab_index=-1),
            rx.el.p("", id="plan-words", class_name="plan-words", custom_attrs={"data-secret": "", "translate": "no"}),
            rx.el.p(words.say("keep.once")),
            _card_form(words),
            points(words.lines("keep.ways")),
            button(words.say("keep.have_them"), custom_attrs={"data-hide-secret": at(words.language, "p")}),
            id="kept",
            hidden=True,
            class_name="card yours",
        ),
        rx.el.p("", id="keep-trouble", role="alert", class_name="trouble"),
    )


def _card_form(words: Shelf) -> rx.Component:
    return door_form(
        "/print",
        rx.el.input(type="hidden", name="sheet", value="words", read_only=True),
        rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
        rx.el.input(
            type="hidden", name="words", id="card-words", default_value="", custom_attrs={"data-secret-value": ""}
        ),
        rx.el.label(words.say("printing.paper"), html_for="card-paper"),
        rx.el.select(
            rx.el.option(words.say("printing.letter"), value="letter"),
            rx.el.option(words.say("printing.a4"), value="a4"),
            name="paper",
            id="card-paper",
        ),
        button(words.say("keep.print_card"), type="submit"),
        new_tab=True,
    )
