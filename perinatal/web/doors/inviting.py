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

    async def invite(request: Request) -> Response:
        language = language_of((await request.form()).get("language"))
        session, member, inviting = house.session(request), house.member(request), house.toolkit.invitations
        try:
            if session:
                words = await inviting.by_parent(session.plan, language)
            elif member:
                words = await inviting.by_member(member.member, language)
            else:
                return Response(status_code=401)
        except NotKeptYet:
            return Response(status_code=401)
        except EnoughInvited:
            return Response(status_code=429)
        except Busy:
            return Response(status_code=503, headers={"retry-after": "60"})
        except CouldNotKeep:
            return Response(status_code=507)
        return JSONResponse({"words": words, "link": at(language, "n") + behind_hash(words)})

    async def accept(request: Request) -> Response:
        form = await request.form()
        language, code = language_of(form.get("language")), str(form.get("code", ""))

        async def accepting(code: str) -> str | None:
            return await house.toolkit.invitations.accept(code, language)

        try:
            words = await tried(house, request, code, accepting)
        except Busy:
            return busy(house, at(language, "n/busy"))
        except CouldNotKeep:
            return house.full(language, "n")
        if words is None:
            return RedirectResponse(at(language, "n/no") + "#wrong", 303)
        return HTMLResponse(filled(house.built(at(language, "n/yours")).decode(), words))

    return [Route("/invite", invite, methods=["POST"]), Route("/accept", accept, methods=["POST"])]


def filled(page: str, words: str) -> str:
    """The built page with these six words in their places."""
    page = page.replace(" ".join([BLANK] * 6), escape(words))
    for word in words.split():
        page = page.replace(BLANK, escape(word), 1)
    return page
