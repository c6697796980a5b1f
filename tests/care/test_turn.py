"""A turn: what can be one, what can't, and that an old one still opens."""

import json
from datetime import date, datetime

import pytest
from pydantic import ValidationError

from perinatal.care.audience import ONLY_ME, Audience
from perinatal.care.plan import CarePlan
from perinatal.care.said import Answered, Wished
from perinatal.care.sharing import Reply
from perinatal.care.stance import Stance
from perinatal.care.turn import Turn, as_addressed, read_turns
from tests.care.conversations import MONDAY
from tests.care.test_said import KINDS

CANARY = "heron lantern 4471"
WHO = ("me", "team")

# Written by the first version. It stays here as it is: whoever wrote it must be able to open it.
OLD = b"""
{"id":"t1","at":"2026-11-02T09:00:00Z","language":"en","audience":["team","birth"],
 "said":{"kind":"answered","question":"A1","words":"Call me Sam","standing":"words"}}
{"id":"t2","at":"2026-11-02T09:01:00Z","language":"es","audience":["me"],
 "said":{"kind":"decided","topic":"C02","stance":"yes_if","words":"","conditions":"me dicen antes","look_again":""}}
{"id":"t3","at":"2026-11-02T09:02:00Z","language":"en","audience":["me"],
 "said":{"kind":"explained","topic":"C02","points":["what","if_no"],"who":"Ana","present":"","interpreter":"Luz"}}
{"id":"t4","at":"2026-11-02T09:03:00Z","language":"en","audience":["trusted"],
 "said":{"kind":"wondered","topic":"C02","words":"Who sees it?"}}
{"id":"t5","at":"2026-11-02T09:04:00Z","language":"en","audience":["me"],
 "said":{"kind":"wished","goal":"g1","words":"Sleep","why":"","card":"g1"}}
{"id":"t6","at":"2026-11-02T09:05:00Z","language":"en","audience":["me"],
 "said":{"kind":"stepped","goal":"g1","words":"A nap","helper":"My sister"}}
{"id":"t7","at":"2026-11-02T09:06:00Z","language":"en","audience":["me"],
 "said":{"kind":"went","goal":"g1","how":"about_half","words":""}}
{"id":"t8","at":"2026-11-02T09:07:00Z","language":"en","audience":["me"],
 "said":{"kind":"moved","goal":"g1","state":"let_go","words":""}}
{"id":"t9","at":"2026-11-02T09:08:00Z","language":"en","audience":["me"],
 "said":{"kind":"placed","place":"us-988","words":""}}
{"id":"t10","at":"2026-11-02T09:09:00Z","language":"en","audience":["me"],
 "said":{"kind":"printed","sheet":"booklet","reader":"team"}}
{"id":"t11","at":"2026-11-02T09:10:00Z","language":"en","audience":["me"],"said":{"kind":"kept"}}
{"id":"t12","at":"2026-11-02T09:11:00Z","language":"en","audience":["me"],"said":{"kind":"taken_out","turn":"t9"}}
"""

# The kinds that came with the second version, as it wrote them.
SECOND = b"""
{"id":"t13","at":"2026-11-22T09:00:00Z","language":"en","audience":["me"],"part":"","by":"",
 "said":{"kind":"let_in","member":"m1","public":"%s","name":"Ana","audience":"team","called":"D."}}
{"id":"t14","at":"2026-11-22T09:01:00Z","language":"en","audience":["me"],"part":"","by":"",
 "said":{"kind":"shared","member":"m1","part":"A","answer":"yes","until":"2026-12-01","why":"","words":"","notice":"1"}}
{"id":"t15","at":"2026-11-22T09:02:00Z","language":"es","audience":["me"],"part":"","by":"",
 "said":{"kind":"addressed","item":"A1","audience":["team"]}}
{"id":"t16","at":"2026-11-22T09:03:00Z","language":"en","audience":["me"],"part":"","by":"m1",
 "said":{"kind":"looked","parts":["A"]}}
{"id":"t17","at":"2026-11-22T09:04:00Z","language":"en","audience":["team"],"part":"A","by":"m1",
 "said":{"kind":"suggested","item":"A1","words":"Sam, please","spoken":true}}
{"id":"t18","at":"2026-11-22T09:05:00Z","language":"en","audience":["me"],"part":"","by":"",
 "said":{"kind":"replied","turn":"t17","how":"changed"}}
{"id":"t19","at":"2026-11-22T09:06:00Z","language":"en","audience":["team"],"part":"A","by":"",
 "said":{"kind":"answered","question":"A1","words":"Sam","standing":"words","after":"t17"}}
{"id":"t21","at":"2026-11-22T09:06:30Z","language":"en","audience":["trusted"],"part":"topics","by":"",
 "said":{"kind":"settled","topic":"C02","turn":"t4"}}
{"id":"t22","at":"2026-11-22T09:06:30Z","language":"en","audience":["me"],"part":"","by":"",
 "said":{"kind":"hidden","parts":["A","topics"]}}
{"id":"t19a","at":"2026-11-22T09:06:00Z","language":"en","audience":["me"],"part":"","by":"",
 "said":{"kind":"entrusted","name":"Rosa","standing":true}}
{"id":"t23","at":"2026-11-22T09:07:00Z","language":"en","audience":["me"],"part":"","by":"",
 "said":{"kind":"linked","link":"k1","name":"Ana","audience":"team","parts":["A"],"until":"2026-11-29","uses":3,
 "coded":true,"notice":"1"}}
{"id":"t24","at":"2026-11-22T09:07:00Z","language":"en","audience":["me"],"part":"","by":"",
 "said":{"kind":"unlinked","link":"k1"}}
{"id":"t20","at":"2026-11-22T09:07:00Z","language":"en","audience":["me"],"part":"","by":"",
 "said":{"kind":"stopped","member":"m1","part":""}}
{"id":"t25","at":"2026-11-22T09:08:00Z","language":"en","audience":["me"],"part":"","by":"",
 "said":{"kind":"shown_once","member":"m1","item":"A1"}}
""" % (b"0" * 128)


