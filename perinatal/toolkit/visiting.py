"""What members can do: open with their own words, see whom they were let in by, look, explain, ask, and offer words.

A member can put nothing into a plan. What they say is left for the parent, and is nothing until she answers.
"""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from perinatal.care import ONLY_ME, CarePlan, Point, Turn
from perinatal.care.said import Explained, Said, Wondered
from perinatal.care.sharing import Looked, Suggested
from perinatal.library import Shelf, languages, shelf
from perinatal.toolkit import addressing
from perinatal.toolkit.four_words import four_words
from perinatal.vault import Grant, Member, NotLetIn, NotSixWords, Trouble, Vault, Visit, make_words

SAME_LOOK = timedelta(minutes=15)
"""Looking at the same part again within this time is the same look."""


@dataclass
class Offer:
    """Words this member offered, and how far they came. What the parent made of them is not theirs to know."""

    said: Suggested
    arrived: bool = False
    answered: bool = False
    known: bool = False
    """Whether this member was told that it was answered."""


@dataclass
class OpenVisit:
    """A plan a member looks at: what is open to them now, and what the parent was told they looked at."""

    visit: Visit
    told: dict[str, datetime] = field(default_factory=dict[str, datetime])
    offered: dict[str, Offer] = field(default_factory=dict[str, Offer])
    explained: dict[str, frozenset[Point]] = field(default_factory=dict[str, frozenset[Point]])

    @property
    def grant(self) -> Grant:
        """As what they were let in, and what the parent is called here."""
        return self.visit.grant

    @property
    def plan(self) -> bytes:
        """The plan's id: to know it again."""
        return self.visit.plan_id


