"""Who may read what."""

import pytest

from perinatal.care.audience import ONLY_ME, Audience, Reader, audience_behind, may_read, one_meaning


@pytest.mark.parametrize("audience", Audience)
def test_the_parent_may_read_all_of_it(audience: Audience) -> None:
    assert may_read(Reader.ME, frozenset({audience}))


@pytest.mark.parametrize("reader", [reader for reader in Reader if reader is not Reader.ME])
def test_nobody_else_reads_what_is_only_for_me_or_for_others(reader: Reader) -> None:
    theirs = audience_behind(reader)

    assert theirs is not Audience.ME
    assert not may_read(reader, ONLY_ME)
    assert may_read(reader, frozenset({theirs}))
    assert not may_read(reader, frozenset(Audience) - ONLY_ME - {theirs})


def test_only_me_never_stands_beside_anybody_else() -> None:
    with pytest.raises(ValueError, match="only me"):
        one_meaning(frozenset({Audience.ME, Audience.TEAM}))
    with pytest.raises(ValueError, match="only me"):
        one_meaning(frozenset())


def test_every_audience_is_a_reader_too_and_every_reader_belongs_to_one() -> None:
    """Named alike, so that none is added to one and not to the other."""
    assert {audience_behind(Reader(audience.value)).value for audience in Audience} == set(Audience)
    assert {audience_behind(reader) for reader in Reader} == set(Audience)


def test_the_babys_team_and_a_wall_are_at_the_place_of_birth_and_the_file_is_with_the_team() -> None:
    behind = {reader: audience_behind(reader) for reader in (Reader.BABY, Reader.WALL, Reader.FILE)}

    assert behind == {Reader.BABY: Audience.BIRTH, Reader.WALL: Audience.BIRTH, Reader.FILE: Audience.TEAM}
