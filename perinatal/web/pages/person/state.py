"""What the page of one person remembers while it is on screen."""

from collections.abc import Coroutine
from datetime import date, timedelta
from typing import Any

import reflex as rx

from perinatal.care import Person, ShareAnswer, Turn
from perinatal.care.sharing import Shared, Stopped
from perinatal.toolkit import OpenPlan, Shelf
from perinatal.web.parts.here import Here, house
from perinatal.web.sessions import Session

DAYS = {"today": 0, "week": 7, "month": 30, "months": 91}
"""How long a yes can be for. There is no open end."""


def person_at(plan: OpenPlan, place: str) -> Person | None:
    """The person of a page, by their place in the order they were let in."""
    number = place.partition("/")[2]
    people = list(plan.says.company.people.values())
    return people[int(number) - 1] if number.isdigit() and 0 < int(number) <= len(people) else None


class PersonState(Here):
    """One person, and the conversation about the part that is open on the page."""

    person: dict[str, str] = {}
    parts: list[dict[str, str]] = []
    part: str = ""
    items: list[str] = []
    written: str = ""
    days: dict[str, str] = {}
    until: str = ""
    now: str = ""
    asked: bool = False
    shown: bool = False
    owner: str = ""
    why: str = ""
    timeline: list[dict[str, str]] = []
    stopped: str = ""
    undone: bool = False

    def _show(self, plan: OpenPlan) -> None:
        person = person_at(plan, self._place)
        if person is None:
            self._blank()
            return
        words, company, language = self._shelf, house().toolkit.company, self._language
        titles = dict(company.parts(language, plan))
        self.person = _person(words, person, company.four_words(person, language))
        self.parts = [
            {"id": part, "title": title, "now": _now(words, person, part, company.today)}
            for part, title in titles.items()
        ]
        self.part = self.part if self.part in titles else ""
        self.days = {name: _until(words, name, company.today) for name in DAYS}
        self._show_part(plan, person)
        self.timeline = [_line(words, titles, turn) for turn in reversed(person.history)]
        last = company.last_stop(plan)
        self.stopped = last.id if last else ""

    def _show_part(self, plan: OpenPlan, person: Person) -> None:
        words, company, part = self._shelf, house().toolkit.company, self.part
        inside = company.inside(plan, part, person.said.audience, self._language) if part else []
        self.items = [title for title, _ in inside]
        count = sum(said for _, said in inside)
        self.written = words.say("sharing.written", count=count) if count else words.say("sharing.person.none_written")
        answer = person.answers.get(part)
        self.now = _now(words, person, part, company.today) if answer else ""
        self.asked = bool(answer and answer.answer is ShareAnswer.ASK_EACH_TIME)
        self.shown = part in person.sees(company.today)
        self.owner = f"{person.member}.{part}" if answer else ""
        self.why = answer.why if answer else ""

    def _blank(self) -> None:
        self.person, self.parts, self.items, self.days, self.timeline = {}, [], [], {}, []
        self.part = self.written = self.until = self.now = self.owner = self.why = self.stopped = ""
        self.asked = self.shown = self.undone = False

    async def _after(self, session: Session, saying: Coroutine[Any, Any, Any]) -> None:
        """Wait until it is kept, and so; then show it."""
        self.undone = False
        if not await self._is_kept(saying):
            return
        self._show(session.plan)
        self._note_saved(session)

    async def _refresh(self) -> None:
        """Something of the plan changed elsewhere: show it, and leave what is being typed alone."""
        session = self._still()
        if session:
            self._show(session.plan)

    @rx.event
    async def load(self) -> None:
        """Show the person of this page's address."""
        session = self._enter()
        self._blank()
        if session:
            self.saved = ""
            self._show(session.plan)

    @rx.event
    async def look_at(self, part: str) -> None:
        """Open the conversation about one part on the page, or close it."""
        session = self._enter()
        if session and part in dict(house().toolkit.company.parts(self._language, session.plan)):
            self.part, self.until = "" if part == self.part else part, ""
            self._show(session.plan)

    @rx.event
    async def choose_until(self, day: str) -> None:
        """Until when a yes would be. It shares nothing yet."""
        if self._enter() and day in DAYS:
            self.until = day

    @rx.event
    async def answer(self, answer: str) -> None:
        """The parent's answer on this part, for this person. A yes without a day is for today."""
        session = self._enter()
        person = person_at(session.plan, self._place) if session else None
        if session is None or person is None or not self.part or answer not in set(ShareAnswer):
            return
        company, given = house().toolkit.company, ShareAnswer(answer)
        until = company.today + timedelta(days=DAYS[self.until or "today"]) if given is ShareAnswer.YES else None
        shared = Shared(member=person.member, part=self.part, answer=given, until=until, why=self.why)
        await self._after(session, company.share(session.plan, shared, self._language))

    @rx.event
    async def say_why(self, owner: str, words: str) -> None:
        """Why the parent answered so, in own words."""
        session = self._enter()
        person = person_at(session.plan, self._place) if session else None
        if session and person and owner == f"{person.member}.{self.part}":
            saying = house().toolkit.company.say_why(session.plan, person.member, self.part, words, self._language)
            await self._after(session, saying)

    @rx.event
    async def open_today(self) -> None:
        """Open a part that is asked about each time, until the end of this day."""
        session = self._enter()
        person = person_at(session.plan, self._place) if session else None
        if session and person and self.part:
            opening = house().toolkit.company.open_today(session.plan, person.member, self.part, self._language)
            await self._after(session, opening)

    @rx.event
    async def stop(self, part: str) -> None:
        """Stop showing one part to this person, or, without a part, everything."""
        session = self._enter()
        person = person_at(session.plan, self._place) if session else None
        if session and person and part in {"", *(each["id"] for each in self.parts)}:
            company = house().toolkit.company
            await self._after(session, company.stop(session.plan, self._language, member=person.member, part=part))

    @rx.event
    async def undo_stop(self) -> None:
        """Undo the last stop, while it can be undone."""
        session = self._enter()
        if session:
            undoing = house().toolkit.company.undo_stop(session.plan, self.stopped, self._language)
            await self._after(session, undoing)
            self.undone = self.trouble == ""


