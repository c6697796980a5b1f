"""The pages of a link: open it, or hear that it opens nothing. They are whole without a script.

The key stands behind the # of the address, where no server sees it. The head script takes it out of the address before
anything is painted, and sends it in a form's body only when somebody asks to open it.
"""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.form import plain_form
from perinatal.web.parts.frame import whole_page
from perinatal.web.parts.words import button, link, link_here


def linked_page(words: Shelf, *, wrong: bool = False) -> rx.Component:
    """Open a link. Nothing is opened, counted or told before somebody asks for it."""
    return whole_page(
        words,
        "z",
        _problem(words, wrong=wrong),
        rx.el.h1(words.say("linked.open_title"), id="h1", tab_index=-1),
        rx.el.p(words.say("linked.told")),
        plain_form(
            "/link",
            rx.el.p(words.say("linked.here"), id="link-here", class_name="card note", hidden=True),
            rx.el.div(
                rx.el.label(words.say("linked.key"), html_for="key"),
                rx.el.p(words.say("linked.key_hint"), id="key-hint", class_name="hint small"),
                _box("key", type="password"),
                id="link-paste",
                class_name="field",
            ),
            rx.el.div(
                rx.el.label(words.say("linked.code"), html_for="code"),
                rx.el.p(words.say("linked.code_hint"), id="code-hint", class_name="hint small"),
                _box("code", type="text"),
                class_name="field",
            ),
            rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
            button(words.say("linked.open"), main=True, type="submit"),
            how={"data-link-form": ""},
        ),
        link(words.say("parts.back_start"), at(words.language), whole=True, class_name="plain"),
    )


def _box(name: str, **more: object) -> rx.Component:
    return rx.el.input(
        id=name,
        name=name,
        auto_complete="off",
        auto_capitalize="none",
        spell_check=False,
        custom_attrs={"aria-describedby": f"{name}-hint"},
        **more,
    )


def _problem(words: Shelf, *, wrong: bool) -> rx.Component:
    return rx.el.div(
        rx.el.h2(words.say("linked.problem")),
        rx.el.p(link_here(words.say("linked.wrong"), "code")),
        rx.el.p(words.say("linked.wrong_ask")),
        id="wrong",
        class_name="errors",
        role="alert",
        tab_index=-1,
        hidden=not wrong,
        custom_attrs={
            "data-busy": words.say("open.busy"),
            "data-full": words.say("full.link"),
            "data-offline": words.say("linked.offline"),
        },
    )
