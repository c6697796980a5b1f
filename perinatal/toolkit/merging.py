"""What a file brings to a plan: its turns as they may stand here, and only those that are new.

A file says nothing about who may read a plan. In a plan of its own its words are for whom they were for, since nobody
is let in there. Added to a plan that is open, they are for nobody whom that plan would not show them to: what is closed
here stays closed, and what was closed there stays closed too.
"""

from collections.abc import Mapping

from perinatal.care import ONLY_ME, Audience, CarePlan, Said, Turn
from perinatal.care.carried import Carried
from perinatal.care.said import Answered, Decided, Explained, Moved, Settled, Stepped, TakenOut, Went, Wished, Wondered
from perinatal.care.sharing import Addressed
from perinatal.care.turn import FROM_A_FILE, standing_turns
from perinatal.exchange import CarriedTurn, PlanFile
from perinatal.library import Shelf
from perinatal.toolkit import addressing
from perinatal.vault import Meaning

Turns = tuple[Turn, ...]


def all_of(file: PlanFile, words: Shelf) -> list[Turn]:
    """Every turn of a file, as it stands in a plan made from it."""
    known = {turn.id: turn.said for turn in file.turns}
    return [_here(turn, turn.said, (turn.audience, _part(_item(turn.said, known), words))) for turn in file.turns]


def new_in(file: PlanFile, turns: Turns, words: Shelf) -> list[Turn]:
    """The turns of a file that a plan does not have, as they stand in it. What she erased does not come back."""
    plan, goals = CarePlan.of(turns), _goals(file, turns)
    there = {turn.id for turn in turns}
    said = {turn.id: _renamed(turn.said, goals) for turn in file.turns}
    known = {turn.id: turn.said for turn in turns} | said
    new: list[Turn] = []
    for turn in file.turns:
        if turn.id not in there and not isinstance(turn.said, Addressed):
            item = _item(said[turn.id], known)
            no_wider = turn.audience & addressing.audience_of(item, plan, words)
            new.append(_here(turn, said[turn.id], (no_wider, _part(item, words))))
    return _without_what_is_out(new, turns)


def changed_by(new: list[Turn], turns: Turns) -> int:
    """How many answers that stand in a plan would be others, or none, with these turns in it."""
    now, then = CarePlan.of(turns), CarePlan.of((*turns, *new))
    answers = sum(
        answer.said != (then.answers[question].said if question in then.answers else None)
        for question, answer in now.answers.items()
    )
    decided = sum(
        topic.decision != (then.topics[id].decision if id in then.topics else None) for id, topic in now.topics.items()
    )
    return answers + decided


def closed_by(file: PlanFile, plan: CarePlan, words: Shelf) -> dict[str, frozenset[Audience]]:
    """The questions and topics that are for fewer people in the file than in this plan, and for whom then."""
    asked = {turn.said.item: turn.said.audience for turn in file.turns if isinstance(turn.said, Addressed)}
    fewer: dict[str, frozenset[Audience]] = {}
    for item, audience in asked.items():
        now = addressing.audience_of(item, plan, words)
        both = (audience & now) or ONLY_ME
        # A goal is known by a number that may mean another goal here; it is hers alone unless she says otherwise.
        if both != now and not item.isdecimal() and _part(item, words):
            fewer[item] = both
    return fewer


def _here(turn: CarriedTurn, said: Said, meaning: Meaning) -> Turn:
    """What others said comes under a name, and names are hers alone."""
    audience, part = meaning
    others = turn.by == "other"
    whose, belongs = addressing.NOBODY if others or not part or audience in (ONLY_ME, frozenset()) else meaning
    return Turn(
        id=turn.id,
        at=turn.at,
        language=turn.language,
        said=said,
        audience=whose,
        part=belongs,
        by=FROM_A_FILE if others else "",
        carried=Carried(name=turn.name),
    )


def _item(said: Said, known: Mapping[str, Said]) -> str:
    """The question, topic or goal something is said on, or takes something back of; empty where it is on none."""
    match said:
        case Answered(question=item) | Decided(topic=item) | Explained(topic=item) | Wondered(topic=item):
            return item
        case Settled(topic=item) | Wished(goal=item) | Stepped(goal=item) | Went(goal=item) | Moved(goal=item):
            return item
        case TakenOut(turn=taken, topic=topic):
            out = known.get(taken)
            return _item(out, known) if out and not isinstance(out, TakenOut) else topic or ""
        case _:
            return ""


def _part(item: str, words: Shelf) -> str:
    """The part it belongs to: never as a file says, or what is on one thing would be shown with another."""
    return addressing.part_of(item, words)


def _goals(file: PlanFile, turns: Turns) -> dict[str, str]:
    """The number each goal of a file has here: its own if they have a turn in common, else one that is free.

    Goals are numbered as they are named, so the second goal of two plans need not be the same one.
    """
    here = {turn.id: goal for turn in turns if (goal := _goal(turn.said))}
    found: dict[str, str] = {}
    for turn in file.turns:
        if turn.id in here:
            found.setdefault(_goal(turn.said), here[turn.id])
    free = int(addressing.next_goal(turns))
    for goal in dict.fromkeys(_goal(turn.said) for turn in file.turns):
        if goal and goal not in found:
            found[goal], free = str(free), free + 1
    return found


def _goal(said: Said) -> str:
    return said.goal if isinstance(said, Wished | Stepped | Went | Moved) else ""


def _renamed(said: Said, goals: dict[str, str]) -> Said:
    match said:
        case Wished() | Stepped() | Went() | Moved() if goals[said.goal] != said.goal:
            return said.model_copy(update={"goal": goals[said.goal]})
        case _:
            return said


def _without_what_is_out(new: list[Turn], turns: Turns) -> list[Turn]:
    """Without words that are taken out in both together, whichever was said first: they would only be erased again."""
    standing = standing_turns([*turns, *new])
    out = {turn.said.turn for turn in standing if isinstance(turn.said, TakenOut)}
    return [turn for turn in new if turn.id not in out]
