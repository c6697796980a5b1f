"""Which turns go into a file: what was said for the plan. What gives or gave somebody a way in stays where it was made.

A file is opened on other servers, by whoever has it and its words, and any of them may have made it. So it can hold
words, and never authority. A table of kinds would be forgotten when a kind is added; this breaks the build then.
"""

from collections.abc import Iterable, Sequence
from typing import Annotated, TypeGuard, assert_never

from pydantic import Field

from perinatal.care import Said, Turn
from perinatal.care.linking import Linked, Unlinked
from perinatal.care.said import (
    Answered,
    Decided,
    Explained,
    Hidden,
    Kept,
    Moved,
    Placed,
    Printed,
    Settled,
    Stepped,
    TakenOut,
    Went,
    Wished,
    Wondered,
)
from perinatal.care.sharing import Addressed, Entrusted, LetIn, Looked, Replied, Shared, ShownOnce, Stopped, Suggested

Travelling = Annotated[
    Answered
    | Decided
    | Explained
    | Wondered
    | Settled
    | Wished
    | Stepped
    | Went
    | Moved
    | Placed
    | Printed
    | TakenOut
    | Addressed
    | Suggested
    | Replied,
    Field(discriminator="kind"),
]
"""What a file can hold. Anything else in it makes it no plan file."""


def travels(said: Said) -> TypeGuard[Travelling]:
    """Whether this kind of turn goes into a file."""
    match said:
        case Answered() | Decided() | Explained() | Wondered() | Settled():
            return True
        case Wished() | Stepped() | Went() | Moved() | Placed() | Printed() | TakenOut():
            return True
        case Suggested() | Replied():
            return True  # words somebody offered are nothing until the parent answers, there as here
        case Addressed():
            return True  # it opens nothing to anybody, and without it a page that was closed would be open to the next
        case LetIn() | Shared() | Stopped() | Linked() | Unlinked() | Entrusted():
            return False  # ways in: they belong to members, links and cards of the place they were made at
        case Looked() | ShownOnce():
            return False  # who looked, here; from a file it could be made up, and would read as if it were so
        case Kept() | Hidden():
            return False  # which words open it, and what is hidden, on that server; it may have other words here
        case _:
            assert_never(said)


def those_that_travel(turns: Sequence[Turn]) -> Iterable[Turn]:
    """The turns that go into a file, in order. What takes out one that stays behind stays with it."""
    stay: set[str] = set()
    for turn in turns:
        if not travels(turn.said) or (isinstance(turn.said, TakenOut) and turn.said.turn in stay):
            stay.add(turn.id)
        else:
            yield turn
