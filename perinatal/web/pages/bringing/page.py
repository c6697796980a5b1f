"""The page at which a file is brought; whole without JavaScript, as the file goes by a plain POST."""

import reflex as rx

from perinatal.toolkit import Shelf, Why
from perinatal.web.addresses import at
from perinatal.web.parts.card_boxes import card_box
from perinatal.web.parts.form import plain_form
from perinatal.web.parts.frame import whole_page
from perinatal.web.parts.words import button, link, link_here, points

REASONS = (*(str(why) for why in Why), "gone", "hidden")
"""What can be wrong. Doors name one behind the hash of the address, and only that one is shown."""


def bring_page(words: Shelf, *, wrong: bool = False) -> rx.Component:
    """A file and its words."""
    return whole_page(
        words,
        "i/f",
        link(words.say("parts.back"), at(words.language, "i"), whole=True, class_name="back"),
        *([_not_this(words)] if wrong else []),
        rx.el.h1(words.say("bringing.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("bringing.intro")),
        points(words.lines("bringing.points")),
        plain_form(
            "/bring",
            rx.el.div(
                rx.el.label(words.say("bringing.file"), html_for="bring-file"),
                rx.el.p(words.say("bringing.file_hint"), id="bring-file-hint", class_name="hint small"),
                rx.el.input(
                    type="file", id="bring-file", name="file", custom_attrs={"aria-describedby": "bring-file-hint"}
                ),
                class_name="field",
            ),
            card_box(words, "bring-words", words.say("bringing.words"), "bring-words-hint"),
            rx.el.p(words.say("bringing.words_hint"), id="bring-words-hint", class_name="hint small"),
            rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
            button(words.say("bringing.look"), main=True, type="submit"),
            how={"data-native": "", "encType": "multipart/form-data"},
        ),
    )


def _not_this(words: Shelf) -> rx.Component:
    """What was wrong: one plain sentence, the one the address names; without a name, only that it did not open."""
    return rx.el.div(
        rx.el.h2(words.say("open.problem")),
        *[
            rx.el.p(words.say(f"bringing.why.{reason}"), id=reason, class_name="if-named", tab_index=-1)
            for reason in REASONS
        ],
        rx.el.p(link_here(words.say("bringing.again"), "bring-file")),
        id="wrong",
        class_name="errors",
        role="alert",
        tab_index=-1,
    )
