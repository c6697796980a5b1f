"""THE PLAN: a plan is a conversation, and this folder is what a conversation means.

A turn is one small, dated thing that was said, decided, explained, wished or taken out. It is never edited.
The plan is what the turns say now: `CarePlan.of(turns)`. Nothing here reads a clock, a file, the network or a
framework, so that the same turns always say the same plan, today and in three years.

Topics, questions and goals are known here by id only. An old plan still opens after the words around it change.
"""

from perinatal.care.audience import ONLY_ME, Audience, Reader, audience_behind
from perinatal.care.company import Company, Link, Person, Suggestion
from perinatal.care.copying import PLACES, item_of, may_be_handed_over
from perinatal.care.goal import GoalState, Going
from perinatal.care.plan import CarePlan
from perinatal.care.said import Said, Standing
from perinatal.care.sharing import Reply, ShareAnswer
from perinatal.care.stance import Point, Stance
from perinatal.care.turn import Turn

__all__ = [
    "ONLY_ME",
    "Audience",
    "CarePlan",
    "Company",
    "GoalState",
    "Going",
    "Link",
    "PLACES",
    "Person",
    "Point",
    "Reader",
    "Reply",
    "Said",
    "ShareAnswer",
    "Stance",
    "Standing",
    "Suggestion",
    "Turn",
    "audience_behind",
    "item_of",
    "may_be_handed_over",
]
