"""Words that were written to be more than words, on paper: read back as they were written, and nothing acts."""

import io
import re
from datetime import timedelta
from typing import Any

import pikepdf
import pytest

from perinatal.care import CarePlan, Turn
from perinatal.library import shelf
from perinatal.paper import Sheet, booklet, draw, pocket_card
from tests.paper.audit import audit, plain, spoken
from tests.paper.sample import BEGAN, MADE, all_of
from tests.paper.vera import faults
from tests.payloads import PAYLOADS, in_every_kind

ALL_OF_IT = "\n".join(PAYLOADS)
WORDS = shelf("en")
ACTS = {"/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/URI", "/SubmitForm", "/GoToR", "/GoToE", "/RichMedia"}
ACTS |= {"/AcroForm", "/XFA", "/EmbeddedFiles", "/ImportData", "/Movie", "/Sound", "/Rendition"}


@pytest.fixture(scope="module")
def plan() -> CarePlan:
    """All of them in every place for words, on a question that may be on a card."""
    card = next(q.id for q in WORDS.questions.values() if q.card and q.level < 3 and not q.names_drugs)
    topic, place = next(iter(WORDS.topics)), next(iter(WORDS.places))
    said = [
        each
        for each in in_every_kind(ALL_OF_IT, question=card, item=card, topic=topic, place=place)
        if "member" not in type(each).model_fields and "item" not in type(each).model_fields
    ]
    turns = [
        Turn(id=f"t{n}", at=BEGAN + timedelta(days=n), language="en", said=each)  # type: ignore[arg-type]  # any kind
        for n, each in enumerate(said)
    ]
    assert len(turns) >= 9
    return CarePlan.of(turns)


@pytest.mark.parametrize("kind", ["booklet", "pocket card"])
def test_odd_words_are_words_on_paper_and_nothing_in_the_file_acts(plan: CarePlan, kind: str) -> None:
    sheet = sheet_of(plan, kind)

    drawn = draw(sheet)

    checked = audit(drawn)
    asked, said = (plain(words).replace(" ", "") for words in (spoken(sheet), checked.said))
    assert checked.problems == []
    assert re.match(re.escape(asked).replace(r"\#", r"(?:\#|\d+)"), said), "a number stands where a # is ours"
    assert acting(drawn) == set()
    if kind == "pocket card":
        assert faults(drawn) == []
    else:
        assert [words for words in PAYLOADS if plain(words).replace(" ", "") not in asked] == []


def sheet_of(plan: CarePlan, kind: str) -> Sheet:
    if kind == "booklet":
        return booklet(plan, WORDS, MADE, picks=all_of(plan))
    return pocket_card(plan, WORDS, MADE, picks=all_of(plan), drug_words=True).sheet


def acting(drawn: bytes) -> set[str]:
    """Whatever in a file could do something by itself, or at a tap."""
    with pikepdf.open(io.BytesIO(drawn)) as opened:
        names = {name for each in opened.objects for name in names_in(each)}
        return names & ACTS


def names_in(each: Any) -> set[str]:
    """Every name that stands in an object: its keys, and what it says it is."""
    if isinstance(each, pikepdf.Stream):
        each = each.stream_dict
    if isinstance(each, pikepdf.Dictionary | pikepdf.Array):
        held = [*each.values()] if isinstance(each, pikepdf.Dictionary) else [*each]
        keys = {*each.keys()} if isinstance(each, pikepdf.Dictionary) else set[str]()
        return keys | {name for value in held if not getattr(value, "is_indirect", False) for name in names_in(value)}
    return {str(each)} if isinstance(each, pikepdf.Name) else set()


def test_a_file_that_acts_is_noticed() -> None:
    """A search that finds nothing is worth something only if it would find something."""
    acts = pikepdf.new()
    acts.add_blank_page()
    acts.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    made = io.BytesIO()
    acts.save(made)

    assert acting(made.getvalue()) >= {"/OpenAction", "/JavaScript", "/JS"}
