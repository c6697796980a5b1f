"""What a page says over its line, said by hand: all that the tests know of Reflex's wire protocol stands here."""

import http.client
import json
import uuid
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.walk.site import Site

ROOT = "reflex___state____state"
HERE = f"{ROOT}.perinatal___web___parts___here____here"
REFLEX = "0.10.1"
QUIET = 0.25
"""Seconds of silence after which a page has said all it had to say."""
ALIVE_WITHIN = 20.0
"""Seconds a line may take to come alive on a busy machine; most take a tenth of one."""


def event(page: str, state: str, handler: str, module: str = "page") -> str:
    """The name of an event: `event("question", "question_state", "save", "state")`."""
    return f"{HERE}.perinatal___web___pages___{page}___{module}____{state}.{handler}"


class Line:
    """One live connection of a page, or of somebody who says to be one."""

    def __init__(
        self, site: Site, cookie: str = "", *, path: str = "/en/p", tab: str = "", boot: bool = True, **headers: str
    ) -> None:
        self.heard: list[str] = []
        self.path = path
        wanted = {"Origin": site.address} | ({"Cookie": cookie} if cookie else {}) | headers
        self.socket: ClientConnection = connect(
            f"{site.address.replace('http', 'ws', 1)}/_event/?EIO=4&transport=websocket&token={tab or uuid.uuid4()}",
            origin=wanted.pop("Origin") or None,  # type: ignore[arg-type]  # any text may be sent
            additional_headers=wanted,
            subprotocols=[Subprotocol(REFLEX)],
            compression=None,
            max_size=None,
            close_timeout=1,
            proxy=None,
            legacy=True,  # the line stays open until a test hangs up
        )
        self.raw_heard()
        if boot:
            self.raw("40/_event," + json.dumps({"event": self.said(f"{ROOT}.hydrate_and_load", {})}))
            self._come_alive()
            self.listen()

    def _come_alive(self) -> None:
        """Hear all that a page is told while it comes alive, however long a busy machine takes."""
        try:
            while '"is_hydrated_rx_state_":true' not in str(self.heard[-1]):
                self.heard.append(str(self.socket.recv(timeout=ALIVE_WITHIN)))
        except (TimeoutError, ConnectionClosed):
            return

    def said(self, name: object, payload: object) -> dict[str, Any]:
        """An event as a page words it."""
        place = {"pathname": self.path, "asPath": self.path, "query": {}}
        return {"name": name, "payload": payload, "router_data": place}

    def say(self, name: object, **payload: object) -> str:
        """Send an event, and give everything that came back."""
        return self.emit("event", self.said(name, payload))

    def send(self, name: object, payload: object) -> None:
        """Send an event, and wait for nothing."""
        self.raw("42/_event," + json.dumps(["event", self.said(name, payload)]))

    def emit(self, *data: object) -> str:
        """Send any message, and give everything that came back."""
        self.raw("42/_event," + json.dumps(data))
        return self.listen()

    def raw(self, frame: str | bytes) -> None:
        """Send a frame as it is."""
        self.socket.send(frame)

    def raw_heard(self) -> str:
        """The next frame; raises TimeoutError when there is none, ConnectionClosed when the line is gone."""
        frame = str(self.socket.recv(timeout=5))
        self.heard.append(frame)
        return frame

    def listen(self, quiet: float = QUIET) -> str:
        """Everything that is said until it is quiet or the line closes."""
        before = len(self.heard)
        try:
            while True:
                frame = str(self.socket.recv(timeout=quiet))
                self.heard.append(frame)
                if frame == "2":
                    self.raw("3")
        except (TimeoutError, ConnectionClosed):
            return "\n".join(self.heard[before:])

    def everything(self) -> str:
        """All frames ever heard on this line."""
        return "\n".join(self.heard)

    def is_closed(self, within: float) -> bool:
        """Whether the server closes this line within so many seconds."""
        try:
            while True:
                self.heard.append(str(self.socket.recv(timeout=within)))
        except TimeoutError:
            return False
        except ConnectionClosed:
            return True

    def close(self) -> None:
        """Hang up."""
        self.socket.close()


@dataclass(frozen=True)
class Answer:
    """What a door answered."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def __getitem__(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def cookie(self) -> str:
        """The cookie it set, as a browser would send it back."""
        return self["set-cookie"].partition(";")[0]


def knock(
    site: Site, method: str, path: str, form: dict[str, str] | None = None, cookie: str = "", **headers: str
) -> Answer:
    """Ask over plain http; a header with no text is left out. `sec_fetch_site="none"` gives Sec-Fetch-Site."""
    given = {"Host": f"localhost:{site.port}", "Origin": site.address, "Cookie": cookie}
    given |= {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
    given |= {key.replace("_", "-").title(): value for key, value in headers.items()}
    line = http.client.HTTPConnection("localhost", site.port, timeout=60)
    try:
        body = urlencode(form) if form is not None else ("" if method == "POST" else None)
        line.request(method, path, body, {key: value for key, value in given.items() if value})
        answer = line.getresponse()
        return Answer(answer.status, answer.getheaders(), answer.read())
    finally:
        line.close()


def post(site: Site, path: str, cookie: str = "", **form: str) -> Answer:
    """Send a form as a page of the site does."""
    return knock(site, "POST", path, form, cookie)


def begin(site: Site, phone: str = "own") -> str:
    """Begin a plan; gives the cookie."""
    return post(site, "/begin", language="en", phone=phone).cookie


def keep(site: Site, cookie: str) -> str:
    """Keep the plan; gives its words."""
    return str(json.loads(post(site, "/keep", cookie, language="en").body)["words"])


def answer(site: Site, cookie: str, words: str) -> None:
    """Write words to the first question, as its page would."""
    line = Line(site, cookie, path="/en/p/1")
    line.say(event("question", "question_state", "save", "state"), question="A1", words=words)
    line.close()


def shown(site: Site, cookie: str) -> str:
    """Everything the page of the first question is told."""
    line = Line(site, cookie, path="/en/p/1")
    line.close()
    return line.everything()


EVERY_KIND = (
    "/",
    "/en",
    "/en/p",
    "/en/p/1",
    "/en/g/1",
    "/en/f",
    "/head.js",
    "/app.css",
    "/nowhere",
    "/en/nowhere",
    "/ping",
    "/_event/",
)
ALWAYS = (
    "content-security-policy",
    "x-content-type-options",
    "x-frame-options",
    "x-robots-tag",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "cross-origin-embedder-policy",
)


def insist_guarded(got: Answer) -> None:
    """Every header that always stands is there, once, and nothing lets another site or an inline script in."""
    names = [key.lower() for key, _ in got.headers]
    assert all(names.count(name) == 1 for name in ALWAYS)
    assert "unsafe" not in got["content-security-policy"]
    assert not [name for name in names if name.startswith("access-control-")]
