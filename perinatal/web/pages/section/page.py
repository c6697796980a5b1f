"""The look-over page: what was written in one section, with a way to change each answer."""

import reflex as rx

from perinatal.care import Standing
from perinatal.library import Question, Section
from perinatal.toolkit import OpenPlan, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.seen import who_sees
from perinatal.web.parts.words import details, link, link_button, until_known


class SectionState(Here):
    """The answers of the section on screen."""

    rows: list[dict[str, str]] = []
    skipped: str = ""

    @rx.event
    async def load(self) -> None:
        """Show what was written in this page's section."""
        session = self._enter()
        words = self._shelf
        questions = _questions(words, self._place)
        if session is None:
            self.rows, self.skipped = [], ""
            return
        self._name("parts.sees_some", house().toolkit.company.who_looks_in(session.plan, _parts(words, questions)))
        self.rows = [row for q in questions if (row := _row(words, q, session.plan, self._place[:1]))]
        passed = sum(1 for q in questions if _is_skipped(q, session.plan))
        self.skipped = words.say("section.skipped", count=passed) if passed else ""


def _questions(words: Shelf, place: str) -> list[Question]:
    number = place.partition("/")[2]
    if place == "j":
        return sorted((q for q in words.questions.values() if q.ten_minutes), key=lambda q: q.number)
    return [q for s in words.sections if str(s.number) == number for q in s.questions]


def _parts(words: Shelf, questions: list[Question]) -> list[str]:
    """The parts of the plan these questions are in."""
    asked = {question.id for question in questions}
    return [section.id for section in words.sections if any(q.id in asked for q in section.questions)]


def _row(words: Shelf, question: Question, plan: OpenPlan, way: str) -> dict[str, str] | None:
    """One answer, and the address to change it at; the end of the address says where to come back to."""
    answer = plan.says.answers.get(question.id)
    if answer is None or (not answer.words and answer.standing in (Standing.WORDS, Standing.SKIPPED)):
        return None
    otherwise = (
        "" if answer.standing in (Standing.WORDS, Standing.SKIPPED) else words.say(f"question.{answer.standing}")
    )
    address = at(words.language, f"p/{question.number}#{way}")
    return {"ask": question.ask, "words": answer.words, "otherwise": otherwise, "address": address}


def _is_skipped(question: Question, plan: OpenPlan) -> bool:
    answer = plan.says.answers.get(question.id)
    return answer is not None and answer.standing is Standing.SKIPPED and not answer.words


def section_page(words: Shelf, section: Section) -> rx.Component:
    """One section, to look over."""
    return _look_over(words, f"c/{section.number}", section.title, section.about)


def ten_minutes_page(words: Shelf) -> rx.Component:
    """The ten-minute plan, to look over, and what to do with it."""
    return _look_over(
        words,
        "j",
        words.say("section.ten_title"),
        words.say("section.ten_about"),
    )


def _look_over(words: Shelf, place: str, title: str, about: str) -> rx.Component:
    questions = _questions(words, place)
    first = at(words.language, "j/1" if place == "j" else f"p/{questions[0].number}")
    return live_page(
        words,
        place,
        link(words.say("section.back"), at(words.language, "p"), class_name="back"),
        rx.el.h1(title, id="h1", tab_index=-1),
        rx.el.p(about, class_name="hint"),
        until_known(
            rx.cond(
                SectionState.rows.length() > 0,
                rx.el.dl(rx.foreach(SectionState.rows, lambda row: _shown(words, row)), class_name="said card"),
                rx.el.p(words.say("section.empty")),
            ),
            who_sees(words),
            rx.el.p(SectionState.skipped, class_name="small hint"),
            rx.cond(
                SectionState.rows.length() > 0,
                rx.fragment(
                    link_button(words.say("section.done"), at(words.language, "p"), main=True),
                    link_button(words.say("section.print"), at(words.language, "q")),
                ),
                link_button(words.say("section.start"), first, main=True),
            ),
            details(
                words.say("section.all"),
                rx.el.ul(
                    *[rx.el.li(link(q.ask, at(words.language, f"p/{q.number}"))) for q in questions],
                    class_name="plain-list",
                ),
            ),
        ),
    )


def _shown(words: Shelf, row: rx.Var[dict[str, str]]) -> rx.Component:
    return rx.el.div(
        rx.el.dt(row["ask"]),
        rx.el.dd(
            rx.cond(row["otherwise"] != "", rx.el.span(row["otherwise"], class_name="chip said-so")),
            rx.el.p(row["words"], class_name="own"),
            rx.el.a(
                words.say("section.change"),
                rx.el.span(" ", row["ask"], class_name="unseen"),
                href=row["address"],
            ),
        ),
    )
