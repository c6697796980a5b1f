"""The page of lines and places: by need, then by country, with what we know and what we don't."""

import re

import reflex as rx

from perinatal.library import Need, Phone, PhoneKind, Place, Status
from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import whole_page
from perinatal.web.parts.words import details, link, link_here, source_line

_COUNTRIES = ("us", "ca", "uk")


def help_page(words: Shelf) -> rx.Component:
    """Find help."""
    return whole_page(
        words,
        "f",
        link(words.say("parts.back_start"), at(words.language), whole=True, class_name="back"),
        rx.el.h1(words.say("help.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("help.intro")),
        rx.el.p(words.say("help.limit"), class_name="hint"),
        _in_danger(words),
        rx.el.h2(words.say("help.needs"), id="needs"),
        rx.el.nav(
            rx.el.ul(
                *[rx.el.li(link_here(need.title, f"need-{need.id}")) for need in words.needs.values()],
                class_name="plain-list",
            ),
            custom_attrs={"aria-labelledby": "needs"},
        ),
        *[_need(words, need) for need in words.needs.values()],
        rx.el.p(words.say("help.gap"), class_name="hint"),
        rx.el.p(words.say("help.wrong"), class_name="hint"),
    )


def _in_danger(words: Shelf) -> rx.Component:
    lines = [p for p in words.places.values() if p.emergency]
    return rx.el.section(
        rx.el.h2(words.say("help.in_danger")),
        rx.el.ul(
            *[
                rx.el.li(words.say(f"help.countries.{p.country}"), ": ", *[_tel(words, phone) for phone in p.phones])
                for p in sorted(lines, key=lambda p: p.number)
                if "emergency" in p.id or p.phones[0].number in ("911", "999")
            ],
            class_name="plain-list",
        ),
        link(words.say("help.now"), at(words.language, "e"), whole=True, class_name="plain"),
        class_name="card note",
    )


def _need(words: Shelf, need: Need) -> rx.Component:
    lines = [p for p in words.places.values() if need.id in p.needs and p.status is not Status.CLOSED]
    return rx.el.section(
        rx.el.h2(need.title, id=f"need-{need.id}", tab_index=-1),
        *([rx.el.p(words.say("help.alone_note")), rx.el.p(words.say("help.alone_ask"))] if need.id == "alone" else []),
        *([rx.el.p(words.say("help.spyware"))] if need.id == "violence" else []),
        *[_country(words, country, [p for p in lines if p.country == country]) for country in _COUNTRIES],
        link_here(words.say("help.to_top"), "needs", class_name="plain"),
    )


def _country(words: Shelf, country: str, lines: list[Place]) -> rx.Component:
    name = words.say(f"help.countries.{country}")
    shown = [_place(words, place) for place in sorted(lines, key=lambda p: p.number)]
    return details(name, *(shown or [rx.el.p(words.say("help.none", country=name))]))


def _place(words: Shelf, place: Place) -> rx.Component:
    return rx.el.article(
        rx.el.h3(place.name),
        rx.el.p(place.what),
        *[rx.el.p(_number(words, phone)) for phone in place.phones],
        *([rx.el.p(_site(words, place.web))] if place.web else []),
        rx.el.dl(
            _row(words.say("help.hours"), _hours(words, place)),
            _row(words.say("help.languages"), _languages(words, place)),
            _row(
                words.say("help.reports"),
                words.say("help.reports_unknown") if place.reports == "unknown" else place.caveat,
            ),
            *(
                [_row(words.say("help.what_we_know"), place.caveat)]
                if place.caveat and place.reports == "unknown"
                else []
            ),
        ),
        rx.el.p(_checked(words, place), class_name="small hint"),
        details(words.say("help.source"), source_line(words, place.source)),
        class_name="place",
    )


def _checked(words: Shelf, place: Place) -> str:
    if place.checked is None:
        return words.say("help.not_checked")
    return words.say("help.checked", date=words.day(place.checked, year=True))


def _row(name: str, value: str) -> rx.Component:
    return rx.el.div(rx.el.dt(name), rx.el.dd(value))


def _number(words: Shelf, phone: Phone) -> rx.Component:
    if phone.kind is PhoneKind.TEXT and phone.words:
        said = words.say("help.text_word", word=phone.words, number=phone.number)
        return rx.el.a(said, href=f"sms:{_dialed(phone)}", class_name="tel", dir="auto")
    return _tel(words, phone)


def _tel(words: Shelf, phone: Phone) -> rx.Component:
    kind = {PhoneKind.CALL: "call", PhoneKind.TEXT: "text", PhoneKind.TTY: "tty"}[phone.kind]
    scheme = "sms" if phone.kind is PhoneKind.TEXT else "tel"
    return rx.el.a(
        f"{words.say(f'help.{kind}')} ", rx.el.bdi(phone.number), href=f"{scheme}:{_dialed(phone)}", class_name="tel"
    )


def _dialed(phone: Phone) -> str:
    return re.sub(r"[^0-9+]", "", phone.number)


def _site(words: Shelf, address: str) -> rx.Component:
    shown = address.removeprefix("https://").removeprefix("www.").rstrip("/")
    return rx.el.a(
        f"{words.say('help.web')}: {shown}",
        href=address,
        rel="noopener noreferrer nofollow",
        target="_blank",
        class_name="tel",
    )


def _hours(words: Shelf, place: Place) -> str:
    if place.hours == "24/7":
        return words.say("help.open_all_hours")
    if not place.hours:
        return words.say("help.hours_unknown")
    spans = "; ".join(_span(words, span.strip()) for span in place.hours.split(";"))
    zone = place.timezone.rpartition("/")[2]
    return f"{spans}. {words.say('help.their_time', place=words.say(f'help.zones.{zone}'))}" if zone else spans


def _span(words: Shelf, span: str) -> str:
    """`Mo-Fr 09:00-20:00` in words."""
    days, _, times = span.rpartition(" ")
    opens, _, closes = times.partition("-")
    first, _, last = days.partition("-")
    if last:
        return words.say(
            "help.days.span",
            first=words.say(f"help.days.{first}"),
            last=words.say(f"help.days.{last}"),
            opens=opens,
            closes=closes,
        )
    return words.say("help.days.one", first=words.say(f"help.days.{first}"), opens=opens, closes=closes)


def _languages(words: Shelf, place: Place) -> str:
    if not place.languages:
        return words.say("help.languages_unknown")
    return ", ".join(words.say(f"help.names.{code}") for code in place.languages)
