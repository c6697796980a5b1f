"""Goals on paper: in the parent's words, why, the small step, and how it is going as the parent sees it."""

from perinatal.care import CarePlan, GoalState, Going, Turn
from perinatal.care.plan import Goal
from perinatal.care.said import Stepped, Went, Wished
from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Heading, Paragraph, Voice
from perinatal.paper.sheets.page import DayOf
from perinatal.paper.sheets.picks import A_GOAL, said_goals, unchecked
from perinatal.paper.sheets.typed import as_typed


def goals(plan: CarePlan, shelf: Shelf, day_of: DayOf) -> list[Block]:
    """All goals, then those somebody typed. No heading holds a parent's words: goals have a number there."""
    blocks: list[Block] = []
    for number, id in enumerate(said_goals(plan), start=1):
        blocks.append(Heading(level=3, words=shelf.say("paper.goals.goal", number=number)))
        blocks += _goal(plan.goals[id], shelf, day_of)
    for each in unchecked(plan, shelf).get(A_GOAL, []):
        blocks += [Heading(level=3, words=shelf.say("paper.goals.not_checked")), *as_typed(each, plan, shelf)]
    return blocks


def _goal(goal: Goal, shelf: Shelf, day_of: DayOf) -> list[Block]:
    blocks: list[Block] = []
    wish = _latest(goal, Wished)
    if wish and isinstance(wish.said, Wished):
        blocks.append(Paragraph(words=wish.said.words, voice=Voice.WISH, language=wish.language))
        if goal.state is not GoalState.GOING:
            blocks.append(Paragraph(words=shelf.say(f"paper.goal_state.{goal.state}")))
        blocks += _labelled("why", wish.said.why, wish, shelf)
    step = _latest(goal, Stepped)
    if step and isinstance(step.said, Stepped):
        blocks += _labelled("step", step.said.words, step, shelf)
        blocks += _labelled("helper", step.said.helper, step, shelf)
    return blocks + _going(goal, shelf, day_of)


def _going(goal: Goal, shelf: Shelf, day_of: DayOf) -> list[Block]:
    if not goal.going:
        return []
    turn = goal.going[0]
    if not isinstance(turn.said, Went) or (turn.said.how is Going.RATHER_NOT_SAY and not turn.said.words.strip()):
        return []
    blocks: list[Block] = [Paragraph(words=shelf.say("paper.goals.going"), voice=Voice.LABEL)]
    if turn.said.how is not Going.RATHER_NOT_SAY:
        blocks.append(Paragraph(words=shelf.say(f"goal.going.{turn.said.how}")))
    if turn.said.words.strip():
        blocks.append(Paragraph(words=turn.said.words, voice=Voice.PARENT, language=turn.language))
    said_on = shelf.say("paper.goals.said_on", date=shelf.day(day_of(turn.at), year=True))
    return [*blocks, Paragraph(words=said_on, voice=Voice.QUIET)]


def _labelled(label: str, words: str, turn: Turn, shelf: Shelf) -> list[Block]:
    if not words.strip():
        return []
    return [
        Paragraph(words=shelf.say(f"paper.goals.{label}"), voice=Voice.LABEL),
        Paragraph(words=words, voice=Voice.PARENT, language=turn.language),
    ]


def _latest(goal: Goal, kind: type[Wished] | type[Stepped]) -> Turn | None:
    return next((turn for turn in reversed(goal.history) if isinstance(turn.said, kind)), None)
