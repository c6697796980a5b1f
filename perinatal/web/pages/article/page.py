"""An article of the library as a page."""

import reflex as rx

from perinatal.library import Article, Part
from perinatal.toolkit import Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import whole_page
from perinatal.web.parts.words import fact_list, link, points

PLACES: dict[str, str] = {
    "rights": "r",
    "safety": "t",
    "kept": "k",
    "emergency": "e",
    "about": "a",
    "paper": "b/w",
    "talk": "h",
    "attackers": "u",
}
"""Where each article stands."""


def article_page(words: Shelf, article: Article) -> rx.Component:
    """One article, with each fact's source one tap away."""
    return whole_page(
        words,
        PLACES[article.id],
        link(words.say("parts.back_start"), at(words.language), whole=True, class_name="back"),
        rx.el.h1(article.title, id="h1", tab_index=-1),
        rx.el.p(article.intro),
        *[_part(words, part) for part in article.parts],
        *(_on_paper(words) if article.id == "paper" else []),
        *(_attackers(words) if article.id in ("kept", "safety") else []),
        rx.el.p(words.say("parts.reviewed", date=words.day(article.reviewed, year=True)), class_name="small hint"),
    )


def _part(words: Shelf, part: Part) -> rx.Component:
    return rx.el.section(
        rx.el.h2(part.heading),
        *[rx.el.p(line) for line in part.words],
        *([points(part.points)] if part.points else []),
        *fact_list(words, part.facts),
    )


def _attackers(words: Shelf) -> list[rx.Component]:
    """The way to what each kind of attacker gets."""
    title, address = words.articles["attackers"].title, at(words.language, PLACES["attackers"])
    return [link(title, address, whole=True, class_name="plain")]


def _on_paper(words: Shelf) -> list[rx.Component]:
    """The way to what can be printed, and the ten questions to copy by hand."""
    asked = sorted((q for q in words.questions.values() if q.ten_minutes), key=lambda q: q.number)
    return [
        link(words.say("start.paper_hint"), at(words.language, "b"), whole=True, class_name="plain"),
        rx.el.section(rx.el.h2(words.say("section.ten_title")), rx.el.ol(*[rx.el.li(q.ask) for q in asked])),
    ]
