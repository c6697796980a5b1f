"""Who is here: what every live page knows of its session, and nothing it could be trusted with.

Reflex state is a picture. Each handler asks again, with the cookie of its connection, whether a plan is open.
"""

import hashlib
from collections.abc import Awaitable

import reflex as rx

from perinatal.care import Turn
from perinatal.toolkit import CouldNotKeep, OpenPlan, Shelf, shelf
from perinatal.web.addresses import LANGUAGES
from perinatal.web.doors.house import House
from perinatal.web.parts.about import part_at
from perinatal.web.sessions import Session

OPEN, NEEDS_WORDS, CAN_GO_ON, HIDDEN, HANDED = "", "words", "go_on", "hidden", "handed"
"""What stands before the page: nothing, the words of a plan, a plan that was never kept and rests, that this part is
hidden here, or that the tablet was handed over."""

_HOUSE: list[House] = []


def move_in(house: House) -> None:
    """From now on the pages of this process live in this house."""
    _HOUSE[:] = [house]


def house() -> House:
    """The house the pages live in."""
    return _HOUSE[0]


class Here(rx.State):
    """What the frame of a live page shows."""

    door: str = OPEN
    kept: bool = True
    idle: int = 0
    handed: bool = False
    """Whether this plan is open on a tablet that was handed over, and goes back."""
    saved: str = ""
    quietly: bool = False
    """Whether the page itself says what was done. Then "saved" is not read aloud beside it: of two at once, none is."""
    trouble: str = ""
    build: str = ""
    whose: str = ""
    undo: str = ""
    sees: str = ""
    """Who else can see what is on this page today, in words; empty is nobody."""

    def _enter(self) -> Session | None:
        """The session behind this event, and its signs on the page; None shows the locked door."""
        digest = self._digest
        session = house().sessions.touch(digest)
        self.build = house().build
        self.trouble = ""
        if session is None:
            self.door = self._shut
            self.handed = False
            self.saved = self.undo = self.whose = self.sees = ""
            return None
        self.door = HIDDEN if part_at(self._shelf, self._place) in session.plan.covered else OPEN
        self.kept, self.idle = session.plan.kept, int(session.idle)
        self.handed = house().tablets.of(digest) is not None
        self.whose = hashlib.sha256(b"page" + session.plan.opened.plan_id).hexdigest()[:16]
        self._offer_undo(session.plan)
        self._follow(session.plan.opened.plan_id)
        return session

    def _follow(self, *plans: bytes) -> None:
        """Hear of it when these plans change: a page whose state has a `_refresh` looks again then, by itself.

        Its session it asks for with `_still`: what others do is no sign of life of hers.
        """
        followed = plans if hasattr(type(self), "_refresh") else ()  # else it would look again for the page before it
        house().news.shows(self.router.session.client_token, type(self), *followed)

    def _still(self) -> Session | None:
        """The session behind this page, when nobody asked for anything."""
        return house().sessions.of(self._digest)

    @property
    def _shut(self) -> str:
        """What stands before the page while nothing is open for whoever is here."""
        if house().tablets.of(self._digest):
            return HANDED
        return CAN_GO_ON if house().sessions.rests(self._digest) else NEEDS_WORDS

    @property
    def _digest(self) -> str:
        return self.router.headers.raw_headers.get("authorization", "")

    def _offer_undo(self, plan: OpenPlan) -> None:
        waiting = house().toolkit.can_put_back(plan)
        self.undo = waiting[0].id if waiting else ""

    def _name(self, key: str, people: list[str]) -> None:
        """Say who else can see what is on this page today."""
        self._put(sees=self._shelf.say(key, names=", ".join(people)) if people else "")

    def _put(self, **shown: object) -> None:
        """Show these, and send only what differs: that nothing new is sent must not tell that something was said."""
        for name, value in shown.items():
            if getattr(self, name) != value:
                setattr(self, name, value)

    def _keep_apart(self, session: Session, history: list[Turn]) -> None:
        """Another page said this meanwhile: words this page never showed stay as said before, and are not replaced."""
        session.plan.since.difference_update(turn.id for turn in history)

    def _note_saved(self, session: Session) -> None:
        """Say that it is saved; called after the vault has committed, never before."""
        could_undo, self.kept = self.undo, session.plan.kept
        self._offer_undo(session.plan)
        self.quietly = bool(self.undo and not could_undo)  # it was taken out, and the way to put it back says so
        self.saved = self._shelf.clock(house().local_time())

    async def _is_kept(self, saying: Awaitable[object]) -> bool:
        """Wait until this is kept; False if it could not be, and then the page says so."""
        try:
            await saying
        except CouldNotKeep as error:
            self._note_trouble(error)
            return False
        return True

    def _note_trouble(self, _error: CouldNotKeep) -> None:
        """Say that it could not be saved; the words are still on the page."""
        self.trouble = "not_saved"
        self.saved = ""

    @property
    def _place(self) -> str:
        """Where the page is, after its language: `p/3`."""
        return self.router.url.path.strip("/").partition("/")[2]

    @property
    def _language(self) -> str:
        """The language of the page's address, or the first there is."""
        first = self.router.url.path.strip("/").partition("/")[0]
        return first if first in LANGUAGES else next(iter(LANGUAGES))

    @property
    def _shelf(self) -> Shelf:
        return shelf(self._language)
