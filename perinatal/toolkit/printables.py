"""What can be printed: blank for anybody, without a plan and without an account, or filled from an open plan.

The name and the logo of a clinic pass through and stay nowhere. A blank copy is not noted: it is nobody's.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches

from pydantic import ValidationError

from perinatal.care.said import Printed, Reader
from perinatal.library import Bundle, Printable, shelf
from perinatal.paper import Brand, Extras, Filling, Picks, draw, printable, read_logo, usual_picks
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.toolkit.printing import Copy, day_here
from perinatal.toolkit.saying import Saying

_NEAR = 3


class NoSuchThing(LookupError):
    """There is nothing to print by this name; `near` are names that look like it."""

    def __init__(self, near: tuple[str, ...]) -> None:
        self.near = near
        super().__init__("no such thing to print")


class TooLongForABand(ValueError):
    """A name, a phone number or hours are longer than a line."""


def things(language: str) -> tuple[Printable, ...]:
    """Everything there is to print, in order."""
    return tuple(shelf(language).printables.values())


def things_in(bundle: Bundle, language: str) -> tuple[Printable, ...]:
    """What is printed together for a room or a person."""
    return tuple(thing for thing in things(language) if bundle in thing.sets)


def thing(id: str, language: str) -> Printable:
    """One thing by its name; raises NoSuchThing."""
    known = shelf(language).printables
    if id not in known:
        raise NoSuchThing(tuple(get_close_matches(id.lower(), known, n=_NEAR, cutoff=0.5)))
    return known[id]


def brand_of(*, name: str = "", phone: str = "", hours: str = "", logo: bytes = b"", logo_says: str = "") -> Brand:
    """A brand from what was typed and handed in; raises LogoNotTaken or TooLongForABand."""
    picture = read_logo(logo, logo_says) if logo else None
    try:
        return Brand(name=name, phone=phone, hours=hours, logo=picture, logo_says=logo_says)
    except ValidationError:
        raise TooLongForABand from None


def blank(id: str, copy: Copy, extras: Extras | None = None) -> bytes:
    """A blank copy of one thing; raises NoSuchThing."""
    sheet = printable(thing(id, copy.language), shelf(copy.language), extras=extras)
    return draw(sheet, paper=copy.paper, edition=copy.edition, mono=copy.mono)


class Printables:
    """The print shop, with and without an open plan."""

    def __init__(self, saying: Saying, today: Callable[[], date]) -> None:
        self._saying, self._today = saying, today

    def all(self, language: str) -> tuple[Printable, ...]:
        """Everything there is to print, in order."""
        return things(language)

    def print(
        self,
        thing_id: str,
        copy: Copy,
        brand: Brand | None = None,
        copies: int | None = None,
        *,
        numbered: bool = False,
    ) -> bytes:
        """A blank copy; of cards so many, or as many as fit on a page. Raises NoSuchThing."""
        extras = Extras(brand=brand or Brand(), sample=copy.sample, copies=copies, numbered=numbered)
        return blank(thing_id, copy, extras)

    async def print_filled(
        self,
        plan: OpenPlan,
        thing_id: str,
        copy: Copy,
        *,
        picks: Picks | None = None,
        reader: Reader = Reader.ME,
    ) -> bytes:
        """The same with the parent's answers, of those that were picked, else of the usual ones; it is noted first.

        It is the parent's paper, so nobody else's name is on it.
        """
        one, words = thing(thing_id, copy.language), shelf(copy.language)
        chosen = usual_picks(plan.says, words) if picks is None else picks
        filling = Filling(plan=plan.says, picks=chosen, made=self._today(), day_of=day_here)
        sheet = printable(one, words, filling=filling, extras=Extras(sample=copy.sample))
        await self._saying.say(plan, Printed(sheet=thing_id, reader=reader), copy.language)
        return await asyncio.to_thread(draw, sheet, paper=copy.paper, edition=copy.edition, mono=copy.mono)
