import pytest

from perinatal.paper.press.flow import DoesNotFitError, Placed, place
from perinatal.paper.press.ink import Ink
from perinatal.paper.press.slab import Slab


class Block(Slab):
    """A slab of a given height."""

    def __init__(self, height: float, *, keep: bool = False, after: float = 0) -> None:
        self.height, self.keep_with_next, self.after = height, keep, after

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Nothing is drawn in these tests."""


def _heights(pages: list[list[Placed]]) -> list[list[float]]:
    return [[placed.slab.height for placed in page] for page in pages]


def test_slabs_fill_a_page_and_go_on_to_the_next() -> None:
    assert _heights(place([Block(40), Block(50), Block(20)], 100)) == [[40, 50], [20]]


def test_a_heading_never_stands_alone_at_the_end_of_a_page() -> None:
    assert _heights(place([Block(70), Block(20, keep=True), Block(30)], 100)) == [[70], [20, 30]]


def test_headings_in_a_row_stay_together() -> None:
    slabs = [Block(50), Block(20, keep=True), Block(15, keep=True), Block(30)]
    assert _heights(place(slabs, 100)) == [[50], [20, 15, 30]]


def test_room_is_left_between_slabs_but_not_above_the_first() -> None:
    (page,) = place([Block(10, after=8), Block(10)], 100)
    assert [placed.down for placed in page] == [0, 18]


def test_a_slab_that_begins_a_page_does_so() -> None:
    slabs = [Block(10), Block(10)]
    slabs[1].begins_page = True
    assert _heights(place(slabs, 100)) == [[10], [10]]


def test_what_cannot_be_placed_is_never_clipped_in_silence() -> None:
    with pytest.raises(DoesNotFitError):
        place([Block(101)], 100)
