"""Reflex holds a picture of every page in memory, with the words on it. It goes when its page goes."""

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
