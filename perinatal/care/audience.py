"""Who may open a turn, and who a printed copy is for."""

from enum import StrEnum


class Audience(StrEnum):
    """Who may open a turn. The parent may always open all of them."""

    ME = "me"
    """Nobody but the parent."""
    TEAM = "team"
    """The people who care for the parent, as invited by the parent."""
    BIRTH = "birth"
    """The place where the baby will be born."""
    TRUSTED = "trusted"
    """One person the parent trusts."""


class Reader(StrEnum):
    """Who a copy of the plan is for."""

    ME = "me"
    """The parent's own copy: all of it."""
    TEAM = "team"
    """A copy for the care team."""
    BIRTH = "birth"
    """A copy for the place of birth."""
    TRUSTED = "trusted"
    """A copy for a person the parent trusts."""
    BABY = "baby"
    """A copy for those who care for the baby, at the place of birth."""
    FILE = "file"
    """A copy for the file of the clinic, where the care team keeps its papers."""
    WALL = "wall"
    """A sheet at the place of birth that whoever comes in can read."""


ONLY_ME: frozenset[Audience] = frozenset({Audience.ME})

_IS: dict[Reader, Audience] = {
    Reader.ME: Audience.ME,
    Reader.TEAM: Audience.TEAM,
    Reader.BIRTH: Audience.BIRTH,
    Reader.TRUSTED: Audience.TRUSTED,
    # No audience of their own: whoever takes a paper to them is one of these, and has read it on the way.
    Reader.BABY: Audience.BIRTH,
    Reader.FILE: Audience.TEAM,
    Reader.WALL: Audience.BIRTH,
}


def audience_behind(reader: Reader) -> Audience:
    """Which of the audiences a reader belongs to. Nobody who reads paper gets more than theirs."""
    return _IS[reader]


def may_read(reader: Reader, audience: frozenset[Audience]) -> bool:
    """Whether a copy for this reader may hold a turn said to this audience."""
    return reader is Reader.ME or _IS[reader] in audience


def one_meaning(audience: frozenset[Audience]) -> frozenset[Audience]:
    """The same audience, if it means one thing: somebody, and "nobody but me" never beside anybody else."""
    if not audience or (Audience.ME in audience and audience != ONLY_ME):
        raise ValueError("an audience is either only me, or some of the others")
    return audience
