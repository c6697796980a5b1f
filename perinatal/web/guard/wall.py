"""The wall around the app: who may knock, what passes, how big, how fast, and what every answer carries."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from perinatal.start.settings import Settings
from perinatal.web.addresses import built_page, built_pages
from perinatal.web.guard import bodies, cookie, headers
from perinatal.web.guard.pace import Pace

LARGEST_FRAME = 65_536
"""Characters in one message of a page: three times the longest answer."""
SECRET = "perinatal.secret"
"""Where a route finds the cookie's secret in its scope. Reflex is never shown it."""
ADDRESS = "perinatal.address"
"""Where a route finds the address it may slow down. Reflex is never shown it."""
ASKED_HERE = "perinatal.asked_here"
"""Where a route finds whether this site or the person asked, and not a page somewhere else."""
HANG_UP = "perinatal.hang_up"
"""Where the gate finds how to end a live connection that says what no page of ours says."""
TO_LET_GO = 0.1
"""Seconds the server takes at most to stop reading from a line; it closes only lines it does not read from."""
LONGEST_TAB = 64
"""Characters in the name a tab gives itself."""


def tab(name: str) -> str:
    """How a page without a cookie is known, so that it can be cut off. It opens nothing."""
    return f"tab {name[:LONGEST_TAB]}"


@dataclass(frozen=True)
class Doorkeeper:
    """What the wall asks about a live connection: is there a session, and who cuts it off."""

    welcome: Callable[[bytes], Awaitable[None]]
    watch: Callable[[str, Callable[[], None]], None]
    unwatch: Callable[[str, Callable[[], None]], None]


