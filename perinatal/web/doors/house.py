"""What the doors and the pages share: the toolkit, the sessions, and who is asking."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from perinatal.start.settings import Settings
from perinatal.toolkit import CouldNotKeep, Tampered, Toolkit
from perinatal.web.addresses import at
from perinatal.web.doors.press_room import PressRoom
from perinatal.web.guard import cookie
from perinatal.web.guard.pace import Patience
from perinatal.web.guard.wall import SECRET
from perinatal.web.held import Held
from perinatal.web.news import News
from perinatal.web.sessions import MemberSession, Session, Sessions
from perinatal.web.tablets import Tablet, Tablets

NEUTRAL_SITE = "https://www.bbc.com/weather"
"""Where Leave goes: a weather page, as on GOV.UK. It loads fast, is not personal, and explains itself."""


@dataclass
class House:
    """One running site."""

    settings: Settings
    sessions: Sessions = field(default_factory=Sessions)
    tablets: Tablets = field(default_factory=Tablets)
    held: Held = field(default_factory=Held)
    news: News = field(default_factory=News)
    patience: Patience = field(default_factory=Patience)
    press: PressRoom = field(default_factory=PressRoom)
    waiting: int = 0
    """People who wait for their turn to try words."""
    neutral_site: str = NEUTRAL_SITE
    _toolkit: Toolkit | None = None

    def open(self) -> None:
        """Open the vault; done in the process that answers, once it runs."""
        self._toolkit = Toolkit.at(self.settings.data)
        loop = asyncio.get_running_loop()
        self._toolkit.listen(lambda plan: loop.call_soon_threadsafe(self.news.heard, plan))

    def close(self) -> None:
        """Lock every plan and let go of the files."""
        self.press.close()
        if self._toolkit:
            self._toolkit.close()

    @property
    def toolkit(self) -> Toolkit:
        """Everything a person can do here."""
        assert self._toolkit is not None  # noqa: S101  the server opens the house before it answers anybody
        return self._toolkit

    @cached_property
    def build(self) -> str:
        """Which build of the pages this server answers for; a page of another one is told to reload."""
        made = sorted((self.settings.pages / "build" / "client" / "assets").glob("manifest-*.js"))
        return made[0].name if made else ""

    @property
    def secure(self) -> bool:
        """Whether cookies travel over TLS only."""
        return self.settings.secure

    def local_time(self) -> time:
        """The time of day where this server stands."""
        return datetime.now().astimezone().time()

    def local_day(self, moment: datetime) -> date:
        """The day this moment fell on where this server stands; kept times are world time."""
        return moment.astimezone().date()

    def secret(self, request: Request) -> bytes | None:
        """The secret in the request's cookie, as the wall read it."""
        return request.scope.get(SECRET)

    def session(self, request: Request) -> Session | None:
        """The parent's session behind a request, if their plan is open."""
        secret = self.secret(request)
        return self.sessions.touch(cookie.digest(secret)) if secret else None

    def member(self, request: Request) -> MemberSession | None:
        """The member behind a request, if somebody signed in."""
        secret = self.secret(request)
        return self.sessions.touch_member(cookie.digest(secret)) if secret else None

    def tablet(self, request: Request) -> Tablet | None:
        """The tablet behind a request, if it was handed over."""
        secret = self.secret(request)
        return self.tablets.of(cookie.digest(secret)) if secret else None

    def built(self, address: str) -> bytes:
        """A built page, to be sent as the body of an answer that is not a page of its own."""
        return (self.settings.pages / "build" / "client" / f"{address.strip('/')}.html").read_bytes()

    def full(self, language: str, place: str) -> Response:
        """Nothing can be kept now: the page that says what did not happen, sent in place of what was asked for."""
        return HTMLResponse(self.built(at(language, f"{place}/full")), 507)

    async def go_on(self, secret: bytes) -> bool:
        """Open a plan that was never kept, by its browser's secret; whether it is open now."""
        digest = cookie.digest(secret)
        if self.sessions.of(digest) is None:
            plan = None
            with suppress(Tampered):  # the disk is damaged: it can't go on, and the page asks for words
                plan = await self.toolkit.resume(secret)
            if plan and self.sessions.of(digest):
                plan.close()  # another page of the same browser was quicker
            elif plan:
                self.sessions.put(digest, plan)
        return self.sessions.of(digest) is not None

    async def welcome(self, secret: bytes) -> None:
        """A page connects: a plan that was never kept goes on after the server was started anew."""
        if not self.sessions.rests(cookie.digest(secret)):
            await self.go_on(secret)

    async def leave(self, secret: bytes) -> None:
        """Close a plan for good in this browser: what was never kept is forgotten, also if it rested."""
        await self.go_on(secret)
        digest = cookie.digest(secret)
        session = self.sessions.of(digest)
        if session and not session.plan.kept:
            with suppress(CouldNotKeep):  # on a full disk it is only locked, and gone with the next sweep
                await self.toolkit.forget(session.plan)
        self.sessions.drop(digest)
        self.held.drop(digest)
        self.tablets.take(digest)
