"""What a parent can do about others: let them in, show them a part, stop, see who looked."""

import asyncio
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date, datetime, timedelta

from perinatal.care import Audience, CarePlan, Person, ShareAnswer, Turn
from perinatal.care.linking import Unlinked
from perinatal.care.said import TakenOut
from perinatal.care.sharing import Addressed, LetIn, Shared, Stopped
from perinatal.library import Shelf, shelf
from perinatal.toolkit import addressing
from perinatal.toolkit.four_words import four_words, same_words
from perinatal.toolkit.linking import links_as_said, links_over, links_that_show, names_on_links
from perinatal.toolkit.open_plan import NotKeptYet, OpenPlan
from perinatal.toolkit.receipts import notice_of
from perinatal.toolkit.saying import UNDO, Saying, Step, Turns
from perinatal.vault import CouldNotKeep, Draft, Guest, Overtaken, Vault, fingerprint


class Hosting:
    """The parent's side of company. Each verb needs the parent's own plan, open."""

    def __init__(self, vault: Vault, saying: Saying, now: Callable[[], datetime]) -> None:
        self._vault, self._saying, self._now = vault, saying, now

    # Letting in

    async def find(self, words: str, language: str) -> tuple[str, str] | None:
        """The member whose four words these are: id and public keys. None if there is none, or more than one."""
        return await asyncio.to_thread(self._find, words, language)

    def _find(self, words: str, language: str) -> tuple[str, str] | None:
        word_list, members = shelf(language).plan_words, self._vault.members()
        found = [
            (id.hex(), public.hex())
            for id, (public, fingerprint) in members.items()
            if same_words(words, four_words(fingerprint, word_list))
        ]
        return found[0] if len(found) == 1 else None

    async def let_in(self, plan: OpenPlan, said: LetIn, language: str) -> None:
        """Name somebody who may be shown something. They are shown nothing by this."""
        if not plan.kept:
            raise NotKeptYet
        known = plan.says.company.people.get(said.member)
        if known is None or known.said != said:
            await self._saying.say(plan, said, language, let_in_as_said(self._today()))

    def four_words(self, person: Person, language: str) -> str:
        """The four words of the keys the parent checked, to compare them again with what this person reads out."""
        return four_words(fingerprint(bytes.fromhex(person.said.public)), shelf(language).plan_words)

    # Sharing

    async def share(self, plan: OpenPlan, shared: Shared, language: str) -> None:
        """The parent's answer on showing one part to one person. What it means is so when this returns."""
        if not plan.kept:
            raise NotKeptYet
        if shared.member in plan.says.company.people:
            said = shared.model_copy(update={"notice": notice_of(shelf(language))})
            await self._saying.say(plan, said, language, let_in_as_said(self._today()))

    async def say_why(self, plan: OpenPlan, member: str, part: str, why: str, language: str) -> None:
        """Why the parent answered so, in own words, beside the present answer; it changes nothing else."""
        person = plan.says.company.people.get(member)
        answer = person.answers.get(part) if person else None
        if person is None or answer is None or answer.why == why:
            return
        last = [turn for turn in person.history if turn.said is answer]
        instead = self._saying.just_said(plan, last)
        said = answer.model_copy(update={"why": why})
        with suppress(Overtaken):
            await self._saying.say(
                plan, said, language, instead_of=instead, only_if=lambda turns: _answers(turns, member, part) == answer
            )

    async def open_today(self, plan: OpenPlan, member: str, part: str, language: str) -> None:
        """Open a part that is asked about each time, until the end of this day."""
        person = plan.says.company.people.get(member)
        answer = person.answers.get(part) if person else None
        if answer and answer.answer is ShareAnswer.ASK_EACH_TIME:
            said, step = answer.model_copy(update={"until": self._today()}), let_in_as_said(self._today())
            with suppress(Overtaken):
                await self._saying.say(
                    plan, said, language, step, only_if=lambda turns: _answers(turns, member, part) == answer
                )

    async def stop(self, plan: OpenPlan, language: str, *, member: str = "", part: str = "") -> Turn | None:
        """Stop: one part, everything with one person, or everything with everybody. It is closed when this returns.

        Everything with everybody is all links, too; a link that was stopped stays so, whatever is undone.
        """
        people, said, step = plan.says.company.people, Stopped(member=member, part=part), let_in_as_said(self._today())
        everything = not member and not part
        if everything and not people and plan.opened.links:
            await self._saying.say(plan, Unlinked(), language, step)
        if not people or (member and member not in people):
            return None  # there is nobody to stop sharing with
        ending = self._saying.saying(plan, Unlinked(), language)

        def end_links(draft: Draft) -> None:  # those there are when this is written: one may be in the making
            if everything and draft.now.ring.links:
                ending(draft)

        return await self._saying.say(plan, said, language, end_links, step)

    async def undo_stop(self, plan: OpenPlan, turn: str, language: str) -> None:
        """Take a stop back, for ten minutes and while nothing was said about sharing since."""
        said, step = TakenOut(turn=turn), let_in_as_said(self._today())
        with suppress(Overtaken):
            await self._saying.say(plan, said, language, step, only_if=lambda turns: self._can_undo(turns) == turn)

    def last_stop(self, plan: OpenPlan) -> Turn | None:
        """The stop that can still be undone, if any."""
        last = self._can_undo(plan.all_turns)
        return next((turn for turn in plan.turns if turn.id == last), None)

    def _can_undo(self, turns: Turns) -> str | None:
        about = [t for t in turns if isinstance(t.said, LetIn | Shared | Stopped)]
        gone = {t.said.turn for t in turns if isinstance(t.said, TakenOut)}
        if not about or not isinstance(about[-1].said, Stopped) or about[-1].id in gone:
            return None
        # Not before it was said either: a clock that was set back gives nobody more time.
        return about[-1].id if timedelta(0) <= self._now() - about[-1].at < UNDO else None

    async def address(self, plan: OpenPlan, item: str, audience: frozenset[Audience], language: str) -> None:
        """Say who may see one question, topic or goal. Closed to some, all that was said on it is closed to them.

        A link that shows it to them is over then, with all that is in it.
        """
        words = shelf(language)
        before = addressing.audience_of(item, plan.says, words)
        if before != audience:
            said, closed = Addressed(item=item, audience=audience), addressing.part_of(item, words)

            def end_links(draft: Draft) -> None:
                links = links_that_show(CarePlan.of(draft.now.said.turns), closed, before - audience)
                for link in links:
                    self._saying.saying(plan, Unlinked(link=link), language)(draft)
                if links:
                    links_as_said(self._today())(draft)

            await self._saying.say(plan, said, language, _address(item, audience, words), end_links)

    async def close_what_is_over(self, plan: OpenPlan) -> None:
        """What the parent's yes had as its last day is past: new locks, so that nothing opens it any more."""
        day, company = self._today(), plan.says_in_all.company
        over = [g for g in plan.opened.guests if _shown(company.people.get(g.member.hex()), day) != g.parts]
        if over or links_over(plan, day):
            with suppress(CouldNotKeep):  # nobody is shown it anyhow; the locks are changed with the next opening
                await asyncio.wrap_future(plan.opened.change_soon(let_in_as_said(day)))

    # Who sees what

    def inside(self, plan: OpenPlan, part: str, audience: Audience, language: str) -> list[tuple[str, bool]]:
        """What somebody of this audience would see of a part: each item's words, and whether anything is said on it."""
        words, says = shelf(language), plan.says
        titles = {id: q.ask for id, q in words.questions.items()} | {id: t.title for id, t in words.topics.items()}
        titles |= {id: goal.wish.words for id, goal in says.goals.items() if goal.wish}
        return [
            (title, bool(id in says.answers and says.answers[id].words) or id in says.topics or id in says.goals)
            for id, title in titles.items()
            if addressing.part_of(id, words) == part and audience in addressing.audience_of(id, says, words)
        ]

    def who_looks_in(self, plan: OpenPlan, parts: Collection[str] = ()) -> list[str]:
        """The names of those to whom one of these parts is open today, by a link too; without parts, any part."""
        day, people = self.today, plan.says.company.people.values()
        names = [p.said.name for p in people if (seen := p.sees(day)) and (not parts or not seen.isdisjoint(parts))]
        return [*names, *names_on_links(plan, day, parts)]

    def parts(self, language: str, plan: OpenPlan | None = None) -> list[tuple[str, str]]:
        """The parts that can be shared, each with its title; of this plan, those that are not covered."""
        covered = plan.covered if plan else frozenset[str]()
        return [(part, title) for part, title in addressing.titles(shelf(language)).items() if part not in covered]

    def audience(self, plan: OpenPlan, item: str, language: str) -> frozenset[Audience]:
        """Who may see an item once they are let in."""
        return addressing.audience_of(item, plan.says, shelf(language))

    def who_sees(self, plan: OpenPlan, item: str, language: str) -> list[str]:
        """The names of those who can see an item today, as the parent gave them; by a link too."""
        words, day = shelf(language), self._today()
        audience, part = self.audience(plan, item, language), addressing.part_of(item, words)
        people = plan.says.company.people.values()
        names = [p.said.name for p in people if p.said.audience in audience and part in p.sees(day)]
        return [*names, *names_on_links(plan, day, (part,), audience)]

    @property
    def today(self) -> date:
        """The day it is where this server stands."""
        return self._today()

    def _today(self) -> date:
        return self._vault.day(self._now().astimezone().date())


