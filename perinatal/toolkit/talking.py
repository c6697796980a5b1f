"""Consent conversations: what was explained, what was asked, and the parent's answer as it is today."""

from perinatal.care import Stance, Turn
from perinatal.care.said import Decided, Explained, Settled, Wondered
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.toolkit.saying import Saying


class Talking:
    """What a parent can say in a consent conversation."""

    def __init__(self, saying: Saying) -> None:
        self._saying = saying

    async def decide(self, plan: OpenPlan, topic: str, stance: Stance, language: str) -> None:
        """The parent's answer on a topic. Said again, it is a new answer only if it differs."""
        before = plan.says.topics.get(topic)
        if not before or before.stance is not stance:
            await self._saying.say(plan, Decided(topic=topic, stance=stance), language)

    async def add_to_decision(self, plan: OpenPlan, topic: str, part: str, words: str, language: str) -> None:
        """Own words, conditions, or when to look again, beside the answer the parent gave."""
        before = plan.says.topics.get(topic)
        if before is None or before.decision is None or getattr(before.decision, part) == words:
            return
        said = before.decision.model_copy(update={part: words})
        history = [t for t in before.history if isinstance(t.said, Decided)]
        await self._saying.say(plan, said, language, instead_of=self._saying.just_said(plan, history))

    async def explain(self, plan: OpenPlan, explained: Explained, language: str) -> None:
        """Which of the ten points somebody explained, who, and who was there; one talk is one turn."""
        now = self.talk_now(plan, explained.topic)
        if now is None or now.said != explained:
            await self._saying.say(plan, explained, language, instead_of=now.id if now else None)

    def talk_now(self, plan: OpenPlan, topic: str) -> Turn | None:
        """What the parent noted in this sitting as explained to her, if anything. What members tick is not in it."""
        known = plan.says.topics.get(topic)
        told = [t for t in known.history if isinstance(t.said, Explained) and not t.by] if known else []
        just = self._saying.just_said(plan, told)
        return told[-1] if just else None

    async def wonder(self, plan: OpenPlan, topic: str, words: str, language: str, *, instead_of: str = "") -> str:
        """Note a question on a topic; gives the turn, so that the same question can be put better."""
        if not words.strip():
            return instead_of
        known = {t.id: t for t in (plan.says.topics[topic].questions if topic in plan.says.topics else [])}
        if instead_of in known and _words(known[instead_of]) == words:
            return instead_of
        instead = self._saying.just_said(plan, [known[instead_of]]) if instead_of in known else None
        return (await self._saying.say(plan, Wondered(topic=topic, words=words), language, instead_of=instead)).id

    async def settle(self, plan: OpenPlan, question: str, language: str) -> None:
        """Close a question that was noted, whoever noted it. To take this out opens it again."""
        for topic in plan.says.topics.values():
            if question in {turn.id for turn in topic.open_questions}:
                await self._saying.say(plan, Settled(topic=topic.topic, turn=question), language)


def _words(turn: Turn) -> str:
    return getattr(turn.said, "words", "")
