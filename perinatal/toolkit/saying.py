"""How anything is said in a plan: as a turn for those it is for, on the disk before anybody is told it is saved."""

import asyncio
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from perinatal.care import CarePlan, Said, Turn
from perinatal.care.linking import Linked, Unlinked
from perinatal.care.said import Hidden, Settled, TakenOut
from perinatal.care.sharing import Addressed, Entrusted, LetIn, Looked, Replied, Shared, ShownOnce, Stopped, Suggested
from perinatal.library import shelf
from perinatal.toolkit.addressing import meaning_of
from perinatal.toolkit.covered import may_say
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.vault import CouldNotKeep, Draft, NoSuchTurn, Overtaken

UNDO = timedelta(minutes=10)
"""How long a turn that was taken out can be put back. After that its words are erased."""
ONE_SITTING = timedelta(minutes=10)
"""Words saved again within this time take the place of what was saved before: typing is one answer, not twenty."""

ABOUT_OTHERS = (
    LetIn,
    Shared,
    Stopped,
    Linked,
    Unlinked,
    Addressed,
    Entrusted,
    Looked,
    ShownOnce,
    Suggested,
    Replied,
    Hidden,
)
"""What is a record of others, or of what is hidden: it is answered, stopped or undone, and not taken out."""

Step = Callable[[Draft], None]
Turns = tuple[Turn, ...]


class Covered(CouldNotKeep):
    """It belongs to a part that is hidden here, so it is neither shown nor said."""


class Saying:
    """Says turns, and lets go of those that were taken out."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now

    async def say(
        self,
        plan: OpenPlan,
        said: Said,
        language: str,
        *steps: Step,
        instead_of: str | None = None,
        only_if: Callable[[Turns], bool] | None = None,
    ) -> Turn:
        """Say this, and do these further steps in the same change: all of it is kept, or nothing.

        What it may only be said after is looked at in that change too; raises Overtaken if it is not so any more.
        """
        made: list[Turn] = []

        def check(draft: Draft) -> None:
            if only_if and not only_if(draft.now.said.turns):
                raise Overtaken

        saying = self.saying(plan, said, language, made, instead_of)
        await asyncio.wrap_future(plan.opened.change_soon(check, saying, *steps))
        plan.since.add(made[-1].id)
        await self.erase_what_was_taken_out(plan)
        return made[-1]

    def saying(
        self, plan: OpenPlan, said: Said, language: str, made: list[Turn] | None = None, instead_of: str | None = None
    ) -> Step:
        """The step that says this, to whomever it is for when it is said: another page may just have closed it.

        Raises Covered for what is hidden here.
        """
        id, at, words = secrets.token_hex(8), self._now(), shelf(language)
        before, says = plan.all_turns, plan.says_in_all
        if not may_say(said, before, plan.covered):
            raise Covered

        def step(draft: Draft) -> None:
            turns = draft.now.said.turns
            audience, part = meaning_of(said, says if turns is before else CarePlan.of(turns), turns, words)
            turn = Turn(id=id, at=at, language=language, said=said, audience=audience, part=part)
            draft.say(turn, instead_of)
            if made is not None:
                made.append(turn)

        return step

    def just_said(self, plan: OpenPlan, history: list[Turn]) -> str | None:
        """The turn these words take the place of: said in this sitting, and on no paper yet."""
        if not history or history[-1].id not in plan.since or self._now() - history[-1].at > ONE_SITTING:
            return None
        printed = plan.says.printed
        return None if printed and printed[-1].at >= history[-1].at else history[-1].id

    def can_put_back(self, plan: OpenPlan) -> list[Turn]:
        """The takings-out that can still be undone, newest first. A question opened again is closed as before."""
        shown = {turn.id for turn in plan.turns}
        settled = {turn.id for turn in plan.all_turns if isinstance(turn.said, Settled)}
        return [
            turn
            for turn in reversed(_undoable(plan))
            if self._now() - turn.at < UNDO and turn.id in shown and _taken(turn) not in settled
        ]

    async def erase_what_was_taken_out(self, plan: OpenPlan) -> None:
        """Erase the words of what can no longer be put back."""
        for taking_out in _undoable(plan):
            if self._now() - taking_out.at >= UNDO and isinstance(taking_out.said, TakenOut):
                with suppress(CouldNotKeep, NoSuchTurn):  # tried again with the next turn; or another page was quicker
                    await asyncio.to_thread(plan.opened.erase, taking_out.said.turn)


def _taken(turn: Turn) -> str:
    return turn.said.turn if isinstance(turn.said, TakenOut) else ""


def _undoable(plan: OpenPlan) -> list[Turn]:
    there = {t.id for t in plan.all_turns if not isinstance(t.said, (TakenOut, *ABOUT_OTHERS))}
    return [t for t in plan.says_in_all.taken_out if isinstance(t.said, TakenOut) and t.said.turn in there]
