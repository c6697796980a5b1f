"""The page of one goal of the parent's."""

from collections.abc import Coroutine
from typing import Any

import reflex as rx

from perinatal.care import Audience, GoalState, Going
from perinatal.care.said import Stepped, Went
from perinatal.toolkit import OpenPlan, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.field import text_box
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.seen import turned, who_may_see, who_sees
from perinatal.web.parts.undo import undo_bar
from perinatal.web.parts.words import button, chip, group, link, until_known
from perinatal.web.sessions import Session

_OF = rx.Var(_js_expr="(_e?.target?.dataset?.for ?? '')", _var_type=str)
"""The goal a box belongs to: this page has no address of its own for each goal, so the server's word counts."""


class GoalPageState(Here):
    """The goal on screen."""

    goal: str = ""
    words: str = ""
    why: str = ""
    step: str = ""
    helper: str = ""
    state: str = ""
    how: str = ""
    said: str = ""
    going: list[dict[str, str]] = []
    audience: list[str] = []

    def _show(self, plan: OpenPlan, goal_id: str) -> None:
        words, goal = self._shelf, plan.says.goals.get(goal_id)
        if goal is None or goal.wish is None:
            self._blank()
            return
        self._show_who_sees(plan, goal_id)
        self.goal, self.words, self.why = goal_id, goal.wish.words, goal.wish.why
        self.step, self.helper = (goal.step.words, goal.step.helper) if goal.step else ("", "")
        self.state = str(goal.state)
        latest = goal.going[0].said if goal.going else None
        fresh = isinstance(latest, Went) and goal.going[0].id in plan.since
        self.how, self.said = (str(latest.how), latest.words) if fresh else ("", "")
        self.going = [
            {
                "id": t.id,
                "when": words.day(house().local_day(t.at)),
                "how": words.say(f"goal.going.{t.said.how}"),
                "words": t.said.words,
            }
            for t in goal.going
            if isinstance(t.said, Went)
        ]

    def _show_who_sees(self, plan: OpenPlan, goal: str) -> None:
        company = house().toolkit.company
        self._put(audience=sorted(company.audience(plan, goal, self._language)))
        self._name("parts.sees_today", company.who_sees(plan, goal, self._language))

    def _blank(self) -> None:
        self.goal = self.words = self.why = self.step = self.helper = self.state = self.how = self.said = ""
        self.going, self.audience, self.sees = [], [], ""

    async def _refresh(self) -> None:
        """The plan changed elsewhere: who sees it may have. Her words stay, so that none here replaces one unseen."""
        session = self._still()
        if session and self.goal:  # only with a goal on screen there is something to say about it
            self._show_who_sees(session.plan, self.goal)

    async def _after(self, session: Session, goal: str, saying: Coroutine[Any, Any, Any]) -> None:
        if not await self._is_kept(saying):
            return
        self._show(session.plan, goal)
        self._note_saved(session)

    @rx.event
    async def load(self) -> None:
        """Show the goal of this page's address."""
        session = self._enter()
        self._blank()
        if session:
            self.saved = ""
            self._show(session.plan, self._place.partition("/")[2])

    @rx.event
    async def write(self, goal: str, part: str, words: str) -> None:
        """The goal, why it matters, the step, who helps, or more on how it is going."""
        session = self._enter()
        known = session.plan.says.goals.get(goal) if session else None
        if session is None or known is None or known.wish is None or goal != self._place.partition("/")[2]:
            return
        toolkit, plan, language = house().toolkit, session.plan, self._language
        # What stands beside the words comes from the plan, not from this page: another page may have changed it.
        wish, step = known.wish, known.step or Stepped(goal=goal)
        there = {"words": wish.words, "why": wish.why, "step": step.words, "helper": step.helper}
        if there.get(part, "") not in ("", getattr(self, part, "")):
            self._keep_apart(session, known.history)
        match part:
            case "words" if words.strip():
                saying = toolkit.goals.reword(plan, goal, words, wish.why, language)
            case "why":
                saying = toolkit.goals.reword(plan, goal, wish.words, words, language)
            case "step":
                saying = toolkit.goals.step(plan, goal, words, step.helper, language)
            case "helper":
                saying = toolkit.goals.step(plan, goal, step.words, words, language)
            case "said" if self.how:
                saying = toolkit.goals.went(plan, goal, Going(self.how), words, language)
            case _:
                return
        await self._after(session, goal, saying)

    @rx.event
    async def went(self, how: str) -> None:
        """How it is going, for the parent."""
        session = self._enter()
        if session and self.goal and how in set(Going):
            saying = house().toolkit.goals.went(session.plan, self.goal, Going(how), self.said, self._language)
            await self._after(session, self.goal, saying)
            self.quietly = how == Going.VERY_HARD  # who finds it very hard is told where there is help

    @rx.event
    async def move(self, state: str) -> None:
        """Rest it, change it, call it done, let it go, or take it up again."""
        session = self._enter()
        if session and self.goal and state in set(GoalState):
            saying = house().toolkit.goals.move(session.plan, self.goal, GoalState(state), self._language)
            await self._after(session, self.goal, saying)

    @rx.event
    async def address(self, who: str) -> None:
        """Say who may see this goal, once they are let in."""
        session, goal = self._enter(), self._place.partition("/")[2]
        if session and goal in session.plan.says.goals and who in set(Audience):
            company = house().toolkit.company
            audience = turned(company.audience(session.plan, goal, self._language), who)
            await self._after(session, goal, company.address(session.plan, goal, audience, self._language))

    @rx.event
    async def take_out(self, turn: str) -> None:
        """Take one line out."""
        session = self._enter()
        if session:
            await self._after(session, self.goal, house().toolkit.take_out(session.plan, turn, self._language))

    @rx.event
    async def put_back(self) -> None:
        """Undo the last taking-out."""
        session = self._enter()
        if session:
            await self._after(session, self.goal, house().toolkit.put_back(session.plan, self.undo, self._language))


