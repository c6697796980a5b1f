"""The print page: what to print, what of it, on which paper, in which language."""

import reflex as rx

from perinatal.toolkit import Shelf, languages, shelf
from perinatal.web.addresses import at
from perinatal.web.parts.card_boxes import card_box
from perinatal.web.parts.form import door_form
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.words import button, details, link, points


class PrintState(Here):
    """What a card can hold, and what it leaves out, for the parent's eyes only."""

    usual: list[dict[str, str]] = []
    if_picked: list[dict[str, str]] = []
    left_out: list[str] = []

    @rx.event
    def load(self) -> None:
        """Show what a card can hold, and what stays off it while no drug may be named."""
        session = self._enter()
        offers = house().toolkit.card_offers(session.plan, self._language) if session else []
        left_out = house().toolkit.left_off_the_card(session.plan, self._language) if session else ()
        self.usual = [self._offer(question) for question, usual in offers if usual]
        self.if_picked = [self._offer(question) for question, usual in offers if not usual]
        self.left_out = [self._shelf.questions[q].ask for q in left_out]

    def _offer(self, question: str) -> dict[str, str]:
        return {"id": question, "ask": self._shelf.questions[question].ask}


def print_page(words: Shelf) -> rx.Component:
    """Booklet and card."""
    return live_page(
        words,
        "q",
        link(words.say("section.back"), at(words.language, "p"), class_name="back"),
        rx.el.h1(words.say("printing.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("printing.limit")),
        points(words.lines("printing.careful")),
        *[_said_of(words, what) for what in ("wrong", "long")],
        _form(words, "booklet", _tick(words, "all_of_it"), _inside(words)),
        _form(words, "card", _picks(words), _tick(words, "drug_words"), _left_out(words)),
    )


def _form(words: Shelf, sheet: str, *choices: rx.Component) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say(f"printing.{sheet}")),
        rx.el.p(words.say(f"printing.{sheet}_hint")),
        door_form(
            "/print",
            rx.el.input(type="hidden", name="sheet", value=sheet, read_only=True),
            *choices,
            _choice(words, sheet, "paper", {"letter": words.say("printing.letter"), "a4": words.say("printing.a4")}),
            _choice(words, sheet, "size", {size: words.say(f"printing.{size}") for size in ("standard", "large")}),
            _choice(words, sheet, "language", _languages(words)),
            button(words.say(f"printing.make_{sheet}"), main=sheet == "booklet", type="submit"),
            new_tab=True,
        ),
        class_name="card",
    )


def _picks(words: Shelf) -> rx.Component:
    """The answers a card can hold. What could bring judgment or danger is on it only if the parent ticks it."""
    return rx.cond(
        PrintState.usual.length() + PrintState.if_picked.length() > 0,
        rx.el.fieldset(
            rx.el.legend(words.say("printing.picks")),
            rx.foreach(PrintState.usual, lambda offer: _pick(offer, ticked=True)),
            rx.foreach(PrintState.if_picked, lambda offer: _pick(offer, ticked=False)),
        ),
        rx.el.p(words.say("printing.nothing_yet"), class_name="hint"),
    )


def _pick(offer: rx.Var[dict[str, str]], *, ticked: bool) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name="pick", value=offer["id"], default_checked=ticked),
        rx.el.span(offer["ask"]),
        key=offer["id"],
        class_name="choice",
    )


def _tick(words: Shelf, name: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=name, value="yes"),
        rx.el.span(words.say(f"printing.{name}")),
        class_name="choice",
    )


def _inside(words: Shelf) -> rx.Component:
    """The plan itself, inside the PDF: under words of the plan, so only where it has some."""
    return rx.cond(
        Here.kept,
        details(
            words.say("printing.inside"),
            rx.el.p(words.say("printing.inside_hint"), id="inside-why"),
            card_box(words, "print-inside", words.say("locks.words"), "inside-why"),
        ),
    )


def _said_of(words: Shelf, what: str) -> rx.Component:
    """What is shown only where the address names it: the door sends people back here with it."""
    said = words.say(f"printing.inside_{what}")
    return rx.el.p(said, id=f"inside-{what}", role="alert", class_name="trouble if-named", tab_index=-1)


def _left_out(words: Shelf) -> rx.Component:
    return rx.cond(
        PrintState.left_out.length() > 0,
        rx.el.div(
            rx.el.p(words.say("printing.left_out")),
            rx.el.ul(rx.foreach(PrintState.left_out, lambda ask: rx.el.li(ask))),
            class_name="card note",
        ),
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
