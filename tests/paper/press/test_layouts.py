"""A poster on one page, cards that are upright on both sides, a leaflet whose inside is hidden."""

import io
import re

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from perinatal.library import Shape, shelf
from perinatal.library.printable import Code, Lines, Printable, PrintedPart
from perinatal.paper import Edition, Extras, Paper, TooManyWords, draw, printable
from perinatal.paper.logo import Logo
from perinatal.paper.look import MM, look_of
from perinatal.paper.press.band import Band
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.setting import Setter
from perinatal.paper.sizes import BAND_HEIGHT, POSTER_SIZES
from tests.paper.audit import audit, plain, spoken
from tests.paper.things import BRAND, LOGO, SIZES, pdf, thing
from tests.paper.vera import faults

CODE = "river lamp seven goat maple window"


def made_up(shape: Shape, *parts: PrintedPart) -> Printable:
    """A thing of this shape with these parts."""
    return thing("welcome-poster", "en").model_copy(update={"shape": shape, "parts": parts, "symbol": None})


def part(words: str, **more: object) -> PrintedPart:
    """A part with one paragraph."""
    return PrintedPart(words=(words,), **more)  # type: ignore[arg-type]  whatever a part may hold


def drawn(one: Printable, paper: Paper = Paper.LETTER, edition: Edition = Edition.STANDARD, **extras: object) -> bytes:
    """It on paper."""
    return draw(printable(one, shelf("en"), extras=Extras(**extras)), paper=paper, edition=edition)  # type: ignore[arg-type]  the same


def pages_of(file: bytes) -> int:
    with pikepdf.open(io.BytesIO(file)) as opened:
        return len(opened.pages)


def places(file: bytes, words: str) -> list[tuple[float, float]]:
    """Where these words begin, in parts of the first page from its lower left corner."""
    with pypdfium2.PdfDocument(file) as opened:
        width, height = opened[0].get_size()
        text = opened[0].get_textpage()
        found, search = [], text.search(words)
        while at := search.get_next():
            left, bottom, _, _ = text.get_charbox(at[0])
            found.append((left / width, bottom / height))
    return found


def size_of(file: bytes) -> float:
    """The size of the largest words but the first, the title."""
    with pikepdf.open(io.BytesIO(file)) as opened:
        code = opened.pages[0].Contents.read_bytes().decode("ascii")
    return sorted({float(size) for size in re.findall(r"/F\d+ ([\d.]+) Tf", code)})[-2]


def test_a_poster_with_few_words_has_them_larger_than_one_with_many() -> None:
    few, many = made_up(Shape.POSTER, part("Come in.")), made_up(Shape.POSTER, part("Come in and sit down. " * 18))

    assert size_of(drawn(few)) == POSTER_SIZES[-1]
    assert POSTER_SIZES[0] <= size_of(drawn(many)) < POSTER_SIZES[-1]


def test_a_poster_with_more_words_than_fit_says_so_instead_of_leaving_some_out() -> None:
    with pytest.raises(TooManyWords):
        drawn(made_up(Shape.POSTER, part("Come in and sit down. " * 80)))


def test_a_band_stands_above_the_foot_of_the_first_page_and_nothing_runs_into_it() -> None:
    sheet = drawn(made_up(Shape.SHEET, *[part("Come in and sit down. " * 8)] * 9), brand=BRAND)

    ((_, name),) = places(sheet, BRAND.name)
    assert 25 * MM / 792 < name < 60 * MM / 792
    assert all(bottom > name for _, bottom in places(sheet, "Come in"))
    assert pages_of(sheet) > 1


@pytest.mark.parametrize("edition", SIZES)
@pytest.mark.parametrize("logo", [BRAND.logo, None])
def test_a_band_is_low(edition: Edition, logo: Logo | None) -> None:
    brand = BRAND.model_copy(update={"logo": logo})
    sheet = printable(thing("before-this", "en"), shelf("en"))
    desk = Setter(sheet, look_of(Paper.A4, edition), Letters()).desk

    band = Band(brand, desk)

    assert band.height <= BAND_HEIGHT


