"""Who can see this: on every plan page, in the same spot, and how to change it in place."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from perinatal.care import Audience
from perinatal.care.audience import ONLY_ME
from perinatal.toolkit import Shelf
from perinatal.web.parts.here import Here
from perinatal.web.parts.words import details


def who_sees(words: Shelf) -> rx.Component:
    """Who can see this today. Before that is known it takes its room, and says nothing."""
    return rx.el.p(
        rx.cond(Here.sees != "", Here.sees, words.say("parts.only_you")),
        class_name=rx.cond(rx.State.is_hydrated, "sees small", "sees small unknown"),
    )


def who_may_see(words: Shelf, chosen: rx.Var[list[str]], choose: Callable[[str], object]) -> rx.Component:
    """Who may see this once they are let in; several can be on, and what it does is said first."""
    return details(
        words.say("parts.change_who"),
        rx.el.p(words.say("parts.change_limit")),
        rx.el.p(words.say("parts.change_how"), class_name="hint"),
        rx.el.div(
            *[_who(words, audience, chosen, choose) for audience in Audience],
            role="group",
            class_name="chips",
            custom_attrs={"aria-label": words.say("parts.change_who")},
        ),
    )


def _who(words: Shelf, audience: Audience, chosen: rx.Var[list[str]], choose: Callable[[str], object]) -> rx.Component:
    return rx.el.button(
        words.say(f"parts.audience.{audience}"),
        type="button",
        class_name="chip",
        on_click=choose(str(audience)),
        custom_attrs={"aria-pressed": rx.cond(chosen.contains(str(audience)), "true", "false")},
    )


def turned(audience: frozenset[Audience], who: str) -> frozenset[Audience]:
    """The audience once this one is tapped: on or off, and "only me" by itself."""
    tapped: Any = frozenset({Audience(who)})
    return ONLY_ME if tapped == ONLY_ME else ((audience ^ tapped) - ONLY_ME) or ONLY_ME
