"""The pages of a tablet that was handed over: nobody's until words are typed, and nobody's again after it goes back."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.pages.yours.state import BACK, YOURS, YoursState
from perinatal.web.parts.frame import live_page, whole_page, words_form
from perinatal.web.parts.handed import hand_back, nobody_here, seeing
from perinatal.web.parts.words import link, link_button, points, until_known
from perinatal.web.tablets import See


def yours_page(words: Shelf) -> rx.Component:
    """This screen is yours now, or: please pass the tablet back."""
    return live_page(
        words,
        "y",
        until_known(rx.match(YoursState.phase, (YOURS, _yours(words)), (BACK, _back(words)), nobody_here(words))),
    )


def _yours(words: Shelf) -> rx.Component:
    return rx.fragment(
        words_form(words, "yours.open", "/open", points(words.lines("yours.limits"))),
        rx.el.section(
            rx.el.h2(words.say("yours.talk_title")),
            rx.el.p(words.say("yours.talk_about")),
            hand_back(words, seeing(words.say("yours.talk"), See.NOTHING)),
        ),
    )


def _back(words: Shelf) -> rx.Component:
    return rx.fragment(
        words_form(words, "yours.back", "/sign-in"),
        link(words.say("yours.again"), at(words.language, "i"), whole=True, class_name="plain"),
    )


def unprinted_page(words: Shelf) -> rx.Component:
    """Why nothing prints from a tablet that goes back."""
    return whole_page(
        words,
        "y/p",
        rx.el.h1(words.say("yours.print_title"), id="h1", tab_index=-1),
        rx.el.p(words.say("yours.print")),
        link_button(words.say("yours.print_on"), at(words.language, "p"), main=True, whole=True),
    )
