import pytest

from perinatal.paper.look import INK
from perinatal.paper.press.face import family
from perinatal.paper.press.ink import DrawnOutsideTheTreeError, Ink
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.tree import Mark, Node


def _ink() -> Ink:
    return Ink(0, Letters())


def test_words_that_belong_to_nothing_cannot_be_drawn() -> None:
    with pytest.raises(DrawnOutsideTheTreeError):
        _ink().show(family(bold=False).first, 12, "<0001>")


def test_a_line_that_belongs_to_nothing_cannot_be_drawn() -> None:
    with pytest.raises(DrawnOutsideTheTreeError):
        _ink().line([(0, 0), (1, 1)], width=1, color=INK)


def test_a_mark_inside_a_mark_cannot_be_made() -> None:
    ink, node = _ink(), Node("P")
    with pytest.raises(DrawnOutsideTheTreeError), ink.belongs_to(node), ink.belongs_to(node):
        pass


def test_what_is_drawn_again_is_not_said_again() -> None:
    ink, node = _ink(), Node("P")
    with ink.artifact("Header"), ink.belongs_to(node):
        ink.line([(0, 0), (1, 1)], width=1, color=INK)
    assert node.kids == []


def test_a_mark_is_left_on_its_element() -> None:
    ink, node = _ink(), Node("P")
    with ink.belongs_to(node):
        ink.line([(0, 0), (1, 1)], width=1, color=INK)
    assert node.kids == [Mark(page=0, number=0)]
