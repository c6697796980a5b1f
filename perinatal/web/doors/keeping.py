"""Keep, change the locks, make two cards: new words for the plan that is open. They are shown once, in no event.

What gives somebody a new way in, or takes the old one away, is asked for with words that open the plan: an open
screen alone is not enough. Only `keep` is without, as there may be no words yet, or they may just have been lost.
"""

from collections.abc import Awaitable, Callable

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from perinatal.toolkit import Busy, CouldNotKeep, Covered, Locked, OpenPlan
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of
from perinatal.web.doors.trying import cards_in, tried
from perinatal.web.guard import cookie

LONGEST_NAME = 200


def routes(house: House) -> list[Route]:
    """The doors of this file."""
    doors = Keeping(house)
    return [
        Route("/keep", doors.keep, methods=["POST"]),
        Route("/locks", doors.locks, methods=["POST"]),
        Route("/cards", doors.cards, methods=["POST"]),
    ]


class Keeping:
    """The doors at which new words are made."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def keep(self, request: Request) -> Response:
        """Six new words. The earlier ones open nothing after this."""
        form = await request.form()
        toolkit = self._house.toolkit
        return await self._made(request, lambda plan: toolkit.keep(plan, language_of(form.get("language"))))

    async def locks(self, request: Request) -> Response:
        """Six new words, and no key as it was; for whoever knows the present ones. Other browsers are shut at once."""
        form = await request.form()

        async def change(plan: OpenPlan) -> str:
            words = await self._house.toolkit.change_locks(plan, language_of(form.get("language")))
            self._house.sessions.lock_the_idle()
            return words

        return await self._made(request, change, asked=form)

    async def cards(self, request: Request) -> Response:
        """Two cards that open the plan together; for whoever knows the present words."""
        form = await request.form()
        name, language = str(form.get("name", "")).strip()[:LONGEST_NAME], language_of(form.get("language"))
        return await self._made(
            request, lambda plan: self._house.toolkit.keys.entrust(plan, name, language), asked=form
        )

    async def _made(
        self,
        request: Request,
        make: Callable[[OpenPlan], Awaitable[str | tuple[str, str]]],
        asked: FormData | None = None,
    ) -> Response:
        secret, session = self._house.secret(request), self._house.session(request)
        if secret is None or session is None:
            return Response(status_code=401)
        try:
            if asked is not None and not await self._knows(request, session.plan, asked):
                return Response(status_code=403)
            words = await make(session.plan)
        except Busy:
            return Response(status_code=503, headers={"retry-after": "60"})
        except Covered:
            return Response(status_code=409)
        except CouldNotKeep:
            return Response(status_code=507)
        except Locked:
            return Response(status_code=401)
        self._house.sessions.cut_off(cookie.digest(secret))  # its pages come back and show it as it is now
        return JSONResponse({"words": words})

    async def _knows(self, request: Request, plan: OpenPlan, form: FormData) -> bool:
        words, other = cards_in(form)

        async def opens(words: str) -> bool | None:
            return plan.kept and await self._house.toolkit.keys.opens(plan, words, other) or None

        return bool(await tried(self._house, request, words, opens))
