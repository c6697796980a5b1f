"""What a member's page of one plan remembers while it is on screen. Every look is the toolkit's to allow."""

from collections.abc import Coroutine
from typing import Any

import reflex as rx

from perinatal.care import CarePlan, Point
from perinatal.care.said import Explained, Wondered
from perinatal.care.sharing import Suggested
from perinatal.toolkit import CouldNotKeep, OpenVisit, Trouble
from perinatal.web.pages.visit.shown import Row, View, points, rows, shown_once
from perinatal.web.parts.here import house
from perinatal.web.parts.visitor import Visitor
from perinatal.web.sessions import MemberSession


class VisitState(Visitor):
    """The plan on screen: which parts are open, and what the one that was tapped says."""

    name: str = ""
    parts: list[dict[str, str]] = []
    part: str = ""
    title: str = ""
    items: list[dict[str, str]] = []
    shut: bool = False
    untold: bool = False
    writing: str = ""
    words: str = ""
    sent: str = ""
    topic: str = ""
    say_first: str = ""
    points: list[dict[str, str]] = []
    ticked: list[str] = []
    once: list[dict[str, str]] = []
    seconds: int = 0
    _grant: str = ""

    def _blank(self) -> None:
        self._put(part="", title="", name="", writing="", words="", parts=[], items=[])
        self._put(shut=False, untold=False, sent="", topic="", say_first="", points=[], ticked=[])
        self._put(once=[])

    def _close(self) -> None:
        """Nothing is shown. It reads the same whether it was never shared or was stopped."""
        self._blank()
        self._put(shut=True)

    def _visit(self, session: MemberSession) -> OpenVisit | None:
        """The plan this page shows; None if the member stands in another one by now."""
        visit = session.visit
        return visit if visit and visit.grant.id.hex() == self._grant else None

    async def _show(self, session: MemberSession) -> None:
        """What is open at this moment, of the plan and of the part that was tapped."""
        visit = self._visit(session)
        if visit is None:
            self._close()
            return
        self._follow(visit.grant.plan, session.member.id)  # before the look: a stop from here on is heard
        try:
            await self._look_at(visit, covered=session.covered)
        except CouldNotKeep:
            self._put(items=[], untold=True)
        except Trouble:
            self._close()

    async def _look_at(self, visit: OpenVisit, *, covered: bool) -> None:
        members, words, part = house().toolkit.members, self._shelf, self.part
        open_now = await members.parts(visit)
        await house().toolkit.worklist.was_shown(visit, open_now)
        titles, items, seen = house().toolkit.company.parts(words.language), list[Row](), CarePlan()
        if part in open_now:
            seen = await members.look(visit, part, words.language)
            offers = members.offers(visit, part, seen, words.language)
            me = visit.visit.member.id.hex()
            items = rows(words, part, View(me, visit.visit.granted.audience, seen, offers))
        self._put(
            name="" if covered else visit.grant.name,
            parts=[{"id": id, "title": title} for id, title in titles if id in open_now],
            title=dict(titles).get(part, "") if part in open_now else "",
            items=items,
            shut=not open_now or (part != "" and part not in open_now),
            untold=False,
        )
        there = {row["item"] for row in items}
        if not open_now:
            self._put(once=[])
        if self.writing not in there:
            self._put(writing="", words="")
        self._show_topic(visit, seen, self.topic if self.topic in there else "")

    def _show_topic(self, visit: OpenVisit, seen: CarePlan, topic: str) -> None:
        """The topic that is opened for a talk, and what is ticked and not sent yet."""
        known = self._shelf.topics.get(topic)
        covered = house().toolkit.members.covered(visit, topic, seen)
        shown = points(self._shelf, topic, covered) if known else []
        self._put(topic=topic, say_first=known.say_first if known else "", points=shown)
        self._put(ticked=self.ticked if known else [])

    async def _refresh(self) -> None:
        """The plan changed: look again, by the same rules."""
        session = self._still_in()
        if session:
            await self._show(session)

    @rx.event
    async def load(self) -> None:
        """Show which parts are open now. No word is shown, and nobody is told, before one is tapped."""
        session = self._come_in()
        self._blank()
        self._grant = session.visit.grant.id.hex() if session and session.visit else ""
        if session:
            self._show_once(session)
            await self._show(session)

    def _show_once(self, session: MemberSession) -> None:
        """The page the parent shows them, if there is one: now, and never again."""
        showing, session.showing = session.showing, None
        self.seconds = house().sessions.seconds_in(session)
        if showing and session.visit and showing.plan == session.visit.plan:
            self.once = shown_once(self._shelf, showing, session.member.id.hex())

    @rx.event
    async def look(self, part: str) -> None:
        """Look at one part. The parent is told first."""
        session = self._come_in()
        if session:
            self.part, self.sent, self.writing, self.words = part, "", "", ""
            self.topic, self.ticked, self.once = "", [], []
            await self._show(session)

    @rx.event
    def write(self, item: str) -> None:
        """Open the box for words under one question."""
        if self._come_in() and any(row["item"] == item and row["can"] for row in self.items):
            self.writing, self.words, self.sent = item, "", ""

    @rx.event
    def typing(self, item: str, words: str) -> None:
        """What stands in the box. It goes nowhere before it is sent."""
        if self._come_in() and item and item == self.writing:
            self.words = words

    @rx.event
    async def send(self, item: str, spoken: bool) -> None:
        """Offer the words. They are the parent's to add or not."""
        visit = self._may_send(item)
        if visit:
            suggested = Suggested(item=item, words=self.words, spoken=spoken)
            await self._send(visit, house().toolkit.members.suggest(visit, suggested, self._language), "visit.sent")

    @rx.event
    async def ask(self, item: str) -> None:
        """Note the words as a question on a topic. The parent closes it."""
        visit = self._may_send(item)
        if visit and item in self._shelf.topics:
            wondered = Wondered(topic=item, words=self.words)
            await self._send(visit, house().toolkit.members.wonder(visit, wondered, self._language), "visit.asked")

    @rx.event
    async def open_topic(self, item: str) -> None:
        """Open the ten points of a topic, or close them. The part was looked at, and the parent told, before."""
        session = self._come_in()
        if session and any(row["item"] == item and row["talk"] for row in self.items):
            self.topic, self.ticked, self.sent = "" if self.topic == item else item, [], ""
            await self._show(session)

    @rx.event
    def tick(self, point: str) -> None:
        """This point was talked about, or was not after all. It goes nowhere before it is sent."""
        if self._come_in() and self.topic and point in set(Point):
            self.ticked, self.sent = sorted({*self.ticked} ^ {point}), ""

    @rx.event
    async def tell_covered(self) -> None:
        """Tell the plan what was talked about: all of it at once, as one thing said."""
        session = self._come_in()
        visit = self._visit(session) if session else None
        if visit is None or not self.topic:
            return
        if not self.ticked:
            self.sent = self._shelf.say("explaining.none_ticked")
            return
        explained = Explained(topic=self.topic, points=frozenset(map(Point, self.ticked)))
        await self._send(visit, house().toolkit.members.explain(visit, explained, self._language), "explaining.sent")

    def _may_send(self, item: str) -> OpenVisit | None:
        """The visit, if there are words to send from the box that is open here."""
        session = self._come_in()
        return self._visit(session) if session and item and item == self.writing and self.words.strip() else None

    async def _send(self, visit: OpenVisit, saying: Coroutine[Any, Any, None], said: str) -> None:
        """Say it, and what came of it; where nothing is open any more, the page shows that."""
        session, told = self._still_in(), said.startswith("explaining")
        try:
            await saying
            self.sent = self._shelf.say(said)
            if told:
                self.ticked = []
            else:
                self.writing = self.words = ""
        except CouldNotKeep as error:
            self._note_trouble(error)
            return
        except Trouble:
            pass  # nothing is open any more, as the next lines find out
        if session:
            await self._show(session)
