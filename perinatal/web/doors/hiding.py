"""Open hidden pages: the words of the plan that is open, once more. They open nothing else, and enter no event."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import Busy
from perinatal.web.addresses import at
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of
from perinatal.web.doors.trying import busy, tried


def routes(house: House) -> list[Route]:
    """The door of this file."""

    async def uncover(request: Request) -> Response:
        form = await request.form()
        language, words = language_of(form.get("language")), str(form.get("words", ""))
        session = house.session(request)
        if session is None:
            return RedirectResponse(at(language, "i"), 303)
        plan = session.plan

        async def right(typed: str) -> bool | None:
            return await house.toolkit.hiding.uncover(plan, typed) or None

        try:
            if await tried(house, request, words, right) is None:
                return RedirectResponse(at(language, "i/no") + "#wrong", 303)
        except Busy:
            return busy(house, at(language, "i/busy"))
        house.sessions.cut_off_of(session)  # its pages come back, and show it
        return RedirectResponse(at(language, "m/h"), 303)

    return [Route("/uncover", uncover, methods=["POST"])]
