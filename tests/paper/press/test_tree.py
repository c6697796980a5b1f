"""Faults planted in a good file: each has to be found by the validator or by our own audit."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from perinatal.paper import Edition, Paper
from tests.paper.audit import audit, plain
from tests.paper.printed import pdf
from tests.paper.vera import faults

Fault = Callable[[pikepdf.Pdf], None]


def _elements(opened: pikepdf.Pdf, role: str) -> list[Any]:
    found: list[Any] = []
    waiting: list[Any] = [opened.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        if str(element.S) == role:
            found.append(element)
        kids = element.get("/K", Array())
        kids = list(kids) if isinstance(kids, Array) else [kids]
        waiting += [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]
    return found


def _swap_two_answers(opened: pikepdf.Pdf) -> None:
    kids = opened.Root.StructTreeRoot.K.K
    kids[6], kids[20] = kids[20], kids[6]


def _lose_an_element(opened: pikepdf.Pdf) -> None:
    del opened.Root.StructTreeRoot.K.K[5]


def _lose_a_link(opened: pikepdf.Pdf) -> None:
    link = _elements(opened, "/Link")[0]
    link.K = Array([kid for kid in link.K if not (isinstance(kid, Dictionary) and "/Obj" in kid)])


def _show_words_outside(opened: pikepdf.Pdf) -> None:
    page = opened.pages[1]
    parts = list(pikepdf.parse_content_stream(page))
    first = next(at for at, (_, operator) in enumerate(parts) if str(operator) == "BDC")
    last = next(at for at, (_, operator) in enumerate(parts) if str(operator) == "EMC")
    kept = [part for at, part in enumerate(parts) if at not in (first, last)]
    page.Contents = opened.make_stream(pikepdf.unparse_content_stream(kept))


def _use_a_mark_twice(opened: pikepdf.Pdf) -> None:
    code = opened.pages[1].Contents.read_bytes().replace(b"<</MCID 1>>", b"<</MCID 0>>", 1)
    opened.pages[1].Contents = opened.make_stream(code)


def _turn_the_way_back(opened: pikepdf.Pdf) -> None:
    row = opened.Root.StructTreeRoot.ParentTree.Nums[3]
    row[0], row[1] = row[1], row[0]


def _edit_metadata(old: bytes, new: bytes) -> Fault:
    def fault(opened: pikepdf.Pdf) -> None:
        packet = opened.Root.Metadata.read_bytes()
        assert old in packet
        opened.Root.Metadata.write(packet.replace(old, new))

    return fault


def _without(role: str, key: str) -> Fault:
    def fault(opened: pikepdf.Pdf) -> None:
        for element in _elements(opened, role):
            del element[key]

    return fault


def _rename(role: str, to: str) -> Fault:
    def fault(opened: pikepdf.Pdf) -> None:
        _elements(opened, role)[0].S = Name(to)

    return fault


def _without_root(key: str) -> Fault:
    def fault(opened: pikepdf.Pdf) -> None:
        del opened.Root[key]

    return fault


def _font(opened: pikepdf.Pdf) -> Any:
    return next(iter(opened.pages[0].Resources.Font.values()))


def _without_letters(opened: pikepdf.Pdf) -> None:
    del _font(opened)["/ToUnicode"]


def _without_font(opened: pikepdf.Pdf) -> None:
    del _font(opened).DescendantFonts[0].FontDescriptor["/FontFile2"]


def _wrong_widths(opened: pikepdf.Pdf) -> None:
    _font(opened).DescendantFonts[0].W = Array()


def _act_on_opening(opened: pikepdf.Pdf) -> None:
    opened.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def _hide_the_title(opened: pikepdf.Pdf) -> None:
    opened.Root.ViewerPreferences.DisplayDocTitle = False


def _forget_where_links_are(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        if "/Tabs" in page:
            del page["/Tabs"]


FAULTS: dict[str, tuple[str, Fault]] = {
    "two answers in the wrong order": ("small booklet", _swap_two_answers),
    "an element lost from the tree": ("small booklet", _lose_an_element),
    "a link lost from the tree": ("small booklet", _lose_a_link),
    "words outside all marks": ("small booklet", _show_words_outside),
    "a mark used twice": ("small booklet", _use_a_mark_twice),
    "the way back turned": ("small booklet", _turn_the_way_back),
    "no language": ("small booklet", _without_root("/Lang")),
    "not said to be marked": ("small booklet", _without_root("/MarkInfo")),
    "no tree": ("small booklet", _without_root("/StructTreeRoot")),
    "no colors": ("small booklet", _without_root("/OutputIntents")),
    "no metadata": ("small booklet", _without_root("/Metadata")),
    "a figure without words": ("plan words", _without("/Figure", "/Alt")),
    "headings of no column": ("small booklet", _without("/TH", "/A")),
    "a heading skipped": ("small booklet", _rename("/H2", "/H5")),
    "an unknown role": ("small booklet", _rename("/P", "/Speech")),
    "letters of no meaning": ("small booklet", _without_letters),
    "a font not in the file": ("small booklet", _without_font),
    "widths that are wrong": ("small booklet", _wrong_widths),
    "something done on opening": ("small booklet", _act_on_opening),
    "the file name in place of the title": ("small booklet", _hide_the_title),
    "no order for the tab key": ("small booklet", _forget_where_links_are),
    "not said to be PDF/UA": ("small booklet", _edit_metadata(b"<pdfuaid:part>1", b"<pdfuaid:part>7")),
    "no title in the metadata": ("small booklet", _edit_metadata(b"dc:title>", b"dc:tilte>")),
}


def _saved(opened: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    opened.save(out, deterministic_id=True)
    return out.getvalue()


def _found(good: bytes, bad: bytes) -> list[str]:
    checked = audit(bad)
    order = [] if plain(checked.said) == plain(audit(good).said) else ["the tree says something else"]
    return [*faults(bad), *checked.problems, *order]


@pytest.mark.parametrize("kind", ["small booklet", "plan words"])
def test_a_file_saved_again_without_a_fault_is_good(kind: str) -> None:
    good = pdf(kind, "en", Paper.A4, Edition.STANDARD)
    with pikepdf.open(io.BytesIO(good)) as opened:
        assert _found(good, _saved(opened)) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str) -> None:
    kind, fault = FAULTS[name]
    good = pdf(kind, "en", Paper.A4, Edition.STANDARD)
    with pikepdf.open(io.BytesIO(good)) as opened:
        fault(opened)
        bad = _saved(opened)
    assert _found(good, bad) != []