def pieces_of(written: bytes) -> list[bytes]:
    """The turns, each by itself."""
    return [b"{" + piece for piece in written.strip().removeprefix(b"{").split(b"\n{")]


def a_turn(**changed: object) -> dict[str, object]:
    said = {"kind": "answered", "question": "A1", "words": CANARY}
    return {"id": "t1", "at": MONDAY.isoformat(), "language": "en", "said": said} | changed


def test_turns_written_by_the_first_version_open() -> None:
    turns = read_turns(pieces_of(OLD))

    plan = CarePlan.of(turns)
    new = {turn.said.kind for turn in read_turns(pieces_of(SECOND))} - {"answered"}
    assert {turn.said.kind for turn in turns} == {kind.model_fields["kind"].default for kind in KINDS} - new
    assert plan.answers["A1"].words == "Call me Sam"
    assert plan.topics["C02"].stance is Stance.YES_IF
    assert not plan.places
    assert plan.kept
    assert all((turn.part, turn.by) == ("", "") for turn in turns)


def test_turns_written_by_the_second_version_open() -> None:
    turns = read_turns(pieces_of(OLD) + pieces_of(SECOND))

    plan = CarePlan.of(turns)
    assert {turn.said.kind for turn in turns} == {kind.model_fields["kind"].default for kind in KINDS}
    assert plan.answers["A1"].words == "Sam"
    assert plan.topics["C02"].open_questions == []
    assert plan.addressed == {"A1": frozenset({Audience.TEAM})}
    assert plan.hidden == {"A", "topics"}
    person = plan.company.people["m1"]
    assert (person.said.name, person.answers) == ("Ana", {})
    assert plan.company.suggestions["t17"].reply is Reply.CHANGED
    assert [turn.id for turn in plan.company.looks] == ["t16", "t25"]
    assert plan.company.links["k1"].stopped
    before = CarePlan.of(turns[:-2]).company.people["m1"]
    assert before.sees(date(2026, 12, 1)) == {"A"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"mood": "fine"},
        {"said": {"kind": "shouted", "words": CANARY}},
        {"said": {"kind": "answered", "question": "A1", "words": CANARY, "mood": "fine"}},
        {"said": {"kind": "decided", "topic": "C02", "stance": "maybe", "words": CANARY}},
        {"said": {"kind": "answered", "question": CANARY, "words": ""}},
        {"said": {"kind": "wished", "goal": "g1", "words": "", "card": CANARY}},
        {"said": {"kind": "answered", "question": "A1", "words": CANARY * 2000}},
        {"at": datetime(2026, 11, 2, 9, 0).isoformat()},  # noqa: DTZ001  a date without a zone is what is refused
        {"language": CANARY},
        {"audience": []},
        {"audience": ["me", "team"]},
        {"audience": ["police"]},
        {"by": CANARY},
        {"part": CANARY},
        {"by": "m1"},
        {"by": "m1", "said": {"kind": "shown_once", "member": "m1", "item": "A1"}},
        {"said": {"kind": "looked", "parts": ["A"]}},
        {"said": {"kind": "suggested", "item": "A1", "words": CANARY}},
    ],
)
def test_what_is_not_a_turn_cannot_be_made(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as refused:
        Turn.model_validate(a_turn(**wrong))
    with pytest.raises(ValidationError) as unread:
        read_turns([json.dumps(a_turn(**wrong)).encode()])

    assert CANARY not in str(refused.value)
    assert CANARY not in str(unread.value)


def test_a_turn_is_never_edited() -> None:
    turn = Turn.model_validate(a_turn())

    with pytest.raises(ValidationError):
        turn.said = Answered(question="A1", words="other")  # type: ignore[misc]  what this test is about


def test_what_python_shows_of_a_turn_has_no_words_in_it() -> None:
    turn = Turn.model_validate(a_turn(said=Wished(goal="g1", words=CANARY, why=CANARY).model_dump()))

    assert CANARY not in repr(turn)
    assert CANARY not in str(turn)
    assert CANARY in turn.model_dump_json()


def test_a_turn_is_only_for_me_unless_the_parent_says_otherwise() -> None:
    assert Turn.model_validate(a_turn()).audience == frozenset({Audience.ME})


def test_a_members_words_about_what_the_parent_closed_are_hers_alone() -> None:
    team = frozenset({Audience.TEAM})
    offered = Turn.model_validate(a_turn(said={"kind": "wondered", "topic": "C02", "words": CANARY}, by="m1"))
    offered = offered.model_copy(update={"audience": team, "part": "topics"})
    closed = [Turn.model_validate(a_turn(said={"kind": "addressed", "item": "C02", "audience": [who]})) for who in WHO]

    assert as_addressed(offered, []) == offered
    assert as_addressed(offered, closed[:1]).audience == ONLY_ME
    assert as_addressed(offered, closed[:1]).part == ""
    assert as_addressed(offered, closed) == offered, "it is open again"
