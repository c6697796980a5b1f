"""The page that gives a plan its words. The words come by a plain POST and never enter Reflex."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.card_boxes import plan_words_shown
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
        plan_words_shown(words, "p"),
        rx.el.p("", id="keep-trouble", role="alert", class_name="trouble"),
    )
