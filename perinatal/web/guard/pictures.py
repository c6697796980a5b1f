"""Reflex holds a picture of every page in memory, with the words on it. It goes when its page goes."""

from collections.abc import Awaitable, Callable
from typing import Any

import reflex as rx
from reflex.istate.manager.memory import StateManagerMemory


def let_go_of_pictures(app: rx.App) -> None:
    """Let go of the pictures of pages that are gone; Reflex alone would keep them for another hour."""
    held, pages = app.state_manager, app.event_namespace
    if pages is None or not isinstance(held, StateManagerMemory):
        raise RuntimeError("pictures of pages may be nowhere but in memory")
    there = set(pages.sid_to_token.values())
    for _, picture in list(held._token_expires_at.values()):
        lock = held._states_locks.get(picture.lock_key)
        if picture.ident not in there and not (lock and lock.locked()):
            held._purge_token(picture)


def pages_there(app: rx.App) -> set[str]:
    """The pages that are connected now, by the names of their connections."""
    return set(app.event_namespace.sid_to_token.values()) if app.event_namespace else set()


def painter(app: rx.App, cut_off: Callable[[str], None]) -> Callable[[str, type[Any]], Awaitable[None]]:
    """How a page that is still there is asked to look again at what it shows. One that can't is cut off."""

    async def paint_again(page: str, kind: type[Any]) -> None:
        if page not in pages_there(app):
            return
        async with app.modify_state(rx.BaseStateToken(ident=page, cls=kind)) as picture:
            state = await picture.get_state(kind)
            looked = False
            try:
                await state._refresh()
                looked = True
            finally:
                if not looked:
                    cut_off(state._digest)

    return paint_again
