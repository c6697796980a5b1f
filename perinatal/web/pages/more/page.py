"""Settings that stay with this browser or this opening, and the way to forget a plan."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.form import door_form
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here
from perinatal.web.parts.words import button, chip, group, link, link_button, points
from perinatal.web.sessions import IDLE_CHOICES


class MoreState(Here):
    """When this opening locks itself."""

    @rx.event
    def load(self) -> None:
        """Show the present lock time."""
        self._enter()

    @rx.event
    def lock_after(self, seconds: int) -> None:
        """Lock after this many seconds without a sign of life."""
        session = self._enter()
        if session and float(seconds) in IDLE_CHOICES and seconds <= session.slowest:
            session.idle = float(seconds)
            self.idle = seconds


def more_page(words: Shelf) -> rx.Component:
    """More."""
    return live_page(
        words,
        "m",
        rx.el.h1(words.say("more.title"), id="h1", tab_index=-1),
        _set(words, "size", ("normal", "large", "largest")),
        _set(words, "look", ("system", "light", "dark")),
        _set(words, "titles", ("plain", "named")),
        rx.el.section(
            rx.el.h2(words.say("more.lock"), id="lock-title"),
            rx.el.p(words.say("more.lock_hint"), class_name="hint"),
            group(*[_lock_after(words, int(seconds)) for seconds in IDLE_CHOICES], labelled_by="lock-title"),
            door_form(
                "/lock",
                rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
                button(words.say("more.lock_now"), type="submit"),
            ),
        ),
        rx.el.ul(
            *[
                rx.el.li(link(words.say(f"more.{name}"), at(words.language, place), whole=whole))
                for place, name, whole in _LINKS
            ],
            class_name="plain-list",
        ),
        link_button(words.say("more.delete"), at(words.language, "m/d")),
    )


_LINKS = (
    ("s", "sharing", False),
    ("m/h", "hidden", False),
    ("w", "keep", False),
    ("m/w", "locks", False),
    ("m/t", "cards", False),
    ("m/r", "record", False),
    ("q", "print", False),
    ("m/c", "carry", False),
    ("l", "languages", True),
    ("r", "rights", True),
    ("t", "safety", True),
    ("k", "kept", True),
    ("u", "attackers", True),
    ("b", "paper", True),
    ("a", "about", True),
)


def _set(words: Shelf, name: str, options: tuple[str, ...]) -> rx.Component:
    """A setting the page script keeps in this browser; it says nothing of the plan."""
    return rx.el.section(
        rx.el.h2(words.say(f"more.{name}"), id=f"set-{name}"),
        group(
            *[
                rx.el.button(
                    words.say(f"more.{name}_{option}"),
                    type="button",
                    class_name="chip",
                    custom_attrs={"data-set": name, "data-value": option, "aria-pressed": "false"},
                )
                for option in options
            ],
            labelled_by=f"set-{name}",
        ),
    )


def _lock_after(words: Shelf, seconds: int) -> rx.Component:
    return chip(words.say("more.minutes", count=seconds // 60), MoreState.lock_after(seconds), Here.idle == seconds)


def forget_page(words: Shelf) -> rx.Component:
    """What goes, what stays, print first, and the two steps."""
    return live_page(
        words,
        "m/d",
        link(words.say("parts.back"), at(words.language, "m"), class_name="back"),
        rx.el.h1(words.say("more.forget_title"), id="h1", tab_index=-1),
        rx.el.p(words.say("more.forget_limit")),
        points(words.lines("more.forget_points")),
        link_button(words.say("more.forget_print"), at(words.language, "q")),
        rx.el.details(
            rx.el.summary(words.say("more.forget"), class_name="btn"),
            door_form(
                "/forget",
                rx.el.p(words.say("more.forget_sure")),
                rx.el.input(type="hidden", name="language", value=words.language, read_only=True),
                button(words.say("more.forget_yes"), main=True, type="submit"),
            ),
        ),
    )
