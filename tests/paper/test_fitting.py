"""The longest way of saying something that fits."""

from hypothesis import given
from hypothesis import strategies as st

from perinatal.library import shelf
from perinatal.paper import Fit, Sheet, fitting
from perinatal.paper.sheets.page import sheet_of
from tests.paper.sample import MADE


@given(st.integers(1, 30), st.integers(0, 40))
def test_the_longest_way_that_fits_is_taken_and_the_shortest_if_none_does(count: int, fits_from: int) -> None:
    empty = sheet_of(shelf("en"), MADE, [], both_sides=False)
    sheets = [empty.model_copy(update={"title": str(number)}) for number in range(count)]
    ways = [lambda made=made: Fit(sheet=made) for made in sheets]

    def fits(made: Sheet) -> bool:
        return int(made.title) >= fits_from

    assert fitting(ways, fits).sheet.title == str(min(fits_from, count - 1))
