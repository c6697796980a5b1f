"""Six words that stand on a page, and the form that puts them on paper."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.parts.form import door_form
from perinatal.web.parts.words import button


def words_to_print(words: Shelf, sheet: str, label: str, *, six: str = "") -> rx.Component:
    """The form that prints six words. They come from the page that shows them."""
    return door_form(
        "/print",
        rx.el.input(type="hidden", name="sheet", value=sheet, read_only=True),
        rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
        rx.el.input(
            type="hidden", name="words", id="card-words", default_value=six, custom_attrs={"data-secret-value": ""}
        ),
        rx.el.label(words.say("printing.paper"), html_for="card-paper"),
        rx.el.select(
            rx.el.option(words.say("printing.letter"), value="letter"),
            rx.el.option(words.say("printing.a4"), value="a4"),
            name="paper",
            id="card-paper",
        ),
        button(label, type="submit"),
        new_tab=True,
    )
