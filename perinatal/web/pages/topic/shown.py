"""What was said on one topic, as it reads to the parent: by her, and by those she let in, under her names for them."""

from perinatal.care import Point, Turn
from perinatal.care.plan import Topic
from perinatal.care.said import Decided, Explained, Settled, Wondered
from perinatal.toolkit import OpenPlan, Shelf, name_of
from perinatal.web.parts.here import house

Row = dict[str, str]


def explained_rows(words: Shelf, plan: OpenPlan, topic: str) -> list[Row]:
    """What others ticked as talked about: one line for each person and day, however often they told it."""
    said = plan.says.topics.get(topic)
    told: dict[tuple[str, str], set[Point]] = {}
    for turn in said.history if said else []:
        if turn.by and isinstance(turn.said, Explained):
            told.setdefault((_who(words, plan, turn), _day(words, turn)), set()).update(turn.said.points)
    return [
        {
            "line": words.say("topic.they_explained", name=who, count=len(points), all=len(Point), when=day),
            "points": " · ".join(words.say(f"topic.point.{point}") for point in Point if point in points),
        }
        for (who, day), points in told.items()
    ]


def question_rows(words: Shelf, plan: OpenPlan, topic: str) -> list[Row]:
    """The questions that are open, and those closed in this sitting, which can be opened again right there."""
    said = plan.says.topics.get(topic) or Topic(topic)
    waiting = {turn.id for turn in said.open_questions}
    just = {t.said.turn for t in said.history if isinstance(t.said, Settled) and t.id in plan.since}
    return [
        {
            "id": turn.id,
            "who": f"{_asked(words, plan, turn)}, {_day(words, turn)}",
            "words": turn.said.words,
            "open": "yes" if turn.id in waiting else "",
        }
        for turn in said.questions
        if isinstance(turn.said, Wondered) and turn.id in waiting | just
    ]


def line(words: Shelf, plan: OpenPlan, turn: Turn) -> Row:
    """One line of the conversation as it reads on screen."""
    match turn.said:
        case Decided(stance=stance, words=own, conditions=conditions, look_again=again):
            what = words.say("topic.you_said", stance=words.say(f"topic.stance.{stance}"))
            own = " · ".join(w for w in (own, conditions, again) if w)
        case Explained(points=points) if turn.by:
            who = _who(words, plan, turn)
            what = words.say("topic.explained_by", name=who, count=len(points), all=len(Point))
            own = ""
        case Explained(points=points, who=who, present=present, interpreter=interpreter):
            what = words.say("topic.was_told", count=len(points))
            own = " · ".join(w for w in (who, present, interpreter) if w)
        case Wondered(words=own):
            what = _asked(words, plan, turn)
        case Settled(topic=topic, turn=asked):
            what = words.say("topic.you_settled")
            said = (t.said for t in plan.says.topics[topic].questions if t.id == asked)
            own = next((s.words for s in said if isinstance(s, Wondered)), "")
        case other:
            raise AssertionError(type(other).__name__)  # a topic's history holds only the four above
    return {"id": turn.id, "when": _day(words, turn), "what": what, "own": own}


def _asked(words: Shelf, plan: OpenPlan, turn: Turn) -> str:
    if not turn.by:
        return words.say("topic.you_asked")
    return words.say("topic.they_asked", name=_who(words, plan, turn))


def _who(words: Shelf, plan: OpenPlan, turn: Turn) -> str:
    return name_of(plan, turn) or words.say("sharing.look.someone")


def _day(words: Shelf, turn: Turn) -> str:
    return words.day(house().local_day(turn.at))
