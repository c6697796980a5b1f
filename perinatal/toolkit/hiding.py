"""Hide a part of a plan, open what is hidden with the plan words, and hide it again.

It is about this screen and this paper. Who has the words can open it, and what is shared stays shared until it is
stopped. There is no second plan behind other words: who knows this site knows that pages can be hidden.
"""

import asyncio

from perinatal.care.said import Hidden
from perinatal.library import shelf
from perinatal.toolkit.addressing import titles
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.toolkit.saying import Saying
from perinatal.vault import Locked, NotSixWords


class Hiding:
    """The parent's way to hide parts. Each verb needs the plan open."""

    def __init__(self, saying: Saying) -> None:
        self._saying = saying

    def offered(self, plan: OpenPlan, language: str) -> dict[str, str]:
        """The parts that can be hidden, each with its title; what is covered is not among them."""
        return {part: title for part, title in titles(shelf(language)).items() if part not in plan.covered}

    def hidden(self, plan: OpenPlan) -> frozenset[str]:
        """Which of those offered are hidden: none, unless the words were typed again."""
        return plan.says_in_all.hidden - plan.covered

    async def hide(self, plan: OpenPlan, part: str, language: str, *, hidden: bool) -> None:
        """Hide this part, or hide it no more. Only a plan that words open can have something hidden."""
        before = plan.says_in_all.hidden
        parts = before | {part} if hidden else before - {part}
        if plan.kept and part in titles(shelf(language)) and parts != before:
            await self._saying.say(plan, Hidden(parts=parts), language)

    async def uncover(self, plan: OpenPlan, words: str) -> bool:
        """Show what is hidden, if these are the words of this plan; whether they are. Raises Busy as opening does."""
        try:
            right = await asyncio.wrap_future(plan.opened.is_opened_by_soon(words))
        except (NotSixWords, Locked):
            return False
        if right and plan.is_open:
            plan.uncovered = True
        return right

    def cover(self, plan: OpenPlan) -> None:
        """Hide again what the words had opened."""
        plan.uncovered = False
