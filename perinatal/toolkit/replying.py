"""What a parent does with words others offer: add them, change them first, or neither.

Where added words go is what she would expect. To a question they are her answer, after what she wrote. On a topic
they stand beside her answer; while there is none they are noted to be talked about, since words somebody offered never
answer a topic. For a goal they are a new goal of hers, which nobody else sees before she says so.
"""

from perinatal.care import CarePlan, Reply, Suggestion, Turn
from perinatal.care.plan import Topic
from perinatal.care.said import Answered, Decided, Said, Wished, Wondered
from perinatal.care.sharing import Replied
from perinatal.library import shelf
from perinatal.toolkit import addressing
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.toolkit.saying import Saying, Step, Turns
from perinatal.vault import Overtaken


class Replying:
    """The parent's side of what members offer. Nothing of it is in the plan but by these verbs."""

    def __init__(self, saying: Saying) -> None:
        self._saying = saying

    async def reply(self, plan: OpenPlan, offered: str, how: Reply, language: str, *, words: str = "") -> bool:
        """The parent's answer to a suggestion. Only with it, and in these words, is anything of it in the plan.

        Answer and words are one change: neither is ever there without the other. False where another page answered
        first, or changed what these words were to be added to: then nothing is said, and she can look again.
        """
        suggestion = plan.says.company.suggestions.get(offered)
        if suggestion is None or suggestion.reply is not None:
            return False
        item, before, steps = suggestion.said.item, plan.says, list[Step]()
        if how is not Reply.NO_THANKS:
            taken = words if how is Reply.CHANGED else self.beside(plan, offered)
            said = _in_the_plan(plan, suggestion, taken, language)
            steps.append(self._saying.saying(plan, said, language))
        # Nobody but the parent reads it from now on: what she did with it is hers, and other members need not see it.
        steps.append(lambda draft: draft.address({offered: addressing.NOBODY}))

        def still_so(turns: Turns) -> bool:
            now = CarePlan.of(turns)
            waits = now.company.suggestions.get(offered)
            same = how is Reply.NO_THANKS or _stands(now, item) == _stands(before, item)
            return waits is not None and waits.reply is None and same

        try:
            await self._saying.say(plan, Replied(turn=offered, how=how), language, *steps, only_if=still_so)
        except Overtaken:
            return False
        return True

    def beside(self, plan: OpenPlan, offered: str) -> str:
        """What would stand in the plan with the words offered after what is there."""
        suggested = plan.says.company.suggestions[offered].said
        before = _words_there(plan.says, suggested.item)
        return f"{before}\n{suggested.words}" if before else suggested.words


def waiting_on(plan: OpenPlan, item: str) -> list[Suggestion]:
    """The words that wait for the parent on one question or topic, or for a new goal."""
    return [each for each in plan.says.company.waiting if each.said.item == item]


def name_of(plan: OpenPlan, turn: Turn) -> str:
    """Who said this, by the name the parent gave them; empty for herself, and for whom she does not know."""
    return plan.says.company.name_of(turn)


def _in_the_plan(plan: OpenPlan, suggestion: Suggestion, words: str, language: str) -> Said:
    """What the parent says by adding these words."""
    item = suggestion.said.item
    topic = plan.says.topics.get(item)
    if topic and topic.decision:
        return topic.decision.model_copy(update={"words": words})
    if item in shelf(language).topics:
        return Wondered(topic=item, words=words)
    if item == addressing.GOALS:
        return Wished(goal=addressing.next_goal(plan.turns), words=words)
    return Answered(question=item, words=words, after=suggestion.turn.id)


def _words_there(plan: CarePlan, item: str) -> str:
    stands = _stands(plan, item)
    return stands.words if isinstance(stands, Answered | Decided) else ""


def _stands(plan: CarePlan, item: str) -> Answered | Decided | list[str] | None:
    """What the parent says on an item now; of goals, which numbers are taken."""
    if item == addressing.GOALS:
        return list(plan.goals)
    known = plan.answers.get(item) or plan.topics.get(item)
    return known.decision if isinstance(known, Topic) else known.said if known else None
