"""The frame around every page: skip link, leave, title bar, content, ways to go on."""

from collections.abc import Callable

import reflex as rx
from reflex_components_core.core.banner import has_connection_errors

from perinatal.toolkit import Shelf, languages, shelf
from perinatal.web.addresses import at
from perinatal.web.parts.form import door_form
from perinatal.web.parts.here import CAN_GO_ON, HANDED, HIDDEN, NEEDS_WORDS, OPEN, Here
from perinatal.web.parts.words import button, leave_link, link, link_button, link_here, other_languages

_PLACES = (("p", "plan", False), ("o", "consent", False), ("f", "help", True), ("m", "more", False))
"""The ways on at the foot of each page: address, key of its name, and whether the page is whole without scripts."""
_MEMBERS_PLACES = (("d", "today", False), ("f", "help", True))
"""The same on the pages of members, who can also lock from each of them."""


def whole_page(words: Shelf, place: str, *inside: rx.Component) -> rx.Component:
    """A page that needs no JavaScript."""
    return rx.fragment(
        *_top(words, place),
        rx.el.main(*inside, id="main", tab_index=-1),
        _foot(words, place),
    )


def live_page(
    words: Shelf, place: str, *inside: rx.Component, door: rx.Component | None = None, members: bool = False
) -> rx.Component:
    """A page of an open plan. When the plan is locked its words go, and the door stands in their place."""
    return rx.fragment(
        *_top(words, place),
        _signs(words),
        rx.el.main(
            rx.el.noscript(
                rx.el.p(words.say("parts.needs_script")),
                link(words.say("parts.paper"), at(words.language, "b/w"), whole=True),
            ),
            rx.match(Here.door, (OPEN, rx.fragment()), (HANDED, _handed_door(words)), door or _door(words)),
            *([] if place.startswith("y") else [_pass_back(words)]),
            rx.el.div(*inside, class_name=rx.cond(Here.door == OPEN, "content", "content locked")),
            _status(words),
            id="main",
            tab_index=-1,
            custom_attrs={"translate": "no"},
        ),
        _foot(words, place, members=members),
    )


def _top(words: Shelf, place: str) -> list[rx.Component]:
    shelves = [shelf(language) for language in languages()]
    return [
        rx.el.header(
            link_here(words.say("parts.skip"), "main", class_name="skip"),
            leave_link(words, look="skip", long=True),
            link(words.say("parts.title"), at(words.language), whole=True, class_name="name"),
            rx.el.nav(
                *other_languages(words, place, shelves), custom_attrs={"aria-label": words.say("parts.languages")}
            ),
            leave_link(words),
            class_name="top",
        ),
        rx.el.p(
            "",
            id="leaving",
            role="status",
            class_name="unseen",
            custom_attrs={"data-press": words.say("parts.shift", count="{count}")},
        ),
    ]


def _foot(words: Shelf, place: str, *, members: bool = False) -> rx.Component:
    return rx.fragment(
        rx.el.nav(
            *[
                rx.el.a(
                    words.say(f"parts.go.{name}"),
                    href=at(words.language, address),
                    custom_attrs=({"reloadDocument": True} if whole else {})
                    | ({"aria-current": "page"} if address == place.partition("/")[0] else {}),
                )
                for address, name, whole in (_MEMBERS_PLACES if members else _PLACES)
            ],
            *([_lock(words)] if members else []),
            class_name="ways",
            custom_attrs={"aria-label": words.say("parts.ways")},
        ),
        rx.el.footer(
            link(words.say("parts.talk"), at(words.language, "h"), whole=True),
            link(words.say("parts.now"), at(words.language, "e"), whole=True),
            class_name="foot",
        ),
    )


def _lock(words: Shelf) -> rx.Component:
    language = rx.el.input(type="hidden", name="language", value=words.language, read_only=True)
    return door_form("/lock", language, rx.el.button(words.say("parts.go.lock"), type="submit"))


def _signs(words: Shelf) -> rx.Component:
    """What the page script reads: whether the line is there, how long until the lock, which build answers."""
    return rx.el.div(
        rx.cond(has_connection_errors, rx.el.span(id="line-down", hidden=True)),
        rx.cond(rx.State.is_hydrated, rx.el.span(id="ready", hidden=True)),
        id="here",
        hidden=True,
        custom_attrs={
            "data-door": Here.door,
            "data-idle": Here.idle,
            "data-whose": Here.whose,
            "data-build": Here.build,
            "data-no-line": words.say("parts.no_line"),
            "data-back": words.say("parts.back_again"),
            "data-updated": words.say("parts.updated"),
            "data-reload": words.say("parts.reload"),
            "data-saving": words.say("parts.saving"),
            "data-still": words.say("parts.still_here"),
            "data-here": words.say("parts.i_am_here"),
            "data-language": words.language,
        },
    )


