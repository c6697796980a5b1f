"""The page that asks, before the tablet goes back, what may be seen. No answer stands out, and nothing is chosen."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.pages.passing.state import PassingState
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.handed import hand_back, nobody_here, seeing
from perinatal.web.parts.here import Here
from perinatal.web.parts.words import link, until_known
from perinatal.web.tablets import See


def passing_page(words: Shelf) -> rx.Component:
    """Pass the tablet back: what may be seen is asked, and no answer stands out."""
    return live_page(words, "y/b", rx.cond(Here.handed, _asking(words), until_known(nobody_here(words))))


def _asking(words: Shelf) -> rx.Component:
    return rx.fragment(
        link(words.say("yours.pass.on"), at(words.language, "p"), class_name="back"),
        rx.el.h1(words.say("yours.pass.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("yours.pass.closes")),
        rx.el.p(PassingState.open),
        rx.cond(PassingState.page != "", rx.el.p(PassingState.page)),
        rx.el.h2(PassingState.ask, id="ask"),
        hand_back(
            words,
            rx.el.div(
                _choice(words, See.CHOSEN),
                rx.cond(PassingState.page != "", _choice(words, See.PAGE)),
                _choice(words, See.NOTHING),
                role="group",
                class_name="choices three",
                custom_attrs={"aria-labelledby": "ask"},
            ),
        ),
        rx.el.ul(
            rx.el.li(words.say("yours.pass.chosen_means")),
            rx.cond(PassingState.page != "", rx.el.li(words.say("yours.pass.page_means"))),
            rx.el.li(words.say("yours.pass.nothing_means")),
        ),
        link(words.say("sharing.title"), at(words.language, "s"), class_name="plain"),
    )


def _choice(words: Shelf, see: See) -> rx.Component:
    return seeing(words.say(f"yours.pass.{see}"), see)
