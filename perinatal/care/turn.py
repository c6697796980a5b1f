"""A turn: one thing said, by whom it may be opened, when, and in which language."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal, assert_never

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    StringConstraints,
    TypeAdapter,
    model_validator,
)

from perinatal.care.audience import ONLY_ME, Audience, Reader, may_read, one_meaning
from perinatal.care.carried import Carried, in_their_place
from perinatal.care.kind import Id
from perinatal.care.linking import Linked, Unlinked
from perinatal.care.said import (
    Answered,
    Decided,
    Explained,
    Hidden,
    Kept,
    Moved,
    Placed,
    Printed,
    Said,
    Settled,
    Stepped,
    TakenOut,
    Went,
    Wished,
    Wondered,
)
from perinatal.care.sharing import Addressed, Entrusted, LetIn, Looked, Replied, Shared, ShownOnce, Stopped, Suggested

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A language tag, such as en or es."""

A_MEMBER_MAY_SAY = (Looked, Suggested, Explained, Wondered)
"""The kinds that are no word of the parent's. Everything else in a plan is said by the parent."""
ONLY_A_MEMBER_SAYS = (Looked, Suggested)
FROM_A_FILE = "file"
"""Who said it, where it came with a file and was not the parent: nobody who is let in anywhere."""


class Turn(BaseModel, frozen=True, extra="forbid", hide_input_in_errors=True):
    """One thing in the conversation: small, dated, never edited."""

    id: Id
    at: AwareDatetime
    language: Language
    said: Said
    audience: Annotated[frozenset[Audience], AfterValidator(one_meaning)] = ONLY_ME
    part: Id | Literal[""] = ""
    """The part of the plan it belongs to; parts are what is shared. Empty is shown to nobody."""
    by: Id | Literal[""] = ""
    """The member who said it, or the link that was opened; empty is the parent."""
    carried: Carried | None = None
    """How it came here, if it came with a file."""

    @model_validator(mode="after")
    def _only_the_parent_puts_words_in(self) -> "Turn":
        if self.by and not isinstance(self.said, A_MEMBER_MAY_SAY):
            raise ValueError("a member can offer, explain, ask and look, and nothing else")
        if not self.by and isinstance(self.said, ONLY_A_MEMBER_SAYS):
            raise ValueError("this is said by members only")
        return self


_MANY = TypeAdapter(list[Turn], config=ConfigDict(hide_input_in_errors=True))


def read_turns(pieces: Iterable[bytes]) -> list[Turn]:
    """The turns written in these JSON documents, in order; one pass, since a long plan has thousands."""
    return _MANY.validate_json(b"[" + b",".join(pieces) + b"]")


def standing_turns(turns: Sequence[Turn]) -> list[Turn]:
    """The turns that were not taken out, in order.

    What came with a file stands where its time puts it. Read from the last to the first, because only a later turn can
    take out an earlier one, and taking out the taking-out puts the words back.
    """
    out: set[str] = set()
    kept: list[Turn] = []
    for turn in reversed(in_their_place(turns)):
        if turn.id in out:
            continue
        if isinstance(turn.said, TakenOut):
            out.add(turn.said.turn)
        kept.append(turn)
    kept.reverse()
    return kept


def heard_by(reader: Reader, standing: Sequence[Turn]) -> list[Turn]:
    """What a copy for this reader may be made from: never more than its audience allows.

    Where the newest word on something is not for this reader, the older ones are not either: a copy that still said
    an old yes, after a no told to fewer people, would be wrong about the parent.
    """
    newest = {replaces(turn): turn for turn in standing}

    def heard(turn: Turn) -> bool:
        return may_read(reader, turn.audience) and may_read(reader, newest[replaces(turn)].audience)

    return [turn for turn in standing if heard(turn)]


def replaces(turn: Turn) -> tuple[str, str]:
    """What a turn has the newest word on; turns that only add to others have it on themselves."""
    match turn.said:
        case (
            Answered(question=about)
            | Decided(topic=about)
            | Wished(goal=about)
            | Stepped(goal=about)
            | Moved(goal=about)
            | Placed(place=about)
        ):
            return turn.said.kind, about
        case Addressed(item=about):
            return turn.said.kind, about
        case Settled(turn=about):
            return "wondered", about
        case Wondered():
            return "wondered", turn.id
        case Explained() | Went() | Printed() | Kept() | TakenOut() | Hidden():
            return "turn", turn.id
        case Entrusted():
            return turn.said.kind, "cards"
        case LetIn() | Shared() | Stopped() | Linked() | Unlinked() | Suggested() | Replied() | Looked() | ShownOnce():
            return "turn", turn.id
        case _:
            assert_never(turn.said)


def as_addressed(turn: Turn, standing: Sequence[Turn]) -> Turn:
    """A member's words as they may be kept: where the parent closed what they are about, they are hers alone.

    Nobody can say so to the member, who would learn from it what was closed.
    """
    match turn.said:
        case Suggested(item=item) | Explained(topic=item) | Wondered(topic=item):
            addressed = [t.said.audience for t in standing if isinstance(t.said, Addressed) and t.said.item == item]
            if addressed and addressed[-1].isdisjoint(turn.audience):
                return turn.model_copy(update={"audience": ONLY_ME, "part": ""})
        case _:
            pass
    return turn


def last_answers(turns: Sequence[Turn]) -> dict[str, str]:
    """For each topic the id of the turn that answered it last, or that took such an answer out.

    Of all turns, not only of those that stand or that a reader hears: an earlier yes never outlives a later answer,
    not even one that was taken out again.
    """
    standing = {turn.id for turn in standing_turns(turns)}
    last: dict[str, str] = {}
    for turn in in_their_place(turns):
        match turn.said:
            case Decided(topic=topic):
                last[topic] = turn.id
            case TakenOut(topic=str(topic)) if turn.id in standing:
                last[topic] = turn.id
            case _:
                pass
    return last
