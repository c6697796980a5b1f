"""Sentences with something filled in, and dates and times the way a language says them."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, Field

from perinatal.library.source import Words
from perinatal.library.tables import File, Table
from perinatal.library.twins import PLACEHOLDER, placeholders
from perinatal.library.wrong import Proofs


class NotOnTheShelf(KeyError):
    """Nobody wrote these words, or they were filled in with the wrong names; never says what was filled in."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence that differs for one and for many."""

    one: str
    many: str


Saying = str | tuple[str, ...] | Counted


class Calendar(BaseModel, frozen=True, extra="forbid"):
    """How a language writes a day and a time of day."""

    months: tuple[Words, ...] = Field(min_length=12, max_length=12)
    day: Words
    day_and_year: Words
    month_and_year: Words
    clock: Words
    """Of {hour}, {hour24}, {minute} and {half}, whichever the language uses."""
    am: str
    pm: str

    def on(self, day: datetime.date, *, year: bool = False) -> str:
        """3 May, or 3 May 2026."""
        pattern = self.day_and_year if year else self.day
        return fill(pattern, {"day": day.day, "month": self.months[day.month - 1], "year": day.year})

    def at(self, time: datetime.time) -> str:
        """2:14 pm, or 14:14."""
        hours = {"hour": (time.hour + 11) % 12 + 1, "hour24": time.hour, "minute": f"{time.minute:02}"}
        half = self.am if time.hour < 12 else self.pm
        return _filled(self.clock, {**hours, "half": half})

    def since(self, written: str) -> str:
        """The date of a source, as exact as it is: 2020, September 2020, 3 May 2020, or nothing."""
        match [int(part) for part in written.split("-") if part]:
            case [year, month, day]:
                return self.on(datetime.date(year, month, day), year=True)
            case [year, month]:
                return fill(self.month_and_year, {"month": self.months[month - 1], "year": year})
            case _:
                return written


def fill(words: str, values: Mapping[str, object]) -> str:
    """The words with every {name} filled in. What is filled in is text: braces in it stay braces."""
    missing = placeholders(words) - values.keys()
    if missing:
        raise NotOnTheShelf(f"not filled in: {', '.join(sorted(missing))}")
    return _filled(words, values)


def _filled(words: str, values: Mapping[str, object]) -> str:
    return PLACEHOLDER.sub(lambda found: str(values[found[1]]), words)


def say(said: Mapping[str, Saying], key: str, values: Mapping[str, object]) -> str:
    """The words of one key, for one or for many if they differ."""
    match said.get(key):
        case str(words):
            pass
        case Counted(one=one, many=many):
            words = one if values.get("count") == 1 else many
        case _:
            raise NotOnTheShelf(key)
    try:
        return fill(words, values)
    except NotOnTheShelf as error:
        raise NotOnTheShelf(f"{key}: {error.args[0]}") from None


_NAME = re.compile(r"^[A-Za-z0-9_-]+$")


def sayings(file: File, short_name: str, proofs: Proofs) -> dict[str, Saying]:
    """Everything a file says, by keys such as `hub.title` or `hub.empty.text`."""
    said: dict[str, Saying] = {}
    _hear(file, file.tables, short_name, said, proofs)
    return said


def _hear(file: File, table: Table, prefix: str, said: dict[str, Saying], proofs: Proofs) -> None:
    for key, value in table.items():
        path = f"{prefix}.{key}"
        if not _NAME.match(key):
            proofs.wrong(file.name, "", path, "key has the wrong form: letters, numbers and _ only")
        match value:
            case str():
                said[path] = value
            case {"one": str(one), "many": str(many), **rest} if not rest:
                said[path] = Counted(one, many)
            case dict():
                _hear(file, value, path, said, proofs)  # pyright: ignore[reportUnknownArgumentType]  a TOML table
            case list() if all(isinstance(line, str) for line in value):  # pyright: ignore[reportUnknownVariableType]  a TOML list
                said[path] = tuple(value)  # pyright: ignore[reportUnknownArgumentType]  checked on the line above
            case _:
                proofs.wrong(file.name, "", path, "must be words in quotes, a list of them, or a table")
