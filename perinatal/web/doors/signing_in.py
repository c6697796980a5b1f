"""Sign in, and choose a plan: how a member comes in. Words arrive in the body of a request, and leave as a cookie."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import Busy
from perinatal.web.addresses import at
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of
from perinatal.web.doors.trying import busy, come_in, tried
from perinatal.web.guard import cookie


def routes(house: House) -> list[Route]:
    """The doors of this file."""

    async def sign_in(request: Request) -> Response:
        form = await request.form()
        language, words = language_of(form.get("language")), str(form.get("words", ""))
        try:
            member = await tried(house, request, words, house.toolkit.members.sign_in)
        except Busy:
            return busy(house, at(language, "in/busy"))
        if member is None:
            return RedirectResponse(at(language, "in/no") + "#wrong", 303)
        secret = cookie.make()
        house.sessions.put_member(cookie.digest(secret), member)
        return come_in(house, request, secret, at(language, "d"), str(form.get("tab", "")))

    async def visit(request: Request) -> Response:
        form = await request.form()
        language, chosen = language_of(form.get("language")), str(form.get("plan", ""))
        secret, session = house.secret(request), house.member(request)
        if secret is None or session is None:
            return RedirectResponse(at(language, "in"), 303)
        grant = session.numbered(chosen, await house.toolkit.members.let_in_by(session.member))
        if grant is None:
            return RedirectResponse(at(language, "d"), 303)
        session.visit = session.remembering(house.toolkit.members.enter(session.member, grant))
        house.sessions.cut_off(cookie.digest(secret))  # a page of another plan must not say anything in this one
        return RedirectResponse(at(language, "v"), 303)

    return [Route("/sign-in", sign_in, methods=["POST"]), Route("/visit", visit, methods=["POST"])]
