import pypdfium2
import pytest
import zxingcpp

from perinatal.paper import Edition, Paper
from perinatal.paper.look import QUIET_ZONE
from perinatal.paper.press.qr import modules, path
from tests.paper.printed import FORMS, LANGUAGES, pdf
from tests.paper.sample import SIX_WORDS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("paper", "edition"), FORMS)
def test_a_camera_reads_the_words_from_paper_scanned_in_black(language: str, paper: Paper, edition: Edition) -> None:
    with pypdfium2.PdfDocument(pdf("plan words", language, paper, edition)) as opened:
        image = opened[0].render(scale=150 / 72, grayscale=True).to_pil().point(lambda light: 255 * (light > 128))
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text == SIX_WORDS[language]
    assert found.ec_level == "M"


def test_there_is_white_around_a_code() -> None:
    squares = modules("river lamp")
    boxes, side = path(squares)
    corners = [tuple(map(int, box.split()[:4])) for box in boxes.split(" re") if box.strip()]
    assert side == len(squares) + 2 * QUIET_ZONE
    assert min(min(x, y) for x, y, _, _ in corners) == QUIET_ZONE
    assert max(max(x + width, y + height) for x, y, width, height in corners) == side - QUIET_ZONE
