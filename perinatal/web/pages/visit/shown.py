"""What one part of a plan shows a member, line by line: each question, and the parent's own words to it.

A question nobody said anything about stands there like one whose answer is not for this member.
"""

from perinatal.care import Audience, CarePlan, Standing
from perinatal.care.plan import Answer, Topic
from perinatal.care.said import Wondered
from perinatal.library import Question
from perinatal.toolkit import TOPICS, Shelf
from perinatal.toolkit.visiting import Offer

Row = dict[str, str]


def rows(words: Shelf, part: str, audience: Audience, seen: CarePlan, offers: list[Offer]) -> list[Row]:
    """The lines of a part, in the order of the plan."""
    if part == TOPICS:
        shown = ((topic, seen.topics.get(topic.id)) for topic in words.topics.values())
        return [_topic(words, topic.id, topic.title, said) for topic, said in shown if said and _says(said)]
    questions = [q for section in words.sections if section.id == part for q in section.questions]
    return [
        _question(words, q, seen.answers.get(q.id), [offer for offer in offers if offer.said.item == q.id])
        for q in questions
        if audience in q.audience or q.id in seen.answers
    ]


def _question(words: Shelf, question: Question, answer: Answer | None, offers: list[Offer]) -> Row:
    said = answer.words if answer else ""
    unspoken = answer is None or answer.standing in (Standing.WORDS, Standing.SKIPPED)
    otherwise = "" if answer is None or unspoken else words.say(f"question.{answer.standing}")
    when = words.day(answer.history[-1].at.date()) if answer and (said or otherwise) else ""
    lines = [words.say("visit.answered" if offer.answered else "visit.waiting") for offer in offers]
    return {
        "item": question.id,
        "title": question.ask,
        "words": said,
        "otherwise": otherwise,
        "when": when,
        "can": "yes",
        "offers": "\n".join(lines),
    }


def _topic(words: Shelf, id: str, title: str, said: Topic) -> Row:
    decision = said.decision
    own = [w for w in (decision.words, decision.conditions, decision.look_again) if w] if decision else []
    return {
        "item": id,
        "title": title,
        "words": "\n".join([*own, *(turn.said.words for turn in said.questions if isinstance(turn.said, Wondered))]),
        "otherwise": words.say(f"topic.stance.{decision.stance}") if decision else "",
        "when": words.day(said.history[-1].at.date()),
        "can": "",
        "offers": "",
    }


def _says(said: Topic) -> bool:
    return said.decision is not None or bool(said.questions)
