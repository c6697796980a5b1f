"""What one part of a plan shows a member, line by line: each question, topic or goal, and the parent's own words to it.

A question or topic nobody said anything about stands there like one whose answer is not for this member.
"""

from dataclasses import dataclass

from perinatal.care import Audience, CarePlan, GoalState, Point, Standing, Turn
from perinatal.care.plan import Answer, Goal, Topic
from perinatal.care.said import Decided, Went, Wondered
from perinatal.library import Question
from perinatal.library import Topic as Told
from perinatal.toolkit import GOALS, TOPICS, Shelf, Showing
from perinatal.toolkit.visiting import Offer
from perinatal.web.parts.here import house

Row = dict[str, str]
_EMPTY = {"words": "", "otherwise": "", "when": "", "nothing": "", "can": "yes", "talk": "", "questions": ""}


@dataclass(frozen=True)
class View:
    """What a member looks at: as whom, what is there, and what they offered for it."""

    me: str
    audience: Audience
    seen: CarePlan
    offers: list[Offer]


def rows(words: Shelf, part: str, view: View) -> list[Row]:
    """The lines of a part, in the order of the plan."""
    if part == TOPICS:
        there = [t for t in words.topics.values() if view.audience in t.audience or t.id in view.seen.topics]
        return [_topic(words, topic, view) for topic in there]
    if part == GOALS:
        goals = [goal for goal in view.seen.goals.values() if goal.wish]
        # The place for a new one comes first, so that nothing pushes it away while somebody writes in it.
        return [_new_goal(words, view), *(_goal(words, goal, number) for number, goal in enumerate(goals, start=1))]
    questions = [q for section in words.sections if section.id == part for q in section.questions]
    return [_question(words, q, view) for q in questions if view.audience in q.audience or q.id in view.seen.answers]


def points(words: Shelf, topic: str, covered: frozenset[Point]) -> list[Row]:
    """The ten points of a topic: what the parent reads, a line to say it with, and whether it was talked about."""
    told = words.topics[topic]
    return [
        {
            "id": str(point),
            "title": words.say(f"topic.point.{point}"),
            "told": _lines(told.told(point)),
            "say": words.say(f"explaining.say.{point}"),
            "covered": words.say("explaining.covered") if point in covered else "",
        }
        for point in Point
    ]


def shown_once(words: Shelf, showing: Showing, me: str) -> list[Row]:
    """The one page a parent shows once, as a line of its own. Nothing can be offered on it: it is gone with a look."""
    view, item = View(me, Audience.ME, showing.says, []), showing.item
    if item in words.questions:
        row = _question(words, words.questions[item], view)
    else:
        row = _topic(words, words.topics[item], view)
    return [row | {"can": "", "talk": ""}]


def _lines(told: tuple[str, ...]) -> str:
    return "\n".join(told if len(told) == 1 else [f"• {line}" for line in told])


def _question(words: Shelf, question: Question, view: View) -> Row:
    answer = view.seen.answers.get(question.id)
    said = answer.words if answer else ""
    otherwise = _otherwise(words, answer)
    when = _day(words, answer.history[-1]) if answer and (said or otherwise) else ""
    return _row(words, question.id, question.ask, view) | {"words": said, "otherwise": otherwise, "when": when}


def _otherwise(words: Shelf, answer: Answer | None) -> str:
    if answer is None or answer.standing in (Standing.WORDS, Standing.SKIPPED):
        return ""
    return words.say(f"question.{answer.standing}")


def _topic(words: Shelf, topic: Told, view: View) -> Row:
    said = view.seen.topics.get(topic.id) or Topic(topic.id)
    decision = said.decision
    own = [w for w in (decision.words, decision.conditions, decision.look_again) if w] if decision else []
    answers = [turn for turn in said.history if isinstance(turn.said, Decided)]
    return _row(words, topic.id, topic.title, view) | {
        "words": "\n".join(own),
        "otherwise": words.say(f"topic.stance.{decision.stance}") if decision else "",
        "when": _day(words, answers[-1]) if decision else "",
        "talk": "yes",
        "questions": "\n".join(_asked(words, said, view.me)),
    }


def _asked(words: Shelf, topic: Topic, me: str) -> list[str]:
    """The questions still open, each with who asked: the parent, this member, or somebody whose name is not theirs."""
    whose = {"": "visit.asked_by_parent", me: "visit.asked_by_me"}
    return [
        words.say(whose.get(turn.by, "visit.asked_by_others"), words=turn.said.words)
        for turn in topic.open_questions
        if isinstance(turn.said, Wondered)
    ]


def _goal(words: Shelf, goal: Goal, number: int) -> Row:
    """One goal. Its number is its place here: the one it has in the plan would tell of goals that are not shown."""
    wish, step = goal.wish, goal.step
    going = goal.going[0].said if goal.going else None
    how = words.say(f"goal.going.{going.how}") if isinstance(going, Went) else ""
    more = {
        "goal.why": wish.why if wish else "",
        "goal.step": step.words if step else "",
        "goal.helper": step.helper if step else "",
        "paper.goals.going": " · ".join(w for w in (how, going.words) if w) if isinstance(going, Went) else "",
    }
    lines = [
        wish.words if wish else "",
        *(f"{words.say(name)}: {said}" for name, said in more.items() if said),
    ]
    return _EMPTY | {
        "item": f"goal-{number}",
        "title": words.say("visit.goal", number=number),
        "words": "\n".join(lines),
        "otherwise": words.say(f"goal.state.{goal.state}") if goal.state is not GoalState.GOING else "",
        "when": _day(words, goal.history[-1]),
        "can": "",
        "offers": "",
    }


def _new_goal(words: Shelf, view: View) -> Row:
    return _row(words, GOALS, words.say("visit.new_goal"), view) | {"nothing": words.say("visit.new_goal_hint")}


def _row(words: Shelf, item: str, title: str, view: View) -> Row:
    """What every line has that words can be offered for."""
    offers = [offer for offer in view.offers if offer.said.item == item]
    lines = [words.say("visit.answered" if offer.answered else "visit.waiting") for offer in offers]
    return _EMPTY | {
        "item": item,
        "title": title,
        "nothing": words.say("visit.nothing"),
        "offers": "\n".join(lines),
    }


def _day(words: Shelf, turn: Turn) -> str:
    return words.day(house().local_day(turn.at))
