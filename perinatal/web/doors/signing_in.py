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
from perinatal.web.sessions import MemberSession
from perinatal.web.tablets import See, Tablet


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
        secret, before = cookie.make(), house.secret(request)
        session = house.sessions.put_member(cookie.digest(secret), member)
        tablet = house.tablets.take(cookie.digest(before)) if before else None
        place = "v" if tablet and await _is_back(house, session, tablet) else "d"
        return come_in(house, request, secret, at(language, place), str(form.get("tab", "")))

    async def visit(request: Request) -> Response:
        form = await request.form()
        language, chosen = language_of(form.get("language")), str(form.get("plan", ""))
        secret, session = house.secret(request), house.member(request)
        if secret is None or session is None:
            return RedirectResponse(at(language, "in"), 303)
        grant = session.numbered(chosen, await house.toolkit.members.let_in_by(session.member))
        if grant is None:
            return RedirectResponse(at(language, "d"), 303)
        visit = session.remembering(house.toolkit.members.enter(session.member, grant))
        house.sessions.stand_in(session, visit)
        house.sessions.cut_off(cookie.digest(secret))  # a page of another plan must not say anything in this one
        return RedirectResponse(at(language, "v"), 303)

    return [Route("/sign-in", sign_in, methods=["POST"]), Route("/visit", visit, methods=["POST"])]


async def _is_back(house: House, session: MemberSession, tablet: Tablet) -> bool:
    """Whether this member has their tablet back and stands in the plan again, as the parent answered.

    To anybody else it is a sign-in like any other, and so it is after "nothing", or when it was not passed back.
    """
    if tablet.member != session.member.id or not tablet.back or tablet.see is See.NOTHING:
        return False
    members = house.toolkit.members
    grants = await members.let_in_by(session.member)
    grant = next((grant for grant in grants if grant.plan == tablet.plan), None)
    if grant is None:
        return False
    house.sessions.stand_in(session, members.enter(session.member, grant), tablet.showing)
    return True
