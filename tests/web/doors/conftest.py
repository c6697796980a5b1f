"""A house with a real vault, somebody who knocks at its doors, and a count of the slow step."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from perinatal.start.settings import Settings
from perinatal.toolkit import CouldNotKeep, Toolkit
from perinatal.vault import Cost, Vault, keys, opened, vault
from perinatal.web.addresses import LANGUAGES
from perinatal.web.doors import (
    bringing,
    carrying,
    forgetting,
    handing,
    hiding,
    inviting,
    keeping,
    linking,
    opening,
    printing,
    shop,
    signing_in,
)
from perinatal.web.doors.house import House
from perinatal.web.guard import cookie
from perinatal.web.guard.wall import ADDRESS, ASKED_HERE, SECRET

QUICK = Cost(memory_kib=64, passes=1)
SENT = ("i/busy", "in/busy", "n/busy", "n/full", "n/yours", "z/busy", "z/no", "z/full", "p0/full", "q/full", "m/d/full")
SENT += ("y/b/full", "m/c/full", "i/f/full")
"""The built pages that a door sends itself; here each says only where it stands."""


@dataclass
class Doors:
    """A house, and somebody who knocks at its doors."""

    house: House
    site: ASGIApp
    slow_steps: list[bytes]
    cookies: dict[str, str] = field(default_factory=dict)

    def post(self, path: str, **form: str) -> httpx.Response:
        """Send a form, and remember the cookie that comes back."""
        return self.send(path, data=form)

    def send(self, path: str, **body: Any) -> httpx.Response:
        """Send anything as the body of a post, and remember the cookie that comes back."""

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.site)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://localhost", cookies=self.cookies
            ) as client:
                return await client.post(path, **body)

        got = asyncio.run(send())
        self.cookies.update(got.cookies)
        return got

    def bring(self, file: bytes, words: str, language: str = "en", name: str = "notes.age") -> httpx.Response:
        """Send a form with a file in it."""

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.site)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://localhost", cookies=self.cookies
            ) as client:
                asked = {"words": words, "language": language}
                return await client.post("/bring", data=asked, files={"file": (name, file)})

        got = asyncio.run(send())
        self.cookies.update(got.cookies)
        return got

    def begin_and_keep(self) -> str:
        self.post("/begin")
        words = self.post("/keep").json()["words"]
        self.slow_steps.clear()
        return words


@pytest.fixture
def doors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doors]:
    slow_steps: list[bytes] = []

    def counted(words: bytes, pepper: bytes, cost: Cost) -> keys.Way:
        slow_steps.append(words)
        return keys.way_of_words(words, pepper, cost)

    monkeypatch.setattr(vault, "way_of_words", counted)
    monkeypatch.setattr(opened, "way_of_words", counted)
    for place in [f"{language}/{page}" for language in LANGUAGES for page in SENT]:
        file = tmp_path / "pages" / "build" / "client" / f"{place}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(place)
    house = House(Settings(data=tmp_path / "data", pages=tmp_path / "pages"))
    house._toolkit = Toolkit(Vault(tmp_path / "data", cost=QUICK))
    every = (opening, signing_in, handing, inviting, linking, keeping, hiding, printing, shop, carrying, bringing)
    every = (*every, forgetting)
    inside = Starlette(routes=[route for door in every for route in door.routes(house)])

    async def walled(scope: Scope, receive: Receive, send: Send) -> None:
        given = dict(scope.get("headers", ())).get(b"cookie", b"")
        marks = {SECRET: cookie.read(given, secure=False), ADDRESS: "somebody", ASKED_HERE: True}
        await inside({**scope, **marks}, receive, send)

    yield Doors(house, walled, slow_steps)
    house.close()


async def full(*_given: object, **_named: object) -> None:
    """A verb of the toolkit while the disk is full."""
    raise CouldNotKeep
