"""Everything on the shelf that can be printed, as it comes out of the press: for every reader and every printer."""

import hashlib
import io
import os
import re
import subprocess
import sys

import pikepdf
import pypdfium2
import pytest

from perinatal.library import Shape, shelf
from perinatal.paper import Edition, Extras, Paper, Sheet, draw, printable
from perinatal.paper.look import SAFE_EDGE
from tests.paper.audit import audit, plain, spoken
from tests.paper.things import EVERY, LANGUAGES, SIZES, THINGS, pdf, sheet, thing

SMALLEST = {Shape.POSTER: 22, Shape.CARDS: 8.5, Shape.SHEET: 13, Shape.FOLD: 12}
"""In points. What is small on purpose, the foot of a page and where facts come from, has 12 everywhere."""
SMALL_ON_PURPOSE = 12
MOST_PAGES = 30


def contents(drawn: bytes) -> str:
    """What is drawn on all pages, in PDF operators."""
    with pikepdf.open(io.BytesIO(drawn)) as opened:
        return "\n".join(page.Contents.read_bytes().decode("ascii") for page in opened.pages)


@pytest.mark.parametrize("id", THINGS)
def test_the_tree_says_all_of_it_in_order_and_nothing_stands_outside(id: str) -> None:
    for one in [one for one in EVERY if one[0] == id]:
        checked = audit(pdf(*one))
        assert checked.problems == []
        said = plain(checked.said)
        assert said == spoken(sheet(*one[:2])), one


@pytest.mark.parametrize("id", THINGS)
def test_nothing_stands_near_the_edge(id: str) -> None:
    for one in [one for one in EVERY if one[0] == id]:
        with pypdfium2.PdfDocument(pdf(*one)) as opened:
            assert len(opened) <= MOST_PAGES
            for page in opened:
                image = page.render(scale=1, grayscale=True).to_pil()
                edge = int(SAFE_EDGE)
                image.paste(255, (edge, edge, image.width - edge, image.height - edge))
                assert image.getextrema() == (255, 255), one


@pytest.mark.parametrize("id", THINGS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_other_readers_find_every_word(id: str, language: str) -> None:
    drawn = pdf(id, language, Paper.LETTER, Edition.STANDARD)
    wanted = set(spoken(sheet(id, language)).split())
    with pypdfium2.PdfDocument(drawn) as opened:
        shown = [page.get_textpage().get_text_bounded() for page in opened]
    # Of words that stand on their heads, this reader puts the bullets at the wrong end.
    chrome = {word for text in shown for word in plain(text.replace("•", " ")).split()} | {"•"}
    drawn_order = {word for page in audit(drawn).pages for text in page.marks.values() for word in text.split()}
    assert wanted - chrome == set()
    assert wanted - drawn_order == set()


@pytest.mark.parametrize("id", THINGS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_words_are_large_enough(id: str, language: str) -> None:
    least = SMALLEST[thing(id, language).shape]
    for paper in Paper:
        sizes = {
            float(size)
            for size in re.findall(r"/F\d+ ([\d.]+) Tf", contents(pdf(id, language, paper, Edition.STANDARD)))
        }
        assert all(size >= least or size >= SMALL_ON_PURPOSE for size in sizes), sizes
        if thing(id, language).shape is Shape.POSTER:
            assert max(size for size in sizes if size < 80) >= 1.55 * least


def all_in(shape: Shape) -> list[tuple[str, str, Paper]]:
    """All of one shape, in each language on each paper."""
    return [(id, language, paper) for id, language, paper, _ in EVERY if thing(id, language).shape is shape]


def test_a_poster_is_one_page_also_with_a_brand_on_it() -> None:
    for one in all_in(Shape.POSTER):
        with pikepdf.open(io.BytesIO(pdf(*one, Edition.STANDARD))) as opened:
            assert len(opened.pages) == 1, one


def test_a_leaflet_is_one_page_and_its_outside_says_only_its_first_words() -> None:
    for id, language, paper in all_in(Shape.FOLD):
        with pypdfium2.PdfDocument(pdf(id, language, paper, Edition.STANDARD)) as opened:
            assert len(opened) == 1, (id, language)
            width, height = opened[0].get_size()
            outside = plain(opened[0].get_textpage().get_text_bounded(0, 0, width, height / 2))
        for part in thing(id, language).parts[1:]:
            for words in (part.heading, *part.words, *part.points, *part.steps):
                assert not words or plain(words) not in outside, words


def test_each_part_of_a_card_fits_on_its_side() -> None:
    for id, language, paper in all_in(Shape.CARDS):
        cards = -(-len(thing(id, language).parts) // 2)
        for edition in SIZES:
            # Each card turns its back once; of words that need more sides there would be more cards.
            turned = contents(pdf(id, language, paper, edition)).count("q -1 0 0 -1 ")
            one_set = draw(one_of(id, language), paper=paper, edition=edition)
            assert contents(one_set).count("q -1 0 0 -1 ") == cards, (id, language, edition)
            assert turned % cards == 0


def one_of(id: str, language: str) -> Sheet:
    """One set of cards, blank, with nothing added."""
    return printable(thing(id, language), shelf(language), extras=Extras(copies=1))


@pytest.mark.parametrize("id", THINGS)
def test_in_black_only_there_is_no_color_and_nothing_else_changes(id: str) -> None:
    colored = pdf(id, "en", Paper.LETTER, Edition.STANDARD)
    black = pdf(id, "en", Paper.LETTER, Edition.STANDARD, mono=True)
    for paint in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)", contents(black)):
        assert len(set(paint)) == 1
    assert plain(audit(black).said) == plain(audit(colored).said)
    assert re.sub(r"[\d.]+ [\d.]+ [\d.]+ (rg|RG)", "", contents(black)) == re.sub(
        r"[\d.]+ [\d.]+ [\d.]+ (rg|RG)", "", contents(colored)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sample_says_so_across_every_page_and_once_aloud(language: str) -> None:
    word = sheet("before-this", language).sample
    pages = audit(pdf("before-this", language, Paper.A4, Edition.STANDARD)).pages
    assert len(pages) > 1
    assert all(word in page.artifacts for page in pages[1:])
    assert list(pages[0].marks.values()).index(word) == 0
    assert sum(text.count(word) for page in pages for text in page.marks.values()) == 1


def test_the_same_thing_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "import hashlib\nfrom tests.paper.things import EVERY, pdf\n"
        "print(hashlib.sha256(b''.join(pdf(*one) for one in EVERY)).hexdigest())"
    )
    prints = {hashlib.sha256(b"".join(pdf(*one) for one in EVERY)).hexdigest()}
    for seed in ("0", "random"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        prints.add(ran.stdout.strip())
    assert len(prints) == 1
