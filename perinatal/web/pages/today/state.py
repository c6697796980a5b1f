"""What a member's page of today remembers while it is on screen. It holds no word of any plan."""

import hashlib

import reflex as rx

from perinatal.toolkit import LONGEST_NEXT, CouldNotKeep, Entry, Grant, Shelf, languages, shelf
from perinatal.web.parts.here import house
from perinatal.web.parts.visitor import Visitor
from perinatal.web.sessions import MemberSession


class TodayState(Visitor):
    """The list on screen. Covered names, and what was noted beside them, are not sent to the page at all."""

    rows: list[dict[str, str]] = []
    mine: list[dict[str, str]] = []
    covered: bool = False
    writing: str = ""
    """The plan whose next visit is being noted."""
    noted: str = ""

    async def _show(self, session: MemberSession) -> None:
        entries, words = await house().toolkit.worklist.of(session.member), self._shelf
        self._follow(session.member.id, *(entry.grant.plan for entry in entries))
        rows = [await self._row(session, entry, words) for entry in entries]
        mine = [
            {
                "in": shelf(code).native_name,
                "lang": code,
                "words": house().toolkit.members.four_words(session.member, code),
            }
            for code in (words.language, *(each for each in languages() if each != words.language))
        ]
        self._put(covered=session.covered, rows=rows, mine=mine)
        noted = {_key(session, entry.grant): entry.next_visit for entry in entries}
        if session.covered or self.writing not in noted:
            self._put(writing="", noted="")
        else:
            self._put(noted=noted[self.writing])

    async def _row(self, session: MemberSession, entry: Entry, words: Shelf) -> dict[str, str]:
        members, number = house().toolkit.members, session.number(entry.grant)
        answered = await members.has_answers(session.remembering(members.enter(session.member, entry.grant)))
        plan = words.say("today.plan", number=number)
        return {
            "key": _key(session, entry.grant),
            "number": number,
            "name": plan if session.covered else entry.grant.name or plan,
            "next": "" if session.covered else entry.next_visit,
            "todo": "\n".join(_todo(words, entry, answered=answered)),
        }

    async def _chosen(self, session: MemberSession, key: str) -> Grant | None:
        """The plan of this row, if it is still in the list."""
        grants = await house().toolkit.members.let_in_by(session.member)
        return next((grant for grant in grants if _key(session, grant) == key), None)

    async def _refresh(self) -> None:
        """A plan of this list changed, or there is a new one."""
        session = self._still_in()
        if session:
            await self._show(session)

    @rx.event
    async def load(self) -> None:
        """Show who lets this member in now."""
        session = self._come_in()
        self.rows, self.mine, self.writing, self.noted = [], [], "", ""
        if session:
            await self._show(session)

    @rx.event
    async def cover(self) -> None:
        """Cover the names, or show them again: here and on every page this member has open."""
        session = self._come_in()
        if session:
            session.covered = not session.covered
            await self._show(session)
            house().news.heard(session.member.id)

    @rx.event
    async def edit(self, key: str) -> None:
        """Open the box for the next visit of one plan, or close it."""
        session = self._come_in()
        if session and not session.covered:
            self.writing, self.noted = "" if key == self.writing else key, ""
            await self._show(session)

    @rx.event
    async def note(self, key: str, words: str) -> None:
        """Note the next visit. It is for this member's own eyes."""
        session = self._come_in()
        grant = await self._chosen(session, key) if session and key and key == self.writing else None
        if session is None or grant is None or len(words) > LONGEST_NEXT:
            return
        try:
            await house().toolkit.worklist.note_next(session.member, grant, words)
        except CouldNotKeep as error:
            self._note_trouble(error)
            return
        await self._show(session)
        self.saved = self._shelf.clock(house().local_time())


def _key(session: MemberSession, grant: Grant) -> str:
    """How a row is known on this member's pages, in every session: what is typed for one never lands in another."""
    return hashlib.sha256(b"row" + session.member.id + grant.plan).hexdigest()[:16]


def _todo(words: Shelf, entry: Entry, *, answered: bool) -> list[str]:
    """What there is to do, without a word of what it is about."""
    if entry.first_end is None or entry.last_end is None:
        return [words.say("today.to_do.closed")]
    ends = "ends" if entry.first_end == entry.last_end else "some_ends"
    return [
        *([words.say("today.to_do.answered")] if answered else []),
        *([words.say("today.to_do.new")] if entry.is_new else []),
        words.say(f"today.to_do.{ends}", date=words.day(entry.first_end)),
    ]
