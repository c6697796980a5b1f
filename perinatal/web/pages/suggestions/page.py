"""The page of words that others offer, each beside what the parent wrote. Only the parent puts a word into the plan."""

from collections.abc import Coroutine
from typing import Any

import reflex as rx

from perinatal.care import Reply, Suggestion
from perinatal.toolkit import GOALS, OpenPlan, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.offered import row_of
from perinatal.web.parts.words import button, link, until_known
from perinatal.web.sessions import Session

_BOX = rx.Var(_js_expr="(document.getElementById('changed')?.value ?? '')", _var_type=str)


class SuggestionsState(Here):
    """The words that wait for the parent's answer, and the one being changed."""

    waiting: list[dict[str, str]] = []
    changing: str = ""
    start: str = ""
    said: str = ""

    def _show(self, plan: OpenPlan) -> None:
        waiting = [each for each in plan.says.company.waiting if _asks(self._shelf, each.said.item)]
        self.waiting = [_row(self._shelf, plan, each) for each in waiting]
        if self.changing not in {each.turn.id for each in waiting}:
            self.changing = self.start = ""

    async def _reply(self, session: Session, saying: Coroutine[Any, Any, bool], said: str) -> None:
        done: list[bool] = []

        async def replying() -> None:
            done.append(await saying)

        if not await self._is_kept(replying()):
            return
        # Another page may have answered, or changed what these words go to: then they are shown again, as it is now.
        self.said = self._shelf.say(said if done[0] else "suggestions.look_again")
        self._show(session.plan)
        self._note_saved(session)
        self.quietly = True

    async def _refresh(self) -> None:
        """Somebody offers words: show them, and leave what is being typed alone."""
        session = self._still()
        if session:
            self._show(session.plan)

    @rx.event
    async def load(self) -> None:
        """Show what was offered."""
        session = self._enter()
        self.waiting, self.changing, self.start, self.said = [], "", "", ""
        if session:
            self.saved = ""
            self._show(session.plan)

    @rx.event
    async def add(self, offered: str) -> None:
        """These words, as they are."""
        session = self._enter()
        if session and offered in session.plan.says.company.suggestions:
            adding = house().toolkit.offered.reply(session.plan, offered, Reply.ADDED, self._language)
            await self._reply(session, adding, "suggestions.added")

    @rx.event
    async def change(self, offered: str) -> None:
        """Open a box with the words, to change them first. Nothing is in the plan by this."""
        session = self._enter()
        if session and offered in session.plan.says.company.suggestions:
            self.start = house().toolkit.offered.beside(session.plan, offered)
            self.changing, self.said = offered, ""

    @rx.event
    async def add_changed(self, offered: str, words: str) -> None:
        """The words as the parent wants them."""
        session = self._enter()
        if session and offered in session.plan.says.company.suggestions and words.strip():
            replying = house().toolkit.offered
            adding = replying.reply(session.plan, offered, Reply.CHANGED, self._language, words=words)
            await self._reply(session, adding, "suggestions.added")

    @rx.event
    async def no_thanks(self, offered: str) -> None:
        """Not in the plan, and nothing is made of it."""
        session = self._enter()
        if session and offered in session.plan.says.company.suggestions:
            declining = house().toolkit.offered.reply(session.plan, offered, Reply.NO_THANKS, self._language)
            await self._reply(session, declining, "suggestions.gone")


def _row(words: Shelf, plan: OpenPlan, offered: Suggestion) -> dict[str, str]:
    item, topic = offered.said.item, plan.says.topics.get(offered.said.item)
    answer = plan.says.answers.get(item) or (topic.decision if topic else None)
    return row_of(words, plan, offered) | {
        "id": offered.turn.id,
        "ask": _asks(words, item),
        "none": "" if item == GOALS else words.say("suggestions.mine_none"),
        "where": _where(words, item, answered=answer is not None),
        "mine": answer.words if answer else "",
    }


