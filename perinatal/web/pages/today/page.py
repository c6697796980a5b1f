"""Today, for a member: the plans they may look at, and the four words they read out."""

import reflex as rx

from perinatal.toolkit import LONGEST_NEXT, Shelf
from perinatal.web.addresses import at
from perinatal.web.pages.today.state import TodayState
from perinatal.web.parts.field import WHERE
from perinatal.web.parts.form import door_form
from perinatal.web.parts.visitor import member_page
from perinatal.web.parts.words import button, link, until_known

_COLUMNS = ("name", "next", "todo")


def today_page(words: Shelf) -> rx.Component:
    """Today."""
    return member_page(
        words,
        "d",
        rx.el.h1(words.say("today.title"), id="h1", tab_index=-1),
        until_known(_plans(words), _my_words(words)),
        link(words.say("today.invite"), at(words.language, "d/n"), class_name="plain"),
    )


def _plans(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say("today.plans"), id="plans"),
        rx.cond(
            TodayState.rows.length() > 0,
            rx.fragment(
                rx.el.button(
                    words.say("today.cover"),
                    type="button",
                    class_name="chip",
                    on_click=TodayState.cover,
                    custom_attrs={"aria-pressed": rx.cond(TodayState.covered, "true", "false")},
                ),
                _table(words),
                rx.el.p(words.say("today.told"), class_name="small hint"),
            ),
            rx.fragment(rx.el.p(rx.el.b(words.say("today.empty"))), rx.el.p(words.say("today.nothing"))),
        ),
        button(words.say("today.again"), on_click=TodayState.load),
    )


def _table(words: Shelf) -> rx.Component:
    """A real table. On a small phone its rows stand as cards; the roles say what they are all the same."""
    return rx.el.table(
        rx.el.thead(
            rx.el.tr(
                *[rx.el.th(words.say(f"today.{name}"), scope="col", role="columnheader") for name in _COLUMNS],
                role="row",
            ),
            role="rowgroup",
        ),
        rx.el.tbody(rx.foreach(TodayState.rows, lambda row: _plan(words, row)), role="rowgroup"),
        class_name="worklist",
        role="table",
        custom_attrs={"aria-labelledby": "plans"},
    )


def _plan(words: Shelf, row: rx.Var[dict[str, str]]) -> rx.Component:
    is_open = TodayState.writing == row["key"]
    return rx.el.tr(
        rx.el.th(
            door_form(
                "/visit",
                rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
                rx.el.input(type="hidden", name="plan", value=row["number"], read_only=True),
                rx.el.button(row["name"], type="submit", class_name="btn"),
            ),
            scope="row",
            role="rowheader",
        ),
        _cell(
            words,
            "next",
            rx.cond(is_open, _box(words), rx.el.span(row["next"], class_name="noted")),
            rx.cond(
                TodayState.covered,
                rx.fragment(),
                rx.el.button(
                    rx.cond(is_open, words.say("today.done"), words.say("today.note")),
                    rx.el.span(" ", row["name"], class_name="unseen"),
                    type="button",
                    class_name="chip",
                    on_click=TodayState.edit(row["key"]),
                    custom_attrs={"aria-expanded": rx.cond(is_open, "true", "false")},
                ),
            ),
            key=row["key"],
        ),
        _cell(words, "todo", rx.el.span(row["todo"], class_name="lines")),
        role="row",
    )


def _cell(words: Shelf, name: str, *inside: rx.Component, key: object = "") -> rx.Component:
    attributes = {"data-label": words.say(f"today.{name}")} | ({"data-of": key} if name == "next" else {})
    return rx.el.td(*inside, role="cell", custom_attrs=attributes)


def _box(words: Shelf) -> rx.Component:
    """The box for the next visit of one plan; there is one on the page at a time."""
    return rx.fragment(
        rx.el.label(words.say("today.next"), html_for="next", class_name="unseen"),
        rx.el.p(words.say("today.next_hint"), id="next-hint", class_name="hint small"),
        rx.el.textarea(
            id="next",
            name="next",
            rows="1",
            default_value=TodayState.noted,
            on_blur=lambda typed: TodayState.note(WHERE, typed),
            auto_complete="off",
            spell_check=False,
            max_length=LONGEST_NEXT,
            custom_attrs={"data-autosave": "", "data-for": TodayState.writing, "aria-describedby": "next-hint"},
        ),
        rx.el.p("", class_name="theirs small", role="status", hidden=True, custom_attrs={"data-of-box": "next"}),
    )


def _my_words(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say("today.mine")),
        rx.el.p(words.say("today.read"), class_name="hint"),
        rx.el.dl(
            rx.foreach(
                TodayState.mine,
                lambda line: rx.el.div(
                    rx.el.dt(line["in"], lang=line["lang"]), rx.el.dd(rx.el.p(line["words"], lang=line["lang"]))
                ),
            ),
            class_name="said card",
        ),
    )
