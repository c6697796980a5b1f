"""What has to be known first, for papers with little room: in which order, and how short it may be said."""

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from perinatal.care import CarePlan, Stance
from perinatal.care.plan import Topic
from perinatal.library import Shelf
from perinatal.paper.sheet import Text
from perinatal.paper.sheets.picks import said_questions, said_topics
from perinatal.paper.sheets.shortening import shortened

_LENGTHS = (4000, 800, 400, 240, 160)
_SHORTEST = (100, 60)
"""Letters of one answer, from the first try to the last."""
_WHOLE = 160
"""A condition up to this long is said here whole. Half a condition would be another answer."""


class How(NamedTuple):
    """One way to say it."""

    length: int
    """Letters of one answer."""
    asked: list[str]
    conditions: bool
    """Whether words to an answer on care are said here, or only where they are."""
    without: int = 0
    """How many of the answers on care are not here. A yes goes first and a no last: whoever finds none has to ask."""


class Care(NamedTuple):
    """Topics with the same answer, which are said together; alone where the parent has words of her own on one."""

    stance: Stance
    topics: list[str]
    own: Text | None
    elsewhere: bool
    """Whether there are words to the answer that have to be read in the booklet first."""


@dataclass(frozen=True)
class Needed:
    """What a plan says that has to be known first."""

    plan: CarePlan
    shelf: Shelf

    @property
    def asked(self) -> list[str]:
        """The questions that were answered, what has to be known first before the others."""
        said = (id for id in said_questions(self.plan, self.shelf) if self.shelf.questions[id].birth_page)
        return sorted(said, key=lambda id: self.shelf.questions[id].birth_page)

    @property
    def decided(self) -> list[str]:
        """The topics that were answered."""
        here = said_topics(self.plan, self.shelf)
        return [id for id in here if id in self.plan.topics and self.plan.topics[id].decision]

    def ways(self) -> list[How]:
        """Ways to say it, each shorter than the one before: shorter answers first, then fewer of them."""
        asked = self.asked
        ways = [How(length, asked, conditions=True) for length in _LENGTHS]
        ways += [How(length, asked, conditions=False) for length in _SHORTEST]
        fewer = [asked[:count] for count in range(len(asked) - 1, -1, -1)]
        ways += [How(_SHORTEST[-1], some, conditions=False) for some in fewer]
        groups = len(self._groups(ways[-1]))
        return [*ways, *(ways[-1]._replace(without=count) for count in range(1, groups + 1))]

    def short(self, how: How) -> tuple[str, ...]:
        """What is said shorter than the parent did."""
        asked = (id for id in how.asked if shortened(self.plan.answers[id].words, how.length)[1])
        return (*asked, *(id for care in self.care(how) if care.elsewhere for id in care.topics))

    def off(self, how: How) -> tuple[str, ...]:
        """What is not said at all."""
        gone = self._groups(how)[: how.without]
        return (*(id for id in self.asked if id not in how.asked), *(id for care in gone for id in care.topics))

    def care(self, how: How) -> list[Care]:
        """The answers on care, in the order of the answers."""
        return self._groups(how)[how.without :]

    def _groups(self, how: How) -> list[Care]:
        topics = self.plan.topics

        def alike(id: str) -> tuple[int, bool, str]:
            elsewhere = _is_elsewhere(topics[id], how)
            return (
                list(Stance).index(_stance(topics[id])),
                elsewhere,
                id if _words(topics[id]) and not elsewhere else "",
            )

        groups = ((key, list(ids)) for key, ids in groupby(sorted(self.decided, key=alike), key=alike))
        return [
            Care(list(Stance)[stance], ids, _own(topics[alone]) if alone else None, elsewhere)
            for (stance, elsewhere, alone), ids in groups
        ]

    def titles(self, care: Care) -> str:
        """The topics said together, as one line."""
        return "; ".join(self.shelf.topics[id].title for id in care.topics)


def _own(topic: Topic) -> Text:
    said_in = next(turn.language for turn in topic.history if turn.id == topic.answered_by)
    return Text(words=_words(topic), language=said_in)


def _stance(topic: Topic) -> Stance:
    assert topic.stance  # noqa: S101  only topics that were decided are asked
    return topic.stance


def _words(topic: Topic) -> str:
    said = topic.decision
    return " · ".join(words.strip() for words in (said.conditions, said.words) if words.strip()) if said else ""


def _is_elsewhere(topic: Topic, how: How) -> bool:
    words = _words(topic)
    return bool(words) and (not how.conditions or len(words) > _WHOLE)