def _asks(words: Shelf, item: str) -> str:
    """What these words are offered for, as it stands on its page; empty for what is on none."""
    if item in words.topics:
        return words.topics[item].title
    if item == GOALS:
        return words.say("suggestions.new_goal")
    return words.questions[item].ask if item in words.questions else ""


def _where(words: Shelf, item: str, *, answered: bool) -> str:
    """Where the words would go, said before they are added. Words somebody offers never answer a topic."""
    if item in words.topics:
        return words.say("suggestions.beside_answer" if answered else "suggestions.no_answer_yet")
    return words.say("suggestions.as_goal") if item == GOALS else ""


def suggestions_page(words: Shelf) -> rx.Component:
    """Words offered to me."""
    return live_page(
        words,
        "c",
        link(words.say("sharing.back"), at(words.language, "s"), class_name="back"),
        rx.el.h1(words.say("suggestions.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("suggestions.about")),
        rx.el.p(SuggestionsState.said, role="status"),
        until_known(
            rx.cond(
                SuggestionsState.waiting.length() > 0,
                rx.foreach(SuggestionsState.waiting, lambda offered: _offered(words, offered)),
                rx.el.p(words.say("suggestions.nothing"), class_name="hint"),
            )
        ),
    )


def _offered(words: Shelf, offered: rx.Var[dict[str, str]]) -> rx.Component:
    return rx.el.section(
        rx.el.h2(offered["ask"]),
        rx.cond(offered["where"] != "", rx.el.p(offered["where"], class_name="hint")),
        rx.cond(offered["mine"] + offered["none"] != "", rx.el.h3(words.say("suggestions.mine"))),
        rx.cond(
            offered["mine"] != "",
            rx.el.p(offered["mine"], class_name="own"),
            rx.cond(offered["none"] != "", rx.el.p(offered["none"], class_name="hint")),
        ),
        rx.el.h3(offered["who"]),
        rx.el.p(offered["when"], class_name="small hint"),
        rx.el.p(offered["words"], class_name="theirs"),
        rx.cond(offered["spoken"] != "", rx.el.p(words.say("suggestions.is_that"))),
        rx.el.div(
            _answer(words, offered, ("add", "add_spoken"), SuggestionsState.add),
            _answer(words, offered, ("change", "change"), SuggestionsState.change),
            _answer(words, offered, ("no_thanks", "no_spoken"), SuggestionsState.no_thanks),
            role="group",
            class_name="choices three",
            custom_attrs={"aria-label": offered["who"]},
        ),
        rx.cond(SuggestionsState.changing == offered["id"], _change(words, offered)),
        class_name="card",
    )


def _answer(words: Shelf, offered: rx.Var[dict[str, str]], names: tuple[str, str], do: object) -> rx.Component:
    plain, spoken = (words.say(f"suggestions.{name}") for name in names)
    label = plain if plain == spoken else rx.cond(offered["spoken"] != "", spoken, plain)
    return button(label, on_click=do(offered["id"]))


def _change(words: Shelf, offered: rx.Var[dict[str, str]]) -> rx.Component:
    """A box that is not saved by itself: its words are in the plan once they are added."""
    return rx.el.div(
        rx.el.label(words.say("suggestions.changing"), html_for="changed"),
        rx.el.p(words.say("suggestions.changing_hint"), id="changed-hint", class_name="hint small"),
        rx.el.textarea(
            id="changed",
            name="changed",
            rows="4",
            default_value=SuggestionsState.start,
            auto_complete="off",
            spell_check=False,
            custom_attrs={
                "data-autosave": "",
                "data-for": SuggestionsState.changing,
                "aria-describedby": "changed-hint",
            },
        ),
        button(
            words.say("suggestions.add_these"),
            on_click=lambda _e: SuggestionsState.add_changed(offered["id"], _BOX),
        ),
        class_name="field",
    )
