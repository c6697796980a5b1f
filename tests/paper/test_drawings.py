"""Each drawing a thing can have is there, and stays in its square."""

import re

import pytest

from perinatal.library import Symbol
from perinatal.paper.drawings import SIDE, drawn


@pytest.mark.parametrize("name", Symbol)
def test_every_drawing_is_there_and_keeps_within_its_square(name: Symbol) -> None:
    drawing = drawn(name)

    for path in drawing:
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
        assert numbers
        assert min(numbers) >= 1.3
        assert max(numbers) <= SIDE - 1.3
