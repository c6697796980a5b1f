"""What the page of one consent topic remembers while it is on screen."""

from collections.abc import Coroutine
from typing import Any

import reflex as rx

from perinatal.care import Audience, Point, Stance
from perinatal.care.said import Explained, Settled
from perinatal.toolkit import OpenPlan, Shelf
from perinatal.web.pages.topic.shown import explained_rows, line, question_rows
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.offered import rows_for
from perinatal.web.parts.seen import turned
from perinatal.web.sessions import Session

BESIDE_THE_ANSWER = ("words", "conditions", "look_again")
ABOUT_THE_TALK = ("who", "present", "interpreter")


def topic_at(words: Shelf, place: str) -> str:
    """The topic of a page, by its address; empty if there is none."""
    number = place.partition("/")[2]
    return next((t.id for t in words.topics.values() if str(t.number) == number), "")


class TopicState(Here):
    """The conversation on screen."""

    topic: str = ""
    now: str = ""
    heard: bool = False
    words: str = ""
    conditions: str = ""
    look_again: str = ""
    who: str = ""
    present: str = ""
    interpreter: str = ""
    told: list[str] = []
    asking: str = ""
    timeline: list[dict[str, str]] = []
    audience: list[str] = []
    offered: list[dict[str, str]] = []
    questions: list[dict[str, str]] = []
    explained: list[dict[str, str]] = []
    _asking_turn: str = ""

    def _show(self, plan: OpenPlan, topic: str) -> None:
        words, said = self._shelf, plan.says.topics.get(topic)
        self.topic = topic
        self._show_others(plan, topic)
        decision = said.decision if said else None
        self.now = words.say(f"topic.stance.{decision.stance}") if decision else ""
        for part in BESIDE_THE_ANSWER:
            setattr(self, part, getattr(decision, part) if decision else "")
        talk = house().toolkit.topics.talk_now(plan, topic)
        for part in ABOUT_THE_TALK:
            setattr(self, part, getattr(talk.said, part) if talk else "")
        self.told = sorted(talk.said.points) if talk and isinstance(talk.said, Explained) else []
        self.timeline = [line(words, plan, turn) for turn in reversed(said.history)] if said else []

    def _show_others(self, plan: OpenPlan, topic: str) -> None:
        """Who sees it, and what they bring."""
        words, company = self._shelf, house().toolkit.company
        self._put(
            offered=rows_for(words, plan, topic),
            questions=question_rows(words, plan, topic),
            explained=explained_rows(words, plan, topic),
            audience=sorted(company.audience(plan, topic, self._language)) if topic else [],
        )
        self._name("parts.sees_today", company.who_sees(plan, topic, self._language))

    def _blank(self) -> None:
        for name in ("topic", "now", "asking", "_asking_turn", *BESIDE_THE_ANSWER, *ABOUT_THE_TALK):
            setattr(self, name, "")
        self.told, self.timeline, self.audience, self.heard = [], [], [], False
        self.offered, self.questions, self.explained = [], [], []

    async def _refresh(self) -> None:
        """Somebody explained, asked, offers words or sees it by now. Her own words stay: none replaces one unseen."""
        session = self._still()
        if session:
            self._show_others(session.plan, topic_at(self._shelf, self._place))

    async def _after(self, session: Session, saying: Coroutine[Any, Any, Any]) -> None:
        """Wait until it is kept, then show it."""
        if not await self._is_kept(saying):
            return
        self._show(session.plan, topic_at(self._shelf, self._place))
        self._note_saved(session)

    @rx.event
    async def load(self) -> None:
        """Show what was said about this page's topic."""
        session = self._enter()
        self._blank()
        if session:
            self.saved = ""
            session.item = topic_at(self._shelf, self._place)
            self._show(session.plan, session.item)

    @rx.event
    async def decide(self, stance: str) -> None:
        """The parent's answer. Only a choice that was made is one: silence is not an answer."""
        session, topic = self._enter(), topic_at(self._shelf, self._place)
        if session and topic and stance in set(Stance):
            await self._after(
                session, house().toolkit.topics.decide(session.plan, topic, Stance(stance), self._language)
            )
            self.heard = self.quietly = not self.trouble  # what could not be kept was not heard

    @rx.event
    async def add(self, topic: str, part: str, words: str) -> None:
        """Own words, conditions, or when to look again."""
        session = self._enter()
        if session and topic == topic_at(self._shelf, self._place) and part in BESIDE_THE_ANSWER:
            known = session.plan.says.topics.get(topic)
            if known and getattr(known.decision, part, "") not in ("", getattr(self, part)):
                self._keep_apart(session, known.history)
            adding = house().toolkit.topics.add_to_decision(session.plan, topic, part, words, self._language)
            await self._after(session, adding)

    @rx.event
    async def tell(self, point: str) -> None:
        """A point was talked about, or was not after all."""
        session = self._enter()
        if session and point in set(Point):
            await self._explain(session, points=frozenset(map(Point, {*self.told} ^ {point})))

    @rx.event
    async def tell_who(self, topic: str, part: str, words: str) -> None:
        """Who explained it, who was there, who interpreted."""
        session = self._enter()
        if session and topic == topic_at(self._shelf, self._place) and part in ABOUT_THE_TALK:
            await self._explain(session, **{part: words})

    async def _explain(self, session: Session, **changed: Any) -> None:
        topic = topic_at(self._shelf, self._place)
        talk = house().toolkit.topics.talk_now(session.plan, topic)
        now = talk.said if talk else Explained(topic=topic, points=frozenset())
        explained = now.model_copy(update=changed)
        if topic and explained != now:
            await self._after(session, house().toolkit.topics.explain(session.plan, explained, self._language))

    @rx.event
    async def wonder(self, topic: str, words: str) -> None:
        """Note a question to ask, as it is typed."""
        session = self._enter()
        if session is None or topic != topic_at(self._shelf, self._place):
            return
        noting = house().toolkit.topics.wonder(session.plan, topic, words, self._language, instead_of=self._asking_turn)
        await self._after(session, self._keep_asking(noting))
        self.asking = words

    async def _keep_asking(self, noting: Coroutine[Any, Any, str]) -> None:
        self._asking_turn = await noting

    @rx.event
    async def settle(self, asked: str, done: bool) -> None:
        """Close a question, whoever asked it; or open it again."""
        session, topic = self._enter(), topic_at(self._shelf, self._place)
        said = session.plan.says.topics.get(topic) if session else None
        if session is None or said is None:
            return
        if done:
            await self._after(session, house().toolkit.topics.settle(session.plan, asked, self._language))
        for turn in [] if done else said.history:
            if isinstance(turn.said, Settled) and turn.said.turn == asked:
                await self._after(session, house().toolkit.take_out(session.plan, turn.id, self._language))

    @rx.event
    def another_question(self) -> None:
        """The question is noted; the box is free for another."""
        self._enter()
        self.asking = self._asking_turn = ""

    @rx.event
    async def address(self, who: str) -> None:
        """Say who may see this conversation, once they are let in."""
        session, topic = self._enter(), topic_at(self._shelf, self._place)
        if session and topic and who in set(Audience):
            company = house().toolkit.company
            audience = turned(company.audience(session.plan, topic, self._language), who)
            await self._after(session, company.address(session.plan, topic, audience, self._language))

    @rx.event
    async def take_out(self, turn: str) -> None:
        """Take one line of the conversation out."""
        session = self._enter()
        if session:
            await self._after(session, house().toolkit.take_out(session.plan, turn, self._language))
            self.heard = False

    @rx.event
    async def put_back(self) -> None:
        """Undo the last taking-out."""
        session = self._enter()
        if session:
            await self._after(session, house().toolkit.put_back(session.plan, self.undo, self._language))
