"""Take a copy along: a file made in memory, sent once, and kept nowhere. Its name says nothing.

An open screen alone is not enough to get one: it is locked with the words of the plan, or with words made for it that
are made only for whoever knows those. A plan that has no words yet has nothing to ask for.
"""

import hashlib
import hmac

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import FILE_NAME, Busy, CouldNotKeep, Locked, TooMuch
from perinatal.web.addresses import at
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of
from perinatal.web.doors.trying import busy, tried
from perinatal.web.sessions import Session

PLACE = "m/c"


def routes(house: House) -> list[Route]:
    """The doors of this file."""
    doors = Carrying(house)
    return [Route("/carry/words", doors.words, methods=["POST"]), Route("/carry", doors.take, methods=["POST"])]


class Carrying:
    """The doors at which a copy is taken."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def words(self, request: Request) -> Response:
        """Six words for a file, for whoever knows those of the plan."""
        form, session, house = await request.form(), self._house.session(request), self._house
        if session is None or house.tablet(request):
            return Response(status_code=401)
        try:
            if session.plan.kept and not await knows(house, request, session, str(form.get("words", ""))):
                return Response(status_code=403)
        except Busy:
            return Response(status_code=503, headers={"retry-after": "60"})
        except Locked:
            return Response(status_code=401)
        made = house.toolkit.carrying.make_words(language_of(form.get("language")))
        session.made_for_a_file = _digest(made)
        return JSONResponse({"words": made}, headers={"cache-control": "no-store"})

    async def take(self, request: Request) -> Response:
        """The file, locked with words that were made for it or that open the plan."""
        form, session, house = await request.form(), self._house.session(request), self._house
        language, words = language_of(form.get("language")), str(form.get("words", ""))
        if session is None:
            return RedirectResponse(at(language, "i"), 303)
        if house.tablet(request):
            return RedirectResponse(at(language, "y/p"), 303)
        try:
            if not await may_lock_with(house, request, session, words):
                return RedirectResponse(at(language, PLACE) + "#carry-wrong", 303)
            made = await house.toolkit.carrying.file(session.plan, words, language)
        except TooMuch:
            return RedirectResponse(at(language, PLACE) + "#carry-long", 303)
        except Busy:
            return busy(house, at(language, "i/busy"))
        except CouldNotKeep:
            return house.full(language, PLACE)
        except Locked:
            return RedirectResponse(at(language, "i"), 303)
        headers = {"cache-control": "no-store", "content-disposition": f'attachment; filename="{FILE_NAME}"'}
        return Response(made, media_type="application/octet-stream", headers=headers)


async def may_lock_with(house: House, request: Request, session: Session, words: str) -> bool:
    """Whether a file may be locked with these: words made for it here, or words of the plan. Raises Busy."""
    made = session.made_for_a_file
    if made and hmac.compare_digest(made, _digest(words)):
        return True
    return session.plan.kept and await knows(house, request, session, words)


async def knows(house: House, request: Request, session: Session, words: str) -> bool:
    """Whether these are words of this plan. Raises Busy."""

    async def opens(words: str) -> bool | None:
        return await house.toolkit.keys.opens(session.plan, words) or None

    return bool(await tried(house, request, words, opens))


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
