"""The site: every page in one list, the doors beside them, the wall around it all."""

import asyncio
import base64
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from itertools import chain

import reflex as rx
from starlette.applications import Starlette
from starlette.types import ASGIApp

from perinatal.start.settings import Settings
from perinatal.toolkit import CouldNotKeep, Shelf, languages, shelf
from perinatal.web.addresses import at
from perinatal.web.doors import (
    bringing,
    carrying,
    forgetting,
    handing,
    hiding,
    inviting,
    keeping,
    linking,
    opening,
    printing,
    shop,
    signing_in,
)
from perinatal.web.doors.house import House
from perinatal.web.guard.gate import stand_before
from perinatal.web.guard.pictures import let_go_of_pictures, pages_there, painter
from perinatal.web.guard.quiet import keep_logs_quiet, say_only_the_kind
from perinatal.web.guard.wall import Doorkeeper, Wall
from perinatal.web.pages.article.page import PLACES, article_page
from perinatal.web.pages.bringing.page import bring_page
from perinatal.web.pages.cards.page import CardsState, two_cards_page
from perinatal.web.pages.carrying.page import CarryState, carry_page
from perinatal.web.pages.full.page import FULL, full_page
from perinatal.web.pages.goal.page import GoalPageState, goal_page
from perinatal.web.pages.goals.page import GoalsState, cards_page, goals_page
from perinatal.web.pages.help.page import help_page
from perinatal.web.pages.hiding.page import HidingState, hiding_page
from perinatal.web.pages.hub.page import HubState, hub_page
from perinatal.web.pages.inviting.page import MemberInvites, ParentInvites, member_invites_page, parent_invites_page
from perinatal.web.pages.joining.page import join_page, joined_page
from perinatal.web.pages.keep.page import KeepState, keep_page
from perinatal.web.pages.letting.page import LettingState, letting_page
from perinatal.web.pages.linked.page import linked_page
from perinatal.web.pages.links.page import links_page
from perinatal.web.pages.links.state import LinksState
from perinatal.web.pages.locks.page import LocksState, locks_page
from perinatal.web.pages.looks.page import LooksState, looks_page
from perinatal.web.pages.more.page import MoreState, forget_page, more_page
from perinatal.web.pages.opening.page import busy_page, changed_page, lost_page, open_page
from perinatal.web.pages.passing.page import passing_page
from perinatal.web.pages.passing.state import PassingState
from perinatal.web.pages.person.page import person_page
from perinatal.web.pages.person.state import PersonState
from perinatal.web.pages.printing.page import PrintState, print_page
from perinatal.web.pages.question import page as question
from perinatal.web.pages.question.state import QuestionState
from perinatal.web.pages.receipts.page import ReceiptsState, receipts_page
from perinatal.web.pages.record.page import RecordState, record_page
from perinatal.web.pages.section.page import SectionState, section_page, ten_minutes_page
from perinatal.web.pages.sharing.page import SharingState, sharing_page
from perinatal.web.pages.shop.page import shop_page
from perinatal.web.pages.sign_in.page import sign_in_page
from perinatal.web.pages.start.page import gone_page, languages_page, leave_page, phone_page, start_page, try_page
from perinatal.web.pages.suggestions.page import SuggestionsState, suggestions_page
from perinatal.web.pages.today.page import today_page
from perinatal.web.pages.today.state import TodayState
from perinatal.web.pages.topic.page import topic_page
from perinatal.web.pages.topic.state import TopicState
from perinatal.web.pages.topics.page import TopicsState, topics_page
from perinatal.web.pages.visit.page import visit_page
from perinatal.web.pages.visit.state import VisitState
from perinatal.web.pages.yours.page import unprinted_page, yours_page
from perinatal.web.pages.yours.state import YoursState
from perinatal.web.parts.here import move_in
from perinatal.web.parts.making import making

