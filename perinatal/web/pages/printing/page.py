"""The print page: what to print, on which paper, in which language."""

import reflex as rx

from perinatal.toolkit import Shelf, languages, shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.words import button, link, points


class PrintState(Here):
    """What the card will leave out, for the parent's eyes only."""

    left_out: list[str] = []

    @rx.event
    def load(self) -> None:
        """Say what the pocket card leaves out while no drug may be named on it."""
        session = self._enter()
        left_out = house().toolkit.left_off_the_card(session.plan, self._language) if session else []
        self.left_out = [self._shelf.questions[q].ask for q in left_out]


def print_page(words: Shelf) -> rx.Component:
    """Booklet and card."""
    return live_page(
        words,
        "q",
        link(words.say("section.back"), at(words.language, "p"), class_name="back"),
        rx.el.h1(words.say("printing.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("printing.limit")),
        points(words.lines("printing.careful")),
        _form(words, "booklet"),
        _form(words, "card"),
        rx.cond(
            PrintState.left_out.length() > 0,
            rx.el.div(
                rx.el.p(words.say("printing.left_out")),
                rx.el.ul(rx.foreach(PrintState.left_out, lambda ask: rx.el.li(ask))),
                class_name="card note",
            ),
        ),
    )


def _form(words: Shelf, sheet: str) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say(f"printing.{sheet}")),
        rx.el.p(words.say(f"printing.{sheet}_hint")),
        rx.el.form(
            rx.el.input(type="hidden", name="sheet", value=sheet, read_only=True),
            _choice(words, sheet, "paper", {"letter": words.say("printing.letter"), "a4": words.say("printing.a4")}),
            *([_choice(words, sheet, "size", {"standard": words.say("printing.standard"), "large": words.say("printing.large")})] if sheet == "booklet" else []),
            _choice(words, sheet, "language", _languages(words)),
            *([_drug_words(words)] if sheet == "card" else []),
            button(words.say(f"printing.make_{sheet}"), main=sheet == "booklet", type="submit"),
            action="/print",
            method="post",
            target="_blank",
            custom_attrs={"data-native": ""},
        ),
        class_name="card",
    )


def _languages(words: Shelf) -> dict[str, str]:
    codes = [words.language, *(code for code in languages() if code != words.language)]
    return {code: shelf(code).native_name for code in codes}


def _choice(words: Shelf, sheet: str, name: str, options: dict[str, str]) -> rx.Component:
    made = f"{sheet}-{name}"
    return rx.el.div(
        rx.el.label(words.say(f"printing.{name}"), html_for=made),
        rx.el.select(*[rx.el.option(label, value=value) for value, label in options.items()], name=name, id=made),
        class_name="field",
    )


def _drug_words(words: Shelf) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name="drug_words", value="yes", id="drug-words"),
        rx.el.span(words.say("printing.drug_words")),
        html_for="drug-words",
        class_name="choice",
    )
