"""A copy for others is made of what is said to them, whatever else was said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perinatal.care import Audience, CarePlan, Reader, Stance, Turn
from perinatal.care.audience import may_read
from perinatal.care.said import Answered, Decided, Explained, Placed, Said, Stepped, Went, Wished, Wondered
from perinatal.library import shelf
from perinatal.paper import Picks, Sheet, booklet, made_for, said_items
from perinatal.paper.sheet import Cover
from tests.care.conversations import audiences, said_next
from tests.paper.audit import spoken
from tests.paper.sample import MADE, shelves, small

EN = shelf("en")
OTHERS = [reader for reader in Reader if reader is not Reader.ME]
EVERYTHING = Picks(questions=frozenset(EN.questions), topics=frozenset(EN.topics))


def _kinds(words: str) -> list[Said]:
    return [
        *(Answered(question=id, words=words) for id in ("A1", "A5", "B3", "K1")),
        *(Decided(topic=id, stance=Stance.YES_IF, words=words, conditions=words) for id in ("C25", "C47")),
        Explained(topic="C25", points=frozenset(), who=words),
        Wondered(topic="C47", words=words),
        Wished(goal="1", words=words),
        Wished(goal="2", words=words, why=words),
        Stepped(goal="1", words=words, helper=words),
        Went(goal="2", how="mostly", words=words),  # type: ignore[arg-type]  # read as its kind
        Placed(place=next(iter(EN.places)), words=words),
    ]


SAYINGS = st.lists(st.tuples(st.integers(0, len(_kinds("")) - 1), audiences), max_size=12)


def turns_of(said: list[tuple[int, frozenset[Audience]]], reader: Reader, otherwise: str) -> list[Turn]:
    """These turns; what their reader may not read is said in other words."""
    turns: list[Turn] = []
    for number, (kind, audience) in enumerate(said):
        words = f"heron {number}" if may_read(reader, audience) else otherwise
        turns = said_next(turns, _kinds(words)[kind], audience)
    return turns


def copy_of(turns: list[Turn], reader: Reader) -> Sheet:
    """A copy of all of it, as far as the reader may have it."""
    plan = CarePlan.for_copy(reader, turns, said_items(CarePlan.of(turns), EN))
    return made_for(reader, booklet(plan, EN, MADE, picks=EVERYTHING), EN)


@given(SAYINGS, st.sampled_from(OTHERS))
def test_what_a_reader_may_not_read_changes_nothing_of_their_copy(
    said: list[tuple[int, frozenset[Audience]]], reader: Reader
) -> None:
    one, other = (turns_of(said, reader, otherwise) for otherwise in ("lantern", "quarry and more of it"))

    assert copy_of(one, reader) == copy_of(other, reader)
    assert "lantern" not in spoken(copy_of(one, reader))


@pytest.mark.parametrize("reader", OTHERS)
def test_a_copy_says_whom_it_is_for_in_every_language(reader: Reader) -> None:
    for words in shelves():
        made = made_for(reader, booklet(small(words.language), words, MADE), words)

        (cover,) = [block for block in made.blocks if isinstance(block, Cover)]
        assert cover.lines[-1] == words.say(f"paper.copy.{reader}")
        assert words.say(f"paper.reader.{reader}") in made.footer


def test_a_copy_of_my_own_says_what_it_always_said() -> None:
    sheet = booklet(small("en"), EN, MADE)

    assert made_for(Reader.ME, sheet, EN) == sheet
