"""Today, for a member: the plans they may look at, and the four words they read out."""

import reflex as rx

from perinatal.toolkit import Shelf, languages, shelf
from perinatal.web.parts.form import door_form
from perinatal.web.parts.here import house
from perinatal.web.parts.visitor import Visitor, member_page
from perinatal.web.parts.words import button, until_known
from perinatal.web.sessions import MemberSession


class TodayState(Visitor):
    """The list on screen. Covered names are not sent to the page at all."""

    rows: list[dict[str, str]] = []
    mine: list[dict[str, str]] = []
    covered: bool = False

    async def _show(self, session: MemberSession) -> None:
        members, words = house().toolkit.members, self._shelf
        grants = await members.let_in_by(session.member)
        self._follow(*(grant.plan for grant in grants))
        rows: list[dict[str, str]] = []
        for grant in grants:
            number = session.number(grant)
            called = "" if session.covered else grant.name
            rows.append({"number": number, "name": called or words.say("today.plan", number=number)})
        mine = [
            {"in": shelf(code).native_name, "lang": code, "words": members.four_words(session.member, code)}
            for code in (words.language, *(each for each in languages() if each != words.language))
        ]
        self._put(covered=session.covered, rows=rows, mine=mine)

    async def _refresh(self) -> None:
        """A plan of this list changed: it may not be open to this member any more."""
        session = self._still_in()
        if session:
            await self._show(session)

    @rx.event
    async def load(self) -> None:
        """Show who lets this member in now."""
        session = self._come_in()
        self.rows, self.mine = [], []
        if session:
            await self._show(session)

    @rx.event
    async def cover(self) -> None:
        """Cover the names, or show them again."""
        session = self._come_in()
        if session:
            session.covered = not session.covered
            await self._show(session)


def today_page(words: Shelf) -> rx.Component:
    """Today."""
    return member_page(
        words,
        "d",
        rx.el.h1(words.say("today.title"), id="h1", tab_index=-1),
        until_known(_plans(words), _my_words(words)),
        door_form(
            "/lock",
            rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
            button(words.say("today.lock"), type="submit"),
        ),
    )


def _plans(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say("today.plans")),
        rx.cond(
            TodayState.rows.length() > 0,
            rx.fragment(
                rx.el.button(
                    words.say("today.cover"),
                    type="button",
                    class_name="chip",
                    on_click=TodayState.cover,
                    custom_attrs={"aria-pressed": rx.cond(TodayState.covered, "true", "false")},
                ),
                rx.el.ul(rx.foreach(TodayState.rows, lambda row: _plan(words, row)), class_name="plain-list"),
                rx.el.p(words.say("today.told"), class_name="small hint"),
            ),
            rx.el.p(words.say("today.nothing")),
        ),
        button(words.say("today.again"), on_click=TodayState.load),
    )


def _plan(words: Shelf, row: rx.Var[dict[str, str]]) -> rx.Component:
    return rx.el.li(
        door_form(
            "/visit",
            rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
            rx.el.input(type="hidden", name="plan", value=row["number"], read_only=True),
            rx.el.button(row["name"], type="submit", class_name="btn"),
        )
    )


def _my_words(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say("today.mine")),
        rx.el.p(words.say("today.read"), class_name="hint"),
        rx.el.dl(
            rx.foreach(
                TodayState.mine,
                lambda line: rx.el.div(
                    rx.el.dt(line["in"], lang=line["lang"]), rx.el.dd(rx.el.p(line["words"], lang=line["lang"]))
                ),
            ),
            class_name="said card",
        ),
    )
