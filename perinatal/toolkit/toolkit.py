"""Everything a person can do here, one short method each."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from perinatal.care import Standing, Turn
from perinatal.care.said import (
    Answered,
    Kept,
    Placed,
    Printed,
    TakenOut,
)
from perinatal.library import shelf
from perinatal.paper import Attachment, Sheet, draw, half_card, plan_words_card, with_mark
from perinatal.toolkit import printing
from perinatal.toolkit.carrying import Carrying
from perinatal.toolkit.copying import Copying
from perinatal.toolkit.handing import Handing
from perinatal.toolkit.hiding import Hiding
from perinatal.toolkit.hosting import Hosting
from perinatal.toolkit.inviting import Inviting
from perinatal.toolkit.keyholding import Keyholding
from perinatal.toolkit.linking import Linking
from perinatal.toolkit.open_plan import OpenPlan
from perinatal.toolkit.printables import Printables
from perinatal.toolkit.printing import Copy
from perinatal.toolkit.receipts import Receipts
from perinatal.toolkit.record import mark_of
from perinatal.toolkit.replying import Replying
from perinatal.toolkit.saying import ABOUT_OTHERS, Covered, Saying
from perinatal.toolkit.talking import Talking
from perinatal.toolkit.visiting import Visiting
from perinatal.toolkit.wishing import Wishing
from perinatal.toolkit.worklist import Worklist
from perinatal.vault import CouldNotKeep, Locked, NotSixWords, Vault, make_words

WITH_A_MARK = ("booklet", "card")
"""What is printed with the number of entries and their digest on it. Words to open a plan stand alone."""


class Toolkit:
    """The one door to plan, library, vault and paper. It checks nothing a type already promises."""

    def __init__(self, vault: Vault, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._vault, self._now, self._saying = vault, now, Saying(now)
        self.company = Hosting(vault, self._saying, now)
        """What a parent can do about others."""
        self.offered = Replying(self._saying)
        """What she can do with words they offer."""
        self.links = Linking(vault, self._saying, now)
        """Links to parts of a plan, for whoever has one."""
        self.keys = Keyholding(self._saying)
        """What a parent can do about what opens the plan."""
        self.topics = Talking(self._saying)
        """What a parent can say in a consent conversation."""
        self.goals = Wishing(self._saying)
        """What she can say of her goals."""
        self.members = Visiting(vault, now)
        """What those others can do."""
        self.worklist = Worklist(vault, now)
        """What those others find after signing in."""
        self.invitations = Inviting(vault, now)
        """How there come to be more of them."""
        self.receipts = Receipts(self._saying, lambda: self.company.today)
        """What a parent answered on sharing, to see and to print."""
        self.printables = Printables(self._saying, lambda: self.company.today)
        """What can be printed, blank or filled."""
        self.copies = Copying(self._saying, lambda: self.company.today)
        """What she can hand over on paper, for one reader."""
        self.hiding = Hiding(self._saying)
        """What a parent can do about eyes on this screen."""
        self.handing = Handing(self._saying, lambda: self.company.today)
        """What passes between both when one tablet goes from hand to hand."""
        self.carrying = Carrying(vault, self._saying, now, self.company.address)
        """A plan in a file, to take along and to open again."""

    @classmethod
    def at(cls, folder: Path) -> "Toolkit":
        """The toolkit of the plans kept in this folder."""
        return cls(Vault(folder))

    # A plan of one's own

    async def begin(self) -> tuple[OpenPlan, bytes]:
        """A new plan, not kept yet, and the secret with which the same browser can go on with it."""
        opened, secret = await asyncio.to_thread(self._vault.begin)
        return OpenPlan(opened, kept=False), secret

    async def resume(self, secret: bytes) -> OpenPlan | None:
        """A plan that was never kept, by its browser's secret."""
        opened = await asyncio.to_thread(self._vault.resume, secret)
        return OpenPlan(opened, kept=False) if opened else None

    async def keep(self, plan: OpenPlan, language: str) -> str:
        """Make six new plan words and keep the plan under them; earlier words stop opening it.

        Raises Covered while something is hidden: new words would open it to whoever holds the screen.
        """
        _insist_nothing_is_covered(plan)
        words = make_words(shelf(language).plan_words)
        await asyncio.wrap_future(plan.opened.keep_soon(words))
        plan.kept, plan.by_cards = True, False
        with suppress(CouldNotKeep, Locked):  # the words open it now, so they are shown even if that cannot be noted
            await self._saying.say(plan, Kept(), language)
        return words

    async def change_locks(self, plan: OpenPlan, language: str) -> str:
        """Six new plan words and no key as it was: for when somebody may know the words. Nothing older opens it.

        For whoever has just shown that they know the words, or hold both cards; what is hidden stays so here.
        """
        words = make_words(shelf(language).plan_words)
        await asyncio.wrap_future(plan.opened.change_locks_soon(words))
        plan.kept, plan.by_cards = True, False
        with suppress(CouldNotKeep, Locked):  # the words open it now, so they are shown even if that cannot be noted
            await self.links.note_all_over(plan, language)
            await self._saying.say(plan, Kept(), language)
        return words

    async def open(self, words: str, other: str | None = None) -> OpenPlan | None:
        """The plan these words open, or two cards together; or None. Raises Busy when too many are opening at once."""
        try:
            opened = await asyncio.wrap_future(self._vault.open_soon(words, other))
        except NotSixWords:
            return None
        if opened is None:
            return None
        plan = OpenPlan(opened, kept=True)
        plan.by_cards = other is not None
        await self.company.close_what_is_over(plan)
        await self._saying.erase_what_was_taken_out(plan)
        return plan

    async def forget(self, plan: OpenPlan) -> None:
        """The plan can no longer be opened here, by anyone, from anything."""
        await asyncio.to_thread(plan.opened.forget)

    async def sweep(self) -> None:
        """Let go of plans that were begun and never kept; called once an hour."""
        self._vault.day(self._today())
        await asyncio.to_thread(self._vault.sweep)

    def listen(self, listener: Callable[[bytes], None]) -> None:
        """From now on tell this listener which plan changed: what it says, or to whom it is open. Never what.

        Somebody who is let in somewhere is named, too, by their id.

        It is called on the thread that writes.
        """
        self._vault.listen(listener)

    def close(self) -> None:
        """Finish what is being saved, and lock every plan."""
        self._vault.close()

    # Saying

    async def answer(self, plan: OpenPlan, question: str, words: str, language: str) -> None:
        """The parent's words on a question; the same words again say nothing new."""
        before = plan.says.answers.get(question)
        if words == (before.words if before else ""):
            return
        said = Answered(question=question, words=words)
        await self._saying.say(
            plan, said, language, instead_of=self._saying.just_said(plan, before.history if before else [])
        )

    async def answer_otherwise(self, plan: OpenPlan, question: str, standing: Standing, language: str) -> None:
        """Not sure, out loud, on the day, or skipped. Words already written stay; skipping takes nothing back."""
        before = plan.says.answers.get(question)
        said = before is not None and (before.words != "" or before.standing is not Standing.WORDS)
        if (before and before.standing is standing) or (said and standing is Standing.SKIPPED):
            return
        words = before.words if before else ""
        await self._saying.say(plan, Answered(question=question, words=words, standing=standing), language)

    async def say_in_words(self, plan: OpenPlan, question: str, language: str) -> None:
        """Not skipped, not out loud any more: what was written counts again."""
        before = plan.says.answers.get(question)
        if before and before.standing is not Standing.WORDS:
            await self._saying.say(plan, Answered(question=question, words=before.words), language)

    async def add_place(self, plan: OpenPlan, place: str, language: str) -> None:
        """Put a place that helps on the parent's list."""
        if place not in plan.says.places:
            await self._saying.say(plan, Placed(place=place), language)

    async def take_out(self, plan: OpenPlan, turn: str, language: str) -> None:
        """Take a turn out; for ten minutes it can be put back, then its words are erased.

        What was said about others stays: who looked, what was shared and stopped is a record, and stopping is final.
        """
        if any(t.id == turn and not isinstance(t.said, (TakenOut, *ABOUT_OTHERS)) for t in plan.turns):
            await self._saying.say(plan, plan.says.without(turn), language)

    async def put_back(self, plan: OpenPlan, taking_out: str, language: str) -> None:
        """Undo a taking-out, while it can be undone."""
        if any(t.id == taking_out for t in self.can_put_back(plan)):
            await self._saying.say(plan, plan.says.without(taking_out), language)

    def can_put_back(self, plan: OpenPlan) -> list[Turn]:
        """The takings-out that can still be undone, newest first."""
        return self._saying.can_put_back(plan)

    # Printing

    async def print_booklet(self, plan: OpenPlan, copy: Copy, *, all_of_it: bool, inside: str = "") -> bytes:
        """The plan as a booklet; what could be used against a parent is in it only with all of it.

        With six words, a file that they open is inside the PDF, and holds what is shown of the plan.
        """
        attached = await self.carrying.attachment(plan, inside, copy.language) if inside else None
        sheet = printing.booklet_of(plan.says, copy.language, self._today(), all_of_it=all_of_it)
        return await self._print(plan, "booklet", copy, sheet, attached)

    async def print_card(self, plan: OpenPlan, copy: Copy, *, picks: frozenset[str], drug_words: bool) -> bytes:
        """The pocket card with these answers; without drug words, no answer that names one is on it."""
        sheet = printing.card_of(plan.says, copy.language, self._today(), picks=picks, drug_words=drug_words)
        return await self._print(plan, "card", copy, sheet)

    async def print_words(self, plan: OpenPlan, copy: Copy, words: str) -> bytes:
        """The card with the plan words, which come from the page that shows them and stay nowhere here."""
        return await self._print(plan, "words", copy, plan_words_card(words, shelf(copy.language), self._today()))

    async def print_half(self, plan: OpenPlan, copy: Copy, words: str) -> bytes:
        """One of two cards that open the plan together; its words come from the page that shows them, too."""
        return await self._print(plan, "half", copy, half_card(words, shelf(copy.language), self._today()))

    async def _print(
        self, plan: OpenPlan, name: str, copy: Copy, sheet: Sheet, attached: Attachment | None = None
    ) -> bytes:
        await self._saying.say(plan, Printed(sheet=name), copy.language)
        if name in WITH_A_MARK:  # after it is noted, so that the paper speaks of its own printing too
            sheet = with_mark(sheet, mark_of(plan.opened.head), shelf(copy.language))
        return await asyncio.to_thread(draw, sheet, paper=copy.paper, edition=copy.edition, attached=attached)

    def card_offers(self, plan: OpenPlan, language: str) -> list[tuple[str, bool]]:
        """The answers a card can hold, and whether they are on it unless the parent says otherwise."""
        return printing.card_offers(plan.says, language)

    def left_off_the_card(self, plan: OpenPlan, language: str) -> tuple[str, ...]:
        """The answers a card without drug words leaves out, even if picked, because their words name one."""
        return printing.left_off_the_card(plan.says, language, self._today())

    def _today(self) -> date:
        return self._now().astimezone().date()


def _insist_nothing_is_covered(plan: OpenPlan) -> None:
    if plan.covered:
        raise Covered
