"""Hand over, and pass back: one tablet goes from a member's hands to a parent's, and no key goes with it."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import CouldNotKeep, Locked, Showing
from perinatal.web.addresses import at
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of
from perinatal.web.doors.trying import come_in
from perinatal.web.guard import cookie
from perinatal.web.tablets import See, Tablet


def routes(house: House) -> list[Route]:
    """The doors of this file."""

    async def hand_over(request: Request) -> Response:
        form = await request.form()
        language, session = language_of(form.get("language")), house.member(request)
        if session is None or session.visit is None:
            return RedirectResponse(at(language, "d" if session else "in"), 303)
        secret = cookie.make()
        house.tablets.hand_over(cookie.digest(secret), session.member.id, session.visit.plan)
        return come_in(house, request, secret, at(language, "y"), str(form.get("tab", "")))

    async def pass_back(request: Request) -> Response:
        form = await request.form()
        language, see = language_of(form.get("language")), see_of(form.get("see"))
        secret, tablet = house.secret(request), house.tablet(request)
        if secret is None or tablet is None:
            return RedirectResponse(at(language, "y"), 303)
        try:
            showing = await _shown(house, request, tablet, language) if see is See.PAGE else None
        except CouldNotKeep:
            return house.full(language, "y/b")  # nothing is shown, and her plan is still in her hands
        except Locked:
            showing = None  # her plan was closed at this moment
        if see is See.PAGE and showing is None:
            return RedirectResponse(at(language, "y/b"), 303)
        if house.session(request) is None:
            see = See.NOTHING  # nobody who could say otherwise
        new = cookie.make()
        house.tablets.pass_back(cookie.digest(secret), cookie.digest(new), see, showing)
        return come_in(house, request, new, at(language, "y"), str(form.get("tab", "")))

    return [Route("/hand-over", hand_over, methods=["POST"]), Route("/pass-back", pass_back, methods=["POST"])]


async def _shown(house: House, request: Request, tablet: Tablet, language: str) -> Showing | None:
    """The page she was on, once it is in her plan that she shows it. None if there is none to show."""
    session = house.session(request)
    if session is None or session.plan.opened.plan_id != tablet.plan:
        return None
    return await house.toolkit.handing.show_once(session.plan, tablet.member.hex(), session.item, language)


def see_of(given: object) -> See:
    """The answer a form brings; without one, nothing is shown."""
    return See(given) if isinstance(given, str) and given in set(See) else See.NOTHING
