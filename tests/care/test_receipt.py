"""A receipt holds every field the standard asks for, and says how a consent came to stand as it does."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from perinatal.care import ShareAnswer, Turn
from perinatal.care.receipt import ConsentState, Event, How, Party, Receipt, steps_of
from perinatal.care.sharing import Shared, Stopped

BEGAN = datetime(2026, 5, 3, 12, tzinfo=UTC)
DAY = BEGAN.date()
MANDATORY = {
    "record": {"schema_version", "record_id", "principal"},
    "processing": {
        "notice",
        "language",
        "purpose",
        "information",
        "controller",
        "storage",
        "retention",
        "jurisdiction",
        "recipients",
        "withdrawal",
    },
    "pii": {"information_type"},
    "party": {"id", "address", "name", "contact", "type"},
    "event": {"time", "validity", "entity", "type", "state"},
}
"""What ISO/IEC TS 27560 does not call optional, by the names it has here."""


def turn(said: object, days: int = 0, id: str = "t0") -> Turn:
    return Turn.model_validate({"id": id, "at": BEGAN + timedelta(days=days), "language": "en", "said": said})


def shared(answer: ShareAnswer = ShareAnswer.YES, days: int | None = 7, part: str = "A") -> Shared:
    until = None if days is None else DAY + timedelta(days=days)
    return Shared(member="m1", part=part, answer=answer, until=until)


def states(*turns: Turn, today: date = DAY) -> list[tuple[How, ConsentState]]:
    return [(step.how, step.state) for step in steps_of(turns[0], turns, today, UTC)]


def test_no_mandatory_field_can_be_left_out_or_left_empty() -> None:
    asked = MANDATORY["record"] | MANDATORY["processing"] | MANDATORY["pii"] | {"party", "events"}

    assert set(Receipt.model_json_schema()["required"]) == asked
    assert set(Party.model_json_schema()["required"]) == MANDATORY["party"]
    assert set(Event.model_json_schema()["required"]) == MANDATORY["event"]
    with pytest.raises(ValidationError):
        Party(id="1", name="Ana", address=" ", contact="-", type="-")


@pytest.mark.parametrize(
    ("answer", "days", "state"),
    [
        (ShareAnswer.YES, 7, ConsentState.GIVEN),
        (ShareAnswer.ASK_EACH_TIME, None, ConsentState.REQUESTED),
        (ShareAnswer.ASK_EACH_TIME, 0, ConsentState.GIVEN),
        (ShareAnswer.TALK_FIRST, None, ConsentState.REQUESTED),
        (ShareAnswer.NOT_NOW, None, ConsentState.REFUSED),
    ],
)
def test_every_answer_has_its_state(answer: ShareAnswer, days: int | None, state: ConsentState) -> None:
    assert states(turn(shared(answer, days))) == [(How.ANSWERED, state)]


def test_what_was_stopped_is_withdrawn_however_it_was_stopped() -> None:
    yes = turn(shared())

    for stop in (Stopped(member="m1", part="A"), Stopped(member="m1"), Stopped()):
        assert states(yes, turn(stop, 1, "t1"))[-1] == (How.STOPPED, ConsentState.WITHDRAWN)
    assert states(yes, turn(shared(ShareAnswer.NOT_NOW, None), 1, "t1"))[-1][1] is ConsentState.WITHDRAWN
    assert states(yes, turn(Stopped(member="m2"), 1, "t1"), turn(Stopped(member="m1", part="B"), 1, "t2")) == [
        (How.ANSWERED, ConsentState.GIVEN)
    ]


def test_what_nobody_asked_about_again_has_lapsed_and_stays_so() -> None:
    yes = turn(shared(days=1))

    assert states(yes, today=DAY + timedelta(days=1)) == [(How.ANSWERED, ConsentState.GIVEN)]
    assert states(yes, today=DAY + timedelta(days=2))[-1] == (How.DAY_PAST, ConsentState.LAPSED)
    later = turn(Stopped(), 3, "t1")
    assert states(yes, later, today=DAY + timedelta(days=3))[-1] == (How.DAY_PAST, ConsentState.LAPSED)
    (_, over) = steps_of(yes, [yes], DAY + timedelta(days=2), UTC)
    assert over.at == datetime(2026, 5, 5, tzinfo=UTC)


def test_a_second_yes_goes_on_where_the_first_ended() -> None:
    assert states(turn(shared()), turn(shared(days=30), 1, "t1"))[-1] == (How.AGAIN, ConsentState.GIVEN)
