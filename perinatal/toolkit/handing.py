"""Handing over: a parent shows the member who lent her a tablet one page, once, and nothing else of her plan.

She says so in her plan first. Only when that is on the disk are the words of the page taken, for one showing.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from perinatal.care import CarePlan, Person
from perinatal.care.plan import Answer, Topic
from perinatal.care.sharing import ShownOnce
from perinatal.library import Shelf, shelf
from perinatal.toolkit.covered import part_of_item
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.toolkit.saying import Saying
from perinatal.vault import Overtaken


@dataclass(frozen=True, slots=True, repr=False)
class Showing:
    """One page as it stood when the parent showed it. It is held in memory only, and shown once."""

    plan: bytes
    item: str
    says: CarePlan
    """What the parent says on this item, and on nothing else."""


class Handing:
    """What passes between a parent and the member who handed her a tablet."""

    def __init__(self, saying: Saying, today: Callable[[], date]) -> None:
        self._saying, self._today = saying, today

    def called(self, plan: OpenPlan, member: str) -> str:
        """The name the parent gave this member; empty if she let in nobody like that."""
        person = plan.says.company.people.get(member)
        return person.said.name if person else ""

    def can_show(self, plan: OpenPlan, member: str, item: str, language: str) -> bool:
        """Whether this page can be shown once: there is one, and this member is let in to the plan today."""
        words, person = shelf(language), plan.says.company.people.get(member)
        is_page = item in words.questions or item in words.topics
        return is_page and part_of_item(item) not in plan.covered and self._is_in(person)

    async def show_once(self, plan: OpenPlan, member: str, item: str, language: str) -> Showing | None:
        """The page to show, once it is written in the plan that it will be. None if it can't be shown any more."""
        if not self.can_show(plan, member, item, language):
            return None
        with suppress(Overtaken):
            await self._saying.say(
                plan,
                ShownOnce(member=member, item=item),
                language,
                only_if=lambda turns: self._is_in(CarePlan.of(turns).company.people.get(member)),
            )
            return Showing(plan.opened.plan_id, item, _only(plan.says, item))
        return None

    def title(self, item: str, language: str) -> str:
        """What a page is called; empty for none."""
        return title_of(shelf(language), item)

    def _is_in(self, person: Person | None) -> bool:
        return person is not None and bool(person.sees(self._today()))


def title_of(words: Shelf, item: str) -> str:
    """What the page of a question or topic is called; empty if there is none."""
    if item in words.questions:
        return words.questions[item].ask
    return words.topics[item].title if item in words.topics else ""


def _only(says: CarePlan, item: str) -> CarePlan:
    """A plan that says what this one says now on one item: no earlier words, and nothing else."""
    answer, topic = says.answers.get(item), says.topics.get(item)
    only = CarePlan()
    if answer:
        only.answers[item] = Answer(item, answer.history[-1:])
    if topic:
        now = [turn for turn in topic.history if turn.id == topic.answered_by or turn in topic.open_questions]
        only.topics[item] = Topic(item, now, answered_by=topic.answered_by)
    return only
