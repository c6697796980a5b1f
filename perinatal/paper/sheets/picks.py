"""What goes on a sheet: what the parent has said, less what is not printed unless they turn it on."""

from pydantic import BaseModel

from perinatal.care import PLACES, CarePlan, GoalState, Standing, Suggestion
from perinatal.library import Shelf

_NEVER_BY_ITSELF = 4
"""From this level on, words could be used against a parent; they are printed only when picked."""
A_GOAL = "goals"
"""What words for a new goal are offered for."""
_NOT_ON_A_CARD_BY_ITSELF = 3
"""From this level on, words could bring judgment or danger; a card is read by others."""


class Picks(BaseModel, frozen=True):
    """The questions and topics on a sheet, by id, and whether goals and places are on it."""

    questions: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    goals: bool = True
    places: bool = True


def everything(shelf: Shelf) -> Picks:
    """Picks that leave nothing out: for a plan that holds only what was chosen already."""
    return Picks(questions=frozenset(shelf.questions), topics=frozenset(shelf.topics))


def usual_picks(plan: CarePlan, shelf: Shelf) -> Picks:
    """What a booklet holds when the parent changes nothing."""
    here = {*said_questions(plan, shelf), *unchecked(plan, shelf)}
    questions = {id for id in here if id in shelf.questions and shelf.questions[id].level < _NEVER_BY_ITSELF}
    topics = {id for id in said_topics(plan, shelf) if shelf.topics[id].level < _NEVER_BY_ITSELF}
    return Picks(questions=frozenset(questions), topics=frozenset(topics))


def card_picks(plan: CarePlan, shelf: Shelf) -> Picks:
    """What a pocket card holds when the parent changes nothing."""
    questions = {id for id in offered_on_a_card(plan, shelf) if shelf.questions[id].level < _NOT_ON_A_CARD_BY_ITSELF}
    return Picks(questions=frozenset(questions), goals=False, places=False)


def offered_on_a_card(plan: CarePlan, shelf: Shelf) -> list[str]:
    """The answered questions that may stand on a pocket card, in order."""
    return [id for id in said_questions(plan, shelf) if shelf.questions[id].card and plan.answers[id].words.strip()]


def said_questions(plan: CarePlan, shelf: Shelf) -> list[str]:
    """The questions that were answered in some way, in the order of the library. Skipped ones are nobody's business."""
    return [id for id in _in_order(shelf) if id in plan.answers and _is_said(plan, id)]


def said_items(plan: CarePlan, shelf: Shelf) -> list[str]:
    """Everything a booklet can hold, by id, in its order: questions, goals, topics, and the places as one."""
    typed = unchecked(plan, shelf)
    here = {*said_questions(plan, shelf), *typed}
    new_goal = [A_GOAL] if A_GOAL in typed else []
    places = [PLACES] if any(id in shelf.places for id in plan.places) else []
    return [
        *(id for id in _in_order(shelf) if id in here),
        *said_goals(plan),
        *new_goal,
        *said_topics(plan, shelf),
        *places,
    ]


def unchecked(plan: CarePlan, shelf: Shelf) -> dict[str, list[Suggestion]]:
    """The words of the parent that somebody typed and the parent did not check, by question, topic, or new goal.

    Other words that others offer are not the parent's, and are on no paper before the parent adds them.
    """
    typed = [each for each in plan.company.waiting if each.said.spoken and each.said.words.strip()]
    items = (*_in_order(shelf), *shelf.topics, A_GOAL)
    by_item = {id: [each for each in typed if each.said.item == id] for id in items}
    return {id: here for id, here in by_item.items() if here}


def _in_order(shelf: Shelf) -> list[str]:
    return [question.id for section in shelf.sections for question in section.questions]


def said_topics(plan: CarePlan, shelf: Shelf) -> list[str]:
    """The topics something was said about, in the order of the library."""
    said = {*plan.topics, *unchecked(plan, shelf)}
    return [topic.id for group in shelf.groups for topic in group.topics if topic.id in said]


def said_goals(plan: CarePlan) -> list[str]:
    """The goals with words, but not those let go: of them nothing is asked and nothing printed."""
    return [
        id for id, goal in plan.goals.items() if goal.wish and goal.wish.words and goal.state is not GoalState.LET_GO
    ]


def _is_said(plan: CarePlan, id: str) -> bool:
    answer = plan.answers[id]
    match answer.standing:
        case Standing.SKIPPED:
            return False
        case Standing.WORDS:
            return bool(answer.words.strip())
        case Standing.NOT_SURE | Standing.OUT_LOUD | Standing.ON_THE_DAY:
            return True
