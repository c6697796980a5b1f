"""Every answer on sharing as a receipt: newest first, to see here, and to print or save."""

import reflex as rx

from perinatal.toolkit import OpenPlan, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.form import door_form
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.words import button, details, link, until_known


class ReceiptsState(Here):
    """The receipts on screen: what each is called, and its fields in words."""

    receipts: list[dict[str, str]] = []
    fields: dict[str, list[dict[str, str]]] = {}

    def _show(self, plan: OpenPlan) -> None:
        words, known = self._shelf, house().toolkit.receipts.of(plan, self._language)
        titles = dict(house().toolkit.company.parts(self._language, plan))
        self.receipts = [
            {
                "id": each.turn,
                "title": words.say("receipt.heading", part=titles.get(each.part, ""), name=each.name),
                "state": words.say(f"receipt.state.{each.receipt.state}"),
                "when": words.day(house().local_day(each.at)),
            }
            for each in known
        ]
        self.fields = {each.turn: [{"name": name, "words": said} for name, said in each.lines] for each in known}

    async def _refresh(self) -> None:
        """Something of the plan changed elsewhere: show it."""
        session = self._still()
        if session:
            self._show(session.plan)

    @rx.event
    async def load(self) -> None:
        """Show the receipts."""
        session = self._enter()
        self.receipts, self.fields = [], {}
        if session:
            self.saved = ""
            self._show(session.plan)


def receipts_page(words: Shelf) -> rx.Component:
    """My receipts."""
    return live_page(
        words,
        "s/r",
        link(words.say("sharing.back"), at(words.language, "s"), class_name="back"),
        rx.el.h1(words.say("receipt.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("receipt.limit")),
        rx.el.p(words.say("receipt.about"), class_name="hint"),
        until_known(
            rx.cond(
                ReceiptsState.receipts.length() > 0,
                rx.foreach(ReceiptsState.receipts, lambda receipt: _receipt(words, receipt)),
                rx.el.p(words.say("receipt.nothing"), class_name="hint"),
            )
        ),
    )


def _receipt(words: Shelf, receipt: rx.Var[dict[str, str]]) -> rx.Component:
    return rx.el.section(
        rx.el.h2(receipt["title"]),
        rx.el.p(rx.el.b(receipt["state"]), " ", rx.el.span(receipt["when"], class_name="small hint")),
        details(
            words.say("receipt.see"),
            rx.el.dl(
                rx.foreach(
                    ReceiptsState.fields[receipt["id"]],
                    lambda field: rx.el.div(rx.el.dt(field["name"]), rx.el.dd(rx.el.p(field["words"]))),
                ),
                class_name="said",
            ),
        ),
        door_form(
            "/print",
            rx.el.input(type="hidden", name="sheet", value="receipt", read_only=True),
            rx.el.input(type="hidden", name="receipt", value=receipt["id"], read_only=True),
            rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
            rx.el.label(
                rx.el.input(type="checkbox", name="plain", value="yes", default_checked=True),
                rx.el.span(words.say("receipt.plain")),
                class_name="choice",
            ),
            _paper(words),
            button(words.say("receipt.print"), type="submit"),
            new_tab=True,
        ),
        class_name="card",
        key=receipt["id"],
    )


def _paper(words: Shelf) -> rx.Component:
    sizes = {"letter": words.say("printing.letter"), "a4": words.say("printing.a4")}
    return rx.el.label(
        words.say("printing.paper"),
        " ",
        rx.el.select(*[rx.el.option(label, value=value) for value, label in sizes.items()], name="paper"),
        class_name="field",
    )
