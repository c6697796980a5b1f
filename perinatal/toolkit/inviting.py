"""Inviting: a member or a parent hands six words over, and somebody makes keys of their own with them, once.

It lets nobody in anywhere. Who invited whom is written down nowhere.
"""

import asyncio
from collections.abc import Callable
from datetime import date, datetime, timedelta

from perinatal.library import languages, shelf
from perinatal.paper import Sheet, draw, invitation_card, member_words_card
from perinatal.toolkit.open_plan import NotKeptYet, OpenPlan
from perinatal.toolkit.printing import Copy
from perinatal.vault import Member, NotSixWords, Vault, make_words

GOOD_FOR = timedelta(days=7)
"""How long an invitation is good."""
AT_ONCE = 20
"""Invitations that one member, or one plan, may make in that time."""


SIX = 6


class EnoughInvited(Exception):
    """As many invitations as one may make are still good."""


class Inviting:
    """Making invitations, and taking them up."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault, self._now = vault, now
        self._good_until: dict[bytes, list[date]] = {}
        """The last days of what each has made, in memory only: after a start of the server, counting starts anew."""

    async def by_parent(self, plan: OpenPlan, language: str) -> str:
        """An invitation from a parent whose plan is kept: its six words."""
        if not plan.kept:
            raise NotKeptYet
        return await self._invite(plan.opened.plan_id, language)

    async def by_member(self, member: Member, language: str) -> str:
        """An invitation from a member: its six words."""
        return await self._invite(member.id, language)

    async def accept(self, words: str, language: str) -> str | None:
        """Six words of one's own for those of an invitation; None if these are none, or not any more.

        Raises Busy when too many people are opening at once.
        """
        own = make_words(shelf(language).plan_words)
        try:
            accepting = self._vault.invitations.accept_soon(words, own, self._today())
        except NotSixWords:
            return None
        return own if await asyncio.wrap_future(accepting) else None

    async def print_invitation(self, copy: Copy, words: str) -> bytes | None:
        """The words of an invitation on paper, with the last day of one made today; None if they are no such words."""
        last = self._today() + GOOD_FOR
        return await self._print(
            copy, words, lambda six: invitation_card(six, shelf(copy.language), self._today(), last)
        )

    async def print_own_words(self, copy: Copy, words: str) -> bytes | None:
        """The card of a member's words; None if they are no such words."""
        return await self._print(copy, words, lambda six: member_words_card(six, shelf(copy.language), self._today()))

    async def _print(self, copy: Copy, words: str, sheet: Callable[[str], Sheet]) -> bytes | None:
        if not _are_ours(words):
            return None
        return await asyncio.to_thread(lambda: draw(sheet(words), paper=copy.paper, edition=copy.edition))

    async def _invite(self, by: bytes, language: str) -> str:
        today = self._today()
        made = [last for last in self._good_until.get(by, []) if today <= last]
        if len(made) >= AT_ONCE:
            raise EnoughInvited
        last = today + GOOD_FOR
        self._good_until[by] = [*made, last]  # before it is made, so that many at once do not slip through
        words = make_words(shelf(language).plan_words)
        await asyncio.wrap_future(self._vault.invitations.invite_soon(words, last))
        return words

    def _today(self) -> date:
        return self._vault.day(self._now().astimezone().date())


def _are_ours(words: str) -> bool:
    """Whether these are six words from a list of ours, and so nothing that a person wrote."""
    several = words.split()
    return len(several) == SIX and any(set(several) <= set(shelf(each).plan_words) for each in languages())
