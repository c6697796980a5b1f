"""Who a turn is for, and which part of the plan it belongs to. The parent's word counts; else the library's default."""

from perinatal.care import ONLY_ME, Audience, CarePlan, Said, Turn
from perinatal.care.said import (
    Answered,
    Decided,
    Explained,
    Moved,
    Settled,
    Stepped,
    TakenOut,
    Went,
    Wished,
    Wondered,
)
from perinatal.care.sharing import Suggested
from perinatal.library import Shelf
from perinatal.vault import Meaning

TOPICS = "topics"
"""The part that all consent topics are in. Each section of questions is a part of its own, by its letter."""
GOALS = "goals"
"""The part that all goals are in. A goal is the parent's alone until she says otherwise."""
NOBODY: Meaning = (ONLY_ME, "")
"""What is shown to nobody but the parent."""


def parts(shelf: Shelf) -> tuple[str, ...]:
    """The parts that can be shared, in the order of the plan."""
    return (*(section.id for section in shelf.sections), TOPICS, GOALS)


def titles(shelf: Shelf) -> dict[str, str]:
    """The parts that can be shared, each with its title, in the order of the plan."""
    sections = {section.id: section.title for section in shelf.sections}
    return {part: sections.get(part) or shelf.say(f"sharing.{part}") for part in parts(shelf)}


def part_of(item: str, shelf: Shelf) -> str:
    """The part a question, topic or goal is in; empty for what is in none. Goals are known by a number."""
    if item in shelf.topics:
        return TOPICS
    if item == GOALS or item.isdecimal():
        return GOALS
    return next((s.id for s in shelf.sections if any(q.id == item for q in s.questions)), "")


def items(part: str, shelf: Shelf) -> tuple[str, ...]:
    """The questions or topics of a part, in the order of the plan."""
    if part == TOPICS:
        return tuple(shelf.topics)
    return tuple(q.id for s in shelf.sections if s.id == part for q in s.questions)


def audience_of(item: str, plan: CarePlan, shelf: Shelf) -> frozenset[Audience]:
    """Who may see an item, once they are let in: as the parent said, else as the library has it."""
    known = shelf.questions.get(item) or shelf.topics.get(item)
    return plan.addressed.get(item, known.audience if known else ONLY_ME)


def next_goal(turns: tuple[Turn, ...]) -> str:
    """A number for a new goal that none ever had.

    Over all turns: a goal that was taken out may come back and must not meet a new one in its place, and one whose
    words are gone must not leave those who could see it to a new one.
    """
    known = (getattr(turn.said, "goal", "") or getattr(turn.said, "item", "") for turn in turns)
    return str(max((int(goal) for goal in known if goal.isdecimal()), default=0) + 1)


def meaning_of(said: Said, plan: CarePlan, turns: tuple[Turn, ...], shelf: Shelf) -> Meaning:
    """Whom this is for and where it belongs, before it is said."""
    match said:
        case Answered(question=item) | Decided(topic=item) | Explained(topic=item) | Wondered(topic=item):
            return _meaning(audience_of(item, plan, shelf), part_of(item, shelf))
        case Wished(goal=item) | Stepped(goal=item) | Went(goal=item) | Moved(goal=item):
            return _meaning(audience_of(item, plan, shelf), part_of(item, shelf))
        case TakenOut(turn=taken) | Settled(turn=taken):
            known = next((turn for turn in turns if turn.id == taken), None)
            return (known.audience, known.part) if known else NOBODY
        case _:
            return NOBODY


def _meaning(audience: frozenset[Audience], part: str) -> Meaning:
    return NOBODY if audience == ONLY_ME or not part else (audience, part)


def moved(turns: tuple[Turn, ...], item: str, audience: frozenset[Audience], part: str) -> dict[str, Meaning]:
    """The new meaning of each turn on an item, when it is for somebody else from now on.

    What is said on it now goes to the new audience. All else was said to others, and is opened to nobody who was not
    among them: it goes to those who are in both. That holds for what was taken out and can be put back, and for what a
    member offered on it, too.
    """
    about = [turn for turn in turns if is_about(turn.said, item)]
    present = _present(turns, item)
    new = {
        turn.id: _meaning((audience if turn.id in present else turn.audience & audience) or ONLY_ME, part)
        for turn in about
    }
    return {turn.id: new[turn.id] for turn in about if new[turn.id] != (turn.audience, turn.part)}


def _present(turns: tuple[Turn, ...], item: str) -> frozenset[str | None]:
    """The turns that say what the parent says on an item now: the answer, or the last word of each kind on a goal."""
    plan = CarePlan.of(turns)
    if item in plan.answers:
        return frozenset({plan.answers[item].history[-1].id})
    if item in plan.goals:
        return frozenset({turn.said.kind: turn.id for turn in plan.goals[item].history}.values())
    topic = plan.topics.get(item)
    return frozenset({topic.answered_by}) if topic and topic.decision else frozenset()


def is_about(said: Said, item: str) -> bool:
    """Whether this is said on that question, topic or goal."""
    match said:
        case Answered(question=about) | Decided(topic=about) | Explained(topic=about) | Wondered(topic=about):
            return about == item
        case Wished(goal=about) | Stepped(goal=about) | Went(goal=about) | Moved(goal=about):
            return about == item
        case Settled(topic=about) | Suggested(item=about):
            return about == item
        case _:
            return False
