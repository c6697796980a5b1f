"""Made-up conversations: every kind of turn, about few things, so that turns often meet."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from perinatal.care.audience import ONLY_ME, Audience, Reader
from perinatal.care.goal import GoalState, Going
from perinatal.care.said import (
    Answered,
    Decided,
    Explained,
    Kept,
    Moved,
    Placed,
    Printed,
    Said,
    Settled,
    Standing,
    Stepped,
    TakenOut,
    Went,
    Wished,
    Wondered,
)
from perinatal.care.sharing import Entrusted
from perinatal.care.stance import Point, Stance
from perinatal.care.turn import Turn

MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

OTHERS = sorted(frozenset(Audience) - ONLY_ME)

audiences: SearchStrategy[frozenset[Audience]] = st.one_of(
    st.just(ONLY_ME), st.frozensets(st.sampled_from(OTHERS), min_size=1)
)

_things = st.sampled_from(["a", "b"])


def canary(number: int) -> str:
    """Words that stand nowhere but in turn `number`."""
    return f"heron-{number}-lantern"


Saying = Callable[[str], Said]
"""Says one thing, with the words it is given where that kind of thing has words."""

# Made once and mapped, not drawn within each other: a few hundred conversations a law must not take minutes.
_sayings: SearchStrategy[Saying] = st.one_of(
    st.builds(
        lambda thing, standing: lambda words: Answered(question=thing, words=words, standing=standing),
        _things,
        st.sampled_from(Standing),
    ),
    st.builds(
        lambda thing, stance: lambda words: Decided(topic=thing, stance=stance, conditions=words),
        _things,
        st.sampled_from(Stance),
    ),
    st.builds(
        lambda thing, point: lambda words: Explained(topic=thing, points=frozenset({point}), who=words),
        _things,
        st.sampled_from(Point),
    ),
    st.builds(lambda thing: lambda words: Wondered(topic=thing, words=words), _things),
    st.builds(
        lambda thing, number: lambda _: Settled(topic=thing, turn=f"t{number}"),
        _things,
        st.integers(min_value=0, max_value=13),
    ),
    st.builds(lambda thing: lambda words: Wished(goal=thing, words=words), _things),
    st.builds(lambda thing: lambda words: Stepped(goal=thing, helper=words), _things),
    st.builds(lambda thing, how: lambda words: Went(goal=thing, how=how, words=words), _things, st.sampled_from(Going)),
    st.builds(
        lambda thing, state: lambda words: Moved(goal=thing, state=state, words=words),
        _things,
        st.sampled_from(GoalState),
    ),
    st.builds(lambda thing: lambda words: Placed(place=thing, words=words), _things),
    st.builds(lambda reader: lambda _: Printed(sheet="booklet", reader=reader), st.sampled_from(Reader)),
    st.just(lambda _: Kept()),
    st.builds(lambda standing: lambda _: Entrusted(standing=standing), st.booleans()),
    st.builds(lambda number: lambda _: TakenOut(turn=f"t{number}"), st.integers(min_value=0, max_value=13)),
)


def _numbered(sayings: list[tuple[Saying, frozenset[Audience]]]) -> list[Turn]:
    turns: list[Turn] = []
    for number, (saying, audience) in enumerate(sayings):
        turns = said_next(turns, saying(canary(number)), audience)
    return turns


def conversations(max_size: int = 14) -> SearchStrategy[list[Turn]]:
    """Turns in the order they were said; number n has the id `tn` and, where it has words, `canary(n)`."""
    return st.lists(st.tuples(_sayings, audiences), max_size=max_size).map(_numbered)


def said_next(turns: list[Turn], said: Said, audience: frozenset[Audience] = ONLY_ME) -> list[Turn]:
    """The same conversation with one more turn."""
    number = len(turns)
    at = MONDAY + timedelta(minutes=number)
    return [*turns, Turn(id=f"t{number}", at=at, language="en", said=said, audience=audience)]


def conversation(*said: Said) -> list[Turn]:
    """A conversation that says these things, only to me."""
    turns: list[Turn] = []
    for one in said:
        turns = said_next(turns, one)
    return turns


def said_by(member: str, said: Said, audience: frozenset[Audience] = ONLY_ME, number: int = 99) -> Turn:
    """One thing said by a member, or, without one, by the parent."""
    at = MONDAY + timedelta(minutes=number)
    return Turn(id=f"t{number}", at=at, language="en", said=said, audience=audience, by=member)
