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


ONLY_ME: frozenset[Audience] = frozenset({Audience.ME})

_HEARS: dict[Reader, frozenset[Audience]] = {
    Reader.ME: frozenset(Audience),
    Reader.TEAM: frozenset({Audience.TEAM}),
    Reader.BIRTH: frozenset({Audience.BIRTH}),
    Reader.TRUSTED: frozenset({Audience.TRUSTED}),
}


def may_read(reader: Reader, audience: frozenset[Audience]) -> bool:
    """Whether a copy for this reader may hold a turn said to this audience."""
    return not _HEARS[reader].isdisjoint(audience)


def one_meaning(audience: frozenset[Audience]) -> frozenset[Audience]:
    """The same audience, if it means one thing: somebody, and "nobody but me" never beside anybody else."""
    if not audience or (Audience.ME in audience and audience != ONLY_ME):
        raise ValueError("an audience is either only me, or some of the others")
    return audience
