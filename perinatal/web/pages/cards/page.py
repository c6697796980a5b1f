"""Two cards for somebody she trusts: both together open the plan, one alone opens nothing."""

import reflex as rx

from perinatal.toolkit import CouldNotKeep, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.card_boxes import card_box, making_form, new_words, shown_words
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.keep_first import keep_first
from perinatal.web.parts.words import button, link, points, until_known

LONGEST_NAME = 200


class CardsState(Here):
    """Whether two cards open the plan now, and who has one; never their words."""

    stands: bool = False
    who: str = ""
    taken_back: bool = False

    @rx.event
    async def load(self) -> None:
        """Show whether there are two cards."""
        self.taken_back = False
        await self._look()

    async def _look(self) -> None:
        session = self._enter()
        said = await house().toolkit.keys.entrusted(session.plan) if session else None
        self.stands, self.who = said is not None, said.name if said else ""

    @rx.event
    async def take_back(self) -> rx.event.EventSpec | None:
        """The two cards open nothing from now on."""
        session = self._enter()
        if session is None:
            return None
        try:
            await house().toolkit.keys.take_back(session.plan, self._language)
        except CouldNotKeep as error:
            self._note_trouble(error)
            return None
        self.taken_back = True
        await self._look()
        self._note_saved(session)
        self.quietly = True  # the page itself says that they are taken back
        return rx.set_focus("h1")


def two_cards_page(words: Shelf) -> rx.Component:
    """What two cards can do, what nobody can, and how to make or end them."""
    return live_page(
        words,
        "m/t",
        link(words.say("parts.back"), at(words.language, "m"), class_name="back"),
        rx.el.h1(words.say("cards.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("cards.limit")),
        rx.el.p(words.say("cards.what")),
        points(words.lines("cards.points")),
        rx.el.div(
            rx.cond(CardsState.taken_back, rx.el.p(words.say("cards.taken_back"), class_name="card yours")),
            role="status",
        ),
        until_known(
            rx.cond(Here.kept, rx.cond(CardsState.stands, _standing(words), _asking(words)), keep_first(words))
        ),
        new_words(
            words,
            rx.el.p(words.say("keep.once")),
            rx.el.h3(words.say("cards.one")),
            shown_words(words, "half"),
            rx.el.h3(words.say("cards.two")),
            shown_words(words, "half", "-2"),
            rx.el.p(words.say("cards.apart")),
            title=words.say("cards.yours"),
            back="m/t",
        ),
    )


def _standing(words: Shelf) -> rx.Component:
    return rx.el.div(
        rx.el.p(words.say("cards.stand")),
        rx.cond(CardsState.who != "", rx.el.p(words.say("cards.who_has"), " ", rx.el.b(CardsState.who))),
        button(words.say("cards.take_back"), on_click=CardsState.take_back),
        class_name="card note",
    )


def _asking(words: Shelf) -> rx.Component:
    return rx.el.div(
        rx.el.p(words.say("cards.ask"), id="cards-why"),
        making_form(
            words,
            "/cards",
            "cards",
            _name(words),
            card_box(words, "cards-words", words.say("locks.words"), "cards-why cards-trouble"),
            does=words.say("cards.do"),
            full=words.say("full.cards"),
        ),
        id="asking",
    )


def _name(words: Shelf) -> rx.Component:
    return rx.el.div(
        rx.el.label(words.say("cards.name"), html_for="cards-name"),
        rx.el.p(words.say("cards.name_hint"), id="cards-name-hint", class_name="hint small"),
        rx.el.input(
            type="text",
            id="cards-name",
            name="name",
            auto_complete="off",
            spell_check=False,
            max_length=LONGEST_NAME,
            custom_attrs={"aria-describedby": "cards-name-hint", "data-words": ""},
        ),
        class_name="field",
    )
