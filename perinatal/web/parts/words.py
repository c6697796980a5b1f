"""Small ways to say things on a page: text with its language, buttons, links, lists, sources."""

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.doors.house import NEUTRAL_SITE


class _PlainLink(BaseHTML):
    """A link element, and nothing more."""

    tag = "a"


def link_here(words: str, place: str, **more: object) -> rx.Component:
    """A link to a place on this page. Reflex's own link would load the page anew, and lose what is being typed."""
    return _PlainLink.create(words, custom_attrs={"href": f"#{place}"}, **more)


def until_known(*inside: rx.Component) -> rx.Component:
    """What depends on the plan: shown once the plan is known, so that nothing says "empty" too early, or jumps."""
    return rx.el.div(*inside, class_name=rx.cond(rx.State.is_hydrated, "known", "waiting"))


def two_lines(first: object, second: object) -> rx.Component:
    """A name and, below it, how it stands; read aloud as two words, not one."""
    return rx.el.span(rx.el.b(first), " ", rx.el.span(second, class_name="small hint"))


def link(words: str, address: str, *, whole: bool = False, **more: object) -> rx.Component:
    """A link; to a page that is whole without JavaScript it loads that page anew."""
    attributes = {"custom_attrs": {"reloadDocument": True}} if whole else {}
    return rx.el.a(words, href=address, **attributes, **more)


def leave_link(words: Shelf, *, look: str = "leave", long: bool = False) -> rx.Component:
    """The way out, fast: the head script takes it, and without a script it is a plain link."""
    whole = words.say("parts.leave_page")
    return rx.el.a(
        whole if long else words.say("parts.leave"),
        href="/leave",
        class_name=look,
        rel="noopener noreferrer nofollow",
        custom_attrs={"reloadDocument": True, "data-leave": NEUTRAL_SITE} | ({} if long else {"aria-label": whole}),
    )


def button(words: str, *, main: bool = False, **more: object) -> rx.Component:
    """A button. One main button a page; choices between people are all alike."""
    given = more.pop("type", "button")
    return rx.el.button(words, type=given, class_name="btn main" if main else "btn", **more)


def link_button(words: str, address: str, *, main: bool = False, whole: bool = False) -> rx.Component:
    """A link that looks like a button, because it is the thing to do next."""
    return link(words, address, whole=whole, class_name="btn main" if main else "btn")


def chip(label: str, on_click: object, pressed: rx.Var[bool]) -> rx.Component:
    """One of a few things to choose; it says whether it is chosen now."""
    return rx.el.button(
        label,
        type="button",
        class_name="chip",
        on_click=on_click,
        custom_attrs={"aria-pressed": rx.cond(pressed, "true", "false")},
    )


def group(*buttons: rx.Component, look: str = "chips", labelled_by: str = "", label: str = "") -> rx.Component:
    """Buttons that belong together, named by a heading on the page or by words of their own."""
    name = {"aria-labelledby": labelled_by} if labelled_by else {"aria-label": label}
    return rx.el.div(*buttons, role="group", class_name=look, custom_attrs=name)


def points(lines: tuple[str, ...]) -> rx.Component:
    """A plain list."""
    return rx.el.ul(*[rx.el.li(line) for line in lines])


def details(summary: str, *inside: rx.Component, **more: object) -> rx.Component:
    """Something one tap away."""
    return rx.el.details(rx.el.summary(summary), rx.el.div(*inside, class_name="inside"), **more)


def source_line(words: Shelf, source_id: str) -> rx.Component:
    """Where a fact comes from, with its date; the link opens another site and says nothing of this one."""
    source = words.sources[source_id]
    date = words.date_of(source) or words.say("parts.no_date")
    return rx.el.p(
        rx.el.a(
            source.title,
            href=source.url,
            rel="noopener noreferrer nofollow",
            target="_blank",
            class_name="source",
            **({"lang": source.language} if source.language != words.language else {}),
        ),
        rx.el.span(f" · {date}"),
        class_name="small hint",
    )


def fact_list(words: Shelf, facts: tuple[object, ...]) -> list[rx.Component]:
    """Facts, each with its source and date one tap away, and our doubt where there is doubt."""
    shown: list[rx.Component] = []
    for fact in facts:
        doubt = [rx.el.p(words.say("parts.unsure"), class_name="doubt small")] if fact.unsure else []
        where = [details(words.say("parts.source"), source_line(words, fact.source))] if fact.source else []
        shown.append(rx.el.div(rx.el.p(fact.text), *doubt, *where, class_name="fact"))
    return shown


def other_languages(words: Shelf, place: str, shelves: list[Shelf]) -> list[rx.Component]:
    """The same page in the other languages, by their own names."""
    return [
        rx.el.a(
            other.native_name,
            href=at(other.language, place),
            lang=other.language,
            href_lang=other.language,
            class_name="tongue",
            custom_attrs={"reloadDocument": True, "data-tongue": ""},
        )
        for other in shelves
        if other.language != words.language
    ]
