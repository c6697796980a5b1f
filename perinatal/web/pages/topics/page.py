"""The list of consent topics, each with what the parent says now."""

import reflex as rx

from perinatal.care.plan import Topic
from perinatal.toolkit import TOPICS, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.seen import who_sees
from perinatal.web.parts.words import link, two_lines


class TopicsState(Here):
    """The parent's present answer on each topic, in words."""

    stances: dict[str, str] = {}

    @rx.event
    async def load(self) -> None:
        """Show what was decided, and leave the rest silent."""
        session = self._enter()
        said = session.plan.says.topics if session else {}
        words = self._shelf
        if session:
            self._name("parts.sees_some", house().toolkit.company.who_looks_in(session.plan, (TOPICS,)))
        self.stances = {id: _stands(words, said[id]) for id in words.topics if id in said}


def _stands(words: Shelf, topic: Topic) -> str:
    """The present answer, and whether something was noted to talk about; not how much."""
    answer = words.say(f"topic.stance.{topic.stance}") if topic.stance else words.say("topics.nothing_yet")
    return f"{answer} · {words.say('topics.open')}" if topic.open_questions else answer


def topics_page(words: Shelf) -> rx.Component:
    """All topics, in their groups."""
    return live_page(
        words,
        "o",
        link(words.say("section.back"), at(words.language, "p"), class_name="back"),
        rx.el.h1(words.say("topics.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("topics.intro")),
        rx.el.p(words.say("topics.silence"), class_name="hint"),
        *[_group(words, group) for group in words.groups if group.topics],
        who_sees(words),
    )


def _group(words: Shelf, group: object) -> rx.Component:
    return rx.el.section(
        rx.el.h2(group.title),
        rx.el.ul(
            *[
                rx.el.li(
                    rx.el.a(
                        two_lines(
                            topic.title,
                            rx.cond(
                                TopicsState.stances[topic.id],
                                TopicsState.stances[topic.id],
                                words.say("topics.nothing_yet"),
                            ),
                        ),
                        href=at(words.language, f"o/{topic.number}"),
                        class_name="row",
                    )
                )
                for topic in group.topics
            ],
            class_name="rows card",
        ),
    )
