"""Paper for anybody: one door that prints what is on the shelf, or shows it first. It opens no plan and keeps nothing.

The name and the logo of a clinic are in the request and in the answer, and nowhere else.
"""

from functools import partial

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from perinatal.toolkit import (
    Brand,
    Extras,
    LogoNotTaken,
    NoSuchThing,
    Pictures,
    TooLongForABand,
    TooManyWords,
    blank,
    brand_of,
    pictures,
    shelf,
    thing,
)
from perinatal.web.doors.asking import Asked, NotRead, asked_in, here_in
from perinatal.web.doors.house import House
from perinatal.web.doors.looking import looking_page, trouble_page
from perinatal.web.doors.press_room import PressBusy
from perinatal.web.doors.printing import printed
from perinatal.web.guard.bodies import TOO_MUCH
from perinatal.web.guard.pace import Pace
from perinatal.web.guard.wall import ADDRESS

NOT_KEPT = {"cache-control": "no-store"}
A_SECOND, AT_ONCE = 2.0, 120
"""Papers for one address: a clinic that shares one prints a whole set or two, and then two a second."""


def routes(house: House) -> list[Route]:
    """The door of this file."""
    pace = Pace(rate=A_SECOND, burst=AT_ONCE)

    async def make(request: Request) -> Response:
        here = here_in(await request.body())
        if request.scope.get(TOO_MUCH):
            return _trouble(here, "paper.logo.too_large", 413)
        try:
            asked = await asked_in(request)
        except NotRead:
            return _trouble(here, "shop.trouble.not_read", 400)
        if not pace.allows(request.scope[ADDRESS]):
            return _busy(asked.here)
        return await _made(house, asked)

    return [Route("/paper", make, methods=["POST"])]


async def _made(house: House, asked: Asked) -> Response:
    """The paper, or its pictures, or why there is none."""
    try:
        thing(asked.thing, asked.copy.language)
        if not asked.look:
            return printed(await house.press.draw(partial(_paper, asked)))
        seen = await house.press.draw(partial(_seen, asked))
        return HTMLResponse(looking_page(asked, seen), headers=NOT_KEPT)
    except PressBusy:
        return _busy(asked.here)
    except NoSuchThing:
        return _trouble(asked.here, "shop.trouble.unknown", 404)
    except LogoNotTaken as error:
        return _trouble(asked.here, f"paper.logo.{error.reason}", 422)
    except TooLongForABand:
        return _trouble(asked.here, "shop.trouble.too_long", 422)
    except TooManyWords:
        return _trouble(asked.here, "shop.trouble.too_many", 422)


def _paper(asked: Asked) -> bytes:
    return blank(asked.thing, asked.copy, Extras(brand=_brand(asked)))


def _seen(asked: Asked) -> Pictures:
    return pictures(_paper(asked))


def _brand(asked: Asked) -> Brand:
    return brand_of(name=asked.name, phone=asked.phone, hours=asked.hours, logo=asked.logo, logo_says=asked.logo_says)


def _busy(here: str) -> Response:
    answer = _trouble(here, "shop.trouble.busy", 503)
    answer.headers["retry-after"] = "60"
    return answer


def _trouble(here: str, why: str, status: int) -> Response:
    return HTMLResponse(trouble_page(shelf(here), why), status, NOT_KEPT)
