"""Everything that can be printed is accessible and opens in thirty years. Alone here, because it takes long."""

import pytest

from tests.paper.things import EVERY, THINGS, pdf
from tests.paper.vera import faults


@pytest.mark.parametrize("id", THINGS)
def test_every_thing_is_accessible_and_lasting(id: str) -> None:
    assert {one: told for one in EVERY if one[0] == id and (told := faults(pdf(*one)))} == {}
