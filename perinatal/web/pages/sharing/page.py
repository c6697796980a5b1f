"""The page that says what is open to whom today. Stopping is never further away than starting."""

from collections.abc import Coroutine
from typing import Any

import reflex as rx

from perinatal.care import Person
from perinatal.toolkit import OpenPlan, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.keep_first import keep_first
from perinatal.web.parts.undo import stop_bar
from perinatal.web.parts.words import button, link, link_button, until_known
from perinatal.web.sessions import Session


class SharingState(Here):
    """Everybody who was let in, and what is open to each today."""

    people: list[dict[str, str]] = []
    parts: dict[str, list[dict[str, str]]] = {}
    sharing: bool = False
    links: str = ""
    stopped: str = ""
    undone: bool = False

    def _show(self, plan: OpenPlan) -> None:
        words, company = self._shelf, house().toolkit.company
        titles = dict(company.parts(self._language, plan))
        known = plan.says.company.people
        self.people = [_person(words, person, place) for place, person in enumerate(known.values(), start=1)]
        self.parts = {
            member: [_open(words, titles, person, part) for part in titles if part in person.sees(company.today)]
            for member, person in known.items()
        }
        links = len(house().toolkit.links.left(plan))
        self.links = words.say("sharing.links_open", count=links) if links else ""
        self.sharing = bool(known) or links > 0  # stopping needs no words
        last = company.last_stop(plan)
        self.stopped = last.id if last else ""

    def _blank(self) -> None:
        self.people, self.parts, self.sharing, self.stopped, self.undone = [], {}, False, "", False
        self.links = ""

    async def _after(self, session: Session, saying: Coroutine[Any, Any, Any]) -> None:
        if not await self._is_kept(saying):
            return
        self._show(session.plan)
        self._note_saved(session)

    async def _refresh(self) -> None:
        """Something of the plan changed elsewhere: show it."""
        session = self._still()
        if session:
            self._show(session.plan)

    @rx.event
    async def load(self) -> None:
        """Show what is open to whom."""
        session = self._enter()
        self._blank()
        if session:
            self.saved = ""
            self._show(session.plan)

    @rx.event
    async def stop(self, member: str, part: str) -> None:
        """Stop showing one part to one person. It is closed when the page says so."""
        session = self._enter()
        if session and member in session.plan.says.company.people and part:
            self.undone = False
            stopping = house().toolkit.company.stop(session.plan, self._language, member=member, part=part)
            await self._after(session, stopping)

    @rx.event
    async def stop_all(self) -> None:
        """Stop showing anything to anybody."""
        session = self._enter()
        if session:
            self.undone = False
            await self._after(session, house().toolkit.company.stop(session.plan, self._language))

    @rx.event
    async def undo_stop(self) -> None:
        """Undo the last stop, while it can be undone."""
        session = self._enter()
        if session:
            undoing = house().toolkit.company.undo_stop(session.plan, self.stopped, self._language)
            await self._after(session, undoing)
            self.undone = self.trouble == ""


def _person(words: Shelf, person: Person, place: int) -> dict[str, str]:
    said = person.said
    return {
        "member": person.member,
        "name": said.name,
        "what": words.say(f"sharing.audience.{said.audience}"),
        "address": at(words.language, f"s/{place}"),
        "none": words.say("sharing.no_parts", name=said.name),
        "more": words.say("sharing.more", name=said.name),
    }


def _open(words: Shelf, titles: dict[str, str], person: Person, part: str) -> dict[str, str]:
    until = person.answers[part].until
    return {
        "part": part,
        "title": titles[part],
        "until": words.say("sharing.open_until", date=words.day(until)) if until else "",
        "stop": words.say("sharing.stop_part", part=titles[part], name=person.said.name),
    }


def sharing_page(words: Shelf) -> rx.Component:
    """Sharing."""
    return live_page(
        words,
        "s",
        link(words.say("section.back"), at(words.language, "p"), class_name="back"),
        rx.el.h1(words.say("sharing.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("sharing.limit")),
        until_known(rx.cond(Here.kept, _company(words), keep_first(words))),
    )


def _company(words: Shelf) -> rx.Component:
    links = (("s/l", "links"), ("s/v", "looked"), ("c", "offered"), ("s/r", "receipts"))
    return rx.fragment(
        rx.cond(SharingState.sharing, button(words.say("sharing.stop_all"), on_click=SharingState.stop_all)),
        stop_bar(words, SharingState.stopped, SharingState.undone, SharingState.undo_stop),
        rx.cond(
            SharingState.people.length() > 0,
            rx.el.section(
                rx.el.h2(words.say("sharing.people")),
                rx.foreach(SharingState.people, lambda person: _someone(words, person)),
            ),
            rx.cond(SharingState.links == "", rx.el.p(words.say("sharing.nobody"), class_name="hint")),
        ),
        rx.cond(SharingState.links != "", rx.el.p(SharingState.links)),
        link_button(words.say("sharing.let_in"), at(words.language, "s/new")),
        rx.el.ul(
            *[rx.el.li(link(words.say(f"sharing.{name}"), at(words.language, place))) for place, name in links],
            class_name="plain-list",
        ),
    )


def _someone(words: Shelf, person: rx.Var[dict[str, str]]) -> rx.Component:
    here = SharingState.parts[person["member"]]
    return rx.el.section(
        rx.el.h3(person["name"]),
        rx.el.p(person["what"], class_name="small hint"),
        rx.cond(
            here.length() > 0,
            rx.el.ul(rx.foreach(here, lambda part: _part(words, person, part)), class_name="turns"),
            rx.el.p(person["none"]),
        ),
        rx.el.a(person["more"], href=person["address"], class_name="plain"),
        class_name="card",
    )


def _part(words: Shelf, person: rx.Var[dict[str, str]], part: rx.Var[dict[str, str]]) -> rx.Component:
    return rx.el.li(
        rx.el.b(part["title"]),
        rx.el.p(part["until"], class_name="small hint"),
        button(
            words.say("sharing.stop"),
            on_click=SharingState.stop(person["member"], part["part"]),
            custom_attrs={"aria-label": part["stop"]},
        ),
    )
