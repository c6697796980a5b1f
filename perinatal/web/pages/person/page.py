"""The page of one person: sharing is a consent conversation too, part by part."""

import reflex as rx

from perinatal.care import ShareAnswer
from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.pages.person.state import DAYS, PersonState
from perinatal.web.parts.field import text_box
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.undo import stop_bar
from perinatal.web.parts.words import button, details, link, two_lines, until_known

_OF = rx.Var(_js_expr="(_e?.target?.dataset?.for ?? '')", _var_type=str)
"""The person and part a box belongs to; the server's word counts."""


def person_page(words: Shelf, number: int = 0) -> rx.Component:
    """One person, by their place in the list; without one, whoever the address names."""
    return live_page(
        words,
        f"s/{number}" if number else "s",
        link(words.say("sharing.back"), at(words.language, "s"), class_name="back"),
        rx.el.h1(
            rx.cond(PersonState.person["name"], PersonState.person["name"], words.say("sharing.title")),
            id="h1",
            tab_index=-1,
        ),
        rx.el.p(words.say("sharing.limit")),
        until_known(
            rx.cond(
                PersonState.parts.length() > 0,
                _person(words),
                rx.el.p(words.say("sharing.person.nobody"), class_name="hint"),
            )
        ),
    )


def _person(words: Shelf) -> rx.Component:
    person = PersonState.person
    return rx.fragment(
        rx.el.p(person["what"], class_name="small hint"),
        rx.cond(person["calls"] != "", rx.el.p(person["calls"])),
        button(person["stop"], on_click=PersonState.stop("")),
        stop_bar(words, PersonState.stopped, PersonState.undone, PersonState.undo_stop),
        rx.el.h2(person["parts"], id="parts-title"),
        rx.el.p(words.say("sharing.person.parts_hint"), class_name="hint"),
        rx.el.ul(rx.foreach(PersonState.parts, lambda part: _part(words, part)), class_name="turns"),
        details(
            words.say("sharing.person.checked"),
            rx.el.p(person["four"], class_name="plan-words"),
            rx.el.p(words.say("sharing.person.checked_hint")),
        ),
        _timeline(words),
    )


def _part(words: Shelf, part: rx.Var[dict[str, str]]) -> rx.Component:
    """One part: how it stands, and the conversation about it one tap away."""
    is_open = PersonState.part == part["id"]
    return rx.el.li(
        rx.el.button(
            two_lines(part["title"], part["now"]),
            type="button",
            class_name="row part",
            on_click=PersonState.look_at(part["id"]),
            custom_attrs={"aria-expanded": rx.cond(is_open, "true", "false")},
        ),
        rx.cond(is_open, _conversation(words)),
    )


def _conversation(words: Shelf) -> rx.Component:
    say = lambda name: words.say(f"sharing.person.{name}")  # noqa: E731  one line, used here only
    return rx.el.div(
        rx.el.h3(say("sees")),
        rx.cond(
            PersonState.items.length() > 0,
            rx.fragment(
                rx.el.p(PersonState.written),
                details(say("sees"), rx.el.ul(rx.foreach(PersonState.items, lambda item: rx.el.li(item)))),
                rx.el.p(say("also_new")),
            ),
            rx.el.p(say("sees_none")),
        ),
        rx.el.h3(say("who")),
        rx.el.p(PersonState.person["who"]),
        rx.el.h3(say("why_for")),
        rx.el.p(PersonState.person["why"]),
        rx.el.h3(say("if_no")),
        rx.el.p(say("if_no_words")),
        rx.el.h3(say("undone")),
        rx.el.p(say("undone_words")),
        _until(words),
        rx.el.h3(say("again")),
        rx.el.p(say("again_words")),
        _answer(words),
        rx.cond(PersonState.now != "", _beside(words)),
    )


def _until(words: Shelf) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(rx.el.b(words.say("sharing.person.until"))),
        rx.el.p(words.say("sharing.person.until_hint"), class_name="hint small"),
        *[_day(day) for day in DAYS],
    )


def _day(day: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="until",
            value=day,
            checked=PersonState.until == day,
            on_change=lambda _value: PersonState.choose_until(day),
        ),
        rx.el.span(PersonState.days[day]),
        class_name="choice",
    )


def _answer(words: Shelf) -> rx.Component:
    return rx.fragment(
        rx.el.h3(words.say("sharing.person.answer"), id="answer-title"),
        rx.el.p(words.say("sharing.person.answer_hint"), class_name="hint small"),
        rx.el.div(
            *[
                button(words.say(f"sharing.answers.{answer}"), on_click=PersonState.answer(str(answer)))
                for answer in ShareAnswer
            ],
            role="group",
            class_name="choices",
            custom_attrs={"aria-labelledby": "answer-title"},
        ),
        rx.el.p(
            rx.cond(PersonState.now != "", words.say("sharing.person.answer_now") + " ", ""),
            rx.el.b(PersonState.now),
            role="status",
        ),
    )


def _beside(words: Shelf) -> rx.Component:
    """What can be done once there is an answer: open it for a day, stop, say why."""
    return rx.fragment(
        rx.cond(
            PersonState.asked & ~PersonState.shown,
            button(words.say("sharing.person.open_today"), on_click=PersonState.open_today),
        ),
        rx.cond(
            PersonState.shown,
            button(words.say("sharing.person.stop_here"), on_click=PersonState.stop(PersonState.part)),
        ),
        text_box(
            "why",
            words.say("sharing.person.why"),
            PersonState.why,
            PersonState.owner,
            lambda typed: PersonState.say_why(_OF, typed),
            hint=words.say("sharing.person.why_hint"),
            rows="2",
        ),
    )


def _timeline(words: Shelf) -> rx.Component:
    return rx.cond(
        PersonState.timeline.length() > 0,
        rx.el.section(
            rx.el.h2(words.say("sharing.person.timeline")),
            link(words.say("sharing.receipts"), at(words.language, "s/r"), class_name="plain"),
            rx.el.ol(
                rx.foreach(
                    PersonState.timeline,
                    lambda line: rx.el.li(
                        rx.el.p(line["when"], class_name="small hint"),
                        rx.el.p(line["what"]),
                        rx.cond(line["why"] != "", rx.el.p(line["why"], class_name="own")),
                    ),
                ),
                class_name="turns",
            ),
        ),
    )