def let_in_as_said(day: date) -> Step:
    """The step after anything about company was said: what each member can open is made what the plan says.

    What a parent said is the only source of it. So a day that passed, an undo and a stop need no code of their own.
    """

    def step(draft: Draft) -> None:
        links_as_said(day)(draft)
        people = CarePlan.of(draft.now.said.turns).company.people
        for guest in draft.now.ring.guests:
            person = people.get(guest.member.hex())
            if person is None or not person.shown(day) or not _is(person.said, guest):
                draft.let_out(guest.member)
        there = {guest.member.hex(): guest.parts for guest in draft.now.ring.guests}
        for member, person in people.items():
            shown = person.shown(day)
            if not shown:
                continue
            id = bytes.fromhex(member)
            if member not in there:
                draft.let_in(id, bytes.fromhex(person.said.public), person.said.audience, person.said.called)
            if there.get(member) != shown:
                draft.show(id, shown)

    return step


def _shown(person: Person | None, day: date) -> dict[str, date]:
    return person.shown(day) if person else {}


def _is(said: LetIn, guest: Guest) -> bool:
    return (said.public, said.audience, said.called) == (guest.public.hex(), guest.audience, guest.name)


def _answers(turns: Turns, member: str, part: str) -> Shared | None:
    """The present answer on showing this part to this member."""
    person = CarePlan.of(turns).company.people.get(member)
    return person.answers.get(part) if person else None


def _address(item: str, audience: frozenset[Audience], words: Shelf) -> Step:
    """The step that opens what was said on an item to others than before, or closes it to them."""
    part = addressing.part_of(item, words)
    return lambda draft: draft.address(addressing.moved(draft.now.said.turns, item, audience, part))
