"""Links: one door makes them for a parent, one opens them for whoever has one. No key is ever in an address here.

Every link that opens nothing gets the same answer, whatever the reason: unknown, stopped, used up, over, wrong code.
"""

from pydantic import ValidationError
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from perinatal.care import Audience
from perinatal.toolkit import (
    Busy,
    CouldNotKeep,
    Locked,
    NothingToHandOut,
    NotKeptYet,
    Overtaken,
    Snapshot,
    Wanted,
    qr_code,
    shelf,
)
from perinatal.web.addresses import at
from perinatal.web.doors.copy_page import copy_page
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of
from perinatal.web.doors.trying import busy, tried

KEPT_NOWHERE = {"cache-control": "no-store"}
NOT_OPENED = 404
WHY = (Busy, CouldNotKeep, Overtaken, Locked, ValidationError, ValueError, NothingToHandOut, NotKeptYet)
"""Why a link may not be made."""


def routes(house: House) -> list[Route]:
    """The doors of this file."""

    async def make(request: Request) -> Response:
        form, session = await request.form(), house.session(request)
        if session is None:
            return Response(status_code=401)
        language = language_of(form.get("language"))
        try:
            made = await house.toolkit.links.make(session.plan, wanted(form), language)
        except WHY as reason:
            return _not_made(reason)
        link = f"{_origin(house, request)}{at(language, 'z')}#{made.key}"
        outline, side = qr_code(link)
        answer = {"link": link, "code": made.code, "outline": outline, "side": side}
        return JSONResponse(answer, headers=KEPT_NOWHERE)

    async def open_it(request: Request) -> Response:
        form = await request.form()
        language, key, code = language_of(form.get("language")), str(form.get("key", "")), str(form.get("code", ""))

        async def opening(typed: str) -> Snapshot | None:
            return await house.toolkit.links.open(typed, code, language)

        try:
            found = await tried(house, request, key, opening)
        except Busy:
            return busy(house, at(language, "z/busy"))
        except CouldNotKeep:
            return house.full(language, "z")
        if found is None:
            return HTMLResponse(house.built(at(language, "z/no")), NOT_OPENED, KEPT_NOWHERE)
        return HTMLResponse(copy_page(shelf(language), found), headers=KEPT_NOWHERE)

    return [Route("/links", make, methods=["POST"]), Route("/link", open_it, methods=["POST"])]


def _not_made(reason: Exception) -> Response:
    """What a page is told when there is no link; it has the words for each."""
    match reason:
        case Busy():
            return Response(status_code=503, headers={"retry-after": "60"})
        case CouldNotKeep():
            return Response(status_code=507)
        case Overtaken():
            return Response(status_code=409)
        case Locked():
            return Response(status_code=401)
        case _:
            return Response(status_code=422)


def wanted(form: FormData) -> Wanted:
    """The link a form asks for; raises ValueError where it asks for none there can be."""
    return Wanted(
        name=str(form.get("name", "")).strip(),
        audience=Audience(str(form.get("who", ""))),
        parts=frozenset(part for part in str(form.get("parts", "")).split(",") if part),
        days=int(str(form.get("days", ""))),
        uses=int(str(form.get("uses", ""))),
        coded=form.get("coded") == "yes",
    )


def _origin(house: House, request: Request) -> str:
    """Where the page that asks stands, as the wall let it in; else where the site says it is."""
    given = request.headers.get("origin", "")
    return given if given in house.settings.origins else house.settings.address
