"""Keep: six new words for the plan that is open. They are shown once, and never enter an event."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from perinatal.toolkit import Busy, CouldNotKeep, Covered
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of
from perinatal.web.guard import cookie


def routes(house: House) -> list[Route]:
    """The door of this file."""

    async def keep(request: Request) -> Response:
        form = await request.form()
        secret, session = house.secret(request), house.session(request)
        if secret is None or session is None:
            return Response(status_code=401)
        try:
            words = await house.toolkit.keep(session.plan, language_of(form.get("language")))
        except Busy:
            return Response(status_code=503, headers={"retry-after": "60"})
        except Covered:
            return Response(status_code=409)
        except CouldNotKeep:
            return Response(status_code=507)
        house.sessions.cut_off(cookie.digest(secret))  # its pages come back and show it as kept
        return JSONResponse({"words": words})

    return [Route("/keep", keep, methods=["POST"])]
