"""Begin, open, resume, lock and leave: how a plan comes to be open in a browser, and how it stops being so."""

from functools import partial

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import Busy, CouldNotKeep, OpenPlan, Tampered
from perinatal.web.addresses import LANGUAGES, at
from perinatal.web.doors.house import House
from perinatal.web.doors.trying import busy, cards_in, come_in, tried
from perinatal.web.guard import cookie
from perinatal.web.guard.wall import ASKED_HERE
from perinatal.web.sessions import OWN_PHONE_IDLE, SHARED_PHONE_IDLE
from perinatal.web.tablets import HANDED_IDLE

CLEARED = '"cache", "cookies", "storage"'


def routes(house: House) -> list[Route]:
    """The doors of this file."""
    doors = Opening(house)
    return [
        Route("/begin", doors.begin, methods=["POST"]),
        Route("/open", doors.open, methods=["POST"]),
        Route("/resume", doors.resume, methods=["POST"]),
        Route("/here", doors.here, methods=["POST"]),
        Route("/lock", doors.lock, methods=["POST"]),
        Route("/leave", doors.leave, methods=["GET", "POST"]),
    ]


class Opening:
    """The doors a parent comes in and goes out by."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def begin(self, request: Request) -> Response:
        """A new plan: nothing is asked but whose phone this is. On a phone of one's own, one begun before goes on."""
        form = await request.form()
        language, shared = language_of(form.get("language")), form.get("phone") == "shared"
        if self._house.tablet(request):
            # What is begun here could be gone on with from this browser without words, by whoever holds it next.
            return RedirectResponse(at(language, "y"), 303)
        if self._house.session(request) or (not shared and await self._has_begun(request)):
            return RedirectResponse(at(language, "p"), 303)
        try:
            plan, secret = await self._house.toolkit.begin()
        except CouldNotKeep:
            return self._house.full(language, "p0")
        self._house.sessions.put(cookie.digest(secret), plan, SHARED_PHONE_IDLE if shared else OWN_PHONE_IDLE)
        return come_in(self._house, request, secret, at(language, "x"), "")

    async def _has_begun(self, request: Request) -> bool:
        secret = self._house.secret(request)
        if secret is None:
            return False
        return self._house.sessions.rests(cookie.digest(secret)) or await self._house.go_on(secret)

    async def open(self, request: Request) -> Response:
        """Open a plan with its words, or with two cards. Right and wrong ones take the same path and the same time."""
        form = await request.form()
        language = language_of(form.get("language"))
        try:
            plan = await self._try(request, form)
        except Busy:
            return busy(self._house, at(language, "i/busy"))
        except Tampered:
            return RedirectResponse(at(language, "i/changed"), 303)
        if plan is None:
            return RedirectResponse(at(language, "lost/no" if "first" in form else "i/no") + "#wrong", 303)
        secret, before = cookie.make(), self._house.secret(request)
        tablet = self._house.tablet(request)
        idle = self._house.sessions.idle_of(cookie.digest(before)) if before else OWN_PHONE_IDLE
        session = self._house.sessions.put(cookie.digest(secret), plan, HANDED_IDLE if tablet else idle)
        if tablet:
            session.slowest, session.oldest = HANDED_IDLE, self._house.tablets.left(tablet)
            self._house.tablets.opened(cookie.digest(before or b""), cookie.digest(secret))
        place = "m/w" if plan.by_cards else "p"  # whoever lost their words makes new ones first
        return come_in(self._house, request, secret, at(language, place), str(form.get("tab", "")))

    async def _try(self, request: Request, form: FormData) -> OpenPlan | None:
        toolkit, (words, other) = self._house.toolkit, cards_in(form)
        opening = toolkit.open if other is None else partial(toolkit.open, other=other)
        return await tried(self._house, request, words, opening)

    async def resume(self, request: Request) -> Response:
        """Go on with a plan that was never kept, in the browser that began it."""
        secret = self._house.secret(request)
        if secret is None or not await self._house.go_on(secret):
            return Response(status_code=401)
        self._house.sessions.cut_off(cookie.digest(secret))
        return Response(status_code=204)

    async def here(self, request: Request) -> Response:
        """Somebody is there: the idle lock starts anew."""
        secret = self._house.secret(request)
        alive = secret and self._house.sessions.sign_of_life(cookie.digest(secret))
        return Response(status_code=204 if alive else 401)

    async def lock(self, request: Request) -> Response:
        """Lock what is open. A plan that was never kept waits for its own browser."""
        form = await request.form()
        secret, member = self._house.secret(request), self._house.member(request)
        language, door = language_of(form.get("language")), "in" if member else "i"
        if secret:
            self._house.sessions.rest(cookie.digest(secret))
            # No words open what was not kept.
            door = "y" if self._house.tablet(request) else door
            door = "p" if self._house.sessions.rests(cookie.digest(secret)) else door
        return RedirectResponse(at(language, door), 303)

    async def leave(self, request: Request) -> Response:
        """Leave: the plan is locked, the cookie goes. A plan that was never kept cannot be opened after this."""
        away = (
            Response(status_code=204) if request.method == "POST" else RedirectResponse(self._house.neutral_site, 303)
        )
        # Nothing is cleared for a link or an image on another site: that would take a parent's plan from them.
        if request.method == "POST" or request.scope[ASKED_HERE]:
            secret = self._house.secret(request)
            if secret:
                await self._house.leave(secret)
            away.headers["clear-site-data"] = CLEARED
            away.headers["set-cookie"] = cookie.clear(secure=self._house.secure)
        return away


def language_of(given: object) -> str:
    """The language a form names, or the first one there is."""
    return given if isinstance(given, str) and given in LANGUAGES else next(iter(LANGUAGES))