class Wall:
    """Wraps the whole app, so nothing reaches Reflex or a route without passing here."""

    def __init__(self, app: ASGIApp, settings: Settings, keeper: Doorkeeper) -> None:
        self._app, self._settings, self._keeper = app, settings, keeper
        self._origins = frozenset(o.encode() for o in settings.origins)
        self._hosts = frozenset(o.partition("://")[2].encode() for o in settings.origins)
        self._pages = built_pages(settings.pages / "build" / "client")
        self._marks = headers.marks(settings.pages / "build" / "client")
        self._policies = headers.content_policies(settings.csp_file)
        self._always = headers.for_every_answer(secure=settings.secure)
        self._bodies = bodies.Bodies()
        self._knocks, self._calls = Pace(rate=50, burst=600), Pace(rate=5, burst=120)
        self._files = Pace(rate=2, burst=80)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, made smaller; or answer it here."""
        match scope["type"]:
            case "http":
                await self._http(scope, receive, send)
            case "websocket":
                await self._live(scope, receive, send)
            case _:
                await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        given = dict(scope["headers"])
        address = self._address(scope, given)
        answer, heard = self._answering(scope, send), None
        status = self._refusal(scope, given, address) or self._unchanged(scope, given)
        if not status and scope["method"] == "POST":
            heard, status = await self._bodies.heard(scope["path"], _length(given), receive)
            receive = bodies.given(heard.bytes if heard else b"", receive)
        if status:
            await answer({"type": "http.response.start", "status": status, "headers": []})
            await answer({"type": "http.response.body", "body": b""})
            return
        inner = self._smaller(scope, given)
        inner[SECRET], inner[ADDRESS], inner[ASKED_HERE] = self._secret(scope), address, self._asked_here(scope, given)
        inner[bodies.TOO_MUCH] = heard is not None and heard.too_much
        await self._app(inner, receive, answer)

    def _refusal(self, scope: Scope, given: dict[bytes, bytes], address: str) -> int:
        """The status to refuse with, or 0."""
        if given.get(b"host") not in self._hosts:
            return 421
        if not self._knocks.allows(address):
            return 429
        if scope["method"] in ("GET", "HEAD"):
            return 0
        if scope["method"] != "POST":
            return 405
        if not bodies.may_be_heard(scope["path"], given.get(b"content-length", b"0")):
            return 413
        if not self._from_here(given):
            return 403
        return 429 if _length(given) > bodies.LARGEST_BODY and not self._files.allows(address) else 0

    def _unchanged(self, scope: Scope, given: dict[bytes, bytes]) -> int:
        """304 if the browser holds this file as it is now, or 0."""
        mark = self._marks.get(scope["path"])
        return 304 if headers.is_unchanged(mark, given.get(b"if-none-match", b"")) else 0

    def _from_here(self, given: dict[bytes, bytes]) -> bool:
        """Whether a page of this site sent the request.

        A form sent under `no-referrer` carries the origin "null", so there the browser's own word is taken.
        """
        origin = given.get(b"origin", b"")
        return origin in self._origins or (origin == b"null" and given.get(b"sec-fetch-site") == b"same-origin")

    def _asked_here(self, scope: Scope, given: dict[bytes, bytes]) -> bool:
        """Whether this site or the person asked. A browser too old to say so still sends a cookie from here only."""
        asked = given.get(b"sec-fetch-site")
        return asked in (b"same-origin", b"none") or (asked is None and self._secret(scope) is not None)

    async def _live(self, scope: Scope, receive: Receive, send: Send) -> None:
        given = dict(scope["headers"])
        address = self._address(scope, given)
        allowed = given.get(b"host") in self._hosts and given.get(b"origin") in self._origins
        if not allowed or scope["path"].rstrip("/") != "/_event" or not self._calls.allows(address):
            await receive()
            await send({"type": "websocket.close", "code": 4403})
            return
        inner, live = self._smaller(scope, given), _Live(receive, send)
        # The name a tab brings opens nothing: a connection gets one of its own, so none can be guessed or used twice.
        inner["query_string"] = b"EIO=4&transport=websocket&token=" + secrets.token_hex(16).encode()
        secret, brought = self._secret(scope), parse_qs(scope["query_string"].decode("latin-1"))
        known_as = cookie.digest(secret) if secret else tab(brought.get("token", [""])[0])
        if secret:
            await self._keeper.welcome(secret)
            inner["headers"].append((b"authorization", known_as.encode()))
        inner[HANG_UP] = live.cut
        self._keeper.watch(known_as, live.cut)
        try:
            await self._app(inner, _paced(live.receive), live.send)
        finally:
            self._keeper.unwatch(known_as, live.cut)

    def _address(self, scope: Scope, given: dict[bytes, bytes]) -> str:
        """Whom to slow down: the one who called, or whom the trusted proxy names."""
        peer = (scope.get("client") or ("unknown", 0))[0]
        if self._settings.trusted_proxy and peer == self._settings.trusted_proxy:
            return given.get(b"x-forwarded-for", b"").decode("latin-1").rpartition(",")[2].strip() or peer
        return peer

    def _secret(self, scope: Scope) -> bytes | None:
        # HTTP/2 may send each cookie in a header of its own.
        cookies = b";".join(value for key, value in scope["headers"] if key == b"cookie")
        return cookie.read(cookies, secure=self._settings.secure)

    def _smaller(self, scope: Scope, given: dict[bytes, bytes]) -> Scope:
        """The request as everything behind the wall sees it: no cookie, no address, no question mark."""
        path = built_page(scope["path"], self._settings.language, self._pages)
        passed = [(k, v) for k, v in scope["headers"] if k in headers.PASSES]
        return dict(scope, headers=passed, client=("0.0.0.0", 0), query_string=b"", path=path, raw_path=path.encode())

    def _answering(self, scope: Scope, send: Send) -> Send:
        path = built_page(scope["path"], self._settings.language, self._pages)
        policy = self._policies.get(path, self._policies[headers.SHELL])
        always = [(b"content-security-policy", policy), *self._always]

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = headers.answer_headers(message, scope["path"], always, self._marks.get(scope["path"]))
                message = dict(message, headers=given)
            await send(message)

        return answer


def _length(given: dict[bytes, bytes]) -> int:
    """The bytes a body says to have. One that does not say is taken for a small one."""
    return int(given.get(b"content-length", b"0"))


def _paced(receive: Receive) -> Receive:
    """One page may say so much, so fast: 40 messages a second, 200 at once, none too large."""
    pace = Pace(rate=40, burst=200)

    async def paced() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive":
            size = len(message.get("text") or message.get("bytes") or "")
            if size > LARGEST_FRAME or not pace.allows(""):
                return {"type": "websocket.disconnect", "code": 1008}
        return message

    return paced


class _Live:
    """A live connection that can be cut off: once cut, nothing more goes out to that page, and nothing comes in."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def receive(self) -> Message:
        """The next message, or the end. The server itself would wait for the page to hang up, and a page may not."""
        if not self._over.done():
            hearing = asyncio.ensure_future(self._receive())
            await asyncio.wait({hearing, self._over}, return_when=asyncio.FIRST_COMPLETED)
            if hearing.done():
                return hearing.result()
            hearing.cancel()
            await asyncio.sleep(TO_LET_GO)
        return {"type": "websocket.disconnect", "code": 1000}

    async def send(self, message: Message) -> None:
        """Pass a message on, unless the plan behind it was closed."""
        if message["type"] == "websocket.close":
            self.cut()  # the server closes the line once nobody reads from it, and not before
        elif not self._over.done():
            await self._send(message)

    def cut(self) -> None:
        """Close the connection; the page will ask again who is there."""
        if not self._over.done():
            self._over.set_result(None)
