"""What the page of links remembers while it is on screen. Never a key, never a code: those come by a door."""

from collections.abc import Coroutine
from typing import Any

import reflex as rx

from perinatal.care import Audience, Link
from perinatal.care.audience import ONLY_ME
from perinatal.toolkit import OpenPlan, Shelf
from perinatal.web.doors.copy_page import parted, told
from perinatal.web.parts.here import Here, house
from perinatal.web.sessions import Session

OTHERS = tuple(audience for audience in Audience if audience not in ONLY_ME)


class LinksState(Here):
    """What would be in a new link, and the links there are."""

    owner: str = ""
    who: str = ""
    parts: list[str] = []
    chosen: str = ""
    shown: list[dict[str, str]] = []
    full: bool = False
    links: list[dict[str, str]] = []
    openings: dict[str, list[str]] = {}

    def _show(self, plan: OpenPlan) -> None:
        words, linking = self._shelf, house().toolkit.links
        self.shown, self.full = [], False
        if self.who and self.parts:
            copy = linking.preview(plan, self.parts, Audience(self.who), self._language)
            self.shown = [{**told(words, line), "part": part} for part, lines in parted(words, copy) for line in lines]
            self.full = bool(copy.lines) and not copy.fits
        self.chosen = ",".join(self.parts)
        left, titles = linking.left(plan), dict(house().toolkit.company.parts(self._language))
        known = list(plan.says.company.links.items())[::-1]
        self.links = [_link(words, titles, link, id in left) for id, link in known]
        self.openings = {id: [_opening(words, turn.at) for turn in link.openings] for id, link in known}

    def _blank(self) -> None:
        self.owner = self.who = self.chosen = ""
        self.parts, self.shown, self.links, self.openings, self.full = [], [], [], {}, False

    async def _after(self, session: Session, saying: Coroutine[Any, Any, Any]) -> None:
        if not await self._is_kept(saying):
            return
        self._show(session.plan)
        self._note_saved(session)

    async def _refresh(self) -> None:
        """A link was made or opened, or what would be in one has changed: show it."""
        session = self._still()
        if session:
            self._show(session.plan)

    @rx.event
    async def load(self) -> None:
        """Show the links there are."""
        session = self._enter()
        self._blank()
        if session:
            self.saved, self.owner = "", "link"
            self._show(session.plan)

    @rx.event
    async def choose_who(self, who: str) -> None:
        """For whom a new link would be. It makes none yet."""
        session = self._enter()
        if session and who in set(OTHERS):
            self.who = who
            self._show(session.plan)

    @rx.event
    async def choose_part(self, part: str) -> None:
        """Put a part into a new link, or take it out again. It makes none yet."""
        session = self._enter()
        known = [each for each, _ in house().toolkit.company.parts(self._language)]
        if session and part in known:
            self.parts = [each for each in known if (each in self.parts) != (each == part)]
            self._show(session.plan)

    @rx.event
    async def stop(self, link: str) -> None:
        """Stop one link. It opens nothing any more when the page says so."""
        session = self._enter()
        if session and link in session.plan.says.company.links:
            await self._after(session, house().toolkit.links.stop(session.plan, link, self._language))


def _link(words: Shelf, titles: dict[str, str], link: Link, is_open: bool) -> dict[str, str]:
    said = link.said
    state = "open" if is_open else "stopped" if link.stopped else "over"
    opened = words.say("links.opened", count=len(link.openings), most=said.uses)
    return {
        "id": said.link,
        "name": said.name,
        "for": words.say(f"sharing.audience.{said.audience}"),
        "parts": ", ".join(title for part, title in titles.items() if part in said.parts),
        "state": words.say(f"links.state.{state}", date=words.day(said.until)),
        "opened": opened if link.openings else words.say("links.not_opened", most=said.uses),
        "coded": words.say("links.has_code") if said.coded else "",
        "open": "yes" if is_open else "",
        "stop": words.say("links.stop_one", name=said.name),
    }


def _opening(words: Shelf, at: Any) -> str:
    when = at.astimezone()
    return words.say("links.opening", when=f"{words.day(when.date())} {words.clock(when.time())}")
