from perinatal.paper.look import Type
from perinatal.paper.press.flow import place
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.lines import break_lines
from perinatal.paper.press.paragraph import Paragraph
from perinatal.paper.press.tree import Node

BODY = Type(size=14, lead=20)


def _of(lines: int) -> Paragraph:
    made = Paragraph(break_lines("please " * lines * 4, Letters(), BODY, 200), BODY, Node("P"))
    assert len(made.lines.lines) == lines
    return made


def test_no_line_stands_alone_before_or_after_the_end_of_a_page() -> None:
    for count in range(1, 12):
        for height in range(60, 260, 20):
            pages = place([_of(3), _of(count)], height)
            parts = [len(placed.slab.lines.lines) for page in pages for placed in page]  # type: ignore[attr-defined]  all are paragraphs
            assert sum(parts) == 3 + count
            assert all(part >= 2 for part in parts) or count == 1


def test_a_cut_paragraph_is_still_one_element() -> None:
    whole = _of(8)
    upper, lower = whole.split(100) or (None, None)
    assert upper
    assert lower
    assert upper.node is lower.node is whole.node