SECONDS_BETWEEN_LOOKS = 2.0
"""How often idle plans are looked for."""
LOOKS_BETWEEN_SWEEPS = 1800
"""One sweep an hour."""

DOORS = (
    opening,
    signing_in,
    handing,
    inviting,
    linking,
    keeping,
    hiding,
    printing,
    shop,
    carrying,
    bringing,
    forgetting,
)
"""What is beside the pages: forms that are sent by a plain POST."""

_SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect width="32" height="32" rx="7" fill="#5e2b66"/></svg>'
)
ICON = "data:image/svg+xml;base64," + base64.b64encode(_SQUARE.encode()).decode()
"""A plain square, inside the page: browsers ask for an icon's file again at every move from page to page."""

GOAL_PAGES = 12
"""Goals whose pages are built, so that Leave is there before any script; a thirteenth goal waits for the scripts."""
PERSON_PAGES = 6
"""People whose pages are built, for the same reason."""

Page = tuple[str, Callable[[], rx.Component], rx.event.EventHandler | None]


def whole_pages(words: Shelf) -> list[Page]:
    """The pages that are whole without JavaScript."""
    one_each: dict[str, Callable[[Shelf], rx.Component]] = {
        "": start_page,
        "l": languages_page,
        "p0": phone_page,
        "x": leave_page,
        "try": try_page,
        "b": shop_page,
        "gone": gone_page,
        "f": help_page,
        "i": open_page,
        "i/changed": changed_page,
        "i/f": bring_page,
        "in": sign_in_page,
        "n": join_page,
        "n/yours": joined_page,
        "lost": lost_page,
        "y/p": unprinted_page,
        "z": linked_page,
    }
    articles = {place: making(article_page, words, words.articles[name]) for name, place in PLACES.items()}
    doors = {"i": open_page, "i/f": bring_page, "in": sign_in_page, "n": join_page, "z": linked_page, "lost": lost_page}
    wrong = {f"{place}/no": making(page, words, wrong=True) for place, page in doors.items()}
    busy = {f"{place}/busy": making(busy_page, words, place) for place in doors if place not in ("lost", "i/f")}
    full = {f"{place}/full": making(full_page, words, place) for place in FULL}
    made = {place: making(page, words) for place, page in one_each.items()}
    return [(place, page, None) for place, page in {**made, **wrong, **busy, **full, **articles}.items()]


def live_pages(words: Shelf) -> list[Page]:
    """The pages of an open plan, the parent's own and those of the people let in."""
    one_each: list[Page] = [
        ("p", making(hub_page, words), HubState.load),
        ("j", making(ten_minutes_page, words), SectionState.load),
        ("o", making(topics_page, words), TopicsState.load),
        ("g", making(goals_page, words), GoalsState.load),
        ("g/cards", making(cards_page, words), GoalsState.load),
        ("g/[goal]", making(goal_page, words), GoalPageState.load),
        ("w", making(keep_page, words), KeepState.load),
        ("q", making(print_page, words), PrintState.load),
        ("m", making(more_page, words), MoreState.load),
        ("m/h", making(hiding_page, words), HidingState.load),
        ("m/d", making(forget_page, words), MoreState.load),
        ("m/c", making(carry_page, words), CarryState.load),
        ("m/w", making(locks_page, words), LocksState.load),
        ("m/t", making(two_cards_page, words), CardsState.load),
        ("m/r", making(record_page, words), RecordState.load),
        ("d", making(today_page, words), TodayState.load),
        ("d/n", making(member_invites_page, words), MemberInvites.load),
        ("v", making(visit_page, words), VisitState.load),
        ("y", making(yours_page, words), YoursState.load),
        ("y/b", making(passing_page, words), PassingState.load),
        ("s", making(sharing_page, words), SharingState.load),
        ("s/new", making(letting_page, words), LettingState.load),
        ("s/i", making(parent_invites_page, words), ParentInvites.load),
        ("s/r", making(receipts_page, words), ReceiptsState.load),
        ("s/v", making(looks_page, words), LooksState.load),
        ("s/l", making(links_page, words), LinksState.load),
        ("s/[person]", making(person_page, words), PersonState.load),
        ("c", making(suggestions_page, words), SuggestionsState.load),
    ]
    goals: list[Page] = [(f"g/{n}", making(goal_page, words, n), GoalPageState.load) for n in range(1, GOAL_PAGES + 1)]
    people: list[Page] = [
        (f"s/{n}", making(person_page, words, n), PersonState.load) for n in range(1, PERSON_PAGES + 1)
    ]
    sections = [(f"c/{s.number}", making(section_page, words, s), SectionState.load) for s in words.sections]
    topics = [(f"o/{t.number}", making(topic_page, words, t), TopicState.load) for t in words.topics.values()]
    questions = [(place, page, QuestionState.load) for place, page in question.pages(words)]
    return [*one_each, *goals, *people, *sections, *topics, *questions]


