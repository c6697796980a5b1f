"""Reflex's pictures of pages hold words, so they go when the page goes."""

import asyncio
from types import SimpleNamespace
from typing import Any

from reflex.istate.manager.memory import StateManagerMemory

from perinatal.web.guard.pictures import let_go_of_pictures


def a_site_with(*pages: str, connected: set[str]) -> Any:
    """An app that holds a picture of each of these pages."""
    held = StateManagerMemory(token_expiration=3600)
    for name in pages:
        held.states[name] = f"words of {name}"
        held._token_expires_at[name] = (0.0, SimpleNamespace(ident=name, cache_key=name, lock_key=name))
    return SimpleNamespace(state_manager=held, event_namespace=SimpleNamespace(sid_to_token={n: n for n in connected}))


def test_a_picture_goes_with_its_page_and_no_other_does() -> None:
    site = a_site_with("here", "gone", connected={"here"})

    let_go_of_pictures(site)

    assert set(site.state_manager.states) == set(site.state_manager._token_expires_at) == {"here"}


def test_a_picture_in_use_waits_for_the_next_look() -> None:
    site = a_site_with("gone", connected=set())
    lock = site.state_manager._states_locks["gone"] = asyncio.Lock()
    asyncio.run(lock.acquire())

    let_go_of_pictures(site)
    assert "gone" in site.state_manager.states

    lock.release()
    let_go_of_pictures(site)
    assert not site.state_manager.states
