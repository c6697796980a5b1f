"""Where somebody comes in, with a phone in one hand."""

import reflex as rx

from perinatal.toolkit import Shelf, languages, shelf
from perinatal.web.addresses import at
from perinatal.web.parts.form import door_form
from perinatal.web.parts.frame import whole_page
from perinatal.web.parts.symbols import symbol
from perinatal.web.parts.words import button, leave_link, link, link_button, points, two_lines


def start_page(words: Shelf) -> rx.Component:
    """Write what matters to you."""
    return whole_page(
        words,
        "",
        rx.el.h1(words.say("start.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("start.intro")),
        link_button(words.say("start.begin"), at(words.language, "p0"), main=True, whole=True),
        link_button(words.say("start.open"), at(words.language, "i"), whole=True),
        rx.el.ul(
            _door(words, "lamp", "find", "f"),
            _door(words, "key", "rights", "r"),
            _door(words, "window", "safety", "t"),
            _door(words, "envelope", "paper", "b"),
            class_name="rows card",
        ),
        rx.el.p(words.say("start.limit"), class_name="hint"),
        rx.el.ul(
            rx.el.li(link(words.say("start.kept"), at(words.language, "k"), whole=True)),
            rx.el.li(link(words.articles["attackers"].title, at(words.language, "u"), whole=True)),
            rx.el.li(link(words.say("start.about"), at(words.language, "a"), whole=True)),
            rx.el.li(link(words.say("start.languages"), at(words.language, "l"), whole=True)),
            class_name="plain-list",
        ),
    )


def _door(words: Shelf, picture: str, name: str, place: str) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            symbol(picture),
            two_lines(words.say(f"start.{name}"), words.say(f"start.{name}_hint")),
            href=at(words.language, place),
            class_name="row",
            custom_attrs={"reloadDocument": True},
        )
    )


def languages_page(words: Shelf) -> rx.Component:
    """The languages, each by its own name."""
    shelves = [shelf(code) for code in languages()]
    return whole_page(
        words,
        "l",
        rx.el.h1(words.say("start.languages"), id="h1", tab_index=-1),
        rx.el.ul(
            *[
                rx.el.li(
                    rx.el.a(
                        other.native_name,
                        href=at(other.language),
                        lang=other.language,
                        href_lang=other.language,
                        class_name="btn",
                        custom_attrs={"reloadDocument": True},
                    )
                )
                for other in shelves
            ],
            class_name="plain-list",
        ),
        rx.el.p(words.say("start.unread"), class_name="hint"),
    )


def phone_page(words: Shelf) -> rx.Component:
    """Is this phone only yours? The answer decides how soon the plan locks itself."""
    return whole_page(
        words,
        "p0",
        link(words.say("parts.back"), at(words.language), whole=True, class_name="back"),
        rx.el.h1(words.say("start.phone_title"), id="h1", tab_index=-1),
        rx.el.p(words.say("start.phone_hint"), class_name="hint"),
        _begin(words, "mine"),
        _begin(words, "shared"),
    )


def _begin(words: Shelf, phone: str) -> rx.Component:
    return door_form(
        "/begin",
        rx.el.input(type="hidden", name="phone", value=phone, read_only=True),
        rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
        button(words.say(f"start.phone_{phone}"), type="submit"),
    )


def leave_page(words: Shelf) -> rx.Component:
    """How to leave fast, and a way to try it."""
    return whole_page(
        words,
        "x",
        rx.el.h1(words.say("start.leave_title"), id="h1", tab_index=-1),
        rx.el.p(words.say("start.leave_intro")),
        points(words.lines("start.leave_points")),
        link_button(words.say("start.leave_try"), at(words.language, "try"), whole=True),
        link_button(words.say("start.leave_ok"), at(words.language, "p"), main=True, whole=True),
        link(words.say("start.safety_more"), at(words.language, "t"), whole=True, class_name="plain"),
    )


def try_page(words: Shelf) -> rx.Component:
    """What leaving feels like: a made-up weather page, with a way back."""
    return rx.fragment(
        rx.el.main(
            rx.el.h1(words.say("start.try_title"), id="h1", tab_index=-1),
            rx.el.p(words.say("start.try_says")),
            link_button(words.say("start.try_back"), at(words.language, "x"), whole=True),
            leave_link(words),
            id="main",
            class_name="weather",
        )
    )


def gone_page(words: Shelf) -> rx.Component:
    """After forgetting: it is gone from here."""
    return whole_page(
        words,
        "gone",
        rx.el.h1(words.say("start.gone_title"), id="h1", tab_index=-1),
        rx.el.p(words.say("start.gone")),
        link_button(words.say("start.gone_start"), at(words.language), whole=True),
    )
