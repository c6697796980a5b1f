"""Where a fact comes from."""

import datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field, StrictBool, StringConstraints

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A sentence or more that a person reads."""

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
"""The name of a table: never shown, never changed."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]+)?$")]
"""A language by its code: en, es, zh-Hant."""


def _as_written(value: object) -> object:
    """A TOML date as text, and "n.d." as no date."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str) and len(value) == len("2020-09-30"):
        datetime.date.fromisoformat(value)  # a day that there never was is a mistake, not a date
    return "" if value == "n.d." else value


SourceDate = Annotated[
    str, BeforeValidator(_as_written), StringConstraints(pattern=r"^(\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?)?$")
]
"""The date shown on a source: 2020, 2020-09 or 2020-09-30; empty if it shows none."""


class Source(BaseModel, frozen=True, extra="forbid"):
    """A page or paper that was read: what it is called, the date it shows, where it stands."""

    id: Id
    title: Words
    language: Language = "en"
    """What the title is written in; a title is never translated, so that whoever looks for it finds it."""
    date: SourceDate
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


class Fact(BaseModel, frozen=True, extra="forbid"):
    """One fact in plain words, with its source, or marked as our own wording."""

    text: Words
    source: str = Field(default="")
    ours: StrictBool = False
    unsure: StrictBool = False
    """The sources don't agree, are old, or are thin; the text says so, and so does the page."""
