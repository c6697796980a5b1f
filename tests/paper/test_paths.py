"""Path data comes out as numbers a page can draw, and what is none is refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perinatal.paper.paths import NotAPath, Point, circle, operators, upright

AS_IT_IS = Point._make


def drawn(data: str) -> str:
    """The path as it is written, not turned upright."""
    return operators(data, AS_IT_IS)


def ends(data: str) -> list[tuple[float, float]]:
    """Where each stroke ends."""
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+) [mlc]", drawn(data))]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("M1 2L3 4z", "1.00 2.00 m 3.00 4.00 l h"),
        ("m1,2 2,2 2 2", "1.00 2.00 m 3.00 4.00 l 5.00 6.00 l"),
        ("M1 1h4v-2H0V9", "1.00 1.00 m 5.00 1.00 l 5.00 -1.00 l 0.00 -1.00 l 0.00 9.00 l"),
        ("M0 0c1 1 2 1 3 0s2-1 3 0", "0.00 0.00 m 1.00 1.00 2.00 1.00 3.00 0.00 c 4.00 -1.00 5.00 -1.00 6.00 0.00 c"),
        ("M0 0q3 3 6 0t6 0", "0.00 0.00 m 2.00 2.00 4.00 2.00 6.00 0.00 c 8.00 -2.00 10.00 -2.00 12.00 0.00 c"),
        ("M0 0s1 1 2 0", "0.00 0.00 m 0.00 0.00 1.00 1.00 2.00 0.00 c"),
        ("M1e1-.5.5.5", "10.00 -0.50 m 0.50 0.50 l"),
        ("M5 5zl1 1", "5.00 5.00 m h 6.00 6.00 l"),
    ],
)
def test_each_command_is_followed(data: str, said: str) -> None:
    assert drawn(data) == said


def test_svg_counts_down_and_a_page_up() -> None:
    assert operators("M0 0L10 96", upright(96)) == "0.00 96.00 m 10.00 0.00 l"


def test_an_arc_ends_where_it_was_told_and_bulges_to_the_right_side() -> None:
    assert ends("M0 0A10 10 0 0 1 20 0") == [(0, 0), (10, -10), (20, 0)]
    assert ends("M0 0A10 10 0 0 0 20 0") == [(0, 0), (10, 10), (20, 0)]
    # Flags may stand without room between them, and radii that are too small grow.
    assert ends("M0 0a5 5 0 0120 0") == [(0, 0), (10, -10), (20, 0)]


def test_a_circle_goes_all_around() -> None:
    assert {(40, 50), (60, 50), (50, 40), (50, 60)} <= set(ends(circle(50, 50, 10)))


NO_PATHS = "|   |L1 1|1 2|M|M1|M1 2 3|M1 2X|M1 2 z 3|M1e9 0|M0 0a1 1 0 2 1 4 4|Mnan 0"


@pytest.mark.parametrize("data", NO_PATHS.split("|"))
def test_what_is_no_path_is_refused(data: str) -> None:
    with pytest.raises(NotAPath):
        drawn(data)


@given(st.text(alphabet="MLHVCSQTAZmlhvcsqtaz0123456789.,-+eE ()<>qQ", max_size=60))
def test_nothing_but_numbers_and_four_letters_ever_comes_out(data: str) -> None:
    try:
        said = drawn(data)
    except NotAPath:
        return
    assert re.fullmatch(r"(-?\d+\.\d\d|[mlch]|\s)+", said)
