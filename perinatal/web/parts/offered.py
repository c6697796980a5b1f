"""Words that somebody offers for what is on this page: shown beside the parent's own, which stay as they are."""

import reflex as rx

from perinatal.care import Suggestion
from perinatal.toolkit import OpenPlan, Shelf, name_of, waiting_on
from perinatal.web.addresses import at
from perinatal.web.parts.here import house
from perinatal.web.parts.words import link

Rows = list[dict[str, str]]


def rows_for(words: Shelf, plan: OpenPlan, item: str) -> Rows:
    """What waits for the parent on one question, topic or new goal."""
    return [row_of(words, plan, each) for each in waiting_on(plan, item)]


def row_of(words: Shelf, plan: OpenPlan, offered: Suggestion) -> dict[str, str]:
    """Words that somebody offers: whose they are, when they came, and whether they are her own, typed."""
    name = name_of(plan, offered.turn) or words.say("sharing.look.someone")
    return {
        "who": words.say("suggestions.spoken" if offered.said.spoken else "suggestions.from", name=name),
        "when": words.day(house().local_day(offered.turn.at)),
        "words": offered.said.words,
        "spoken": "yes" if offered.said.spoken else "",
    }


def offered_here(words: Shelf, rows: rx.Var[Rows]) -> rx.Component:
    """The words that wait, and the way to answer them. They are in no answer, and count nothing."""
    return rx.cond(
        rows.length() > 0,
        rx.el.section(
            rx.el.h2(words.say("suggestions.title")),
            rx.foreach(
                rows,
                lambda row: rx.el.div(
                    rx.el.p(row["who"], ", ", row["when"], class_name="small hint"),
                    rx.el.p(row["words"], class_name="theirs"),
                    rx.cond(row["spoken"] != "", rx.el.p(words.say("suggestions.is_that"))),
                ),
            ),
            link(words.say("suggestions.answer"), at(words.language, "c")),
        ),
    )