def goal_page(words: Shelf, number: int = 0) -> rx.Component:
    """One goal, by its number; without one, whichever the address names."""
    return live_page(
        words,
        f"g/{number}" if number else "g",
        link(words.say("goals.back"), at(words.language, "g"), class_name="back"),
        rx.el.h1(words.say("goal.title"), id="h1", tab_index=-1),
        until_known(
            rx.cond(GoalPageState.goal != "", _goal(words), rx.el.p(words.say("goal.none"), class_name="hint")),
            who_sees(words),
            rx.cond(
                GoalPageState.goal != "",
                who_may_see(words, GoalPageState.audience, lambda who: GoalPageState.address(who)),
            ),
            undo_bar(words, GoalPageState.undo, GoalPageState.put_back),
        ),
    )


def _goal(words: Shelf) -> rx.Component:
    """Where there is no such goal there are no boxes: nothing written in them could be kept."""
    return rx.fragment(
        _box(words, "words", GoalPageState.words),
        _box(words, "why", GoalPageState.why),
        _box(words, "step", GoalPageState.step),
        _box(words, "helper", GoalPageState.helper),
        _going(words),
        _states(words),
    )


def _box(words: Shelf, part: str, value: rx.Var[str]) -> rx.Component:
    save = lambda typed: GoalPageState.write(_OF, part, typed)  # noqa: E731  one line, used once
    return text_box(f"goal-{part}", words.say(f"goal.{part}"), value, GoalPageState.goal, save, rows="2")


def _going(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.fieldset(
            rx.el.legend(rx.el.h2(words.say("goal.how"), id="how")),
            *[_rating(words.say(f"goal.going.{how}"), how) for how in Going],
            class_name="chips",
        ),
        rx.cond(GoalPageState.how != "", _box(words, "said", GoalPageState.said)),
        rx.cond(GoalPageState.how == str(Going.VERY_HARD), rx.el.p(words.say("goal.hard"), role="status")),
        rx.el.ol(rx.foreach(GoalPageState.going, lambda line: _line(words, line)), class_name="turns"),
    )


def _rating(label: str, how: Going) -> rx.Component:
    """One way it may be going; arrow keys go from one to the next."""
    chosen = GoalPageState.how == str(how)
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="how",
            value=str(how),
            checked=chosen,
            on_change=lambda _value: GoalPageState.went(str(how)),
        ),
        rx.el.span(label),
        class_name="chip",
    )


def _line(words: Shelf, line: rx.Var[dict[str, str]]) -> rx.Component:
    return rx.el.li(
        rx.el.p(line["when"], class_name="small hint"),
        rx.el.p(line["how"]),
        rx.cond(line["words"] != "", rx.el.p(line["words"], class_name="own")),
        button(words.say("question.wipe"), on_click=GoalPageState.take_out(line["id"])),
    )


def _states(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say("goal.what_now"), id="what-now"),
        rx.el.p(words.say("goal.what_now_hint"), class_name="hint"),
        group(
            *[
                chip(
                    words.say(f"goal.state.{state}"), GoalPageState.move(str(state)), GoalPageState.state == str(state)
                )
                for state in GoalState
            ],
            labelled_by="what-now",
        ),
    )
