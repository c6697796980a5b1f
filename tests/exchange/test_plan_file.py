"""What is behind the lock: plain JSON that holds words and no way in, and is read as if a stranger had made it."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from perinatal.care import Audience, ShareAnswer, Turn
from perinatal.care.linking import Linked, Unlinked
from perinatal.care.said import Answered, Hidden, Kept, Said, TakenOut, Wished
from perinatal.care.sharing import Entrusted, LetIn, Looked, Shared, ShownOnce, Stopped, Suggested
from perinatal.exchange import NotOpened, PlanFile, TooMuch, Why, age, packed, plan_file, read, written
from tests.care.conversations import conversation, said_by

DAY = date(2026, 11, 23)
ANA = "a" * 32
KEYS = "f" * 128
WAYS_IN: tuple[Said, ...] = (
    LetIn(member=ANA, public=KEYS, name="Ana", audience=Audience.TEAM),
    Shared(member=ANA, part="A", answer=ShareAnswer.YES, until=DAY),
    Stopped(member=ANA),
    Linked(link=ANA, name="Sam", audience=Audience.TEAM, parts=frozenset("A"), until=DAY, uses=1, coded=True),
    Unlinked(link=ANA),
    Entrusted(name="Sam"),
    ShownOnce(member=ANA, item="A1"),
    Kept(),
    Hidden(parts=frozenset("A")),
)
TURN: dict[str, Any] = {
    "id": "t1",
    "at": "2026-11-02T09:00:00Z",
    "language": "en",
    "said": {"kind": "answered", "question": "A1", "words": "heron"},
}
FILE: dict[str, Any] = {"what": "plan", "schema_version": 1, "made": "2026-11-23", "language": "en", "turns": [TURN]}


def why(plain: bytes) -> Why:
    """Why it is not read."""
    with pytest.raises(NotOpened) as told:
        read(plain)
    return told.value.why


def file_of(**changed: Any) -> bytes:
    """A file with these things in it otherwise."""
    return json.dumps(FILE | changed).encode()


def turn_of(**changed: Any) -> bytes:
    """A file with one turn, with these things in it otherwise."""
    return file_of(turns=[TURN | changed])


def test_what_was_written_is_read_again() -> None:
    turns = conversation(Answered(question="A1", words='é 🙂 \u2028 "\\'), Wished(goal="1", words="sleep"))

    file = packed(turns, {}, DAY, "en")

    assert read(written(file)) == file
    assert [(turn.id, turn.at, turn.language, turn.said) for turn in file.turns] == [
        (turn.id, turn.at, turn.language, turn.said) for turn in turns
    ]


def test_no_way_in_goes_into_a_file_and_no_look() -> None:
    looked = said_by(ANA, Looked(parts=frozenset("A")))

    plain = written(packed([*conversation(*WAYS_IN), looked], {looked.id: "Ana"}, DAY, "en"))

    assert json.loads(plain)["turns"] == []
    assert not any(mark.encode() in plain for mark in (ANA, KEYS, "Ana", "Sam"))


@pytest.mark.parametrize("said", WAYS_IN, ids=lambda said: said.kind)
def test_a_file_that_brings_a_way_in_is_no_plan_file(said: Said) -> None:
    assert why(turn_of(said=json.loads(said.model_dump_json()))) is Why.NO_PLAN
    assert why(turn_of(by="other", said={"kind": "looked", "parts": ["A"]})) is Why.NO_PLAN


def test_what_takes_out_a_turn_that_stays_behind_stays_with_it() -> None:
    turns = conversation(Stopped(member=ANA), TakenOut(turn="t0"), TakenOut(turn="t1"), TakenOut(turn="elsewhere"))

    assert [turn.id for turn in packed(turns, {}, DAY, "en").turns] == ["t3"]


def test_who_said_it_is_a_name_and_no_member() -> None:
    offered = said_by(ANA, Suggested(item="A1", words="offered"))

    plain = written(packed([offered], {offered.id: "Ana"}, DAY, "en"))

    assert (read(plain).turns[0].by, read(plain).turns[0].name) == ("other", "Ana")
    assert ANA.encode() not in plain


ODD: tuple[bytes, ...] = (
    b"",
    b"[]",
    b"null",
    b'"plan"',
    b"\xef\xbb\xbf" + file_of(),
    file_of().decode().encode("utf-16"),
    file_of()[:-1],
    file_of() + b"{}",
    b"\xff" + file_of(),
    file_of(more=1),
    file_of(what="grant"),
    file_of(schema_version="1"),
    file_of(schema_version=0),
    file_of(made="yesterday"),
    file_of(turns={}),
    file_of(turns=[TURN, TURN]),
    turn_of(more=1),
    turn_of(id="a b"),
    turn_of(id="a" * 65),
    turn_of(at="2026-11-02T09:00:00"),
    turn_of(at="0001-01-01T00:00:00Z"),
    turn_of(at="9999-12-31T23:59:59Z"),
    turn_of(at=1),
    turn_of(language="English, please"),
    turn_of(audience=["me", "team"]),
    turn_of(audience=["everybody"]),
    turn_of(audience=[]),
    turn_of(by="other"),
    turn_of(by="me"),
    turn_of(name="Ana"),
    turn_of(part="A"),
    turn_of(carried={}),
    turn_of(said={"kind": "answered", "question": "A1", "words": "w" * 20_001}),
    turn_of(said={"kind": "answered", "question": "A1", "words": 7}),
    turn_of(said={"kind": "answered", "question": "A1", "member": ANA}),
    turn_of(said={"kind": "wished", "goal": "9" * 60, "words": "w"}),
    turn_of(said={"kind": "addressed", "item": "A1", "audience": ["me", "team"]}),
    turn_of(said={"kind": "addressed", "item": "A1", "audience": []}),
    turn_of(said={"kind": "suggested", "item": "A1", "words": "w"}),
    turn_of(said={"kind": "of another day"}),
)


def test_everything_that_is_not_as_we_write_it_is_refused() -> None:
    assert {plain[:80]: why(plain) for plain in ODD} == {plain[:80]: Why.NO_PLAN for plain in ODD}
    assert read(file_of()).turns[0].said == Answered(question="A1", words="heron")


@pytest.mark.parametrize(
    "twice",
    [
        b'"made": "2026-11-23"',
        b'"language": "en"',
        b'"kind": "answered"',
        b'"id": "t1"',
    ],
)
def test_a_key_that_stands_twice_is_refused(twice: bytes) -> None:
    plain = file_of().replace(twice, twice + b", " + twice, 1)

    assert plain != file_of()
    assert why(plain) is Why.NO_PLAN


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1.0", "1e9", "1e999", "9" * 5000, "-" + "9" * 5000, "1" * 300]
)
def test_a_number_no_plan_has_is_refused(number: str) -> None:
    for plain in (
        file_of().replace(b'"schema_version": 1', b'"schema_version": ' + number.encode()),
        file_of().replace(b'"t1"', number.encode()),
    ):
        assert why(plain) in (Why.NO_PLAN, Why.NEWER)


@pytest.mark.parametrize("half", [rb"\ud800", rb"\udc00", rb"\ud800\ud800", b"\xed\xa0\x80"])
def test_half_a_letter_is_refused(half: bytes) -> None:
    assert why(file_of().replace(b"heron", half)) is Why.NO_PLAN


class Made:
    """How many values were begun to be made."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, *_: Any, **__: Any) -> Any:
        self.count += 1
        raise AssertionError("nothing may be made of this")