class Visiting:
    """The members' side of company."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault, self._now = vault, now

    async def add(self, language: str) -> tuple[Member, str]:
        """A new member, and the six words that open them. Nobody has let them in anywhere."""
        words = make_words(shelf(language).plan_words)
        return await asyncio.to_thread(self._vault.add_member, words), words

    async def sign_in(self, words: str) -> Member | None:
        """The member these words open, or None. Raises Busy when too many people are opening at once."""
        try:
            return await asyncio.wrap_future(self._vault.sign_in_soon(words))
        except NotSixWords:
            return None

    def four_words(self, member: Member, language: str) -> str:
        """What a member reads out, so that a parent lets in them and nobody else."""
        return four_words(member.fingerprint, shelf(language).plan_words)

    async def let_in_by(self, member: Member) -> list[Grant]:
        """The plans this member may look into now, by what each parent wants to be called there."""
        grants = await asyncio.to_thread(self._vault.grants, member)
        return sorted(grants, key=lambda grant: (grant.name.casefold(), grant.id))

    def enter(self, member: Member, grant: Grant) -> OpenVisit:
        """Stand at the door of a plan. Nothing is shown, and nobody is told, before a part is looked at."""
        return OpenVisit(self._vault.visit(member, grant, lambda: self._now().astimezone().date()))

    async def parts(self, visit: OpenVisit) -> frozenset[str]:
        """The parts in which something is open now; raises NotLetIn once everything was stopped."""
        return await asyncio.to_thread(lambda: visit.visit.parts)

    async def look(self, visit: OpenVisit, part: str, language: str) -> CarePlan:
        """What one part says now. That it was looked at is on the disk before a word of it leaves."""
        if part not in await self.parts(visit):
            visit.told.pop(part, None)
            return CarePlan()
        told = visit.told.get(part)
        if told is None or not timedelta(0) <= self._now() - told <= SAME_LOOK:
            await self._tell(visit, Looked(parts=frozenset({part})), language)
            visit.told[part] = self._now()
        turns = await asyncio.to_thread(visit.visit.turns)
        return CarePlan.of([turn for turn in turns if turn.part == part])

    async def suggest(self, visit: OpenVisit, suggested: Suggested, language: str) -> None:
        """Offer words for the plan, or type what the parent says, to be read back.

        Raises NotLetIn where the question is in no part that is open, and EnoughWaiting when too much waits unread.
        """
        await self._insist_it_is_there(visit, suggested.item, shelf(language))
        turn = await self._tell(visit, suggested, language, item=suggested.item)
        visit.offered.setdefault(turn, Offer(suggested))

    async def explain(self, visit: OpenVisit, explained: Explained, language: str) -> None:
        """Tell the plan which points of a topic were talked about. Names of people are the parent's to write.

        Raises NotLetIn where the topic is not open to them, and EnoughWaiting when too much waits unread.
        """
        topic, points = explained.topic, explained.points
        await self._insist_it_is_there(visit, topic, shelf(language))
        if points and topic in shelf(language).topics:
            await self._tell(visit, Explained(topic=topic, points=points), language, item=topic)
            visit.explained[topic] = points | visit.explained.get(topic, frozenset[Point]())

    def covered(self, visit: OpenVisit, topic: str, seen: CarePlan) -> frozenset[Point]:
        """The points that were talked about, as far as this member said so or may read it."""
        known = seen.topics.get(topic)
        return (known.explained if known else frozenset[Point]()) | visit.explained.get(topic, frozenset[Point]())

    async def wonder(self, visit: OpenVisit, wondered: Wondered, language: str) -> None:
        """Note a question on a topic, for the two of them to come back to. Only the parent closes it. Raises alike."""
        await self._insist_it_is_there(visit, wondered.topic, shelf(language))
        if wondered.words.strip() and wondered.topic in shelf(language).topics:
            await self._tell(visit, wondered, language, item=wondered.topic)

    async def _insist_it_is_there(self, visit: OpenVisit, item: str, words: Shelf) -> None:
        """Raises NotLetIn unless this stands on the member's page, whether or not anything is said on it.

        What the parent closed stands there like what nobody spoke of: words on it reach her, and nobody else.
        """
        part = addressing.part_of(item, words)
        if not part or part not in await self.parts(visit):
            raise NotLetIn
        if item == addressing.GOALS or visit.visit.granted.audience in addressing.audience_of(item, CarePlan(), words):
            return
        turns = await asyncio.to_thread(visit.visit.turns) if part in visit.told else ()
        if not any(addressing.is_about(turn.said, item) for turn in turns):
            raise NotLetIn

    def offers(self, visit: OpenVisit, part: str, seen: CarePlan, language: str) -> list[Offer]:
        """What this member offered in a part, after a look at it: what waited there once and is gone was answered."""
        me, words = visit.visit.member.id.hex(), shelf(language)
        there = {id: s.said for id, s in seen.company.suggestions.items() if s.turn.by == me}
        for id, said in there.items():
            visit.offered.setdefault(id, Offer(said)).arrived = True
        here = {id: o for id, o in visit.offered.items() if addressing.part_of(o.said.item, words) == part}
        for id, offer in here.items():
            offer.answered = offer.known = offer.arrived and id not in there
        return list(here.values())

    async def has_answers(self, visit: OpenVisit) -> bool:
        """Whether words this member offered were answered since they looked. It shows no word, and is no look."""
        if not visit.offered:
            return False
        try:
            return await asyncio.to_thread(self._has_answers, visit)
        except Trouble:
            return False

    def _has_answers(self, visit: OpenVisit) -> bool:
        there, parts = {turn.id for turn in visit.visit.turns()}, visit.visit.parts
        for id, offer in visit.offered.items():
            offer.arrived |= id in there
            if addressing.part_of(offer.said.item, shelf(languages()[0])) in parts:
                offer.answered = offer.arrived and id not in there
        return any(offer.answered and not offer.known for offer in visit.offered.values())

    async def _tell(self, visit: OpenVisit, said: Said, language: str, *, item: str = "") -> str:
        part = addressing.part_of(item, shelf(language))
        turn = Turn(
            id=secrets.token_hex(8),
            at=self._now(),
            language=language,
            said=said,
            by=visit.visit.member.id.hex(),
            part=part,
            audience=frozenset({visit.visit.granted.audience}) if part else ONLY_ME,
        )
        await asyncio.to_thread(visit.visit.tell, turn)
        return turn.id
