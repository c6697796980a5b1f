"""How a paper is to be printed, and whose name is on it: asked once, for all papers of the page."""

import reflex as rx

from perinatal.toolkit import Shelf, languages, shelf
from perinatal.web.parts.words import details

LONGEST_LINE, LONGEST_LOGO_WORDS = 60, 200


def how(words: Shelf) -> rx.Component:
    """Paper, size, color and language."""
    return details(
        words.say("shop.how"),
        _choice(words, "paper", {"letter": words.say("shop.letter"), "a4": words.say("shop.a4")}),
        _choice(words, "size", {"standard": words.say("shop.standard"), "large": words.say("shop.large")}),
        _choice(words, "language", tongues(words)),
        rx.el.label(
            rx.el.input(type="checkbox", name="black", value="yes"),
            rx.el.span(words.say("shop.black")),
            class_name="choice",
        ),
        rx.el.p(words.say("shop.copies"), class_name="hint"),
    )


def clinic(words: Shelf) -> rx.Component:
    """The name of a clinic, how to reach it, and its logo. Kept nowhere."""
    return details(
        words.say("shop.clinic"),
        rx.el.p(words.say("shop.clinic_hint"), class_name="hint"),
        *[_line(words, name, LONGEST_LINE) for name in ("name", "phone", "hours")],
        rx.el.div(
            rx.el.label(words.say("shop.logo"), html_for="logo"),
            rx.el.input(type="file", name="logo", id="logo", accept="image/png,image/svg+xml"),
            class_name="field",
        ),
        _line(words, "logo_says", LONGEST_LOGO_WORDS),
    )


def tongues(words: Shelf) -> dict[str, str]:
    """The languages there are, this page's first."""
    codes = [words.language, *(code for code in languages() if code != words.language)]
    return {code: shelf(code).native_name for code in codes}


def _choice(words: Shelf, name: str, options: dict[str, str]) -> rx.Component:
    return rx.el.div(
        rx.el.label(words.say(f"shop.{name}"), html_for=name),
        rx.el.select(*[rx.el.option(label, value=value) for value, label in options.items()], name=name, id=name),
        class_name="field",
    )


def _line(words: Shelf, name: str, longest: int) -> rx.Component:
    return rx.el.div(
        rx.el.label(words.say(f"shop.{name}"), html_for=name),
        rx.el.input(type="text", name=name, id=name, max_length=longest, auto_complete="off"),
        class_name="field",
    )
