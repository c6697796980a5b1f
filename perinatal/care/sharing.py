"""Sharing is a consent conversation too: who may be shown which part, until when, and that it can be stopped."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from perinatal.care.audience import Audience
from perinatal.care.kind import Id, Kind, Words


class ShareAnswer(StrEnum):
    """The parent's present answer on showing one part to one person. Having said nothing shares nothing."""

    YES = "yes"
    """Yes, until the day named."""
    ASK_EACH_TIME = "ask_each_time"
    """Not open by itself; opened for one day at a time, when asked."""
    TALK_FIRST = "talk_first"
    """Not before we have talked about it."""
    NOT_NOW = "not_now"
    """Not today; it may be asked again another day."""


PublicKeys = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{128}$")]
"""A member's two public keys, as hex."""


class LetIn(Kind, frozen=True):
    """The parent named somebody, under the name she gives them. It shows them nothing yet."""

    kind: Literal["let_in"] = "let_in"
    member: Id
    public: PublicKeys
    """The keys the parent checked, by four words, before letting them in. Other keys are somebody else."""
    name: Words
    audience: Audience
    called: Words = ""
    """What this member sees the parent called in a list."""


class Shared(Kind, frozen=True):
    """The parent's answer on showing one part to one member."""

    kind: Literal["shared"] = "shared"
    member: Id
    part: Id
    answer: ShareAnswer
    until: date | None = None
    """The last day it is open. There is no open end: what nobody asks about again closes by itself."""
    why: Words = ""
    words: Words = ""
    notice: Id = "1"
    """Which wording of the conversation was on the page."""

    @model_validator(mode="after")
    def _a_yes_has_an_end(self) -> "Shared":
        if self.answer is ShareAnswer.YES and self.until is None:
            raise ValueError("a yes to sharing names its last day")
        if self.answer in (ShareAnswer.TALK_FIRST, ShareAnswer.NOT_NOW) and self.until is not None:
            raise ValueError("what is not shared has no last day")
        return self

    def is_open(self, day: date) -> bool:
        """Whether this answer lets the member see the part on this day."""
        return self.until is not None and day <= self.until


class Stopped(Kind, frozen=True):
    """The parent stopped sharing: one part, or everything with one member, or everything with everybody."""

    kind: Literal["stopped"] = "stopped"
    member: Id | Literal[""] = ""
    part: Id | Literal[""] = ""


class Addressed(Kind, frozen=True):
    """The parent said who may see one question, topic or goal, once somebody is let in."""

    kind: Literal["addressed"] = "addressed"
    item: Id
    audience: frozenset[Audience]


class Entrusted(Kind, frozen=True):
    """The parent gave two cards into other hands, which open the plan together; or took them back."""

    kind: Literal["entrusted"] = "entrusted"
    name: Words = ""
    """Who has them, as the parent put it."""
    standing: bool = True


class Looked(Kind, frozen=True):
    """A member opened parts of the plan. Said before a word of them is shown."""

    kind: Literal["looked"] = "looked"
    parts: frozenset[Id]


class ShownOnce(Kind, frozen=True):
    """The parent shows one member one page, once. Said before a word of it is shown; it opens nothing else."""

    kind: Literal["shown_once"] = "shown_once"
    member: Id
    item: Id


class Suggested(Kind, frozen=True):
    """A member's words for the plan. They are nothing until the parent answers."""

    kind: Literal["suggested"] = "suggested"
    item: Id
    words: Words
    spoken: bool = False
    """Whether these are the parent's own spoken words, typed by the member, and still to be read back."""


class Reply(StrEnum):
    """What the parent does with words somebody offers."""

    ADDED = "added"
    """In the plan, as offered."""
    CHANGED = "changed"
    """In the plan, in the parent's own words."""
    NO_THANKS = "no_thanks"
    """Not in the plan. It asks nothing and marks nothing."""


class Replied(Kind, frozen=True):
    """The parent answered a suggestion, or said whether typed words are what was said."""

    kind: Literal["replied"] = "replied"
    turn: Id
    how: Reply
