"""A member's list of today: each plan by its chosen name, the next visit as they noted it, and neutral to-dos.

No part, topic, goal or word of a plan is in it, and making it is no look at anything.
"""

import asyncio
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from perinatal.toolkit.visiting import OpenVisit
from perinatal.vault import CouldNotKeep, Grant, Listed, Member, Vault

LONGEST_NEXT = 80
"""Characters of a note on the next visit."""


@dataclass(frozen=True)
class Entry:
    """One plan in the list."""

    grant: Grant
    next_visit: str
    first_end: date | None
    """The day after which the first of what is open closes; None if nothing is open."""
    last_end: date | None
    is_new: bool
    """Whether something is open that this member was not shown yet."""


class Worklist:
    """What a member finds after signing in."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault, self._now = vault, now

    async def of(self, member: Member) -> list[Entry]:
        """The plans this member may look into now, by what each parent wants to be called there."""
        today = self._now().astimezone().date()
        found = await asyncio.to_thread(self._vault.worklist, member, today)
        return [_entry(each) for each in sorted(found, key=lambda each: (each.grant.name.casefold(), each.grant.id))]

    async def note_next(self, member: Member, grant: Grant, words: str) -> None:
        """Note the next visit with a parent, for this member's own eyes."""
        kept = words.strip()[:LONGEST_NEXT]
        await asyncio.to_thread(self._vault.note, member, grant, lambda note: replace(note, words=kept))

    async def was_shown(self, visit: OpenVisit, parts: Collection[str]) -> None:
        """This member was shown that these parts are open: they are not new any more."""
        known, inside = frozenset(parts), visit.visit
        with suppress(CouldNotKeep):  # then they are called new once more
            await asyncio.to_thread(
                self._vault.note, inside.member, inside.granted, lambda note: replace(note, known=known)
            )


def _entry(listed: Listed) -> Entry:
    ends = sorted(listed.parts.values())
    return Entry(
        grant=listed.grant,
        next_visit=listed.note.words,
        first_end=ends[0] if ends else None,
        last_end=ends[-1] if ends else None,
        is_new=not listed.parts.keys() <= listed.note.known,
    )
