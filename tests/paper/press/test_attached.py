"""A file inside a print: it comes out as it went in, the pages stay what they were, and nothing says what it is."""

import io
import os

import pikepdf
import pytest

from perinatal.exchange import age, found_in
from perinatal.paper import Attachment, Edition, Paper, draw
from tests.paper.audit import audit
from tests.paper.printed import LANGUAGES, pdf, sheet
from tests.paper.sample import MADE
from tests.paper.vera import faults

SEALED = age.MAGIC + b"-> scrypt endstream endobj %%EOF /Length 4>>\nstream\n" + bytes(range(256)) * 200
FILE = Attachment(name="notes.age", data=SEALED, made=MADE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", Paper)
def test_a_print_with_a_file_in_it_is_accessible_and_lasting(language: str, paper: Paper) -> None:
    assert faults(draw(sheet("booklet", language), paper=paper, attached=FILE)) == []


@pytest.mark.parametrize("data", [SEALED, b"", os.urandom(100_000)])
def test_the_file_comes_out_as_it_went_in(data: bytes) -> None:
    drawn = draw(sheet("small booklet", "en"), attached=Attachment(name="notes.age", data=data, made=MADE))

    with pikepdf.open(io.BytesIO(drawn)) as opened:
        assert opened.attachments["notes.age"].get_file().read_bytes() == data
        assert str(opened.Root.AF[0].AFRelationship) == "/Source"


def test_it_is_found_again_without_reading_the_pdf() -> None:
    assert found_in(draw(sheet("booklet", "es"), attached=FILE)) == SEALED


def test_the_pages_say_the_same_with_it_and_without_it() -> None:
    with_it, without = (draw(sheet("booklet", "en"), attached=attached) for attached in (FILE, None))

    assert audit(with_it).problems == []
    assert audit(with_it).said == audit(without).said
    assert without == pdf("booklet", "en", Paper.A4, Edition.STANDARD)


def test_the_same_sheet_with_the_same_file_gives_the_same_bytes() -> None:
    other = Attachment(name="notes.age", data=SEALED + b"x", made=MADE)

    assert draw(sheet("booklet", "en"), attached=FILE) == draw(sheet("booklet", "en"), attached=FILE)
    assert draw(sheet("booklet", "en"), attached=FILE) != draw(sheet("booklet", "en"), attached=other)


def test_nothing_in_the_pdf_says_what_the_file_is() -> None:
    with pikepdf.open(io.BytesIO(draw(sheet("booklet", "en"), attached=FILE))) as opened:
        described = opened.Root.AF[0]
        assert sorted(described.keys()) == ["/AFRelationship", "/EF", "/F", "/Type", "/UF"]
        assert (str(described.F), str(described.UF)) == ("notes.age", "notes.age")
        assert str(described.EF.F.Subtype) == "/application/octet-stream"
        assert sorted(described.EF.F.Params.keys()) == ["/ModDate", "/Size"]