def _status(words: Shelf) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            rx.cond(Here.saved != "", f"{words.say('parts.saved')} {Here.saved}", ""),
            id="saved",
            role="status",
            class_name="small",
            custom_attrs={"aria-live": rx.cond(Here.quietly, "off", "polite")},
        ),
        rx.el.p(
            rx.cond(Here.trouble != "", words.say("parts.not_saved"), ""),
            id="trouble",
            role="alert",
            class_name="trouble",
        ),
        rx.cond(
            (Here.door == OPEN) & ~Here.kept,
            rx.el.p(
                words.say("parts.not_kept") + " ",
                link(words.say("parts.keep_it"), at(words.language, "w")),
                class_name="small",
            ),
        ),
        rx.el.p("", id="line", role="status", class_name="line"),
    )


def _door(words: Shelf) -> rx.Component:
    """The locked door: the words of the plan, or going on with one that was never kept."""
    return rx.el.section(
        rx.match(
            Here.door,
            (NEEDS_WORDS, open_form(words)),
            (
                CAN_GO_ON,
                rx.fragment(
                    rx.el.h1(words.say("open.resting_title"), tab_index=-1),
                    rx.el.p(words.say("open.resting")),
                    button(words.say("open.go_on"), main=True, custom_attrs={"data-resume": ""}),
                ),
            ),
            (HIDDEN, _hidden(words)),
            rx.fragment(),
        ),
        id="door",
        class_name="card",
    )


def _hidden(words: Shelf) -> rx.Component:
    """In place of a page that is hidden here."""
    return rx.fragment(
        rx.el.h1(words.say("hiding.closed.title"), tab_index=-1),
        rx.el.p(words.say("hiding.closed.words")),
        link(words.say("hiding.closed.plan"), at(words.language, "p"), class_name="btn main"),
        link(words.say("hiding.closed.go"), at(words.language, "m/h"), class_name="plain"),
    )


def _handed_door(words: Shelf) -> rx.Component:
    """On a tablet that was handed over every page that is not open leads to the one page that is."""
    return rx.el.section(
        rx.el.h1(words.say("yours.door"), tab_index=-1),
        link_button(words.say("yours.go_on"), at(words.language, "y"), main=True),
        id="door",
        class_name="card",
    )


def _pass_back(words: Shelf) -> rx.Component:
    """The one way to give the tablet back, in the same spot on every page of the plan."""
    way = link_button(words.say("yours.pass.title"), at(words.language, "y/b"))
    return rx.cond((Here.door == OPEN) & Here.handed, way)


def open_form(words: Shelf, *, wrong: bool = False) -> rx.Component:
    """The form that opens a plan."""
    return rx.fragment(
        words_form(words, "open", "/open", wrong=wrong),
        link(words.say("open.lost"), at(words.language, "lost"), whole=True, class_name="plain"),
    )


def words_form(
    words: Shelf,
    screen: str,
    door: str,
    *about: rx.Component,
    wrong: bool = False,
    heading: Callable[..., rx.Component] = rx.el.h1,
) -> rx.Component:
    """A form for six words: a plain POST, so the words never become an event or an address."""
    problem = rx.el.div(
        rx.el.h2(words.say("open.problem")),
        rx.el.p(link_here(words.say(f"{screen}.wrong"), "words")),
        id="wrong",
        class_name="errors",
        role="alert",
        tab_index=-1,
        hidden=not wrong,
        custom_attrs={"data-busy": words.say("open.busy"), "data-offline": words.say("parts.no_line")},
    )
    return rx.fragment(
        problem,
        heading(words.say(f"{screen}.title"), id="open-title", tab_index=-1),
        rx.el.p(words.say(f"{screen}.intro")),
        *about,
        door_form(
            door,
            rx.el.label(words.say(f"{screen}.words"), html_for="words"),
            rx.el.p(words.say(f"{screen}.hint"), id="words-hint", class_name="hint small"),
            _beside_the_words(words, screen, wrong=wrong),
            _words_box(),
            button(
                words.say("open.show"),
                custom_attrs={"data-show": "words", "data-hide-words": words.say("open.hide"), "aria-pressed": "false"},
            ),
            rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
            button(words.say("open.open"), main=True, type="submit"),
            by_script=True,
        ),
    )


def _words_box() -> rx.Component:
    return rx.el.input(
        type="password",
        id="words",
        name="words",
        auto_complete="off",
        auto_capitalize="none",
        spell_check=False,
        custom_attrs={"aria-describedby": "words-hint words-wrong", "data-words": ""},
    )


def _beside_the_words(words: Shelf, screen: str, *, wrong: bool) -> rx.Component:
    said = words.say(f"{screen}.wrong") if wrong else ""
    return rx.el.p(said, id="words-wrong", class_name="trouble", hidden=not wrong)
