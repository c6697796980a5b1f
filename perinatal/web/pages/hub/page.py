"""The hub: where a parent comes in, and comes back to."""

import reflex as rx

from perinatal.care import Standing
from perinatal.care.said import Answered
from perinatal.library import Section
from perinatal.toolkit import GOALS, TOPICS, OpenPlan, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.seen import who_sees
from perinatal.web.parts.symbols import symbol
from perinatal.web.parts.words import link, link_button, two_lines, until_known


class HubState(Here):
    """How each part of the plan stands, in words; one var a part, so that a change sends only itself."""

    sections: dict[str, str] = {}
    resume: str = ""
    topics: str = ""
    goals: str = ""
    covered: list[str] = []

    @rx.event
    async def load(self) -> None:
        """Show how each part stands."""
        session = self._enter()
        if session is None:
            self.sections, self.resume, self.topics, self.goals, self.covered = {}, "", "", "", []
            return
        self.covered = sorted(session.plan.covered)
        words, says = self._shelf, session.plan.says
        self._name("parts.sees_some", house().toolkit.company.who_looks_in(session.plan))
        self.sections = {section.id: _state(words, section, session.plan) for section in words.sections}
        self.resume = _where_left_off(words, session.plan)
        decided = sum(1 for topic in says.topics.values() if topic.stance)
        self.topics = words.say("hub.talks", count=decided) if decided else words.say("hub.empty")
        wished = sum(1 for goal in says.goals.values() if goal.wish)
        self.goals = words.say("hub.wishes", count=wished) if wished else words.say("hub.empty")


def _state(words: Shelf, section: Section, plan: OpenPlan) -> str:
    """A section's state in words: how much was written, never how much was not."""
    answers = [plan.says.answers[q.id] for q in section.questions if q.id in plan.says.answers]
    written = sum(1 for answer in answers if answer.words or answer.standing not in (Standing.WORDS, Standing.SKIPPED))
    if written:
        return words.say("hub.written", count=written)
    return words.say("hub.skipped") if answers else words.say("hub.empty")


def _where_left_off(words: Shelf, plan: OpenPlan) -> str:
    """The address of the question said something to last, or nothing."""
    for turn in reversed(plan.turns):
        if isinstance(turn.said, Answered) and turn.said.question in words.questions:
            return at(words.language, f"p/{words.questions[turn.said.question].number}")
    return ""


def hub_page(words: Shelf) -> rx.Component:
    """This is your plan."""
    doors = [
        _door(s.id, s.symbol, s.title, at(words.language, f"c/{s.number}"), HubState.sections[s.id])
        for s in words.sections
    ]
    return live_page(
        words,
        "p",
        rx.el.h1(words.say("hub.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("hub.intro")),
        until_known(
            rx.cond(
                HubState.resume != "",
                rx.fragment(
                    rx.el.a(words.say("hub.resume"), href=HubState.resume, class_name="btn main"),
                    link_button(words.say("hub.ten"), at(words.language, "j/1")),
                ),
                link_button(words.say("hub.ten"), at(words.language, "j/1"), main=True),
            ),
            who_sees(words),
            rx.el.nav(
                rx.el.ul(
                    _door(TOPICS, "chairs", words.say("hub.consent"), at(words.language, "o"), HubState.topics),
                    _door(GOALS, "plant", words.say("hub.goals"), at(words.language, "g"), HubState.goals),
                    *doors,
                    class_name="rows",
                ),
                class_name="card",
                custom_attrs={"aria-label": words.say("hub.parts")},
            ),
            rx.el.ul(
                rx.el.li(link(words.say("sharing.title"), at(words.language, "s"))),
                rx.el.li(link(words.say("hub.keep"), at(words.language, "w"))),
                rx.el.li(link(words.say("hub.print"), at(words.language, "q"))),
                class_name="plain-list",
            ),
        ),
    )


def _door(part: str, picture: str, title: str, address: str, state: rx.Var[str]) -> rx.Component:
    row = rx.el.a(symbol(picture), two_lines(title, state), href=address, class_name="row")
    return rx.cond(HubState.covered.contains(part), rx.fragment(), rx.el.li(row))
