"""The question page: one thing, every part of it can be skipped."""

from collections.abc import Callable

import reflex as rx

from perinatal.care.said import Standing
from perinatal.library import Question
from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.pages.question.state import QuestionState, section_of
from perinatal.web.parts.about import ten_minutes
from perinatal.web.parts.field import WHERE, text_box
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.making import making
from perinatal.web.parts.offered import offered_here
from perinatal.web.parts.seen import who_may_see, who_sees
from perinatal.web.parts.undo import undo_bar
from perinatal.web.parts.words import button, chip, details, link, source_line

_OTHERWISE = (Standing.NOT_SURE, Standing.OUT_LOUD, Standing.ON_THE_DAY)
_BOX = rx.Var(_js_expr="(_e?.target?.closest?.('[data-of]')?.querySelector('textarea')?.value ?? '')", _var_type=str)
_OF = rx.Var(_js_expr="(_e?.target?.closest?.('[data-of]')?.dataset?.of ?? '')", _var_type=str)
_CAME_FROM = rx.Var(_js_expr="window.location.hash", _var_type=str)


def question_page(words: Shelf, question: Question, place: str) -> rx.Component:
    """The page of one question, reached from its section or on the ten-minute way."""
    return live_page(
        words,
        place,
        link(words.say("parts.back"), _back(words, question, place), class_name="back"),
        rx.el.h1(question.ask, id="h1", tab_index=-1),
        rx.el.p(question.why, class_name="hint"),
        rx.el.div(_form(words, question), custom_attrs={"data-of": question.id}),
        who_sees(words),
        who_may_see(words, QuestionState.audience, lambda who: QuestionState.address(who)),
        undo_bar(words, QuestionState.undo, QuestionState.put_back),
        offered_here(words, QuestionState.offered),
        _about(words, question),
        _earlier(words),
    )


def _form(words: Shelf, question: Question) -> rx.Component:
    return rx.fragment(
        text_box(
            "answer",
            question.ask,
            QuestionState.words,
            QuestionState.question,
            lambda value: QuestionState.save(WHERE, value),
            labelled_by="h1",
            hint=question.hint,
            rows="3" if question.box == "line" else "6",
        ),
        rx.el.fieldset(
            rx.el.legend(words.say("question.or"), class_name="small"),
            *[_otherwise(words, standing) for standing in _OTHERWISE],
            class_name="chips",
        ),
        button(words.say("question.save"), main=True, on_click=lambda _e: QuestionState.go_on(_OF, _BOX, _CAME_FROM)),
        button(words.say("question.skip"), on_click=QuestionState.skip),
    )


def _otherwise(words: Shelf, standing: Standing) -> rx.Component:
    pressed = QuestionState.standing == str(standing)
    return chip(words.say(f"question.{standing}"), lambda _e: QuestionState.choose(_OF, str(standing)), pressed)


def _about(words: Shelf, question: Question) -> rx.Component:
    sources = [source_line(words, source) for source in question.sources]
    return details(
        words.say("question.about"),
        rx.el.p(words.say("question.about_skip")),
        rx.el.p(words.say("question.about_sees")),
        *([rx.el.p(words.say("question.about_careful"))] if question.level >= 3 else []),
        *(sources or [rx.el.p(words.say("parts.our_wording"), class_name="small hint")]),
    )


def _earlier(words: Shelf) -> rx.Component:
    return rx.cond(
        QuestionState.turn != "",
        rx.fragment(
            button(words.say("question.take_out"), on_click=QuestionState.take_out(QuestionState.turn)),
            rx.cond(
                QuestionState.earlier.length() > 0,
                details(
                    words.say("question.earlier"),
                    rx.el.ul(
                        rx.foreach(
                            QuestionState.earlier,
                            lambda turn: rx.el.li(
                                rx.el.p(turn["when"], class_name="small hint"),
                                rx.el.p(turn["words"]),
                                button(words.say("question.wipe"), on_click=QuestionState.take_out(turn["id"])),
                            ),
                        ),
                        class_name="turns",
                    ),
                ),
            ),
        ),
    )


def _back(words: Shelf, question: Question, place: str) -> str:
    way, _, number = place.partition("/")
    if way == "j":
        return at(words.language, f"j/{int(number) - 1}" if int(number) > 1 else "p")
    section, ids = section_of(words, question.id)
    before = ids[: ids.index(question.id)]
    return at(words.language, f"p/{words.questions[before[-1]].number}" if before else f"c/{section}")


def pages(words: Shelf) -> list[tuple[str, Callable[[], rx.Component]]]:
    """How to make every question's page in one language, with its place."""
    by_number = [(f"p/{q.number}", q) for q in words.questions.values()]
    on_the_way = [(f"j/{i}", words.questions[q]) for i, q in enumerate(ten_minutes(words), start=1)]
    return [(place, making(question_page, words, question, place)) for place, question in by_number + on_the_way]
