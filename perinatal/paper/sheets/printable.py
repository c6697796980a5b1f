"""A thing to print, blank or filled from a plan: its parts become blocks, and its facts get their sources at the end.

A blank form and its filled twin are the same thing: the same words in the same order, with the parent's answers where
a blank copy has lines. Only what was picked is filled in; of what was not, the copy shows an empty line and no sign.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import assert_never

from pydantic import BaseModel

from perinatal.care import CarePlan, Stance
from perinatal.library import Fact, Printable, PrintedPart, Shape, Shelf
from perinatal.paper import sheet as said
from perinatal.paper.brand import Brand
from perinatal.paper.sheet import Block, Layout, Sheet, Text, Voice
from perinatal.paper.sheets.booklet import answered
from perinatal.paper.sheets.consent import on_topic
from perinatal.paper.sheets.page import DayOf
from perinatal.paper.sheets.picks import Picks, said_questions, said_topics

_LINES_FOR_A_CONDITION = 2


class Filling(BaseModel, frozen=True, arbitrary_types_allowed=True):
    """A plan, what of it a copy may hold, and on which day a turn was said."""

    plan: CarePlan
    picks: Picks
    made: date
    day_of: DayOf = datetime.date


class Extras(BaseModel, frozen=True):
    """What whoever prints may add to a copy."""

    brand: Brand = Brand()
    sample: bool = False
    copies: int | None = None
    """How many cards; without it as many as fit on a page."""
    numbered: bool = False
    """Whether each card has its number."""


def printable(thing: Printable, shelf: Shelf, *, filling: Filling | None = None, extras: Extras | None = None) -> Sheet:
    """This thing as a sheet. A blank one is the same on every day; a filled one has the title of every plan."""
    extras = extras or Extras()
    made = filling.made if filling else thing.reviewed
    return Sheet(
        title=shelf.say("paper.title") if filling else thing.title,
        language=shelf.language,
        made=made,
        footer=_footer(thing, shelf, filling),
        page=shelf.say("paper.page", page="{page}", pages="{pages}") if _has_pages(thing) else "",
        unprintable=shelf.say("paper.unprintable"),
        blocks=tuple(_Setting(thing, shelf, filling, extras).blocks()),
        both_sides=thing.shape is Shape.SHEET,
        layout=_layout(thing.shape),
        brand=extras.brand if thing.brand and thing.shape is not Shape.CARDS else Brand(),
        sample=shelf.say("paper.printable.sample") if extras.sample else "",
    )


def _layout(shape: Shape) -> Layout:
    match shape:
        case Shape.POSTER:
            return Layout.POSTER
        case Shape.CARDS:
            return Layout.CARDS
        case Shape.SHEET:
            return Layout.FORM
        case Shape.FOLD:
            return Layout.FOLD
        case other:
            assert_never(other)


def _has_pages(thing: Printable) -> bool:
    return thing.shape is not Shape.POSTER


def _footer(thing: Printable, shelf: Shelf, filling: Filling | None) -> str:
    if filling:
        return shelf.say("paper.footer", date=shelf.day(filling.made, year=True))
    return shelf.say("paper.printable.reviewed", date=shelf.day(thing.reviewed, year=True))


class _Setting:
    """One thing becoming blocks; it counts the sources as the facts come."""

    def __init__(self, thing: Printable, shelf: Shelf, filling: Filling | None, extras: Extras) -> None:
        self.thing, self.shelf, self.filling, self.extras = thing, shelf, filling, extras
        self.named: list[str] = []

    def blocks(self) -> list[Block]:
        """All of it, in order."""
        if self.thing.shape is Shape.CARDS:
            return self._cards()
        blocks: list[Block] = []
        if self.thing.symbol:
            blocks.append(said.Drawing(name=self.thing.symbol))
        blocks.append(said.Heading(level=1, words=self.thing.title))
        for number, part in enumerate(self.thing.parts):
            if part.new_page or (number == 1 and self.thing.shape is Shape.FOLD):
                blocks.append(said.NextPage())
            blocks += self._heading(part)
            blocks += self._inside(part)
        return [*blocks, *self._sources()]

    def _heading(self, part: PrintedPart) -> list[Block]:
        return [said.Heading(level=2, words=part.heading)] if part.heading else []

    def _cards(self) -> list[Block]:
        sides = tuple(said.Side(heading=part.heading, blocks=tuple(self._on_a_side(part))) for part in self.thing.parts)
        sides = self._with_brand(sides)
        number = self.shelf.say("paper.printable.number") if self.extras.numbered else ""
        return [
            said.Heading(level=1, words=self.thing.title),
            said.Paragraph(words=self.shelf.say("paper.printable.cut"), voice=Voice.QUIET),
            said.Cards(sides=sides, count=self.extras.copies, number=number),
            *self._sources(),
        ]

    def _with_brand(self, sides: tuple[said.Side, ...]) -> tuple[said.Side, ...]:
        """A card has no room for a band: name, phone and hours are the last lines of its last side."""
        lines = self.extras.brand.lines if self.thing.brand else ()
        if not lines:
            return sides
        last, words = sides[-1], [said.Paragraph(words=line) for line in lines]
        return (*sides[:-1], last.model_copy(update={"blocks": (*last.blocks, *words)}))

    def _on_a_side(self, part: PrintedPart) -> list[said.SideBlock]:
        return [block for block in self._inside(part) if isinstance(block, said.SideBlock)]

    def _inside(self, part: PrintedPart) -> list[Block]:
        blocks: list[Block] = [said.Paragraph(words=words) for words in part.words]
        if part.points:
            blocks.append(said.Points(items=tuple(Text(words=words) for words in part.points)))
        if part.steps:
            blocks.append(said.Steps(items=part.steps))
        if part.choices:
            blocks.append(said.Choices(options=part.choices))
        blocks += [said.Lines(label=lines.label, count=lines.count) for lines in part.lines]
        blocks += [block for prompt in part.questions for block in self._question(prompt.id, prompt.count)]
        blocks += [block for id in part.topics for block in self._topic(id)]
        if part.square:
            square = part.square
            blocks.append(said.Square(content=square.words, alternative=square.words, caption=square.caption))
        return [*blocks, *self._facts(part.facts)]

    def _question(self, id: str, count: int) -> list[Block]:
        """Our question with the number it has everywhere, and the parent's answer or lines to write one."""
        question, filling = self.shelf.questions[id], self.filling
        label = self.shelf.say("paper.printable.question", number=question.number, ask=question.ask)
        if filling and id in filling.picks.questions and id in said_questions(filling.plan, self.shelf):
            return [answered(filling.plan.answers[id], label, self.shelf)]
        return [said.Lines(label=label, count=count)]

    def _topic(self, id: str) -> list[Block]:
        """Our topic, and the parent's answer or boxes for one."""
        topic, filling = self.shelf.topics[id], self.filling
        heading = said.Heading(level=3, words=topic.title)
        if filling and id in filling.picks.topics and id in said_topics(filling.plan, self.shelf):
            return [heading, *on_topic(id, filling.plan, self.shelf, filling.day_of)]
        stances = tuple(self.shelf.say(f"paper.stance.{stance}") for stance in Stance)
        only_if = self.shelf.say("paper.topics.only_if")
        return [heading, said.Choices(options=stances), said.Lines(label=only_if, count=_LINES_FOR_A_CONDITION)]

    def _facts(self, facts: Sequence[Fact]) -> list[Block]:
        return [said.Paragraph(words=f"{fact.text}{self._mark(fact)}") for fact in facts]

    def _mark(self, fact: Fact) -> str:
        if not fact.source:
            return ""
        if fact.source not in self.named:
            self.named.append(fact.source)
        return f" [{self.named.index(fact.source) + 1}]"

    def _sources(self) -> list[Block]:
        if not self.named:
            return []
        items = tuple(self._source(id) for id in self.named)
        return [said.Sources(words=self.shelf.say("paper.printable.sources"), items=items)]

    def _source(self, id: str) -> str:
        source = self.shelf.sources[id]
        if when := self.shelf.date_of(source):
            return self.shelf.say("paper.printable.source", title=source.title, date=when)
        return self.shelf.say("paper.printable.undated", title=source.title)
