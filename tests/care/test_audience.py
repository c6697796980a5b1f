"""Who may read what."""

import pytest

from perinatal.care.audience import ONLY_ME, Audience, Reader, may_read, one_meaning


@pytest.mark.parametrize("audience", Audience)
def test_the_parent_may_read_all_of_it(audience: Audience) -> None:
    assert may_read(Reader.ME, frozenset({audience}))


@pytest.mark.parametrize("reader", [reader for reader in Reader if reader is not Reader.ME])
def test_nobody_else_reads_what_is_only_for_me(reader: Reader) -> None:
    assert not may_read(reader, ONLY_ME)
    assert may_read(reader, frozenset({Audience(reader.value)}))
    assert not may_read(reader, frozenset(Audience) - ONLY_ME - {Audience(reader.value)})


def test_only_me_never_stands_beside_anybody_else() -> None:
    with pytest.raises(ValueError, match="only me"):
        one_meaning(frozenset({Audience.ME, Audience.TEAM}))
    with pytest.raises(ValueError, match="only me"):
        one_meaning(frozenset())


def test_every_reader_and_audience_has_a_sentence() -> None:
    """Readers and audiences are named alike, so that none is added to one and not to the other."""
    assert {reader.value for reader in Reader} == {audience.value for audience in Audience}
