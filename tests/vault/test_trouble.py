"""What goes wrong is named, and says what to do."""

import pytest

from perinatal.vault import trouble
from perinatal.vault.trouble import CouldNotKeep, FileMissing, NewerData, Tampered, Trouble

GIVEN_A_NAME = (Tampered, FileMissing, NewerData)
HERE = [
    one for one in (*Trouble.__subclasses__(), *CouldNotKeep.__subclasses__()) if one.__module__ == trouble.__name__
]
ALL = [
    *(one() for one in HERE if one not in GIVEN_A_NAME),
    Tampered(3),
    FileMissing("keys.sqlite"),
    NewerData("plans.sqlite"),
]


@pytest.mark.parametrize("one", ALL, ids=lambda one: type(one).__name__)
def test_each_trouble_speaks_in_sentences(one: Trouble) -> None:
    assert str(one).endswith(".")
    assert all(len(sentence.split()) <= 20 for sentence in str(one).split(". "))


def test_all_trouble_is_of_one_kind_so_that_none_slips_past_a_page() -> None:
    own = [thing for thing in vars(trouble).values() if isinstance(thing, type)]

    assert all(issubclass(thing, Trouble) for thing in own)
    assert {type(one) for one in ALL} == set(own) - {Trouble}
