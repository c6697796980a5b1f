"""Links: what cannot be undone first, then what would be in one, then the link itself, once."""

import reflex as rx

from perinatal.care.linking import LONGEST, MOST_USES
from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.pages.links.state import OTHERS, LinksState
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here
from perinatal.web.parts.keep_first import keep_first
from perinatal.web.parts.words import button, details, link, points, until_known

LONGEST_NAME = 200
DAYS = (0, 1, 3, LONGEST)
USES = (1, 2, 3, 5, MOST_USES)


def links_page(words: Shelf) -> rx.Component:
    """Links."""
    return live_page(
        words,
        "s/l",
        link(words.say("sharing.back"), at(words.language, "s"), class_name="back"),
        rx.el.h1(words.say("links.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("links.limit")),
        points(words.lines("links.points")),
        until_known(rx.cond(Here.kept, rx.fragment(_new(words), _handed(words), _links(words)), keep_first(words))),
    )


def _new(words: Shelf) -> rx.Component:
    return details(
        words.say("links.new"),
        rx.el.div(
            _who(words),
            _parts(words),
            rx.cond(
                (LinksState.who != "") & (LinksState.chosen != ""),
                rx.cond(
                    LinksState.shown.length() > 0,
                    rx.fragment(
                        _shown(words), rx.cond(LinksState.full, rx.el.p(words.say("links.too_much")), _how(words))
                    ),
                    rx.el.p(words.say("links.nothing"), class_name="card note"),
                ),
                rx.el.p(words.say("links.choose_first"), class_name="hint"),
            ),
            id="hand-out",
        ),
        id="new-link",
    )


def _who(words: Shelf) -> rx.Component:
    return rx.fragment(
        rx.el.h2(words.say("links.who"), id="who-title"),
        rx.el.div(
            *[
                _chip(words.say(f"sharing.audience.{who}"), LinksState.choose_who(str(who)), LinksState.who == str(who))
                for who in OTHERS
            ],
            role="group",
            class_name="chips",
            custom_attrs={"aria-labelledby": "who-title"},
        ),
    )


def _parts(words: Shelf) -> rx.Component:
    titles = [(section.id, section.title) for section in words.sections] + [("topics", words.say("sharing.topics"))]
    return rx.fragment(
        rx.el.h2(words.say("links.parts"), id="parts-title"),
        rx.el.div(
            *[_chip(title, LinksState.choose_part(part), LinksState.parts.contains(part)) for part, title in titles],
            role="group",
            class_name="chips",
            custom_attrs={"aria-labelledby": "parts-title"},
        ),
    )


def _chip(label: str, on_click: object, pressed: rx.Var[bool]) -> rx.Component:
    return rx.el.button(
        label,
        type="button",
        class_name="chip",
        on_click=on_click,
        custom_attrs={"aria-pressed": rx.cond(pressed, "true", "false")},
    )


def _shown(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say("links.inside")),
        rx.el.p(words.say("links.inside_hint"), class_name="hint small"),
        rx.el.ul(
            rx.foreach(
                LinksState.shown,
                lambda line: rx.el.li(
                    rx.el.b(line["title"]),
                    rx.cond(line["said"] != "", rx.el.p(line["said"])),
                    rx.cond(line["words"] != "", rx.el.p(line["words"], class_name="own", dir="auto")),
                ),
            ),
            class_name="turns",
        ),
    )


def _how(words: Shelf) -> rx.Component:
    """The rest of the form. The button hands it to a door, and the answer never becomes an event."""
    return rx.fragment(
        rx.el.input(type="hidden", name="who", value=LinksState.who, read_only=True),
        rx.el.input(type="hidden", name="parts", value=LinksState.chosen, read_only=True),
        rx.el.div(
            rx.el.label(words.say("links.name"), html_for="link-name"),
            rx.el.p(words.say("links.name_hint"), id="link-name-hint", class_name="hint small"),
            rx.el.input(
                type="text",
                id="link-name",
                name="name",
                default_value="",
                auto_complete="off",
                spell_check=False,
                max_length=LONGEST_NAME,
                custom_attrs={"data-autosave": "", "data-for": LinksState.owner, "aria-describedby": "link-name-hint"},
            ),
            class_name="field",
        ),
        _choice(words, "days", DAYS),
        _choice(words, "uses", USES),
        rx.el.label(
            rx.el.input(type="checkbox", name="coded", value="yes", id="link-coded", default_checked=True),
            rx.el.span(words.say("links.coded")),
            class_name="choice",
        ),
        rx.el.p(words.say("links.coded_hint"), class_name="hint small"),
        _make(words),
        rx.el.p("", id="keep-trouble", role="alert", class_name="trouble"),
    )


def _make(words: Shelf) -> rx.Component:
    return button(
        words.say("links.make"),
        main=True,
        custom_attrs={
            "data-hand-out": words.language,
            "data-busy": words.say("open.busy"),
            "data-full": words.say("full.hand_out"),
            "data-amiss": words.say("links.name_it"),
            "data-changed": words.say("links.changed"),
        },
    )


def _choice(words: Shelf, name: str, options: tuple[int, ...]) -> rx.Component:
    return rx.el.div(
        rx.el.label(words.say(f"links.{name}"), html_for=f"link-{name}"),
        rx.el.select(
            *[rx.el.option(_option(words, name, count), value=str(count)) for count in options],
            id=f"link-{name}",
            name=name,
            default_value=str(options[1]),
        ),
        class_name="field",
    )


def _option(words: Shelf, name: str, count: int) -> str:
    return (
        words.say("links.day_today") if name == "days" and not count else words.say(f"links.{name}_count", count=count)
    )


def _handed(words: Shelf) -> rx.Component:
    """Where the link is shown, once. It is empty before, and again when the plan is locked."""
    return rx.el.div(
        rx.el.h2(words.say("links.yours"), id="words-title", tab_index=-1),
        rx.el.p(words.say("links.once")),
        rx.el.label(words.say("links.link"), html_for="made-link"),
        rx.el.textarea(
            id="made-link",
            rows="4",
            default_value="",
            read_only=True,
            custom_attrs={"data-secret-value": "", "translate": "no"},
        ),
        button(
            words.say("links.copy"), custom_attrs={"data-copy": "made-link", "data-copied": words.say("links.copied")}
        ),
        rx.el.div(
            "", id="made-qr", class_name="qr", custom_attrs={"data-secret": "", "data-label": words.say("links.qr")}
        ),
        rx.el.div(
            rx.el.h3(words.say("links.code")),
            rx.el.p("", id="made-code", class_name="plan-words", custom_attrs={"data-secret": "", "translate": "no"}),
            rx.el.p(words.say("links.code_hint")),
            id="made-coded",
        ),
        button(words.say("links.have_it"), custom_attrs={"data-hide-secret": at(words.language, "s/l")}),
        id="kept",
        hidden=True,
        class_name="card yours",
    )


def _links(words: Shelf) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words.say("links.mine")),
        rx.cond(
            LinksState.links.length() > 0,
            rx.el.ul(rx.foreach(LinksState.links, lambda each: _link(words, each)), class_name="turns"),
            rx.el.p(words.say("links.none"), class_name="hint"),
        ),
    )


def _link(words: Shelf, each: rx.Var[dict[str, str]]) -> rx.Component:
    return rx.el.li(
        rx.el.h3(each["name"]),
        rx.el.p(each["for"], class_name="small hint"),
        rx.el.p(each["parts"]),
        rx.el.p(each["state"]),
        rx.el.p(each["opened"]),
        rx.cond(each["coded"] != "", rx.el.p(each["coded"], class_name="small hint")),
        rx.cond(
            LinksState.openings[each["id"]].length() > 0,
            rx.el.ul(rx.foreach(LinksState.openings[each["id"]], lambda when: rx.el.li(when))),
        ),
        rx.cond(
            each["open"] != "",
            button(
                words.say("links.stop"),
                on_click=LinksState.stop(each["id"]),
                custom_attrs={"aria-label": each["stop"]},
            ),
        ),
    )
