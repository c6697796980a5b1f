"""Every look, and every paper and whom it was for, newest first. It is the parent's to see, and nobody else's."""

import reflex as rx

from perinatal.care import Turn
from perinatal.care.said import Printed
from perinatal.care.sharing import Looked, ShownOnce
from perinatal.toolkit import OpenPlan, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.words import link, until_known


class LooksState(Here):
    """Who opened what, what was printed for whom, and when."""

    looks: list[str] = []
    printed: list[str] = []

    def _show(self, plan: OpenPlan) -> None:
        words, company = self._shelf, plan.says.company
        names = {member: person.said.name for member, person in company.people.items()}
        names |= {id: words.say("links.by", name=link.said.name) for id, link in company.links.items()}
        titles = dict(house().toolkit.company.parts(self._language, plan))
        self.looks = [_line(words, names, titles, turn) for turn in reversed(company.looks)]
        self.printed = [_print(words, turn) for turn in reversed(plan.says.printed)]

    async def _refresh(self) -> None:
        """Somebody looked: show it."""
        session = self._still()
        if session:
            self._show(session.plan)

    @rx.event
    async def load(self) -> None:
        """Show who looked."""
        session = self._enter()
        self.looks, self.printed = [], []
        if session:
            self.saved = ""
            self._show(session.plan)


def _print(words: Shelf, turn: Turn) -> str:
    assert isinstance(turn.said, Printed)  # noqa: S101  a plan lists nothing else as printed
    named = f"sharing.printed.sheet.{turn.said.sheet}"
    return words.say(
        "sharing.printed.line",
        sheet=words.say(named if words.has(named) else "sharing.printed.sheet.other"),
        reader=words.say(f"paper.reader.{turn.said.reader}"),
        when=_when(words, turn),
    )


def _when(words: Shelf, turn: Turn) -> str:
    when = turn.at.astimezone()
    return f"{words.day(when.date())} {words.clock(when.time())}"


def _line(words: Shelf, names: dict[str, str], titles: dict[str, str], turn: Turn) -> str:
    if isinstance(turn.said, ShownOnce):
        return words.say(
            "yours.shown_line",
            name=names.get(turn.said.member) or words.say("sharing.look.someone"),
            page=house().toolkit.handing.title(turn.said.item, words.language),
            when=_when(words, turn),
        )
    parts = turn.said.parts if isinstance(turn.said, Looked) else frozenset()
    return words.say(
        "sharing.look.line",
        name=names.get(turn.by) or words.say("sharing.look.someone"),
        parts=", ".join(title for part, title in titles.items() if part in parts),
        when=_when(words, turn),
    )


def looks_page(words: Shelf) -> rx.Component:
    """Who looked."""
    return live_page(
        words,
        "s/v",
        link(words.say("sharing.back"), at(words.language, "s"), class_name="back"),
        rx.el.h1(words.say("sharing.look.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("sharing.look.about")),
        until_known(
            rx.cond(
                LooksState.looks.length() > 0,
                rx.el.ol(rx.foreach(LooksState.looks, lambda line: rx.el.li(rx.el.p(line))), class_name="turns"),
                rx.el.p(words.say("sharing.look.nobody"), class_name="hint"),
            ),
            rx.el.h2(words.say("sharing.printed.title")),
            rx.cond(
                LooksState.printed.length() > 0,
                rx.el.ol(
                    rx.foreach(LooksState.printed, lambda line: rx.el.li(rx.el.p(line))),
                    id="printed",
                    class_name="turns",
                ),
                rx.el.p(words.say("sharing.printed.nothing"), class_name="hint"),
            ),
        ),
    )