def build(settings: Settings) -> rx.App:
    """The app of this process. The vault is opened when the server starts, not when the pages are built."""
    keep_logs_quiet()
    house = House(settings)
    move_in(house)
    doors = Starlette(routes=[*chain(*(door.routes(house) for door in DOORS))])
    keeper = Doorkeeper(house.welcome, house.sessions.watch, house.sessions.unwatch)

    class Walled(rx.App):
        """The app, and the wall outside of all that Reflex puts around it."""

        def __call__(self) -> ASGIApp:
            return Wall(super().__call__(), settings, keeper)

    app = Walled(
        stylesheets=["/app.css"],
        head_components=[rx.el.script(src="/head.js"), rx.el.script(src="/live.js", defer=True), *_head()],
        toaster=None,
        app_wraps={},
        backend_exception_handler=say_only_the_kind,
        frontend_exception_handler=say_only_the_kind,
        api_transformer=doors,
    )

    app.register_lifespan_task(_living(app, house))
    for language in languages():
        _add_pages(app, shelf(language))
    return app


def _living(app: rx.App, house: House) -> Callable[[], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def live() -> AsyncIterator[None]:
        """While the server runs: lock what is idle or over, let go of what is gone, sweep what was never kept."""
        stand_before(app)
        house.open()
        house.news.tell = painter(app, house.sessions.cut_off)
        looking = asyncio.create_task(_look_after(house, app))
        try:
            yield
        finally:
            looking.cancel()
            house.close()

    return live


def _add_pages(app: rx.App, words: Shelf) -> None:
    for place, page, load in [*whole_pages(words), *live_pages(words)]:
        app.add_page(
            page,
            route=at(words.language, place),
            title=words.say("parts.trouble_title" if place.endswith("/no") else "parts.title"),
            on_load=load,
            image=ICON,
        )


def _head() -> list[rx.Component]:
    """What stands in every head beside Reflex's own: a plain icon, nothing for robots, dark and light."""
    return [
        rx.el.link(rel="icon", href=ICON, type="image/svg+xml"),
        rx.el.meta(name="robots", content="noindex, nofollow"),
        rx.el.meta(name="color-scheme", content="light dark"),
        rx.el.meta(name="format-detection", content="telephone=no"),
    ]


async def _look_after(house: House, app: rx.App) -> None:
    looks, day = 0, house.toolkit.company.today
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        house.sessions.lock_the_idle()
        house.tablets.sweep()
        house.held.sweep()
        let_go_of_pictures(app)
        house.news.keep_only(pages_there(app))
        if day != house.toolkit.company.today:
            day = house.toolkit.company.today
            house.news.new_day()
        looks = (looks + 1) % LOOKS_BETWEEN_SWEEPS
        if looks == 0:
            with suppress(CouldNotKeep):  # a full disk must not end the locking of idle plans
                await house.toolkit.sweep()


app = build(Settings.from_env())
