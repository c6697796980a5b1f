"""The page from which a copy of the plan is taken along. Words and file come by plain POSTs and never enter Reflex."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.card_boxes import card_box, making_form, new_words
from perinatal.web.parts.form import door_form
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here
from perinatal.web.parts.words import button, link, link_button, points, until_known


class CarryState(Here):
    """Whether the plan has words; never the words."""

    @rx.event
    def load(self) -> None:
        """Show whether the plan is kept."""
        self._enter()


def carry_page(words: Shelf) -> rx.Component:
    """What a file is, and the two kinds of words it can have."""
    return live_page(
        words,
        "m/c",
        link(words.say("parts.back"), at(words.language, "m"), class_name="back"),
        rx.el.h1(words.say("carrying.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("carrying.limit")),
        points(words.lines("carrying.points")),
        _said_of(words, "wrong"),
        _said_of(words, "long"),
        until_known(
            rx.cond(Here.kept, rx.fragment(_with_the_plans_words(words), _with_new_words(words)), _first(words))
        ),
        new_words(words, _taken(words), title=words.say("carrying.yours"), back="m/c"),
        rx.el.h2(words.say("carrying.have_one")),
        link_button(words.say("bringing.title"), at(words.language, "i/f"), whole=True),
    )


def _said_of(words: Shelf, what: str) -> rx.Component:
    """What is shown only where the address names it: a door sends people back here with it."""
    return rx.el.p(
        words.say(f"carrying.{what}"), id=f"carry-{what}", role="alert", class_name="trouble if-named", tab_index=-1
    )


def _with_the_plans_words(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say("carrying.with_mine")),
        rx.el.p(words.say("carrying.with_mine_hint"), id="carry-mine-why"),
        door_form(
            "/carry",
            card_box(words, "carry-words", words.say("locks.words"), "carry-mine-why"),
            _language(words),
            button(words.say("carrying.take"), main=True, type="submit"),
        ),
        class_name="card",
    )


def _with_new_words(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say("carrying.with_new")),
        rx.el.p(words.say("carrying.with_new_hint"), id="new-why"),
        making_form(
            words,
            "/carry/words",
            "new",
            card_box(words, "new-words", words.say("locks.words"), "new-why new-trouble"),
            does=words.say("carrying.make"),
            full=words.say("parts.not_saved"),
        ),
        class_name="card",
    )


def _first(words: Shelf) -> rx.Component:
    """A plan that has no words has nothing to ask for."""
    return rx.el.section(
        rx.el.h2(words.say("carrying.with_new")),
        rx.el.p(words.say("carrying.not_kept")),
        button(
            words.say("carrying.make"),
            main=True,
            custom_attrs={
                "data-keep": words.language,
                "data-at": "/carry/words",
                "data-busy": words.say("open.busy"),
                "data-full": words.say("parts.not_saved"),
            },
        ),
        rx.el.p("", id="keep-trouble", role="alert", class_name="trouble"),
        class_name="card",
    )


def _taken(words: Shelf) -> rx.Component:
    """The words, once, and what can be locked with them."""
    return rx.fragment(
        rx.el.p(words.say("carrying.once")),
        rx.el.p("", id="plan-words", class_name="plan-words", custom_attrs={"data-secret": "", "translate": "no"}),
        door_form(
            "/carry",
            rx.el.input(
                type="hidden", name="words", id="file-words", default_value="", custom_attrs={"data-secret-value": ""}
            ),
            _language(words),
            button(words.say("carrying.take"), main=True, type="submit"),
        ),
        rx.el.p(words.say("carrying.then"), class_name="hint"),
    )


def _language(words: Shelf) -> rx.Component:
    return rx.el.input(type="hidden", name="language", value=words.language, read_only=True)
