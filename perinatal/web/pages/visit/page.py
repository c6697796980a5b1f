"""The page of one plan, for a member: what the parent shows them now, a talk on a topic, and a box to offer words."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.pages.visit.explaining import explaining
from perinatal.web.pages.visit.room import before_we_begin, hand_over
from perinatal.web.pages.visit.state import VisitState
from perinatal.web.parts.field import WHERE, text_box
from perinatal.web.parts.visitor import member_page
from perinatal.web.parts.words import button, link, until_known


def visit_page(words: Shelf) -> rx.Component:
    """One plan, as far as it is open to this member."""
    return member_page(
        words,
        "v",
        link(words.say("visit.back"), at(words.language, "d"), class_name="back"),
        rx.el.h1(words.say("visit.title"), id="h1", tab_index=-1),
        until_known(
            rx.cond(VisitState.name != "", rx.el.p(VisitState.name, class_name="hint")),
            before_we_begin(words),
            _once(words),
            _parts(words),
            rx.el.div(
                rx.cond(VisitState.shut, rx.el.p(words.say("visit.shut"), class_name="card")),
                rx.cond(VisitState.untold, rx.el.p(words.say("visit.untold"), class_name="card")),
                rx.cond(VisitState.sent != "", rx.el.p(VisitState.sent, class_name="card")),
                role="status",
            ),
            _part(words),
            rx.cond(VisitState.shut, rx.fragment(), hand_over(words)),
        ),
    )


def _once(words: Shelf) -> rx.Component:
    return rx.cond(
        VisitState.once.length() > 0,
        rx.el.section(
            rx.el.h2(words.say("room.once")),
            rx.el.p(words.say("room.once_about"), class_name="small hint"),
            rx.foreach(VisitState.once, lambda row: _item(words, row)),
        ),
    )


def _parts(words: Shelf) -> rx.Component:
    return rx.cond(
        VisitState.parts.length() > 0,
        rx.el.section(
            rx.el.h2(words.say("visit.parts"), id="parts-title"),
            rx.el.p(words.say("visit.told"), class_name="small hint"),
            rx.el.div(
                rx.foreach(
                    VisitState.parts,
                    lambda part: rx.el.button(
                        part["title"],
                        type="button",
                        class_name="chip",
                        on_click=VisitState.look(part["id"]),
                        custom_attrs={"aria-pressed": rx.cond(VisitState.part == part["id"], "true", "false")},
                    ),
                ),
                role="group",
                class_name="chips",
                custom_attrs={"aria-labelledby": "parts-title"},
            ),
        ),
    )


def _part(words: Shelf) -> rx.Component:
    return rx.cond(
        VisitState.items.length() > 0,
        rx.el.section(
            rx.el.h2(VisitState.title),
            rx.el.p(words.say("visit.theirs"), class_name="small hint"),
            rx.foreach(VisitState.items, lambda row: _item(words, row)),
        ),
    )


def _item(words: Shelf, row: rx.Var[dict[str, str]]) -> rx.Component:
    return rx.el.article(
        rx.el.h3(row["title"]),
        rx.cond(row["otherwise"] != "", rx.el.p(rx.el.span(row["otherwise"], class_name="chip said-so"))),
        rx.cond(row["words"] != "", rx.el.blockquote(rx.el.p(row["words"], class_name="own"))),
        rx.cond(
            row["when"] != "",
            rx.el.p(words.say("visit.said"), " ", row["when"], class_name="small hint"),
            rx.cond(row["nothing"] != "", rx.el.p(row["nothing"], class_name="small hint")),
        ),
        rx.cond(row["questions"] != "", rx.el.p(row["questions"], class_name="small lines")),
        rx.cond(row["offers"] != "", rx.el.p(row["offers"], class_name="small own")),
        rx.cond(row["talk"] != "", explaining(words, row)),
        rx.cond(row["can"] != "", _offer(words, row)),
        key=row["item"],
        class_name="card",
        custom_attrs={"data-of": row["item"]},
    )


def _offer(words: Shelf, row: rx.Var[dict[str, str]]) -> rx.Component:
    """The box for words under one question, topic or goal; there is one box on the page at a time."""
    return rx.cond(
        VisitState.writing == row["item"],
        rx.el.div(
            text_box(
                "offer",
                words.say("visit.words"),
                VisitState.words,
                VisitState.writing,
                lambda typed: VisitState.typing(WHERE, typed),
                hint=words.say("visit.words_hint"),
            ),
            rx.el.div(
                button(words.say("visit.mine"), on_click=VisitState.send(row["item"], False)),
                button(words.say("visit.spoken"), on_click=VisitState.send(row["item"], True)),
                rx.cond(row["talk"] != "", button(words.say("visit.ask"), on_click=VisitState.ask(row["item"]))),
                class_name="choices",
            ),
        ),
        rx.el.button(
            words.say("visit.offer"),
            rx.el.span(" ", row["title"], class_name="unseen"),
            type="button",
            class_name="btn",
            on_click=VisitState.write(row["item"]),
        ),
    )