BOMBS: dict[str, Callable[[], bytes]] = {
    "deep lists": lambda: b"[" * 100_000,
    "deep keys": lambda: b'{"a":' * 100_000,
    "a million keys": lambda: b"{" + b",".join(b'"%d":1' % n for n in range(150_000)) + b"}",
    "a million nothings": lambda: b"[" + b"[]," * 600_000 + b"[]]",
    "too long": lambda: b" " * (age.LARGEST + 1),
    "quotes": lambda: b'"' + rb"\"" * 1_000_000,
    "quotes that never end": lambda: b'{"a": "' + rb"\"" * 199_000,
    "an end that never comes": lambda: b'{"a": "' + b"a" * 2_000_000,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_what_unfolds_without_end_is_refused_before_anything_is_made_of_it(
    monkeypatch: pytest.MonkeyPatch, bomb: str
) -> None:
    made = Made()
    monkeypatch.setattr(plan_file.json, "loads", made)
    monkeypatch.setattr(PlanFile, "model_validate_json", made)

    assert why(BOMBS[bomb]()) is Why.NO_PLAN
    assert made.count == 0


def test_depth_is_counted_outside_of_words_only() -> None:
    assert read(file_of().replace(b"heron", b"[[[[[[[[[[[[[[[[{{{{")).turns


def test_a_newer_file_is_said_to_be_newer() -> None:
    assert why(file_of(schema_version=2, turns={"other": "shape"}, more=1)) is Why.NEWER


def test_more_than_a_file_can_hold_is_said_before_it_is_made() -> None:
    at = datetime(2026, 11, 2, tzinfo=UTC)
    many = [
        Turn(id=f"t{n}", at=at, language="en", said=Answered(question="A1")) for n in range(plan_file.MOST_TURNS + 1)
    ]
    long = conversation(*(Answered(question="A1", words="w" * 20_000) for _ in range(110)))

    with pytest.raises(TooMuch):
        packed(many, {}, DAY, "en")
    with pytest.raises(TooMuch):
        written(packed(long, {}, DAY, "en"))


def test_the_most_turns_there_may_be_can_be_read_again() -> None:
    at = datetime(2026, 11, 2, tzinfo=UTC)
    file = packed(
        [Turn(id=f"{n:016}", at=at, language="en", said=Answered(question="A1")) for n in range(plan_file.MOST_TURNS)],
        {},
        DAY,
        "en",
    )

    assert len(read(written(file)).turns) == plan_file.MOST_TURNS


def test_nothing_in_a_file_is_shown_by_what_python_says_of_it() -> None:
    with pytest.raises(NotOpened) as told:
        read(turn_of(said={"kind": "answered", "question": "heron lantern 8841", "words": "heron lantern 8841"}))

    assert "heron" not in str(told.value) + repr(told.value)
    assert told.value.__cause__ is None
