"""The pages of the locked door."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.card_boxes import card_box
from perinatal.web.parts.form import door_form
from perinatal.web.parts.frame import open_form, whole_page
from perinatal.web.parts.words import button, link, link_button, link_here, points


def open_page(words: Shelf, *, wrong: bool = False) -> rx.Component:
    """The form for the words."""
    return whole_page(
        words,
        "i",
        link(words.say("parts.back"), at(words.language), whole=True, class_name="back"),
        open_form(words, wrong=wrong),
        link(words.say("open.from_file"), at(words.language, "i/f"), whole=True, class_name="plain"),
        link(words.say("open.members"), at(words.language, "in"), whole=True, class_name="plain"),
    )


def busy_page(words: Shelf, door: str = "i") -> rx.Component:
    """Many are at a door at once."""
    return whole_page(
        words,
        f"{door}/busy",
        rx.el.h1(words.say("open.busy_title"), id="h1", tab_index=-1),
        rx.el.p(words.say("open.busy")),
        link_button(words.say("open.again"), at(words.language, door), main=True, whole=True),
    )


def changed_page(words: Shelf) -> rx.Component:
    """The words were right, and what is stored is not what was kept."""
    return whole_page(
        words,
        "i/changed",
        rx.el.h1(words.say("open.changed_title"), id="h1", tab_index=-1),
        rx.el.p(words.say("open.changed")),
        points(words.lines("open.changed_points")),
        link_button(words.say("open.again"), at(words.language, "i"), main=True, whole=True),
    )


def lost_page(words: Shelf, *, wrong: bool = False) -> rx.Component:
    """Lost words: what nobody can do, and the three ways there are."""
    return whole_page(
        words,
        "lost",
        link(words.say("parts.back"), at(words.language, "i"), whole=True, class_name="back"),
        *([_not_these(words)] if wrong else []),
        rx.el.h1(words.say("open.lost"), id="h1", tab_index=-1),
        rx.el.p(words.say("open.lost_limit")),
        rx.el.p(words.say("open.lost_gone")),
        rx.el.h2(words.say("open.second_title")),
        rx.el.p(words.say("open.second")),
        link_button(words.say("open.have_words"), at(words.language, "i"), whole=True),
        rx.el.h2(words.say("open.both_title")),
        rx.el.p(words.say("open.both"), id="both-why"),
        _both_cards(words, wrong=wrong),
        rx.el.h2(words.say("open.anew_title")),
        rx.el.p(words.say("open.anew")),
        link_button(words.say("start.begin"), at(words.language, "p0"), whole=True),
    )


def _not_these(words: Shelf) -> rx.Component:
    return rx.el.div(
        rx.el.h2(words.say("open.problem")),
        rx.el.p(link_here(words.say("open.both_wrong"), "lost-first")),
        id="wrong",
        class_name="errors",
        role="alert",
        tab_index=-1,
    )


def _both_cards(words: Shelf, *, wrong: bool) -> rx.Component:
    beside = [rx.el.p(words.say("open.both_wrong"), id="both-wrong", class_name="trouble")] if wrong else []
    described = "both-why both-wrong" if wrong else "both-why"
    return door_form(
        "/open",
        *beside,
        card_box(words, "lost-first", words.say("locks.first"), described),
        card_box(words, "lost-second", words.say("locks.second"), described),
        rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
        button(words.say("open.open"), type="submit"),
    )
