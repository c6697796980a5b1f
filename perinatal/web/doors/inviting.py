"""Invite, and accept: how there come to be more people whom a parent can let in. The words never enter an event."""

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import Busy, CouldNotKeep, EnoughInvited, NotKeptYet
from perinatal.web.addresses import at, behind_hash
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of
from perinatal.web.doors.trying import busy, tried

BLANK = "······"
"""What stands on the built page where each of the six words goes; and, together, in the form that prints them."""


def routes(house: House) -> list[Route]:
    """The doors of this file."""
    doors = Inviting(house)
    return [Route("/invite", doors.invite, methods=["POST"]), Route("/accept", doors.accept, methods=["POST"])]


class Inviting:
    """The doors by which there come to be more people."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def invite(self, request: Request) -> Response:
        """Six words to hand over, made by a parent whose plan is kept, or by a member."""
        language = language_of((await request.form()).get("language"))
        try:
            words = await self._made(request, language)
        except NotKeptYet:
            return Response(status_code=401)
        except EnoughInvited:
            return Response(status_code=429)
        except Busy:
            return Response(status_code=503, headers={"retry-after": "60"})
        except CouldNotKeep:
            return Response(status_code=507)
        if words is None:
            return Response(status_code=401)
        return JSONResponse({"words": words, "link": at(language, "n") + behind_hash(words)})

    async def _made(self, request: Request, language: str) -> str | None:
        session, member = self._house.session(request), self._house.member(request)
        inviting = self._house.toolkit.invitations
        if session:
            return await inviting.by_parent(session.plan, language)
        return await inviting.by_member(member.member, language) if member else None

    async def accept(self, request: Request) -> Response:
        """Words of one's own for those of an invitation, shown once. What is none gets one answer, whatever it was."""
        form, house = await request.form(), self._house
        language, code = language_of(form.get("language")), str(form.get("code", ""))
        try:
            words = code.strip() and await tried(
                house, request, code, lambda code: house.toolkit.invitations.accept(code, language)
            )
        except Busy:
            return busy(house, at(language, "n/busy"))
        except CouldNotKeep:
            return house.full(language, "n")
        if not words:
            return RedirectResponse(at(language, "n/no") + "#wrong", 303)
        return HTMLResponse(filled(house.built(at(language, "n/yours")).decode(), words))


def filled(page: str, words: str) -> str:
    """The built page with these six words in their places."""
    page = page.replace(" ".join([BLANK] * 6), escape(words))
    for word in words.split():
        page = page.replace(BLANK, escape(word), 1)
    return page