def test_a_logo_is_a_figure_with_its_words_and_keeps_within_its_room() -> None:
    with pikepdf.open(io.BytesIO(pdf("welcome-poster", "en", Paper.A4, Edition.STANDARD))) as opened:
        figures = [
            each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
        (figure,) = figures
        left, bottom, right, top = (float(side) for side in figure.A.BBox)
    assert str(figure.Alt) == BRAND.logo_says
    assert right - left <= 40 * MM
    assert top - bottom <= 18 * MM
    assert LOGO


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("edition", SIZES)
def test_a_card_is_upright_on_both_sides_once_it_is_folded(paper: Paper, edition: Edition) -> None:
    cards = drawn(made_up(Shape.CARDS, part("Front words"), part("Back words")), paper, edition)

    fronts, backs = places(cards, "Front words"), places(cards, "Back words")
    assert len(fronts) == len(backs) == (4 if edition is Edition.STANDARD else 1)
    # The back stands on its head below the front: its first letter is at the right.
    for (front, up), (back, down) in zip(sorted(fronts), sorted(backs), strict=True):
        assert down < up
        assert back > front


def test_as_many_cards_are_drawn_as_were_asked_for_and_each_has_its_number() -> None:
    cards = drawn(made_up(Shape.CARDS, part("Front"), part("Back")), copies=9, numbered=True)

    pages = audit(cards).pages
    assert len(pages) == 3
    numbers = re.findall(r"No\. ?(\d+)", " ".join(page.artifacts for page in pages))
    assert sorted(map(int, numbers)) == list(range(1, 10))


def test_cards_that_are_alike_are_read_aloud_once() -> None:
    checked = audit(drawn(made_up(Shape.CARDS, part("Front"), part("Back")), copies=9))

    assert checked.problems == []
    assert plain(checked.said).count("Front") == 1


def test_a_side_with_more_words_than_fit_goes_on_and_loses_none() -> None:
    one = made_up(Shape.CARDS, part("Come in and sit down. " * 30), part("Back"))

    said = plain(audit(drawn(one, copies=1)).said)
    assert said.count("Come in and sit down.") == 30
    assert said.endswith("Back")


FOLDED = made_up(Shape.FOLD, part("Notes for me"), part("First inside"), part("Second inside", new_page=True))


@pytest.mark.parametrize("paper", Paper)
def test_a_leaflet_has_its_panels_where_folding_puts_them(paper: Paper) -> None:
    leaflet = drawn(FOLDED, paper, brand=BRAND)

    ((front, front_up),) = places(leaflet, "Notes for me")
    ((first, first_up),) = places(leaflet, "First inside")
    ((second, second_up),) = places(leaflet, "Second inside")
    ((back, back_up),) = places(leaflet, BRAND.name)
    assert (front > 0.5, front_up < 0.5) == (True, True)
    assert (back < 0.5, back_up < 0.5) == (True, True)
    # What is inside stands on its head in the upper half, so it begins at the right, near the fold.
    assert (first > 0.75, 0.5 < first_up < 0.75) == (True, True)
    assert (0.25 < second < 0.5, 0.5 < second_up < 0.75) == (True, True)
    assert pages_of(leaflet) == 1


def test_a_leaflet_is_read_aloud_from_the_front_to_the_back() -> None:
    said = plain(audit(drawn(FOLDED, brand=BRAND)).said)

    assert said == spoken(printable(FOLDED, shelf("en"), extras=Extras(brand=BRAND)))
    assert (
        said.index("Notes for me") < said.index("First inside") < said.index("Second inside") < said.index(BRAND.name)
    )


def test_a_leaflet_whose_words_do_not_fit_or_are_large_becomes_pages_after_its_outside() -> None:
    many = made_up(Shape.FOLD, part("Notes for me"), part("Come in and sit down. " * 200))

    for file in (drawn(many), drawn(FOLDED, edition=Edition.LARGE)):
        pages = audit(file).pages
        assert len(pages) > 1
        assert "Notes for me" in " ".join(pages[0].marks.values())
        assert not {"Come", "inside"} & set(" ".join(pages[0].marks.values()).split())
        assert faults(file) == []


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("paper", Paper)
def test_a_camera_reads_a_square_code_from_any_shape_scanned_in_black(shape: Shape, paper: Paper) -> None:
    square = PrintedPart(square=Code(words=CODE, caption="For a camera"))
    one = made_up(shape, part("Notes"), square)
    file = draw(printable(one, shelf("en"), extras=Extras(copies=1)), paper=paper, mono=True)

    with pypdfium2.PdfDocument(file) as opened:
        image = opened[0].render(scale=150 / 72, grayscale=True).to_pil().point(lambda light: 255 * (light > 128))
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text == CODE
    assert audit(file).problems == []
    assert faults(file) == []


def test_a_few_writing_lines_stay_on_one_page_with_what_they_are_for() -> None:
    filler = [part("Come in and sit down. " * 5)] * 7
    for count in range(1, 12):
        lines = PrintedPart(heading="Write here", words=("In my words",), lines=(Lines(count=4),))
        file = drawn(made_up(Shape.SHEET, *filler[:6], *[part("A line.")] * count, lines))
        with pikepdf.open(io.BytesIO(file)) as opened:
            codes = [page.Contents.read_bytes().decode("ascii") for page in opened.pages]
        ruled = [code.count(" l S Q") for code in codes]
        assert sorted(ruled)[-1] == 4, (count, ruled)
        said = [" ".join(page.marks.values()) for page in audit(file).pages]
        assert "Write here" in said[ruled.index(4)]
