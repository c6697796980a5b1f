"""What is printed of a plan: which answers a sheet holds, and in which language, size and paper it comes."""

from datetime import date, datetime

from pydantic import BaseModel

from perinatal.care import CarePlan
from perinatal.library import shelf
from perinatal.paper import Edition, Paper, Picks, Sheet, booklet, card_picks, offered_on_a_card, pocket_card


class Copy(BaseModel, frozen=True):
    """How something is to be printed."""

    language: str
    paper: Paper = Paper.LETTER
    edition: Edition = Edition.STANDARD
    mono: bool = False
    """In black and its greys only."""
    sample: bool = False
    """Only to be shown around: it says so across each page."""
    beside: str = ""
    """A second language beside the first, where a sheet can hold two; empty for one."""


def booklet_of(plan: CarePlan, language: str, made: date, *, all_of_it: bool) -> Sheet:
    """The booklet; what could be used against a parent is in it only with all of it."""
    words = shelf(language)
    everything = Picks(questions=frozenset(words.questions), topics=frozenset(words.topics))
    return booklet(plan, words, made, picks=everything if all_of_it else None, day_of=day_here)


def day_here(moment: datetime) -> date:
    """The day where this server stands. Turns are kept in world time, whose day may be another."""
    return moment.astimezone().date()


def card_of(plan: CarePlan, language: str, made: date, *, picks: frozenset[str], drug_words: bool) -> Sheet:
    """The card with these answers, of those a card can hold."""
    words = shelf(language)
    chosen = Picks(questions=picks.intersection(offered_on_a_card(plan, words)))
    return pocket_card(plan, words, made, picks=chosen, drug_words=drug_words).sheet


def card_offers(plan: CarePlan, language: str) -> list[tuple[str, bool]]:
    """The answers a card can hold, and whether they are on it unless the parent says otherwise."""
    usual = card_picks(plan, shelf(language)).questions
    return [(question, question in usual) for question in offered_on_a_card(plan, shelf(language))]


def left_off_the_card(plan: CarePlan, language: str, made: date) -> tuple[str, ...]:
    """The answers a card without drug words leaves out, even if picked, because their words name one."""
    offered = Picks(questions=frozenset(offered_on_a_card(plan, shelf(language))))
    return pocket_card(plan, shelf(language), made, picks=offered).left_out
