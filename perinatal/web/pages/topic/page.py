"""The page of one consent conversation."""

import reflex as rx

from perinatal.care import Point, Stance
from perinatal.library import Topic
from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.pages.topic.state import TopicState
from perinatal.web.pages.topic.together import together
from perinatal.web.parts.field import WHERE, text_box
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.seen import who_may_see, who_sees
from perinatal.web.parts.undo import undo_bar
from perinatal.web.parts.words import (
    button,
    chip,
    details,
    fact_list,
    group,
    link,
    link_here,
    points,
    source_line,
)

_TOLD = tuple(point for point in Point if point is not Point.MY_ANSWER)


def topic_page(words: Shelf, topic: Topic) -> rx.Component:
    """One topic: what we know on each point, then the parent's own answer."""
    return live_page(
        words,
        f"o/{topic.number}",
        link(words.say("topic.back"), at(words.language, "o"), class_name="back"),
        rx.el.h1(topic.title, id="h1", tab_index=-1),
        _now(words),
        link_here(words.say("topic.to_answer"), "answer-title", class_name="plain"),
        *[_told(words, topic, point) for point in _TOLD[: _TOLD.index(Point.GOOD)]],
        rx.el.div(_told(words, topic, Point.GOOD), _told(words, topic, Point.HARM), class_name="two"),
        *[_told(words, topic, point) for point in _TOLD[_TOLD.index(Point.HARM) + 1 :]],
        *([rx.el.p(words.say("topic.ask_here"), class_name="card note")] if topic.ask_here else []),
        _facts(words, topic),
        rx.el.div(
            _answer(words),
            who_sees(words),
            who_may_see(words, TopicState.audience, lambda who: TopicState.address(who)),
            undo_bar(words, TopicState.undo, TopicState.put_back),
            together(words),
            _wonder(words),
            _explained(words),
            custom_attrs={"data-of": topic.id},
        ),
        _timeline(words),
    )


def _now(words: Shelf) -> rx.Component:
    return rx.el.div(
        rx.cond(
            TopicState.now != "",
            rx.el.p(words.say("topic.now"), " ", rx.el.b(TopicState.now), class_name="card yours"),
            rx.el.p(words.say("topic.nothing_yet"), class_name="hint"),
        )
    )


def _told(words: Shelf, topic: Topic, point: Point) -> rx.Component:
    lines = topic.told(point)
    said = rx.el.p(lines[0]) if len(lines) == 1 else points(lines)
    return rx.el.section(rx.el.h2(words.say(f"topic.point.{point}")), said, class_name="told")


def _facts(words: Shelf, topic: Topic) -> rx.Component:
    facts = fact_list(words, topic.facts)
    rest = [source_line(words, source) for source in topic.sources if source not in {f.source for f in topic.facts}]
    if not facts and not rest:
        return rx.el.p(words.say("parts.our_wording"), class_name="small hint")
    return details(words.say("topic.facts"), *facts, *rest)


def _answer(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say("topic.answer"), id="answer-title", tab_index=-1),
        rx.el.p(words.say("topic.answer_hint"), class_name="hint"),
        group(
            *[
                button(words.say(f"topic.stance.{stance}"), on_click=TopicState.decide(str(stance)))
                for stance in Stance
            ],
            look="choices",
            labelled_by="answer-title",
        ),
        rx.el.p(
            rx.cond(TopicState.heard, words.say("topic.read_back") + " ", ""),
            rx.cond(TopicState.heard, TopicState.now, ""),
            role="status",
        ),
        rx.cond(
            TopicState.now != "",
            rx.fragment(
                _beside(words, "words", TopicState.words),
                _beside(words, "conditions", TopicState.conditions),
                _beside(words, "look_again", TopicState.look_again),
            ),
        ),
    )


def _beside(words: Shelf, part: str, value: rx.Var[str]) -> rx.Component:
    return text_box(
        part,
        words.say(f"topic.{part}"),
        value,
        TopicState.topic,
        lambda typed: TopicState.add(WHERE, part, typed),
        rows="2",
    )


def _wonder(words: Shelf) -> rx.Component:
    return details(
        words.say("topic.wonder"),
        text_box(
            "asking",
            words.say("topic.question"),
            TopicState.asking,
            TopicState.topic,
            lambda typed: TopicState.wonder(WHERE, typed),
            rows="2",
        ),
        button(words.say("topic.another"), on_click=TopicState.another_question),
    )


def _explained(words: Shelf) -> rx.Component:
    return details(
        words.say("topic.explained"),
        rx.el.p(words.say("topic.explained_hint"), class_name="hint"),
        group(*[_point(words, point) for point in Point], label=words.say("topic.explained_points")),
        *[_talk(words, part, value) for part, value in _talk_parts()],
    )


def _talk_parts() -> tuple[tuple[str, rx.Var[str]], ...]:
    return (("who", TopicState.who), ("present", TopicState.present), ("interpreter", TopicState.interpreter))


def _talk(words: Shelf, part: str, value: rx.Var[str]) -> rx.Component:
    return text_box(
        part,
        words.say(f"topic.{part}"),
        value,
        TopicState.topic,
        lambda typed: TopicState.tell_who(WHERE, part, typed),
        rows="1",
    )


def _point(words: Shelf, point: Point) -> rx.Component:
    return chip(words.say(f"topic.point.{point}"), TopicState.tell(str(point)), TopicState.told.contains(str(point)))


def _timeline(words: Shelf) -> rx.Component:
    return rx.cond(
        TopicState.timeline.length() > 0,
        rx.el.section(
            rx.el.h2(words.say("topic.timeline")),
            rx.el.ol(
                rx.foreach(
                    TopicState.timeline,
                    lambda line: rx.el.li(
                        rx.el.p(line["when"], class_name="small hint"),
                        rx.el.p(line["what"]),
                        rx.cond(line["own"] != "", rx.el.p(line["own"], class_name="own")),
                        button(words.say("question.wipe"), on_click=TopicState.take_out(line["id"])),
                    ),
                ),
                class_name="turns",
            ),
        ),
    )
