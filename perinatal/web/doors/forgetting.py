"""Forget: the plan can no longer be opened here, by anyone, from anything."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import CouldNotKeep
from perinatal.web.addresses import at
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import CLEARED, language_of
from perinatal.web.guard import cookie


def routes(house: House) -> list[Route]:
    """The door of this file."""

    async def forget(request: Request) -> Response:
        language = language_of((await request.form()).get("language"))
        secret, session = house.secret(request), house.session(request)
        if secret is None or session is None:
            return RedirectResponse(at(language, "i"), 303)
        try:
            await house.toolkit.forget(session.plan)
        except CouldNotKeep:
            return house.full(language, "m/d")
        house.sessions.drop(cookie.digest(secret))
        house.tablets.take(cookie.digest(secret))
        headers = {"clear-site-data": CLEARED, "set-cookie": cookie.clear(secure=house.secure)}
        return RedirectResponse(at(language, "gone"), 303, headers)

    return [Route("/forget", forget, methods=["POST"])]
