"""Words that somebody offers for what is on this page: shown beside the parent's own, which stay as they are."""

import reflex as rx

from perinatal.toolkit import OpenPlan, Shelf, waiting_on
from perinatal.web.addresses import at
from perinatal.web.parts.words import link

Rows = list[dict[str, str]]


def rows_for(words: Shelf, plan: OpenPlan, item: str) -> Rows:
    """What waits for the parent on one question, topic or new goal."""
    someone = words.say("sharing.look.someone")
    return [
        {
            "who": words.say("suggestions.spoken" if spoken else "suggestions.from", name=name or someone),
            "words": said,
            "spoken": "yes" if spoken else "",
        }
        for name, said, spoken in waiting_on(plan, item)
    ]


def offered_here(words: Shelf, rows: rx.Var[Rows]) -> rx.Component:
    """The words that wait, and the way to answer them. They are in no answer, and count nothing."""
    return rx.cond(
        rows.length() > 0,
        rx.el.section(
            rx.el.h2(words.say("suggestions.title")),
            rx.foreach(
                rows,
                lambda row: rx.el.div(
                    rx.el.p(row["who"], class_name="small hint"),
                    rx.el.p(row["words"], class_name="theirs"),
                    rx.cond(row["spoken"] != "", rx.el.p(words.say("suggestions.is_that"))),
                ),
            ),
            link(words.say("suggestions.answer"), at(words.language, "c")),
        ),
    )
