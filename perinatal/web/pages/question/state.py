"""What the question page remembers while it is on screen."""

from collections.abc import Coroutine
from typing import Any

import reflex as rx

from perinatal.care import Audience
from perinatal.care.said import Answered, Standing
from perinatal.toolkit import OpenPlan, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.about import question_at, ten_minutes
from perinatal.web.parts.here import HIDDEN, Here, house
from perinatal.web.parts.offered import rows_for
from perinatal.web.parts.seen import turned
from perinatal.web.sessions import Session


def section_of(words: Shelf, question: str) -> tuple[int, list[str]]:
    """The number of a question's section, and the ids of the questions in it."""
    for section in words.sections:
        ids = [q.id for q in section.questions]
        if question in ids:
            return section.number, ids
    raise LookupError


def place_after(words: Shelf, place: str) -> str:
    """Where the way goes on after a question page: `p/3` or, on the ten-minute way, `j/2`."""
    way, _, number = place.partition("/")
    if way == "j":
        step = int(number)
        return f"j/{step + 1}" if step < len(ten_minutes(words)) else "j"
    question = question_at(words, place)
    section, ids = section_of(words, question)
    following = ids[ids.index(question) + 1 :]
    return f"p/{words.questions[following[0]].number}" if following else f"c/{section}"


def looked_over_at(words: Shelf, place: str, came_from: str) -> str:
    """The look-over page an answer was changed from, by the end of the address; empty if it was not."""
    match came_from:
        case "#j":
            return "j"
        case "#c":
            return f"c/{section_of(words, question_at(words, place))[0]}"
        case _:
            return ""


class QuestionState(Here):
    """The one question on screen, and what the parent said to it."""

    question: str = ""
    words: str = ""
    standing: str = ""
    turn: str = ""
    earlier: list[dict[str, str]] = []
    audience: list[str] = []
    offered: list[dict[str, str]] = []

    def _show(self, plan: OpenPlan, question: str) -> None:
        answer = plan.says.answers.get(question)
        self.question = question
        self._show_others(plan, question)
        self.words = answer.words if answer else ""
        self.standing = answer.standing if answer and answer.standing is not Standing.WORDS else ""
        self.turn = answer.history[-1].id if answer else ""
        self.earlier = [
            {"id": t.id, "words": t.said.words, "when": self._shelf.day(house().local_day(t.at))}
            for t in reversed(answer.history[:-1] if answer else [])
            if isinstance(t.said, Answered) and t.said.words
        ]

    def _show_others(self, plan: OpenPlan, question: str) -> None:
        """Who sees it, and the words they offer for it."""
        company = house().toolkit.company
        self._put(offered=rows_for(self._shelf, plan, question))
        self._put(audience=sorted(company.audience(plan, question, self._language)) if question else [])
        self._name("parts.sees_today", company.who_sees(plan, question, self._language))

    def _blank(self) -> None:
        self.question = self.words = self.standing = self.turn = ""
        self.earlier, self.audience, self.offered = [], [], []

    async def _refresh(self) -> None:
        """Somebody offers words, or sees it by now. Her own words stay: none here replaces one unseen."""
        session = self._still()
        if session:
            self._show_others(session.plan, question_at(self._shelf, self._place))

    @rx.event
    async def load(self) -> rx.event.EventSpec | None:
        """Show what the parent said to this page's question. The ten-minute way goes past what is hidden."""
        session = self._enter()
        if session is None:
            self._blank()
            return None
        self.saved = ""
        session.item = question_at(self._shelf, self._place)
        self._show(session.plan, session.item)
        return self._move(self._place) if self.door == HIDDEN and self._place.startswith("j/") else None

    @rx.event
    async def save(self, question: str, words: str) -> None:
        """Save what was typed, by itself."""
        await self._save(question, words)

    async def _save(self, question: str, words: str) -> bool:
        session = self._enter()
        if session is None or question not in self._shelf.questions:
            return False
        before = session.plan.says.answers.get(question)
        if before and before.words not in ("", self.words):
            self._keep_apart(session, before.history)
        return await self._after(session, house().toolkit.answer(session.plan, question, words, self._language))

    @rx.event
    async def choose(self, question: str, standing: str) -> None:
        """Not sure yet, out loud, or on the day."""
        session = self._enter()
        if session is None or question not in self._shelf.questions or standing not in set(Standing):
            return
        chosen = Standing.WORDS if standing == self.standing else Standing(standing)
        toolkit, plan, language = house().toolkit, session.plan, self._language
        if chosen is Standing.WORDS:
            await self._after(session, toolkit.say_in_words(plan, question, language))
        else:
            await self._after(session, toolkit.answer_otherwise(plan, question, chosen, language))

    @rx.event
    async def address(self, who: str) -> None:
        """Say who may see this question, once they are let in."""
        session, question = self._enter(), question_at(self._shelf, self._place)
        if session and question and who in set(Audience):
            company = house().toolkit.company
            audience = turned(company.audience(session.plan, question, self._language), who)
            await self._after(session, company.address(session.plan, question, audience, self._language))

    async def _after(self, session: Session, saying: Coroutine[Any, Any, Any]) -> bool:
        """Wait until it is kept, then show it; a full disk is said on the page, and nothing moves on."""
        if not await self._is_kept(saying):
            return False
        self._show(session.plan, question_at(self._shelf, self._place))
        self._note_saved(session)
        return True

    @rx.event
    async def go_on(self, question: str, words: str, came_from: str = "") -> rx.event.EventSpec | None:
        """Save what is in the box, and show the next question, or the look-over page it was changed from."""
        return self._move(self._place, came_from) if await self._save(question, words) else None

    @rx.event
    async def skip(self) -> rx.event.EventSpec | None:
        """Pass this question over; what was written stays."""
        session = self._enter()
        place, question = self._place, question_at(self._shelf, self._place)
        if session is None or not question:
            return None
        skipping = house().toolkit.answer_otherwise(session.plan, question, Standing.SKIPPED, self._language)
        return self._move(place) if await self._after(session, skipping) else None

    def _move(self, place: str, came_from: str = "") -> rx.event.EventSpec:
        following = looked_over_at(self._shelf, place, came_from) or place_after(self._shelf, place)
        return rx.redirect(at(self._language, following))

    @rx.event
    async def take_out(self, turn: str) -> None:
        """Take out the answer on screen, or an earlier one."""
        session = self._enter()
        if session:
            await self._after(session, house().toolkit.take_out(session.plan, turn, self._language))

    @rx.event
    async def put_back(self) -> None:
        """Undo the last taking-out."""
        session = self._enter()
        if session:
            await self._after(session, house().toolkit.put_back(session.plan, self.undo, self._language))
