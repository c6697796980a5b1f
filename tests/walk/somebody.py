"""Somebody who can be let in, for walks: made beside the site, in its data folder."""

import asyncio
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from perinatal.care.sharing import Suggested
from perinatal.toolkit import Toolkit, languages
from perinatal.vault import InUse
from tests.walk.site import Site

T = TypeVar("T")


@dataclass
class Somebody:
    """A member as they know themselves: six words to open with, four to read out."""

    six: str
    four: dict[str, str] = field(default_factory=dict)


def somebody(data: Path) -> Somebody:
    """A new member, made before the site starts."""
    data.mkdir(parents=True, exist_ok=True)
    toolkit = Toolkit.at(data)
    member, six = _wait_for(toolkit.members.add("en"))
    four = {language: toolkit.members.four_words(member, language) for language in languages()}
    toolkit.close()
    return Somebody(six, four)


def offers(site: Site, who: Somebody, *offered: Suggested, looks_at: str = "") -> None:
    """What this member does while nobody else is there: the site rests meanwhile, and the plan is locked."""
    site.kill()
    toolkit = _once_it_is_free(site.data)
    _wait_for(_offer(toolkit, who, offered, looks_at))
    toolkit.close()
    site.start()


def _wait_for(doing: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: the browser's event loop already runs in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, doing).result()


def _once_it_is_free(data: Path) -> Toolkit:
    """A killed server lets go of its files a moment after it is gone."""
    for _ in range(100):
        try:
            return Toolkit.at(data)
        except InUse:
            time.sleep(0.05)
    raise AssertionError("the site did not let go of its data")


async def _offer(toolkit: Toolkit, who: Somebody, offered: tuple[Suggested, ...], looks_at: str) -> None:
    member = await toolkit.members.sign_in(who.six)
    assert member
    (grant,) = await toolkit.members.let_in_by(member)
    inside = toolkit.members.enter(member, grant)
    if looks_at:
        await toolkit.members.look(inside, looks_at, "en")
    for each in offered:
        await toolkit.members.suggest(inside, each, "en")
