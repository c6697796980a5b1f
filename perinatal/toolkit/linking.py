"""Links: made by a parent from some parts of her plan, stopped by her, and opened by whoever has one."""

import asyncio
import base64
import re
import secrets
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Annotated

from pydantic import BaseModel, Field

from perinatal.care import Audience, CarePlan, Turn
from perinatal.care.linking import LONGEST, MOST_TRIES, MOST_USES, Linked, Somebody, Unlinked
from perinatal.care.sharing import Looked, Stopped
from perinatal.library import shelf
from perinatal.toolkit.covered import without
from perinatal.toolkit.open_plan import NotKeptYet, OpenPlan
from perinatal.toolkit.saying import Saying, Step, Turns
from perinatal.toolkit.snapshot import Snapshot, snapshot
from perinatal.vault import SECRET, Draft, HandOut, Left, Overtaken, Vault, link_id, make_words

CODE_WORDS = 2
"""Two of 6,500 words: said in a breath, and ten wrong tries find one in four million."""
_KEY = re.compile(r"(?:^|#)([A-Za-z0-9_-]{43})$")
_LONGEST_TYPED = 2_000


class NothingToHandOut(Exception):
    """There is nothing in these parts for this audience, or more than a link can hold."""


class Wanted(BaseModel, frozen=True, extra="forbid", hide_input_in_errors=True):
    """The link a parent asks for."""

    name: Annotated[str, Field(min_length=1, max_length=200, repr=False)]
    audience: Somebody
    parts: Annotated[frozenset[str], Field(min_length=1)]
    days: Annotated[int, Field(ge=0, le=LONGEST)]
    uses: Annotated[int, Field(ge=1, le=MOST_USES)]
    coded: bool


class Made(BaseModel, frozen=True):
    """A link that was made: its key and its code. Shown once, and kept nowhere here."""

    key: Annotated[str, Field(repr=False)]
    code: Annotated[str, Field(repr=False)]


class Linking:
    """What can be done with links. All but `open` needs the parent's own plan, open."""

    def __init__(self, vault: Vault, saying: Saying, now: Callable[[], datetime]) -> None:
        self._vault, self._saying, self._now = vault, saying, now

    def preview(self, plan: OpenPlan, parts: Collection[str], audience: Audience, language: str) -> Snapshot:
        """What a link to these parts would hold now, for this audience."""
        return snapshot(plan.turns, parts, audience, shelf(language), self._today())

    async def make(self, plan: OpenPlan, wanted: Wanted, language: str) -> Made:
        """A link to what these parts say now. That it was made is in the plan when this returns.

        Raises Overtaken if something was closed, stopped or said otherwise while it was made: then there is no link.
        """
        if not plan.kept:
            raise NotKeptYet
        stops = _stops(plan.all_turns)
        shown = self.preview(plan, wanted.parts, wanted.audience, language)
        if not shown.fits:
            raise NothingToHandOut
        secret, until = secrets.token_bytes(SECRET), self._today() + timedelta(days=wanted.days)
        code = make_words(shelf(language).plan_words, CODE_WORDS) if wanted.coded else ""
        left = Left(until.toordinal(), wanted.uses, MOST_TRIES if wanted.coded else None)
        hand_out = HandOut(secret, code, shown.parts, shown.model_dump_json().encode(), left)
        said = Linked(
            link=link_id(secret).hex(),
            name=wanted.name,
            audience=wanted.audience,
            parts=shown.parts,
            until=until,
            uses=wanted.uses,
            coded=wanted.coded,
        )
        saying = self._saying.saying(plan, said, language)

        def check(draft: Draft) -> None:
            turns = without(draft.now.said.turns, plan.covered)
            now = snapshot(turns, wanted.parts, wanted.audience, shelf(language), shown.made)
            if now != shown or _stops(draft.now.said.turns) != stops:
                raise Overtaken

        await asyncio.wrap_future(plan.opened.link_soon(hand_out, check, saying))
        return Made(key=base64.urlsafe_b64encode(secret).decode().rstrip("="), code=code)

    async def stop(self, plan: OpenPlan, link: str, language: str) -> None:
        """Stop one link. When this returns, it opens nothing any more, from no copy of the data either."""
        known = plan.says.company.links.get(link)
        if known and not known.stopped:
            await self._saying.say(plan, Unlinked(link=link), language, links_as_said(self._today()))

    async def note_all_over(self, plan: OpenPlan, language: str) -> None:
        """Every link was ended with the locks it was made under; say so in the plan."""
        if plan.says_in_all.company.open_links(self._today()):
            await self._saying.say(plan, Unlinked(), language)

    def left(self, plan: OpenPlan) -> dict[str, Left]:
        """The links that open something today, and how long yet."""
        day = self._today().toordinal()
        return {id.hex(): left for id, left in plan.opened.links.items() if day <= left.day and left.tries != 0}

    async def open(self, typed: str, code: str, language: str) -> Snapshot | None:
        """What the link with this key holds, once its parent was told; None if it opens nothing, whatever the reason.

        Raises Busy when too many people are opening at once, and CouldNotKeep where the parent cannot be told.
        """

        def tell(link: str, parts: frozenset[str]) -> Turn:
            said = Looked(parts=parts)
            return Turn(id=secrets.token_hex(8), at=self._now(), language=language, said=said, by=link)

        today = self._now().astimezone().date()
        held = await asyncio.wrap_future(self._vault.open_link_soon(_secret(typed), code, today, tell))
        return Snapshot.model_validate_json(held) if held is not None else None

    def _today(self) -> date:
        return self._vault.day(self._now().astimezone().date())


def _secret(typed: str) -> bytes:
    """The secret in a link, or in its key. What is neither takes the same path, and opens nothing."""
    found = _KEY.search(typed.strip()) if len(typed) <= _LONGEST_TYPED else None
    with suppress(ValueError):
        if found:
            return base64.urlsafe_b64decode(f"{found[1]}=")
    return bytes(SECRET)


def _stops(turns: Turns) -> int:
    """How often something was stopped."""
    return sum(isinstance(turn.said, Stopped | Unlinked) for turn in turns)


def links_as_said(day: date) -> Step:
    """The step that ends each link the plan says is stopped, used up or over."""

    def step(draft: Draft) -> None:
        there = CarePlan.of(draft.now.said.turns).company.open_links(day)
        over = [link.id for link in draft.now.ring.links if link.id.hex() not in there]
        if over:
            draft.unlink(*over)

    return step


def links_over(plan: OpenPlan, day: date) -> bool:
    """Whether a link that is over has its half still."""
    there = plan.says_in_all.company.open_links(day)
    return any(link.hex() not in there for link in plan.opened.links)


def links_that_show(plan: CarePlan, part: str, audience: Collection[Audience]) -> list[str]:
    """The links not stopped yet that show this part to one of these."""
    links = plan.company.links.items()
    return [id for id, link in links if not link.stopped and link.said.audience in audience and part in link.said.parts]


def names_on_links(
    plan: OpenPlan, day: date, parts: Collection[str] = (), audience: Collection[Audience] = tuple(Audience)
) -> list[str]:
    """For whom the links are that are open and show one of these parts, to one of these; without parts, any part."""
    said = [link.said for link in plan.says.company.open_links(day).values()]
    return [each.name for each in said if each.audience in audience and (not parts or not each.parts.isdisjoint(parts))]
