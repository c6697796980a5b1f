"""What every door that takes words has in common: the wait, the try, and the new cookie when they were right."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from perinatal.toolkit import Busy
from perinatal.web.doors.house import House
from perinatal.web.guard import cookie
from perinatal.web.guard.wall import ADDRESS, tab

T = TypeVar("T")

WAITING_AT_MOST = 40
"""People who may wait for their turn after too many wrong tries; beyond, they are asked to come back."""


async def tried(house: House, request: Request, words: str, opening: Callable[[str], Awaitable[T | None]]) -> T | None:
    """What these words open, or None. Right and wrong words take the same path and the same time."""
    address, patience = request.scope[ADDRESS], house.patience
    await _wait(house, patience.wait(address))
    patience.tried(address)  # before the words are, so that many tries at once do not slip through
    opened = await opening(words)
    if opened is not None:
        patience.was_right(address)
    return opened


def cards_in(form: FormData) -> tuple[str, str | None]:
    """The words in a form, or those of two cards."""
    if "first" in form:
        return str(form["first"]), str(form.get("second", ""))
    return str(form.get("words", "")), None


def come_in(house: House, request: Request, secret: bytes, address: str, opened_in: str) -> Response:
    """With a new cookie. The pages of the old one, or of none, are cut off and come back with it."""
    before = house.secret(request)
    if before:
        house.sessions.drop(cookie.digest(before))
    house.sessions.cut_off(tab(opened_in))
    return RedirectResponse(address, 303, {"set-cookie": cookie.write(secret, secure=house.secure)})


def busy(house: House, address: str) -> Response:
    """Many people are opening at once: come back in a minute. Nothing was tried."""
    return HTMLResponse(house.built(address), 503, {"retry-after": "60"})


async def _wait(house: House, seconds: float) -> None:
    if not seconds:
        return
    if house.waiting >= WAITING_AT_MOST:
        raise Busy
    house.waiting += 1
    try:
        await asyncio.sleep(seconds)
    finally:
        house.waiting -= 1
