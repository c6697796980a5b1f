"""Boxes for the six words of a card, and the place where new words are shown once."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.form import door_form, plain_form
from perinatal.web.parts.words import button, points


def card_box(words: Shelf, name: str, label: str, described_by: str) -> rx.Component:
    """A covered box for six words, and the way to uncover it."""
    return rx.el.div(
        rx.el.label(label, html_for=name, id=f"{name}-label"),
        rx.el.input(
            type="password",
            id=name,
            name=name.rpartition("-")[2],
            auto_complete="off",
            auto_capitalize="none",
            spell_check=False,
            custom_attrs={"aria-describedby": described_by, "data-words": ""},
        ),
        button(
            words.say("open.show"),
            custom_attrs={
                "data-show": name,
                "data-hide-words": words.say("open.hide"),
                "aria-pressed": "false",
                "aria-describedby": f"{name}-label",
            },
        ),
        class_name="field",
    )


def making_form(words: Shelf, door: str, name: str, *inside: rx.Component, does: str, full: str) -> rx.Component:
    """A form that asks for words of this plan once more, and is answered with new ones. They never enter an event."""
    return plain_form(
        door,
        rx.el.p("", id=f"{name}-trouble", role="alert", class_name="trouble"),
        *inside,
        rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
        button(does, main=True, type="submit"),
        how={
            "data-makes": "",
            "data-trouble": f"{name}-trouble",
            "data-wrong": words.say("locks.wrong"),
            "data-busy": words.say("open.busy"),
            "data-full": full,
        },
    )


def new_words(words: Shelf, *inside: rx.Component, title: str, back: str) -> rx.Component:
    """Where new words stand, once. The page script puts them there, and takes them away again."""
    return rx.el.div(
        rx.el.h2(title, id="words-title", tab_index=-1),
        *inside,
        button(words.say("keep.have_them"), custom_attrs={"data-hide-secret": at(words.language, back)}),
        id="kept",
        hidden=True,
        class_name="card yours",
    )


def shown_words(words: Shelf, sheet: str, number: str = "") -> rx.Component:
    """The words of one card, and the form that prints it as often as wanted while they are shown."""
    paper = f"card-paper{number}"
    return rx.fragment(
        rx.el.p(
            "", id=f"plan-words{number}", class_name="plan-words", custom_attrs={"data-secret": "", "translate": "no"}
        ),
        door_form(
            "/print",
            rx.el.input(type="hidden", name="sheet", value=sheet, read_only=True),
            rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
            rx.el.input(
                type="hidden",
                name="words",
                id=f"card-words{number}",
                default_value="",
                custom_attrs={"data-secret-value": ""},
            ),
            rx.el.label(words.say("printing.paper"), html_for=paper),
            rx.el.select(
                rx.el.option(words.say("printing.letter"), value="letter"),
                rx.el.option(words.say("printing.a4"), value="a4"),
                name="paper",
                id=paper,
            ),
            button(words.say("keep.print_card"), type="submit"),
            new_tab=True,
        ),
    )


def plan_words_shown(words: Shelf, back: str) -> rx.Component:
    """New plan words: two cards of them are better than one."""
    return new_words(
        words,
        rx.el.p(words.say("keep.once")),
        shown_words(words, "words"),
        points(words.lines("keep.ways")),
        title=words.say("keep.yours"),
        back=back,
    )
