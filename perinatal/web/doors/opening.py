"""Begin, open, resume, lock and leave: how a plan comes to be open in a browser, and how it stops being so."""

import asyncio

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import Busy, CouldNotKeep, OpenPlan
from perinatal.web.addresses import LANGUAGES, at
from perinatal.web.doors.house import House
from perinatal.web.guard import cookie
from perinatal.web.guard.wall import ADDRESS, ASKED_HERE, tab
from perinatal.web.sessions import OWN_PHONE_IDLE, SHARED_PHONE_IDLE

CLEARED = '"cache", "cookies", "storage"'
WAITING_AT_MOST = 40
"""People who may wait for their turn after too many wrong tries; beyond, they are asked to come back."""


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
        self._waiting = 0

    async def begin(self, request: Request) -> Response:
        """A new plan: nothing is asked but whose phone this is. On a phone of one's own, one begun before goes on."""
        form = await request.form()
        language, shared = language_of(form.get("language")), form.get("phone") == "shared"
        if self._house.session(request) or (not shared and await self._has_begun(request)):
            return RedirectResponse(at(language, "p"), 303)
        try:
            plan, secret = await self._house.toolkit.begin()
        except CouldNotKeep:
            return self._house.full(language, "p0")
        self._house.sessions.put(cookie.digest(secret), plan, SHARED_PHONE_IDLE if shared else OWN_PHONE_IDLE)
        return self._entered(at(language, "x"), secret)

    async def _has_begun(self, request: Request) -> bool:
        secret = self._house.secret(request)
        if secret is None:
            return False
        return self._house.sessions.rests(cookie.digest(secret)) or await self._house.go_on(secret)

    async def open(self, request: Request) -> Response:
        """Open a plan with its words. Right and wrong words take the same path and the same time."""
        form = await request.form()
        language, words = language_of(form.get("language")), str(form.get("words", ""))
        address, patience = request.scope[ADDRESS], self._house.patience
        try:
            await self._wait(patience.wait(address))
            patience.tried(address)  # before the words are, so that many tries at once do not slip through
            plan = await self._house.toolkit.open(words)
        except Busy:
            return self._busy(language)
        if plan is None:
            return RedirectResponse(at(language, "i/no") + "#wrong", 303)
        patience.was_right(address)
        return self._welcome(request, plan, language, str(form.get("tab", "")))

    def _welcome(self, request: Request, plan: OpenPlan, language: str, opened_in: str) -> Response:
        """A new cookie for every opening; the pages of the old one, or of none, are cut off and come back with it."""
        secret, before = cookie.make(), self._house.secret(request)
        idle = self._house.sessions.idle_of(cookie.digest(before)) if before else OWN_PHONE_IDLE
        self._house.sessions.put(cookie.digest(secret), plan, idle)
        if before:
            self._house.sessions.drop(cookie.digest(before))
        self._house.sessions.cut_off(tab(opened_in))
        return self._entered(at(language, "p"), secret)

    def _busy(self, language: str) -> Response:
        """Many people are opening plans at once: come back in a minute. Nothing was tried."""
        return HTMLResponse(self._house.built(at(language, "i/busy")), 503, {"retry-after": "60"})

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
        alive = secret and self._house.sessions.touch(cookie.digest(secret))
        return Response(status_code=204 if alive else 401)

    async def lock(self, request: Request) -> Response:
        """Lock the plan. One that was never kept waits for its own browser."""
        form = await request.form()
        secret = self._house.secret(request)
        language, door = language_of(form.get("language")), "i"
        if secret:
            self._house.sessions.rest(cookie.digest(secret))
            door = "p" if self._house.sessions.rests(cookie.digest(secret)) else "i"  # no words open what was not kept
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

    async def _wait(self, seconds: float) -> None:
        if not seconds:
            return
        if self._waiting >= WAITING_AT_MOST:
            raise Busy
        self._waiting += 1
        try:
            await asyncio.sleep(seconds)
        finally:
            self._waiting -= 1

    def _entered(self, address: str, secret: bytes) -> Response:
        return RedirectResponse(address, 303, {"set-cookie": cookie.write(secret, secure=self._house.secure)})


def language_of(given: object) -> str:
    """The language a form names, or the first one there is."""
    return given if isinstance(given, str) and given in LANGUAGES else next(iter(LANGUAGES))
