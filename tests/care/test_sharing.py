"""The answers on sharing: what each may say, and that only a yes with a last day opens anything."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from perinatal.care.audience import ONLY_ME, Audience
from perinatal.care.plan import CarePlan
from perinatal.care.said import Said
from perinatal.care.sharing import LetIn, ShareAnswer, Shared, Stopped
from perinatal.care.turn import A_MEMBER_MAY_SAY, Turn
from tests.care.conversations import MONDAY
from tests.care.test_said import KINDS, one_of

CANARY = "heron lantern 4471"
TODAY = MONDAY.date()
LAST = TODAY + timedelta(days=30)


def shared(answer: ShareAnswer = ShareAnswer.YES, until: date | None = LAST, part: str = "A") -> Shared:
    return Shared(member="m", part=part, answer=answer, until=until)


@pytest.mark.parametrize("answer", [ShareAnswer.TALK_FIRST, ShareAnswer.NOT_NOW])
def test_what_is_not_shared_has_no_last_day(answer: ShareAnswer) -> None:
    with pytest.raises(ValidationError):
        shared(answer)

    assert not shared(answer, None).is_open(TODAY)


def test_a_yes_without_a_last_day_cannot_be_said() -> None:
    with pytest.raises(ValidationError):
        shared(until=None)


def test_ask_me_each_time_is_closed_until_it_is_opened_for_a_day() -> None:
    assert not shared(ShareAnswer.ASK_EACH_TIME, None).is_open(TODAY)
    assert shared(ShareAnswer.ASK_EACH_TIME, TODAY).is_open(TODAY)
    assert not shared(ShareAnswer.ASK_EACH_TIME, TODAY).is_open(TODAY + timedelta(days=1))


@given(st.integers(-400, 400))
def test_a_yes_is_open_up_to_its_last_day_and_no_day_longer(days: int) -> None:
    day = LAST + timedelta(days=days)

    assert shared().is_open(day) is (day <= LAST)


@pytest.mark.parametrize("public", ["", "0" * 127, "G" * 128, "0" * 129])
def test_nobody_is_let_in_without_their_keys(public: str) -> None:
    with pytest.raises(ValidationError):
        LetIn(member="m", public=public, name="Ana", audience=Audience.TEAM)


def test_python_shows_no_name_and_no_words_of_sharing() -> None:
    said: list[Said] = [
        LetIn(member="m", public="0" * 128, name=CANARY, audience=Audience.TEAM, called=CANARY),
        shared().model_copy(update={"why": CANARY, "words": CANARY}),
    ]

    assert CANARY not in repr(said)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_member_says_four_kinds_of_things_and_nothing_else(kind: type[Said]) -> None:
    said = one_of(kind)

    def by_a_member() -> Turn:
        return Turn(id="t", at=MONDAY, language="en", said=said, by="m")

    if isinstance(said, A_MEMBER_MAY_SAY):
        assert by_a_member().by == "m"
    else:
        with pytest.raises(ValidationError):
            by_a_member()


def test_what_only_a_member_says_is_never_said_by_the_parent() -> None:
    for name in ("Looked", "Suggested"):
        said = one_of(next(kind for kind in KINDS if kind.__name__ == name))
        with pytest.raises(ValidationError):
            Turn(id="t", at=MONDAY, language="en", said=said)


def test_stopping_needs_no_more_than_one_word() -> None:
    turn = Turn(id="t", at=MONDAY, language="en", said=Stopped())

    assert turn.audience == ONLY_ME
    assert CarePlan.of([turn]).company.people == {}
