"""From words to keys."""

import os

import pytest

from perinatal.vault.keys import Cost, way_of_secret, way_of_words
from tests.vault.conftest import QUICK
from tests.vault.saying import WORDS

PEPPER = os.urandom(32)


def test_the_same_words_lead_the_same_way() -> None:
    assert way_of_words(WORDS.encode(), PEPPER, QUICK) == way_of_words(WORDS.encode(), PEPPER, QUICK)


def test_other_words_and_another_place_lead_elsewhere() -> None:
    ways = [
        way_of_words(WORDS.encode(), PEPPER, QUICK),
        way_of_words(WORDS.encode() + b"x", PEPPER, QUICK),
        way_of_words(WORDS.encode(), os.urandom(32), QUICK),
        way_of_secret(WORDS.encode(), PEPPER),
        way_of_secret(WORDS.encode(), os.urandom(32)),
    ]

    assert len({way.locator for way in ways}) == len({way.key for way in ways}) == len(ways)
    assert not {way.locator for way in ways} & {way.key for way in ways}


def test_what_python_shows_of_a_way_is_no_key() -> None:
    way = way_of_secret(os.urandom(32), PEPPER)

    assert repr(way.key) not in repr(way)
    assert repr(way.locator) not in repr(way)


def test_a_try_costs_what_was_measured_and_no_less() -> None:
    assert Cost() == Cost(memory_kib=64 * 1024, passes=3)


@pytest.mark.parametrize("cost", [QUICK, Cost()])
def test_the_real_cost_runs_here(cost: Cost) -> None:
    assert len(way_of_words(WORDS.encode(), PEPPER, cost).key) == 32
