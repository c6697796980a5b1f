"""The page of hidden pages. It looks the same whether anything is hidden or not, until the words were typed."""

import reflex as rx

from perinatal.toolkit import OpenPlan, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import live_page, words_form
from perinatal.web.parts.here import OPEN, Here, house
from perinatal.web.parts.keep_first import keep_first
from perinatal.web.parts.words import button, link, link_button, points, until_known


class HidingState(Here):
    """What can be hidden, and whether the words were typed again here."""

    parts: list[dict[str, str]] = []
    uncovered: bool = False

    def _show(self, plan: OpenPlan) -> None:
        hiding = house().toolkit.hiding
        hidden = hiding.hidden(plan)
        self.parts = [
            {"id": part, "title": title, "hidden": "yes" if part in hidden else ""}
            for part, title in hiding.offered(plan, self._language).items()
        ]
        self.uncovered = plan.uncovered

    @rx.event
    async def load(self) -> None:
        """Show what can be hidden."""
        session = self._enter()
        self.parts, self.uncovered = [], False
        if session:
            self.saved = ""
            self._show(session.plan)

    @rx.event
    async def turn(self, part: str) -> None:
        """Hide this part, or hide it no more. Every page of this plan then looks again what it may show."""
        session = self._enter()
        if session is None:
            return
        hiding, plan = house().toolkit.hiding, session.plan
        hidden, before = part not in hiding.hidden(plan), plan.says_in_all.hidden
        kept = await self._is_kept(hiding.hide(plan, part, self._language, hidden=hidden))
        if kept and plan.says_in_all.hidden != before:
            self._show(plan)
            self._note_saved(session)
            house().sessions.cut_off_all_of(plan.opened.plan_id)

    @rx.event
    async def again(self) -> None:
        """Hide again what the words had opened."""
        session = self._enter()
        if session and session.plan.uncovered:
            house().toolkit.hiding.cover(session.plan)
            self._show(session.plan)
            house().sessions.cut_off_all_of(session.plan.opened.plan_id)


def hiding_page(words: Shelf) -> rx.Component:
    """Hidden pages."""
    return live_page(
        words,
        "m/h",
        link(words.say("parts.back"), at(words.language, "m"), class_name="back"),
        rx.el.h1(words.say("hiding.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("hiding.limit")),
        points(words.lines("hiding.limits")),
        until_known(rx.cond(Here.kept, rx.fragment(_open(words), _parts(words)), keep_first(words))),
    )


def _open(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.cond(HidingState.uncovered, rx.el.p(words.say("hiding.shown"), class_name="card yours")), role="status"
        ),
        rx.cond(
            HidingState.uncovered,
            button(words.say("hiding.again"), on_click=HidingState.again),
            # A locked page has a form of its own for these words.
            rx.cond(Here.door == OPEN, words_form(words, "hiding.open", "/uncover", heading=rx.el.h2)),
        ),
    )


def _parts(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say("hiding.choose"), id="hide-title"),
        rx.el.p(
            rx.cond(HidingState.uncovered, words.say("hiding.marked_hint"), words.say("hiding.choose_hint")),
            class_name="hint",
        ),
        rx.el.div(
            rx.foreach(HidingState.parts, _part),
            role="group",
            class_name="chips",
            custom_attrs={"aria-labelledby": "hide-title"},
        ),
        rx.el.p(words.say("hiding.shared")),
        link_button(words.say("hiding.sharing"), at(words.language, "s")),
    )


def _part(part: rx.Var[dict[str, str]]) -> rx.Component:
    return rx.el.button(
        part["title"],
        type="button",
        class_name="chip",
        on_click=HidingState.turn(part["id"]),
        custom_attrs={"aria-pressed": rx.cond(part["hidden"] != "", "true", "false")},
    )
