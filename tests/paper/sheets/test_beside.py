"""Two languages side by side: ours in both, hers once."""

import io

import pikepdf
import pytest

from perinatal.library import shelf
from perinatal.paper import Sheet, booklet, draw, side_by_side
from perinatal.paper.sheet import Beside, Heading, Paragraph
from perinatal.paper.sheets.beside import NotTwinsError
from tests.paper.audit import audit, plain, spoken
from tests.paper.sample import MADE, OWN, all_of, full, small


def two(plan_in: str = "es") -> Sheet:
    """A booklet of a plan in Spanish, with English at its side."""
    plan = small(plan_in)
    return side_by_side(*(booklet(plan, shelf(language), MADE, picks=all_of(plan)) for language in ("es", "en")))


def one(language: str) -> Sheet:
    plan = small("es")
    return booklet(plan, shelf(language), MADE, picks=all_of(plan))


def test_every_word_of_ours_is_there_in_both_languages() -> None:
    said = spoken(two()).split()

    for language in ("es", "en"):
        for block in one(language).blocks:
            if isinstance(block, Heading):
                assert " ".join(block.words.split()) in " ".join(said)


def test_words_of_the_parent_stand_there_once_and_as_she_said_them() -> None:
    apart, beside = (spoken(sheet) for sheet in (one("es"), two()))

    for words in OWN["es"]:
        for line in words.splitlines():
            assert beside.count(line) == apart.count(line)


def test_no_words_of_the_parent_are_said_to_be_in_another_language() -> None:
    for block in two().blocks:
        if isinstance(block, Beside):
            assert not any(words in str(block.second.model_dump()) for words in OWN["es"])


def test_the_parents_language_comes_first_in_every_row() -> None:
    rows = [block for block in two().blocks if isinstance(block, Beside) and isinstance(block.first, Heading)]

    assert rows
    for row in rows:
        assert isinstance(row.second, Heading)
        assert (row.first.level, row.language) == (row.second.level, "en")
    assert (rows[0].first.words, rows[0].second.words) == ("Sobre mí", "About me")  # type: ignore[union-attr]  # headings


def test_each_language_is_told_to_a_screen_reader() -> None:
    drawn = draw(two())

    assert audit(drawn).problems == []
    assert "Sobre mí About me" in plain(audit(drawn).said)
    with pikepdf.open(io.BytesIO(drawn)) as opened:
        spans = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Span"]
        assert {str(span.get("/Lang", "es")) for span in spans} == {"es", "en"}
        headings = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/H2"]
        assert headings
        assert all([str(kid.get("/Lang", "es")) for kid in each.K] == ["es", "en"] for each in headings)


def test_two_sheets_that_are_not_the_same_are_refused() -> None:
    with pytest.raises(NotTwinsError):
        side_by_side(one("es"), booklet(full("es"), shelf("en"), MADE))
    made = one("es")
    with pytest.raises(NotTwinsError):
        side_by_side(made, made.model_copy(update={"blocks": (Paragraph(words="x"),) * len(made.blocks)}))
