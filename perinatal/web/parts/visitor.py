"""A member is here: what the pages of members know of who signed in. It is never a parent's session.

`_enter` of a parent's page finds nothing behind a member's cookie, and `_come_in` finds nothing behind a parent's.
"""

import hashlib

import reflex as rx

from perinatal.toolkit import Shelf
from perinatal.web.parts.frame import live_page, words_form
from perinatal.web.parts.here import HANDED, NEEDS_WORDS, OPEN, Here, house
from perinatal.web.sessions import MemberSession


class Visitor(Here):
    """What stands on every page of a member."""

    def _come_in(self) -> MemberSession | None:
        """The member behind this event, and the signs of it on the page; None shows the door to sign in."""
        session = house().sessions.touch_member(self._digest)
        self.build = house().build
        self.saved = self.trouble = self.undo = self.sees = ""
        self.kept, self.handed = True, False
        if session is None:
            self.door, self.whose = HANDED if self._shut == HANDED else NEEDS_WORDS, ""
            return None
        self.door, self.idle = OPEN, int(session.idle)
        self.whose = self._known_as(session)
        return session

    def _still_in(self) -> MemberSession | None:
        """The member behind this page, when nobody asked for anything; no sign of life."""
        return house().sessions.member(self._digest)

    def _known_as(self, session: MemberSession) -> str:
        """A name for what this member looks at, so that no page keeps words typed for something else."""
        where = session.visit.grant.id if session.visit else b""
        return hashlib.sha256(b"visit" + session.member.id + where).hexdigest()[:16]


def member_page(words: Shelf, place: str, *inside: rx.Component) -> rx.Component:
    """A page for members. To anybody else it is the door to sign in."""
    door = rx.el.section(sign_in_form(words), id="door", class_name="card")
    return live_page(words, place, *inside, door=door, members=True)


def sign_in_form(words: Shelf, *, wrong: bool = False) -> rx.Component:
    """The form for a member's six words."""
    return words_form(words, "sign_in", "/sign-in", wrong=wrong)
