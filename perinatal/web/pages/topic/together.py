"""What comes from others on the page of a topic, and the questions that either noted."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.pages.topic.state import TopicState
from perinatal.web.parts.offered import offered_here
from perinatal.web.parts.words import chip, group


def together(words: Shelf) -> rx.Component:
    """It comes to the page by itself, below what is being written, and is read aloud once."""
    return rx.fragment(offered_here(words, TopicState.offered), _questions(words), _explained(words))


def _questions(words: Shelf) -> rx.Component:
    return rx.cond(
        TopicState.questions.length() > 0,
        rx.el.section(
            rx.el.h2(words.say("topic.open_questions")),
            rx.el.p(words.say("topic.open_hint"), class_name="hint"),
            rx.el.ul(rx.foreach(TopicState.questions, lambda row: _question(words, row)), class_name="turns"),
        ),
    )


def _question(words: Shelf, row: rx.Var[dict[str, str]]) -> rx.Component:
    """One question, and two answers that are alike: which of them is so now is marked."""
    is_open = row["open"] != ""
    return rx.el.li(
        rx.el.p(row["who"], class_name="small hint"),
        rx.el.p(row["words"], class_name="own"),
        group(
            chip(words.say("topic.still_open"), TopicState.settle(row["id"], False), is_open),
            chip(words.say("topic.settled"), TopicState.settle(row["id"], True), ~is_open),
            label=words.say("topic.open_label"),
        ),
        key=row["id"],
    )


def _explained(words: Shelf) -> rx.Component:
    return rx.el.div(
        rx.foreach(
            TopicState.explained,
            lambda row: rx.el.div(
                rx.el.p(row["line"]), rx.el.p(row["points"], class_name="small hint"), class_name="card note"
            ),
        ),
        role="status",
        id="explained",
    )
