"""The list of goals, and the cards one can pick from."""

import reflex as rx

from perinatal.library import Area, Goal
from perinatal.toolkit import GOALS, CouldNotKeep, OpenPlan, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.field import WHERE, text_box
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.offered import offered_here, rows_for
from perinatal.web.parts.seen import who_sees
from perinatal.web.parts.words import button, details, link, link_button, two_lines, until_known

_MINE = "goal"


class GoalsState(Here):
    """The goals there are, and the one being written."""

    goals: list[dict[str, str]] = []
    wishing: str = ""
    owner: str = ""
    added: str = ""
    offered: list[dict[str, str]] = []
    _wishing_goal: str = ""

    def _show_others(self, plan: OpenPlan) -> None:
        """Who sees some of it, and the goals they offer."""
        self.offered = rows_for(self._shelf, plan, GOALS)
        self._name("parts.sees_some", house().toolkit.company.who_looks_in(plan, (GOALS,)))

    async def _refresh(self) -> None:
        """Somebody offers a goal, or sees some by now. What is being written stays."""
        session = self._still()
        if session:
            self._show_others(session.plan)

    def _show(self, plan: OpenPlan) -> None:
        words = self._shelf
        self._show_others(plan)
        self.owner = _MINE
        self.goals = [
            {
                "words": goal.wish.words,
                "state": words.say(f"goal.state.{goal.state}"),
                "address": at(words.language, f"g/{goal.goal}"),
            }
            for goal in reversed(plan.says.goals.values())
            if goal.wish
        ]

    @rx.event
    async def load(self) -> None:
        """Show the goals."""
        session = self._enter()
        self.goals, self.wishing, self.owner, self.added, self._wishing_goal = [], "", "", "", ""
        self.offered, self.sees = [], ""
        if session:
            self.saved = ""
            self._show(session.plan)

    @rx.event
    async def wish(self, owner: str, words: str) -> None:
        """A goal in the parent's own words, as it is typed."""
        session = self._enter()
        if session is None or owner != _MINE or not words.strip():
            return
        toolkit = house().toolkit
        try:
            if self._wishing_goal:
                await toolkit.goals.reword(session.plan, self._wishing_goal, words, "", self._language)
            else:
                self._wishing_goal = await toolkit.goals.wish(session.plan, words, self._language)
        except CouldNotKeep as error:
            self._note_trouble(error)
            return
        self.wishing = words
        self._show(session.plan)
        self._note_saved(session)

    @rx.event
    def another(self) -> None:
        """The goal is in the list; the box is free for another."""
        self._enter()
        self.wishing = self._wishing_goal = ""

    @rx.event
    async def take(self, card: str) -> None:
        """Take a card as a goal; the words can be changed after."""
        session = self._enter()
        known = self._shelf.goals.get(card)
        if session is None or known is None:
            return
        try:
            goal = await house().toolkit.goals.wish(session.plan, known.wish, self._language, card=card)
            await house().toolkit.goals.step(session.plan, goal, known.step, "", self._language)
        except CouldNotKeep as error:
            self._note_trouble(error)
            return
        self.added = known.wish
        self._show(session.plan)
        self._note_saved(session)
        self.quietly = True


def goals_page(words: Shelf) -> rx.Component:
    """My goals."""
    return live_page(
        words,
        "g",
        link(words.say("section.back"), at(words.language, "p"), class_name="back"),
        rx.el.h1(words.say("goals.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("goals.intro")),
        rx.el.div(
            text_box(
                "wishing",
                words.say("goals.own"),
                GoalsState.wishing,
                GoalsState.owner,
                lambda typed: GoalsState.wish(WHERE, typed),
                hint=words.say("goals.own_hint"),
                rows="3",
            ),
            custom_attrs={"data-of": _MINE},
        ),
        button(words.say("goals.another"), on_click=GoalsState.another),
        link_button(words.say("goals.cards"), at(words.language, "g/cards")),
        until_known(
            rx.cond(
                GoalsState.goals.length() > 0,
                rx.el.ul(rx.foreach(GoalsState.goals, _row), class_name="rows card"),
                rx.el.p(words.say("goals.empty"), class_name="hint"),
            ),
            who_sees(words),
            offered_here(words, GoalsState.offered),
        ),
    )


def _row(goal: rx.Var[dict[str, str]]) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            two_lines(goal["words"], goal["state"]),
            href=goal["address"],
            class_name="row",
        )
    )


def cards_page(words: Shelf) -> rx.Component:
    """Wishes to pick from; none is better than another."""
    return live_page(
        words,
        "g/cards",
        link(words.say("goals.back"), at(words.language, "g"), class_name="back"),
        rx.el.h1(words.say("goals.cards_title"), id="h1", tab_index=-1),
        rx.el.p(words.say("goals.cards_intro")),
        rx.el.div(
            rx.cond(
                GoalsState.added != "",
                rx.el.p(
                    words.say("goals.added"),
                    " ",
                    rx.el.b(GoalsState.added),
                    " ",
                    link(words.say("goals.see"), at(words.language, "g")),
                ),
            ),
            role="status",
        ),
        *[_area(words, area) for area in words.areas],
    )


def _area(words: Shelf, area: Area) -> rx.Component:
    return details(area.title, rx.el.ul(*[_card(words, goal) for goal in area.goals], class_name="turns"))


def _card(words: Shelf, goal: Goal) -> rx.Component:
    take = words.say("goals.take")
    return rx.el.li(
        rx.el.p(goal.wish, id=goal.id),
        rx.el.p(words.say("goals.step", step=goal.step), class_name="small hint"),
        rx.el.button(
            take,
            type="button",
            class_name="btn",
            on_click=lambda _e: GoalsState.take(rx.Var(_js_expr="(_e?.target?.dataset?.card ?? '')", _var_type=str)),
            custom_attrs={"data-card": goal.id, "aria-describedby": goal.id},
        ),
    )
