"""What a member's page of one plan remembers while it is on screen. Every look is the toolkit's to allow."""

import reflex as rx

from perinatal.care.sharing import Suggested
from perinatal.toolkit import CouldNotKeep, OpenVisit, Trouble
from perinatal.web.pages.visit.shown import Row, rows
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
    sent: bool = False
    _grant: str = ""

    def _blank(self) -> None:
        self._put(part="", title="", name="", writing="", words="", parts=[], items=[])
        self._put(shut=False, untold=False, sent=False)

    def _close(self) -> None:
        """Nothing is shown. It reads the same whether it was never shared or was stopped."""
        self._put(part="", title="", name="", writing="", words="", parts=[], items=[])
        self._put(shut=True, untold=False, sent=False)

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
        titles, items = house().toolkit.company.parts(words.language), list[Row]()
        if part in open_now:
            seen = await members.look(visit, part, words.language)
            offers = members.offers(visit, part, seen, words.language)
            items = rows(words, part, visit.visit.granted.audience, seen, offers)
        self._put(
            name="" if covered else visit.grant.name,
            parts=[{"id": id, "title": title} for id, title in titles if id in open_now],
            title=dict(titles).get(part, "") if part in open_now else "",
            items=items,
            shut=not open_now or (part != "" and part not in open_now),
            untold=False,
        )
        if self.writing not in {row["item"] for row in items}:
            self._put(writing="", words="")

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
            await self._show(session)

    @rx.event
    async def look(self, part: str) -> None:
        """Look at one part. The parent is told first."""
        session = self._come_in()
        if session:
            self.part, self.sent, self.writing, self.words = part, False, "", ""
            await self._show(session)

    @rx.event
    def write(self, item: str) -> None:
        """Open the box for words under one question."""
        if self._come_in() and any(row["item"] == item and row["can"] for row in self.items):
            self.writing, self.words, self.sent = item, "", False

    @rx.event
    def typing(self, item: str, words: str) -> None:
        """What stands in the box. It goes nowhere before it is sent."""
        if self._come_in() and item and item == self.writing:
            self.words = words

    @rx.event
    async def send(self, item: str, spoken: bool) -> None:
        """Offer the words. They are the parent's to add or not."""
        session = self._come_in()
        visit = self._visit(session) if session else None
        if session is None or visit is None or item != self.writing or not self.words.strip():
            return
        suggested = Suggested(item=item, words=self.words, spoken=spoken)
        try:
            if self.part in await house().toolkit.members.parts(visit):
                await house().toolkit.members.suggest(visit, suggested, self._language)
                self.writing, self.words, self.sent = "", "", True
        except CouldNotKeep as error:
            self._note_trouble(error)
            return
        except Trouble:
            pass  # nothing is open any more, as the next lines find out
        await self._show(session)
