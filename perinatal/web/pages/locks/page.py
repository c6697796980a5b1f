"""The page for when somebody may know the words: no key stays as it was. It asks for the present words first."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.card_boxes import card_box, making_form, plan_words_shown
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here
from perinatal.web.parts.words import details, link, link_button, points, until_known


class LocksState(Here):
    """How the plan was opened; never the words."""

    by_cards: bool = False

    @rx.event
    def load(self) -> None:
        """Show whether two cards opened it."""
        session = self._enter()
        self.by_cards = session is not None and session.plan.by_cards


def locks_page(words: Shelf) -> rx.Component:
    """What it does, what it can't, the words once more, and the new ones."""
    return live_page(
        words,
        "m/w",
        link(words.say("parts.back"), at(words.language, "m"), class_name="back"),
        rx.el.h1(words.say("locks.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("locks.what")),
        rx.el.h2(words.say("locks.limit")),
        points(words.lines("locks.limits")),
        rx.el.h2(words.say("locks.does")),
        points(words.lines("locks.points")),
        until_known(
            rx.cond(
                Here.kept,
                _asking(words),
                rx.fragment(
                    rx.el.p(words.say("locks.no_words"), class_name="card note"),
                    link_button(words.say("sharing.keep"), at(words.language, "w"), main=True),
                ),
            )
        ),
        plan_words_shown(words, "p"),
    )


def _asking(words: Shelf) -> rx.Component:
    return rx.el.div(
        rx.cond(LocksState.by_cards, rx.el.p(words.say("locks.by_cards"), class_name="card note")),
        rx.el.p(words.say("locks.ask"), id="locks-why"),
        _form(words, "locks", card_box(words, "locks-words", words.say("locks.words"), "locks-why locks-trouble")),
        details(
            words.say("locks.cards"),
            _form(
                words,
                "both",
                card_box(words, "both-first", words.say("locks.first"), "both-trouble"),
                card_box(words, "both-second", words.say("locks.second"), "both-trouble"),
            ),
        ),
        id="asking",
    )


def _form(words: Shelf, name: str, *boxes: rx.Component) -> rx.Component:
    return making_form(words, "/locks", name, *boxes, does=words.say("locks.do"), full=words.say("full.locks"))
