"""Open from a file: it is looked at, what is in it is said in numbers, and only then it becomes a plan or is added.

The file comes in one form of a bounded size and lies in memory only. What is wrong with it is said on a built page, by
the name of the reason behind the hash of its address: nothing of the file is ever in one.
"""

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import Brought, Busy, CouldNotKeep, Covered, Locked, NotOpened, Why, shelf
from perinatal.web.addresses import at
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of
from perinatal.web.doors.preview_page import Offer, preview_page
from perinatal.web.doors.trying import busy, come_in, tried
from perinatal.web.guard import cookie
from perinatal.web.guard.bodies import BRINGS_A_FILE, InMemory
from perinatal.web.sessions import OWN_PHONE_IDLE

PLACE = "i/f"
GONE, HIDDEN = "gone", "hidden"
"""Reasons that are not about the file: it waited too long, or something is hidden in the open plan."""
_LONGEST_FIELD = 4096


def routes(house: House) -> list[Route]:
    """The doors of this file."""
    doors = Bringing(house)
    return [
        Route(BRINGS_A_FILE, doors.look, methods=["POST"]),
        Route("/bring/begin", doors.begin, methods=["POST"]),
        Route("/bring/add", doors.add, methods=["POST"]),
    ]


class Bringing:
    """The doors a file comes in by."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def look(self, request: Request) -> Response:
        """What is in a file. Nothing of it is kept, and nothing of it is in a plan by this."""
        asked, file = await _brought(request)
        language, house = language_of(asked.get("language")), self._house
        if house.tablet(request):
            return RedirectResponse(at(language, "y"), 303)
        try:
            brought = await tried(
                house, request, asked.get("words", ""), lambda words: house.toolkit.carrying.look(file, words)
            )
        except NotOpened as reason:
            return _no(language, reason.why)
        except Busy:
            return busy(house, at(language, "i/busy"))
        return await self._shown(request, brought, language) if brought else _no(language, Why.NO_PLAN)

    async def _shown(self, request: Request, brought: Brought, language: str) -> Response:
        session, secret = self._house.session(request), self._house.secret(request)
        headers = {"cache-control": "no-store"}
        if secret is None:
            secret = cookie.make()  # it opens nothing: only this file waits behind it
            headers["set-cookie"] = cookie.write(secret, secure=self._house.secure)
        offer = Offer.ADD if session else Offer.WAIT if await self._waits(secret) else Offer.BEGIN
        preview = self._house.toolkit.carrying.preview(brought, language, session.plan if session else None)
        self._house.held.put(cookie.digest(secret), brought)
        return HTMLResponse(preview_page(shelf(language), preview, offer), headers=headers)

    async def _waits(self, secret: bytes) -> bool:
        """Whether a plan nobody kept waits for this browser: it would be lost with its cookie."""
        return self._house.sessions.rests(cookie.digest(secret)) or await self._house.go_on(secret)

    async def begin(self, request: Request) -> Response:
        """A new plan that says what the file says. Its words come next: until then only this browser opens it."""
        language, house = language_of((await request.form()).get("language")), self._house
        secret = house.secret(request)
        if house.tablet(request):
            return RedirectResponse(at(language, "y"), 303)
        if house.session(request) or (secret and await self._waits(secret)):
            return RedirectResponse(at(language, "p"), 303)
        brought = self._held(request)
        if brought is None:
            return _no(language, GONE)
        try:
            plan, own = await house.toolkit.carrying.begin(brought, language)
        except CouldNotKeep:
            return house.full(language, PLACE)
        house.sessions.put(cookie.digest(own), plan, OWN_PHONE_IDLE)
        return come_in(house, request, own, at(language, "w"), "")

    async def add(self, request: Request) -> Response:
        """Add what is new in the file to the plan that is open."""
        language, house = language_of((await request.form()).get("language")), self._house
        session = house.session(request)
        if session is None:
            return RedirectResponse(at(language, "i"), 303)
        if house.tablet(request):
            return RedirectResponse(at(language, "y"), 303)
        brought = self._held(request)
        if brought is None:
            return _no(language, GONE)
        try:
            await house.toolkit.carrying.add(session.plan, brought, language)
        except Covered:
            return _no(language, HIDDEN)
        except CouldNotKeep:
            return house.full(language, PLACE)
        except Locked:
            return RedirectResponse(at(language, "i"), 303)
        return RedirectResponse(at(language, "p"), 303)

    def _held(self, request: Request) -> Brought | None:
        secret = self._house.secret(request)
        return self._house.held.take(cookie.digest(secret)) if secret else None


async def _brought(request: Request) -> tuple[dict[str, str], bytes]:
    """What a form says, and the file in it; nothing where it is not as a browser sends it."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return {}, b""
    parser = InMemory(request.headers, request.stream(), max_files=1, max_fields=4, max_part_size=_LONGEST_FIELD)
    try:
        form = await parser.parse()
    except MultiPartException:
        return {}, b""
    try:
        file = form.get("file")
        asked = {name: value for name, value in form.items() if isinstance(value, str)}
        return asked, await file.read() if isinstance(file, UploadFile) else b""
    finally:
        await form.close()


def _no(language: str, why: str) -> Response:
    return RedirectResponse(f"{at(language, PLACE)}/no#{why}", 303)
