"""What is behind the lock of a plan file: one JSON document, schema 1, plain enough to be read without this program.

It is read as if a stranger had made it: its size, depth and number of things are looked at before anything is made of
it; then every key and every value has to be one we know. One thing amiss, and nothing of it is taken.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, ValidationError, field_serializer, model_validator

from perinatal.care import ONLY_ME, Audience, Turn
from perinatal.care.audience import one_meaning
from perinatal.care.carried import in_their_place
from perinatal.care.kind import Id, Words
from perinatal.care.sharing import Addressed
from perinatal.care.turn import A_MEMBER_MAY_SAY, ONLY_A_MEMBER_SAYS, Language
from perinatal.exchange.age import LARGEST
from perinatal.exchange.travels import Travelling, those_that_travel, travels
from perinatal.exchange.trouble import NotOpened, Why

SCHEMA = 1
DEEPEST = 12
"""How deep one thing may lie in another. Ours go five deep."""
MOST_BRACKETS, MOST_QUOTES = 50_000, 400_000
"""What a reader has to make values for. A full file of ours has half of it."""
QUOTES_A_THING, QUOTES_IN_WORDS = 64, 50_000
"""Each thing of ours has a dozen keys at most, and people write some quotes of their own."""
MOST_TURNS = 5_000
FIRST_YEAR, LAST_YEAR = 2000, 2200
"""Times at the edge of what a calendar has break whatever moves them to where the reader is."""
_ROOM = 4096
"""Bytes a lock takes at most beside what it locks: 16 for each 64 KiB, and a header."""
_GOAL = re.compile(r"[1-9][0-9]{0,3}\Z")
"""Goals are numbered as they are named."""
# Up to the next bracket outside of words, or the end. Possessive: no order of quotes makes it look anywhere twice.
_TO_BRACKET = re.compile(rb'[^"\[\]{}]*+(?:"(?:[^"\\]++|\\.)*+"[^"\[\]{}]*+)*+([\[\]{}]|\Z)', re.DOTALL)


class TooMuch(Exception):
    """There is more in a plan than one file may hold."""


class CarriedTurn(BaseModel, frozen=True, extra="forbid", hide_input_in_errors=True):
    """One turn in a file. Who said it is a name, never a member: names open nothing."""

    id: Id
    at: AwareDatetime
    language: Language
    by: Literal["parent", "other"] = "parent"
    name: Words = ""
    """The name of the other, as the parent gave it."""
    audience: Annotated[frozenset[Audience], AfterValidator(one_meaning)] = ONLY_ME
    said: Travelling

    @field_serializer("audience")
    def _in_one_order(self, audience: frozenset[Audience]) -> list[Audience]:
        return sorted(audience)

    @model_validator(mode="after")
    def _said_by_whom_it_can_be(self) -> "CarriedTurn":
        if self.by == "other" and not isinstance(self.said, A_MEMBER_MAY_SAY):
            raise ValueError("this is said by a parent only")
        if self.by == "parent" and (self.name or isinstance(self.said, ONLY_A_MEMBER_SAYS)):
            raise ValueError("this is said by others only")
        return self

    @model_validator(mode="after")
    def _in_its_bounds(self) -> "CarriedTurn":
        if not FIRST_YEAR <= self.at.year <= LAST_YEAR:
            raise ValueError("nothing is said then")
        if not _GOAL.match(getattr(self.said, "goal", "1")):
            raise ValueError("no goal has such a number")
        if isinstance(self.said, Addressed):
            one_meaning(self.said.audience)
        return self


class PlanFile(BaseModel, frozen=True, extra="forbid", hide_input_in_errors=True):
    """A plan as it is carried."""

    what: Literal["plan"] = "plan"
    schema_version: Literal[1] = SCHEMA
    made: date
    language: Language
    turns: Annotated[tuple[CarriedTurn, ...], Field(max_length=MOST_TURNS)]

    @model_validator(mode="after")
    def _each_turn_once(self) -> "PlanFile":
        if len({turn.id for turn in self.turns}) < len(self.turns):
            raise ValueError("two turns have one id")
        return self


def packed(turns: Sequence[Turn], names: Mapping[str, str], made: date, language: str) -> PlanFile:
    """These turns as they are carried, in the order they count; names are those of who said them, by turn."""
    carried = tuple(
        CarriedTurn(
            id=turn.id,
            at=turn.at,
            language=turn.language,
            by="other" if turn.by else "parent",
            name=names.get(turn.id, "") if turn.by else "",
            audience=turn.audience,
            said=turn.said,
        )
        for turn in those_that_travel(in_their_place(turns))
        if travels(turn.said)
    )
    if len(carried) > MOST_TURNS:
        raise TooMuch
    return PlanFile(made=made, language=language, turns=carried)


def written(file: PlanFile) -> bytes:
    """The file as JSON; raises TooMuch for more than a lock may be put on here."""
    plain = file.model_dump_json().encode()
    if len(plain) > LARGEST - _ROOM:
        raise TooMuch
    return plain


def read(plain: bytes) -> PlanFile:
    """The file in these bytes; raises NotOpened where it is no plan, or one of a newer version."""
    insist_it_may_be_read(plain)
    try:
        document = json.loads(
            plain.decode(),
            object_pairs_hook=_each_key_once,
            parse_constant=_no_number,
            parse_float=_no_number,
            parse_int=_small,
        )
        if _is_newer(document):
            raise NotOpened(Why.NEWER)
        return PlanFile.model_validate_json(plain, strict=True)
    except (ValueError, ValidationError, RecursionError):
        raise NotOpened(Why.NO_PLAN) from None


def insist_it_may_be_read(plain: bytes) -> None:
    """Raises NotOpened for what is too large, too deep or too much, before a value is made of it."""
    quotes = plain.count(b'"')
    if len(plain) > LARGEST or quotes > MOST_QUOTES:
        raise NotOpened(Why.NO_PLAN)
    depth, at, brackets = 0, 0, 0
    while (found := _TO_BRACKET.match(plain, at)) and found[1]:
        at, brackets = found.end(), brackets + 1
        depth += (found[1] in b"[{") - (found[1] in b"]}")
        if depth > DEEPEST or brackets > MOST_BRACKETS:
            raise NotOpened(Why.NO_PLAN)
    too_many = quotes > QUOTES_IN_WORDS + QUOTES_A_THING * brackets // 2
    if found is None or too_many:  # words that never end, or one thing with no end of keys
        raise NotOpened(Why.NO_PLAN)


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    known = dict(pairs)
    if len(known) < len(pairs):
        raise ValueError("a key stands twice")
    return known


def _no_number(_: str) -> Any:
    raise ValueError("there is no such number in a plan")


def _small(digits: str) -> int:
    if len(digits) > 4:
        raise ValueError("no number in a plan is so large")
    return int(digits)


def _is_newer(document: Any) -> bool:
    version = document.get("schema_version") if isinstance(document, dict) else None  # pyright: ignore  any JSON at all
    return isinstance(version, int) and version > SCHEMA
