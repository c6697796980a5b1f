"""The kinds of things a turn can say."""

from typing import Any, get_args

import pytest
from pydantic import BaseModel, TypeAdapter

from perinatal.care.audience import Audience
from perinatal.care.plan import CarePlan
from perinatal.care.said import Answered, Said, Standing
from perinatal.care.sharing import LetIn
from perinatal.care.turn import ONLY_A_MEMBER_SAYS
from tests.care.conversations import conversation, said_by

KINDS: tuple[type[BaseModel], ...] = get_args(get_args(Said)[0])

ABOUT = {"topic": "a", "goal": "a", "question": "a", "place": "a", "sheet": "a", "turn": "a", "words": "x"}
CHOICES = {"stance": "no", "points": ["what"], "state": "done"}
OTHERS = {
    "member": "a",
    "public": "0" * 128,
    "name": "Ana",
    "part": "A",
    "parts": ["A"],
    "item": "a",
    "answer": "not_now",
    "link": "a",
}
BY_KIND: dict[str, dict[str, Any]] = {
    "went": {"how": "mostly"},
    "replied": {"how": "added"},
    "let_in": {"audience": "team"},
    "addressed": {"audience": ["team"]},
    "linked": {"audience": "team", "until": "2026-11-22", "uses": 1, "coded": False},
}


def one_of(kind: type[BaseModel]) -> Said:
    """Something of this kind."""
    given = ABOUT | CHOICES | OTHERS | BY_KIND.get(kind.model_fields["kind"].default, {})
    return TypeAdapter[Said](Said).validate_python(
        {"kind": kind.model_fields["kind"].default} | {n: v for n, v in given.items() if n in kind.model_fields}
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_plan_hears_every_kind(kind: type[BaseModel]) -> None:
    """Stumbles as soon as a kind joins the set and the plan does not know what to do with it."""
    let_in = conversation(LetIn(member="a", public="0" * 128, name="Ana", audience=Audience.TEAM))
    said = one_of(kind)

    CarePlan.of([*let_in, said_by("m" if isinstance(said, ONLY_A_MEMBER_SAYS) else "", said)])


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
