"""The kinds of things a turn can say."""

from typing import get_args

import pytest
from pydantic import BaseModel

from perinatal.care.plan import CarePlan
from perinatal.care.said import Answered, Said, Standing
from tests.care.conversations import conversation

KINDS: tuple[type[BaseModel], ...] = get_args(get_args(Said)[0])

ABOUT = {"topic": "a", "goal": "a", "question": "a", "place": "a", "sheet": "a", "turn": "a", "words": "x"}
CHOICES = {"stance": "no", "points": ["what"], "how": "mostly", "state": "done"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_plan_hears_every_kind(kind: type[BaseModel]) -> None:
    """Stumbles as soon as a kind joins the set and the plan does not know what to do with it."""
    wanted = {name: value for name, value in (ABOUT | CHOICES).items() if name in kind.model_fields}

    CarePlan.of(conversation(kind.model_validate(wanted)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_has_its_own_name_and_a_sentence(kind: type[BaseModel]) -> None:
    assert [other for other in KINDS if other.model_fields["kind"].default == kind.model_fields["kind"].default] == [
        kind
    ]
    assert (kind.__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("standing", Standing)
def test_a_question_can_be_answered_without_a_word(standing: Standing) -> None:
    answer = CarePlan.of(conversation(Answered(question="A1", standing=standing))).answers["A1"]

    assert (answer.standing, answer.words) == (standing, "")
