"""A parent's tab without a browser: a cookie, a socket, events and their answers, in Reflex's wire format."""

import asyncio
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

NAMESPACE = "/_event,"
STATE = "reflex___state____state"
PAGES = f"{STATE}.perinatal___web___parts___here____here.perinatal___web___pages___"
SAVE = f"{PAGES}question___state____question_state.save"
SAVED = f"{PAGES}question___state____question_state"
SAID = "words_rx_state_"
"""Comes back with a save, and with nothing else."""


class _Stay(urllib.request.HTTPRedirectHandler):
    """Stops at a redirect, because the cookie is in it."""

    def redirect_request(self, *_: object) -> None:
        """No next request."""


def begin(address: str) -> str:
    """Begin a plan; gives the cookie."""
    form = urllib.parse.urlencode({"phone": "mine", "language": "en"}).encode()
    request = urllib.request.Request(f"{address}/begin", form, {"Origin": address})
    try:
        urllib.request.build_opener(_Stay).open(request)
    except urllib.error.HTTPError as answer:
        return str(answer.headers["set-cookie"]).partition(";")[0]
    raise AssertionError("no cookie came")


class Tab:
    """One live connection, on one page."""

    def __init__(self, address: str, cookie: str = "", page: str = "/en/p/1") -> None:
        self._address, self._cookie, self._page = address, cookie, page
        self._socket: ClientConnection | None = None
        self._said: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def open(self, *, boot: str = f"{STATE}.hydrate_and_load") -> None:
        """Connect, and wait until the page is alive. A full house is tried again."""
        host = self._address.replace("http", "ws", 1)
        headers = {"Cookie": self._cookie} if self._cookie else {}
        url = f"{host}/_event/?EIO=4&transport=websocket&token={uuid.uuid4()}"
        for _ in range(400):
            try:
                self._socket = await connect(url, origin=self._address, additional_headers=headers, max_size=None)
                self._listening = asyncio.create_task(self._listen())
                await self._socket.send("40" + NAMESPACE + json.dumps({"event": self._event(boot, {})}))
                await self.hear(lambda delta: delta.get(STATE, {}).get("is_hydrated_rx_state_") is True)
                return
            except (ConnectionClosed, InvalidHandshake):
                await asyncio.sleep(0.2)
        raise AssertionError("never let in")

    def _event(self, name: str, payload: dict[str, Any]) -> dict[str, Any]:
        return {"name": name, "payload": payload, "router_data": {"pathname": self._page, "asPath": self._page}}

    async def _listen(self) -> None:
        """Answer the server's pings, also while nobody asks; keep what it says."""
        assert self._socket is not None
        async for frame in self._socket:
            if frame == "2":
                await self._socket.send("3")
            elif str(frame).startswith("42" + NAMESPACE):
                self._said.put_nowait(json.loads(str(frame).removeprefix("42" + NAMESPACE))[1].get("delta") or {})

    async def hear(self, wanted: Callable[[dict[str, Any]], bool]) -> None:
        """Wait for a change that is wanted, for half a minute at most."""
        async with asyncio.timeout(30):
            while not wanted(await self._said.get()):
                pass

    async def ask(self, name: str, payload: dict[str, Any], state: str, field: str = "") -> float:
        """Send an event and wait for the change it makes in this field of a state; gives the seconds between."""
        assert self._socket is not None
        began = time.perf_counter()
        await self._socket.send("42" + NAMESPACE + json.dumps(["event", self._event(name, payload)]))
        await self.hear(lambda delta: state in delta and (not field or field in delta[state]))
        return time.perf_counter() - began

    async def close(self) -> None:
        """Go."""
        if self._socket:
            self._listening.cancel()
            await self._socket.close()
