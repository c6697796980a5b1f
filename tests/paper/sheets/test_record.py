import pytest

from perinatal.care import CarePlan
from perinatal.library import shelf
from perinatal.paper import Mark, booklet, pocket_card, with_mark
from perinatal.paper.sheet import Card, Square
from tests.paper.audit import spoken
from tests.paper.printed import MARK
from tests.paper.sample import MADE, full

EN = shelf("en")


def test_a_digest_is_grouped_to_be_read_and_whole_for_a_camera() -> None:
    assert MARK.in_groups == "AAAQ EAYE AUDA OCAJ BIFQ YDIO B4"
    assert MARK.whole == "CPL1:1204:AAAQEAYEAUDAOCAJBIFQYDIOB4"


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_booklet_ends_with_its_mark_in_words_and_as_a_square(language: str) -> None:
    words = shelf(language)
    sheet = with_mark(booklet(full(language), words, MADE), MARK, words)

    square = sheet.blocks[-1]
    assert isinstance(square, Square)
    assert square.content == MARK.whole
    said = spoken(sheet)
    assert MARK.in_groups in said
    assert words.say("paper.record.entries", count=1204) in said


def test_a_pocket_card_has_its_mark_inside_where_it_is_cut_out() -> None:
    bare = pocket_card(full("en"), EN, MADE).sheet
    marked = with_mark(bare, MARK, EN)

    (before,) = [block for block in bare.blocks if isinstance(block, Card)]
    (after,) = [block for block in marked.blocks if isinstance(block, Card)]
    assert after.blocks[: len(before.blocks)] == before.blocks
    assert len(after.blocks) == len(before.blocks) + 1
    assert MARK.in_groups in spoken(marked)
    assert len(marked.blocks) == len(bare.blocks)


def test_one_entry_is_said_as_one() -> None:
    sheet = with_mark(booklet(CarePlan.of([]), EN, MADE), Mark(entries=1, digest="A" * 26), EN)

    assert "1 entry up to this print" in spoken(sheet)
