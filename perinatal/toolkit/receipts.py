"""A receipt for every answer on sharing: to see, to print, to keep. Made from what was said, each time it is asked for.

A receipt can be plain: then neither the part it is about nor a word of the parent's own stands on it.
"""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from perinatal.care import Turn
from perinatal.care.receipt import SCHEMA, ConsentState, Event, How, Party, Receipt, Step, steps_of
from perinatal.care.said import Printed
from perinatal.care.sharing import LetIn, Shared
from perinatal.care.turn import standing_turns
from perinatal.library import Shelf, shelf
from perinatal.paper import draw, receipt_fields, receipt_happened, receipt_sheet
from perinatal.toolkit.addressing import titles
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.toolkit.printing import Copy, day_here
from perinatal.toolkit.saying import Saying

_CONVERSATION = ("sharing.person.", "sharing.answers.", "sharing.day.", "sharing.limit")
"""What was on the page when the parent answered."""
_NUMBER = 8
"""Letters of a number that tells two things apart, where no secret depends on it."""


def notice_of(words: Shelf) -> str:
    """Which wording of the conversation is on the page: it changes by itself when a word of it does."""
    said = [f"{key}={words.said[key]}" for key in sorted(words.said) if key.startswith(_CONVERSATION)]
    return _digest("\n".join(said).encode())


@dataclass(frozen=True)
class Kept:
    """One receipt, with what a page needs beside it."""

    turn: str
    part: str
    name: str
    at: datetime
    receipt: Receipt
    lines: tuple[tuple[str, str], ...]
    """The receipt in words, each with its label."""


class Receipts:
    """The parent's receipts. Each needs the plan open."""

    def __init__(self, saying: Saying, today: Callable[[], date]) -> None:
        self._saying, self._today = saying, today

    def of(self, plan: OpenPlan, language: str, *, plain: bool = False) -> list[Kept]:
        """Every answer on sharing, newest first."""
        words, standing = shelf(language), standing_turns(plan.turns)
        number = _digest(b"receipt" + plan.opened.plan_id)
        people: dict[str, LetIn] = {}
        kept: list[Kept] = []
        for turn in standing:
            match turn.said:
                case LetIn(member=member):
                    people[member] = turn.said
                case Shared(member=member, part=part) if member in people:
                    made = _Making(words, people[member], turn, number, plain=plain)
                    steps = steps_of(turn, standing, self._today())
                    receipt = made.receipt(turn.said, steps)
                    lines = (*receipt_fields(receipt, words, day_here), *receipt_happened(receipt, words, day_here))
                    kept.append(Kept(turn.id, part, people[member].name, turn.at, receipt, lines))
                case _:
                    pass
        return kept[::-1]

    async def print(self, plan: OpenPlan, copy: Copy, turn: str, *, plain: bool) -> bytes | None:
        """One receipt on paper, or None if there is none of this number."""
        known = next((each for each in self.of(plan, copy.language, plain=plain) if each.turn == turn), None)
        if known is None:
            return None
        sheet = receipt_sheet(known.receipt, shelf(copy.language), self._today(), day_here)
        await self._saying.say(plan, Printed(sheet="receipt"), copy.language)
        return await asyncio.to_thread(draw, sheet, paper=copy.paper, edition=copy.edition)


@dataclass(frozen=True)
class _Making:
    """What one receipt is made from."""

    words: Shelf
    person: LetIn
    turn: Turn
    number: str
    plain: bool

    def receipt(self, said: Shared, steps: list[Step]) -> Receipt:
        """With every field filled in."""
        name = self.person.name
        part = self._says("plain_part") if self.plain else titles(self.words).get(said.part, said.part)
        return Receipt(
            schema_version=SCHEMA,
            record_id=self.turn.id,
            principal=self._says("says.principal", number=self.number),
            notice=self._says("says.notice", name=name, version=said.notice),
            language=self.turn.language,
            purpose=self._says("says.purpose", name=name) if self.plain or not said.why.strip() else said.why,
            information=part if self.plain else self._says("says.information", part=part),
            information_type=self._says("says.information_type"),
            controller=self._says("says.controller"),
            storage=self._says("says.storage"),
            retention=self._says("says.retention"),
            jurisdiction=self._says("says.jurisdiction"),
            recipients=self._says("says.recipients", name=name),
            withdrawal=self._says("says.withdrawal"),
            party=self._party(),
            events=tuple(self._event(said, step) for step in steps),
            in_own_words="" if self.plain else said.words,
        )

    def _party(self) -> Party:
        not_asked = self._says("says.not_asked")
        return Party(
            id=self.person.member[:_NUMBER],
            name=self.person.name,
            address=not_asked,
            contact=not_asked,
            type=self.words.say(f"sharing.audience.{self.person.audience}"),
        )

    def _event(self, said: Shared, step: Step) -> Event:
        given = step.state is ConsentState.GIVEN and step.how is How.ANSWERED and said.until
        until = self._says("says.until", date=self.words.day(said.until, year=True)) if given and said.until else ""
        return Event(
            time=step.at,
            validity=until or self._says("says.no_end"),
            entity=self._says("says.entity_nobody" if step.how is How.DAY_PAST else "says.entity"),
            type=self._says(f"how.{step.how}"),
            state=step.state,
        )

    def _says(self, key: str, **filled: object) -> str:
        return self.words.say(f"receipt.{key}", **filled)


def _digest(what: bytes) -> str:
    return hashlib.sha256(what).hexdigest()[:_NUMBER]