def _person(words: Shelf, person: Person, four_words: str) -> dict[str, str]:
    said = person.said
    return {
        "name": said.name,
        "what": words.say(f"sharing.audience.{said.audience}"),
        "calls": words.say("sharing.person.calls", called=said.called) if said.called else "",
        "four": four_words,
        "who": words.say("sharing.person.who_words", name=said.name),
        "why": words.say("sharing.person.why_for_words", name=said.name),
        "parts": words.say("sharing.person.parts", name=said.name),
        "stop": words.say("sharing.person.stop_person", name=said.name),
    }


def _until(words: Shelf, name: str, today: date) -> str:
    day = words.day(today + timedelta(days=DAYS[name]))
    return words.say("sharing.day.choice", name=words.say(f"sharing.day.{name}"), date=day)


def _now(words: Shelf, person: Person, part: str, today: date) -> str:
    """The present answer on a part, in words; having said nothing is not shared."""
    answer = person.answers.get(part)
    if answer is None:
        return words.say("sharing.person.never")
    return _in_words(words, answer, today)


def _in_words(words: Shelf, answer: Shared, today: date) -> str:
    date = words.day(answer.until) if answer.until else ""
    if answer.answer is ShareAnswer.ASK_EACH_TIME and answer.is_open(today):
        return words.say("sharing.now.ask_open")
    if answer.answer is ShareAnswer.YES and not answer.is_open(today):
        return words.say("sharing.now.over", date=date)
    return words.say(f"sharing.now.{answer.answer}", date=date)


def _line(words: Shelf, titles: dict[str, str], turn: Turn) -> dict[str, str]:
    """One line of what was said about this person, as it was said on its day."""
    day, why = turn.at.astimezone().date(), ""
    match turn.said:
        case Shared(part=part, why=why):
            answer = _in_words(words, turn.said, day)
            what = words.say("sharing.person.said", part=titles.get(part, ""), answer=answer)
        case Stopped(part=part) if part:
            what = words.say("sharing.person.said_stopped", part=titles.get(part, ""))
        case _:
            what = words.say("sharing.person.said_all")
    return {"when": words.day(day), "what": what, "why": why}
