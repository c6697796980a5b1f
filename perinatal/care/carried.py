"""Turns that came with a file, and their place among those that were there.

A file can be added to a plan that went on meanwhile. What it holds was said before some of what is there and after
some, and the last word on something has to be the one that was said last. So each turn that came with a file stands
where its time puts it among what was there when it came, and never later: what is said after that is said after it.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Protocol, TypeVar

from perinatal.care.kind import Kind, Words


class Carried(Kind, frozen=True):
    """That something came with a file, and who said it, by the name the parent gave them there."""

    name: Words = ""


class Dated(Protocol):
    """What has a time, and may have come with a file."""

    @property
    def at(self) -> datetime:
        """When it was said."""
        ...

    @property
    def carried(self) -> Carried | None:
        """How it came here, if it came with a file."""
        ...


T = TypeVar("T", bound=Dated)


def in_their_place(turns: Sequence[T]) -> Sequence[T]:
    """The same turns, those that came with a file among the others by their time; in one file, in the file's order."""
    if all(turn.carried is None for turn in turns):
        return turns
    there: list[T] = []
    for came, some in groupby(turns, key=lambda turn: turn.carried is not None):
        if came:
            _insert(there, list(some))
        else:
            there.extend(some)
    return there


def _insert(there: list[T], came: list[T]) -> None:
    """From the end, so that a clock that was once set back moves nothing that was said after it."""
    after: list[T] = []
    for turn in reversed(came):
        while there and there[-1].at > turn.at:
            after.append(there.pop())
        after.append(turn)
    there.extend(reversed(after))
