import io
import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from perinatal.paper import Edition, Paper, pictures
from perinatal.paper.pictures import MOST_PAGES, TALLEST, WIDTH
from tests.paper.printed import pdf
from tests.paper.sample import SIX_WORDS

BOOKLET = ("booklet", "en", Paper.LETTER, Edition.LARGE)


def _opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture), formats=["PNG"])


@pytest.mark.parametrize("paper", Paper)
def test_each_page_is_a_picture_as_wide_as_said_and_of_its_shape(paper: Paper) -> None:
    made = pdf("receipt", "en", paper, Edition.STANDARD)

    shown = pictures(made)

    with pikepdf.open(io.BytesIO(made)) as opened:
        assert shown.total == len(shown.pages) == len(opened.pages)
        box = [float(side) for side in opened.pages[0].mediabox]
    picture = _opened(shown.pages[0])
    assert picture.width == WIDTH
    assert abs(picture.height / picture.width - box[3] / box[2]) < 0.01


def test_no_picture_is_larger_than_said_and_more_pages_than_said_are_counted_and_not_shown() -> None:
    shown = pictures(pdf(*BOOKLET))

    assert len(shown.pages) == min(shown.total, MOST_PAGES)
    assert shown.unseen == shown.total - len(shown.pages)
    assert pictures(pdf(*BOOKLET), most=2).unseen == shown.total - 2
    for page in map(_opened, shown.pages):
        assert page.width <= WIDTH
        assert page.height <= TALLEST


def test_what_is_seen_is_what_is_printed() -> None:
    shown = pictures(pdf("plan words", "en", Paper.LETTER, Edition.STANDARD))

    found = zxingcpp.read_barcode(_opened(shown.pages[0]).convert("RGB"))
    assert found is not None
    assert found.text == SIX_WORDS["en"]


def test_the_same_paper_gives_the_same_pictures_also_for_many_at_once() -> None:
    made = pdf("receipt", "es", Paper.A4, Edition.STANDARD)

    with ThreadPoolExecutor(4) as crowd:
        shown = [each.result() for each in [crowd.submit(pictures, made) for _ in range(8)]]

    assert set(shown) == {pictures(made)}


def test_a_picture_holds_nothing_but_points() -> None:
    shown = pictures(pdf("plan words", "en", Paper.LETTER, Edition.STANDARD))

    assert _opened(shown.pages[0]).info.keys() <= {"transparency"}


def test_nothing_of_a_paper_stays_after_it_was_looked_at() -> None:
    made = pdf("receipt", "en", Paper.LETTER, Edition.STANDARD)
    pictures(made)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]

    for _ in range(3):
        pictures(made)

    assert tracemalloc.get_traced_memory()[0] - before < 100_000
    tracemalloc.stop()
