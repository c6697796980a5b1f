"""The places that help: lines and organizations, as their own sites describe them."""

import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, StrictBool, StringConstraints

from perinatal.library.question import Number
from perinatal.library.source import Id, Language, Words

_SOME_DAYS = r"(Mo|Tu|We|Th|Fr|Sa|Su)[A-Za-z, -]* \d\d:\d\d-\d\d:\d\d"

Hours = Annotated[str, StringConstraints(pattern=rf"^(24/7|{_SOME_DAYS}(; ?{_SOME_DAYS})*)?$")]
"""When it is open: `24/7`, or `Mo-Fr 09:00-20:00; Sa 10:00-14:00`; empty when we don't know."""


class PhoneKind(StrEnum):
    """What to do with a number."""

    CALL = "call"
    """Call it."""
    TEXT = "text"
    """Send it a text message."""
    TTY = "tty"
    """Reach it by text telephone."""


class Phone(BaseModel, frozen=True, extra="forbid"):
    """One number, and the word to send to it where there is one."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9+][0-9 ()/+-]{1,24}$")]
    kind: PhoneKind
    words: str = ""


class Status(StrEnum):
    """Whether it is there, as far as we know."""

    ACTIVE = "active"
    """It answers."""
    PAUSED = "paused"
    """It rests for now."""
    CLOSED = "closed"
    """It is gone."""
    UNKNOWN = "unknown"
    """We don't know."""


class Reports(StrEnum):
    """Whether it tells an authority when a parent says that they use."""

    YES = "yes"
    """It does."""
    NO = "no"
    """It says it does not."""
    SOMETIMES = "sometimes"
    """It depends; the caveat says on what."""
    UNKNOWN = "unknown"
    """We don't know."""


class PlaceFacts(BaseModel, frozen=True, extra="forbid"):
    """What is the same in every language."""

    country: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    region: str = ""
    number: Number
    phones: tuple[Phone, ...] = ()
    web: Annotated[str, StringConstraints(pattern=r"^(https?://\S+)?$")] = ""
    hours: Hours = ""
    timezone: Annotated[str, StringConstraints(pattern=r"^([A-Z][A-Za-z_]+/[A-Za-z_/]+)?$")] = ""
    languages: tuple[Language, ...] = ()
    needs: tuple[Id, ...]
    emergency: StrictBool = False
    checked: datetime.date | None = None
    """The day its entry was last checked; none where the source shows no day, and the page then says so."""
    source: Id
    status: Status = Status.ACTIVE
    reports: Reports = Reports.UNKNOWN


class Place(PlaceFacts, frozen=True):
    """One place or line that helps."""

    id: Id
    name: Words
    what: Words
    caveat: str = ""


class Need(BaseModel, frozen=True, extra="forbid"):
    """Something a parent may look for help with."""

    id: Id
    title: Words
