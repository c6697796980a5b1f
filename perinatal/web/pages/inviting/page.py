"""The pages on which an invitation is made, by a member or by a parent. Its words never enter an event."""

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here
from perinatal.web.parts.keep_first import keep_first
from perinatal.web.parts.six_words import words_to_print
from perinatal.web.parts.visitor import Visitor, member_page
from perinatal.web.parts.words import button, link, points, until_known


class ParentInvites(Here):
    """Whether a parent may invite; never the words."""

    @rx.event
    def load(self) -> None:
        """Show whether the plan is kept."""
        self._enter()
        self.saved = ""


class MemberInvites(Visitor):
    """Whether a member is here; never the words."""

    @rx.event
    def load(self) -> None:
        """Show the page to a member."""
        self._come_in()


def parent_invites_page(words: Shelf) -> rx.Component:
    """A parent gives somebody a way to words of their own."""
    return live_page(
        words,
        "s/i",
        link(words.say("inviting.back"), at(words.language, "s/new"), class_name="back"),
        rx.el.h1(words.say("inviting.title"), id="h1", tab_index=-1),
        until_known(rx.cond(Here.kept, _make(words, "s/new", "inviting.then_parent"), keep_first(words))),
    )


def member_invites_page(words: Shelf) -> rx.Component:
    """A member gives somebody a way to words of their own."""
    return member_page(
        words,
        "d/n",
        link(words.say("visit.back"), at(words.language, "d"), class_name="back"),
        rx.el.h1(words.say("inviting.title"), id="h1", tab_index=-1),
        until_known(_make(words, "d", "inviting.then_member")),
    )


def _make(words: Shelf, back: str, then: str) -> rx.Component:
    return rx.fragment(
        rx.el.p(words.say("inviting.limit")),
        points((*words.lines("inviting.points"), words.say(then))),
        button(
            words.say("inviting.make"),
            main=True,
            custom_attrs={
                "data-keep": words.language,
                "data-at": "/invite",
                "data-again": words.say("inviting.again"),
                "data-busy": words.say("open.busy"),
                "data-full": words.say("full.invite"),
                "data-enough": words.say("inviting.enough"),
            },
        ),
        rx.el.div(
            rx.el.h2(words.say("inviting.words"), id="words-title", tab_index=-1),
            rx.el.p("", id="plan-words", class_name="plan-words", custom_attrs={"data-secret": "", "translate": "no"}),
            rx.el.p(words.say("inviting.once")),
            rx.el.h3(words.say("inviting.paper")),
            words_to_print(words, "invitation", words.say("inviting.print")),
            rx.el.h3(words.say("inviting.link")),
            rx.el.p(words.say("inviting.link_hint"), class_name="small"),
            rx.el.p("", id="words-link", class_name="own", custom_attrs={"data-secret": "", "translate": "no"}),
            button(words.say("inviting.have_them"), custom_attrs={"data-hide-secret": at(words.language, back)}),
            id="kept",
            hidden=True,
            class_name="card yours",
        ),
        rx.el.p("", id="keep-trouble", role="alert", class_name="trouble"),
    )
