"""Eight small pages on one: where they stand, and in which order they are read."""

import io

import pikepdf
import pypdfium2
import pytest

from perinatal.library import shelf
from perinatal.paper import Edition, Paper, draw, panels_of
from perinatal.paper.sheet import Heading, Layout, NextPage, Paragraph, Sheet
from perinatal.paper.sheets.page import sheet_of
from perinatal.paper.sizes import turned_frame
from tests.paper.audit import audit, plain
from tests.paper.printed import hard_sheet, pdf
from tests.paper.sample import MADE

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight")


def numbered(count: int = 8) -> Sheet:
    """A sheet with a word on each small page."""
    blocks = [Heading(level=1, words=WORDS[0])]
    for word in WORDS[1:count]:
        blocks += [NextPage(), Paragraph(words=word)]
    return sheet_of(shelf("en"), MADE, blocks, both_sides=False).model_copy(update={"layout": Layout.ZINE})


def places(drawn: bytes) -> dict[str, tuple[int, int]]:
    """For each word, the column and the row from below that it stands in."""
    with pypdfium2.PdfDocument(drawn) as opened:
        (page,) = list(opened)
        width, height = page.get_size()
        text = page.get_textpage()
        found: dict[str, tuple[int, int]] = {}
        for word in WORDS:
            at = text.search(word).get_next()
            if at:
                left, bottom, *_ = text.get_charbox(at[0])
                found[word] = int(left / (width / 4)), int(bottom / (height / 2))
        return found


@pytest.mark.parametrize("paper", Paper)
def test_each_page_stands_where_folding_needs_it(paper: Paper) -> None:
    bottom = {word: (column, 0) for column, word in enumerate(("eight", "one", "two", "three"))}
    top = {word: (column, 1) for column, word in enumerate(("seven", "six", "five", "four"))}

    assert places(draw(numbered(), paper=paper)) == bottom | top


def test_they_are_read_in_the_order_of_the_pages() -> None:
    checked = audit(draw(numbered()))

    assert (checked.problems, checked.said.split()) == ([], list(WORDS))


def test_the_last_is_the_back_also_when_fewer_are_needed() -> None:
    found = places(draw(numbered(4)))

    assert found == {"one": (1, 0), "two": (2, 0), "three": (3, 0), "four": (0, 0)}


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_can_be_seen_while_it_is_closed_says_nothing(language: str) -> None:
    assert outside_of(pdf("zine", language, Paper.A4, Edition.STANDARD)) == {shelf(language).say("paper.title")}


def test_that_a_sign_had_no_letter_is_said_inside_too() -> None:
    made = hard_sheet("zine", "all scripts")

    drawn = draw(made)

    assert plain(shelf("en").say("paper.unprintable")) in plain(audit(drawn).said)
    assert outside_of(drawn) == {shelf("en").say("paper.title")}


def outside_of(drawn: bytes) -> set[str]:
    """The words on the two small pages that can be seen while it is folded."""
    with pypdfium2.PdfDocument(drawn) as opened:
        page = opened[0]
        width, height = page.get_size()
        outside = page.get_textpage().get_text_bounded(left=0, bottom=0, right=width / 2, top=height / 2)
    return set(outside.split())


@pytest.mark.parametrize("paper", Paper)
def test_it_is_one_page_on_its_long_side_and_printed_as_it_is(paper: Paper) -> None:
    with pikepdf.open(io.BytesIO(draw(numbered(), paper=paper))) as opened:
        (page,) = opened.pages
        frame = turned_frame(paper)
        assert [round(float(side), 1) for side in page.MediaBox[2:]] == [round(frame.width, 1), round(frame.height, 1)]
        assert opened.Root.ViewerPreferences.PrintScaling == "/None"
        assert opened.Root.ViewerPreferences.Duplex == "/Simplex"


def test_pages_are_counted() -> None:
    assert [panels_of(numbered(count), paper=Paper.A4) for count in (3, 8)] == [3, 8]
