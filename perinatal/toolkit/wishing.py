"""Goals: named, said again in other words, taken a step towards, rested, changed, done or let go."""

from perinatal.care import GoalState, Going
from perinatal.care.said import Moved, Stepped, Went, Wished
from perinatal.toolkit.addressing import next_goal
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.toolkit.saying import Saying


class Wishing:
    """What a parent can say of her goals."""

    def __init__(self, saying: Saying) -> None:
        self._saying = saying

    async def wish(self, plan: OpenPlan, words: str, language: str, *, card: str = "") -> str:
        """A new goal in the parent's words, or from a card; gives its id."""
        for goal in plan.says.goals.values():
            if goal.wish and goal.wish.words == words:
                return goal.goal
        goal = next_goal(plan.all_turns)
        await self._saying.say(plan, Wished(goal=goal, words=words, card=card), language)
        return goal

    async def reword(self, plan: OpenPlan, goal: str, words: str, why: str, language: str) -> None:
        """The same goal in other words, and why it matters."""
        known = plan.says.goals.get(goal)
        if known is None or known.wish is None or (known.wish.words, known.wish.why) == (words, why):
            return
        said = Wished(goal=goal, words=words, why=why, card=known.wish.card)
        last = [t for t in known.history if isinstance(t.said, Wished)]
        await self._saying.say(plan, said, language, instead_of=self._saying.just_said(plan, last))

    async def step(self, plan: OpenPlan, goal: str, words: str, helper: str, language: str) -> None:
        """The smallest step towards a goal, and who could help."""
        known = plan.says.goals.get(goal)
        if known is None or (known.step and (known.step.words, known.step.helper) == (words, helper)):
            return
        if known.step is None and not words and not helper:
            return
        last = [t for t in known.history if isinstance(t.said, Stepped)]
        said = Stepped(goal=goal, words=words, helper=helper)
        await self._saying.say(plan, said, language, instead_of=self._saying.just_said(plan, last))

    async def went(self, plan: OpenPlan, goal: str, how: Going, words: str, language: str) -> None:
        """How a goal is going, in the parent's own view; said again in one sitting, it is one turn."""
        known = plan.says.goals.get(goal)
        if known is None or (known.going and known.going[0].said == Went(goal=goal, how=how, words=words)):
            return
        instead = self._saying.just_said(plan, known.going[:1])
        await self._saying.say(plan, Went(goal=goal, how=how, words=words), language, instead_of=instead)

    async def move(self, plan: OpenPlan, goal: str, state: GoalState, language: str) -> None:
        """Rest a goal, change it, call it done, let it go, or take it up again."""
        known = plan.says.goals.get(goal)
        if known and known.state is not state:
            await self._saying.say(plan, Moved(goal=goal, state=state), language)
