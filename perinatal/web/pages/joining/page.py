"""The pages of an invitation: its six words go in, six words of one's own come out. They need no JavaScript."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.doors.inviting import BLANK
from perinatal.web.parts.form import door_form
from perinatal.web.parts.frame import whole_page
from perinatal.web.parts.six_words import words_to_print
from perinatal.web.parts.words import button, link, link_button, link_here, points


def join_page(words: Shelf, *, wrong: bool = False) -> rx.Component:
    """The form for the words of an invitation. A link puts them into the box by itself."""
    return whole_page(
        words,
        "n",
        link(words.say("parts.back"), at(words.language, "in"), whole=True, class_name="back"),
        *([_problem(words)] if wrong else []),
        rx.el.h1(words.say("joining.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("joining.about")),
        points(words.lines("joining.points")),
        door_form(
            "/accept",
            rx.el.label(words.say("joining.code"), html_for="code"),
            rx.el.p(words.say("joining.hint"), id="code-hint", class_name="hint small"),
            *([rx.el.p(words.say("joining.wrong"), id="code-wrong", class_name="trouble")] if wrong else []),
            rx.el.textarea(
                id="code",
                name="code",
                rows="2",
                auto_complete="off",
                auto_capitalize="none",
                spell_check=False,
                custom_attrs={"aria-describedby": "code-hint code-wrong" if wrong else "code-hint"}
                | ({"aria-invalid": "true"} if wrong else {}),
            ),
            rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
            button(words.say("joining.accept"), main=True, type="submit"),
        ),
    )


def _problem(words: Shelf) -> rx.Component:
    return rx.el.div(
        rx.el.h2(words.say("joining.problem")),
        rx.el.p(link_here(words.say("joining.wrong"), "code")),
        id="wrong",
        class_name="errors",
        role="alert",
        tab_index=-1,
    )


def joined_page(words: Shelf) -> rx.Component:
    """The new words, once. The door puts them in; whoever comes here by address finds no words."""
    return whole_page(
        words,
        "n/yours",
        rx.el.h1(words.say("joining.yours"), id="h1", tab_index=-1),
        rx.el.p(*[rx.el.span(BLANK) for _ in range(6)], class_name="plan-words", custom_attrs={"translate": "no"}),
        rx.el.p(words.say("joining.once")),
        points(words.lines("joining.keep")),
        words_to_print(words, "member", words.say("keep.print_card"), six=" ".join([BLANK] * 6)),
        rx.el.p(words.say("joining.then")),
        link_button(words.say("joining.sign_in"), at(words.language, "in"), main=True, whole=True),
    )
