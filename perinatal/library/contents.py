"""Everything we say in one language, as one value."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from perinatal.library.article import Article
from perinatal.library.goal import Area, Goal
from perinatal.library.place import Need, Place
from perinatal.library.printable import Printable
from perinatal.library.question import Question, Section
from perinatal.library.saying import Calendar, NotOnTheShelf, Saying, say
from perinatal.library.source import Source
from perinatal.library.topic import Group, Topic


@dataclass(frozen=True)
class Shelf:
    """All words of one language, with the facts they belong to. Nothing on it changes."""

    language: str
    dir: str
    native_name: str
    calendar: Calendar
    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    groups: tuple[Group, ...]
    topics: Mapping[str, Topic]
    areas: tuple[Area, ...]
    goals: Mapping[str, Goal]
    places: Mapping[str, Place]
    needs: Mapping[str, Need]
    articles: Mapping[str, Article]
    printables: Mapping[str, Printable]
    sources: Mapping[str, Source]
    said: Mapping[str, Saying]
    plan_words: tuple[str, ...]

    def say(self, key: str, /, **fill: object) -> str:
        """The words of one key: `say("hub.title")`, `say("keep.saved", time=…)`, `say("hub.answers", count=3)`."""
        return say(self.said, key, fill)

    def has(self, key: str) -> bool:
        """Whether anybody wrote words under this key."""
        return key in self.said

    def lines(self, key: str) -> tuple[str, ...]:
        """The lines of one key that is a list."""
        lines = self.said.get(key)
        if not isinstance(lines, tuple):
            raise NotOnTheShelf(key)
        return lines

    def day(self, day: datetime.date, *, year: bool = False) -> str:
        """A day as this language writes it: 3 May, 3 de mayo."""
        return self.calendar.on(day, year=year)

    def clock(self, time: datetime.time) -> str:
        """A time of day as this language writes it: 2:14 pm, 14:14."""
        return self.calendar.at(time)

    def date_of(self, source: Source) -> str:
        """The date a source shows: September 2020; empty if it shows none."""
        return self.calendar.since(source.date)
