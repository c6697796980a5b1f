"""Handing out a link: a copy of some parts as they are now, for whoever has it, until a day and a few times."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from perinatal.care.audience import Audience
from perinatal.care.kind import Id, Kind, Words

LONGEST = 7
"""Days a link is open at most."""
MOST_USES = 10
"""Times a link can be opened at most."""
MOST_TRIES = 10
"""Wrong codes in the whole life of a link. After that it is closed for good."""


def _somebody(audience: Audience) -> Audience:
    if audience is Audience.ME:
        raise ValueError("a link is for somebody else")
    return audience


Somebody = Annotated[Audience, AfterValidator(_somebody)]
"""Anybody but the parent: what is for nobody else goes into no link."""


class Linked(Kind, frozen=True):
    """The parent made a link to some parts as they were then. What she says later is not in it."""

    kind: Literal["linked"] = "linked"
    link: Id
    name: Words
    """Whom it is for, as the parent calls them."""
    audience: Somebody
    parts: Annotated[frozenset[Id], Field(min_length=1)]
    until: date
    uses: Annotated[int, Field(ge=1, le=MOST_USES)]
    coded: bool
    """Whether a code that is told by voice is needed too."""
    notice: Id = "1"
    """Which wording of what cannot be undone was on the page."""


class Unlinked(Kind, frozen=True):
    """The parent stopped one link, or all of them. It cannot be undone: there is nothing left to open."""

    kind: Literal["unlinked"] = "unlinked"
    link: Id | Literal[""] = ""
