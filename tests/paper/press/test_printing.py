import hashlib
import io
import os
import re
import subprocess
import sys

import pikepdf
import pypdfium2
import pytest

from perinatal.library import shelf
from perinatal.paper import Edition, Paper, booklet, draw
from perinatal.paper.look import SAFE_EDGE
from tests.paper.audit import audit, plain, spoken
from tests.paper.printed import COPIES, EVERY, FORMS, HARD, LANGUAGES, drawn_as, hard_sheet, pdf, sheet
from tests.paper.sample import MADE, OWN, full, with_answers
from tests.paper.vera import faults


def _tree_of(drawn: bytes) -> str:
    checked = audit(drawn)
    assert checked.problems == []
    return plain(checked.said)


def _without_numbers(said: str, expected: str) -> re.Pattern[str]:
    return re.compile(re.escape(expected).replace(r"\#", r"\d+") + r"( .*□.*)?")


@pytest.mark.parametrize(("kind", "language", "paper", "edition"), EVERY)
def test_every_sheet_is_accessible_and_lasting(kind: str, language: str, paper: Paper, edition: Edition) -> None:
    assert faults(pdf(kind, language, paper, edition)) == []


@pytest.mark.parametrize(("kind", "language", "paper", "edition"), EVERY)
def test_the_tree_says_what_the_sheet_says(kind: str, language: str, paper: Paper, edition: Edition) -> None:
    said = _tree_of(pdf(kind, language, paper, edition))
    assert _without_numbers(said, spoken(sheet(kind, language, paper, edition))).fullmatch(said)


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("kind", ["booklet", "pocket card", *COPIES])
def test_no_words_are_too_hard_to_print(kind: str, name: str) -> None:
    for paper, edition in FORMS:
        asked = hard_sheet(kind, name, paper, edition)
        drawn = drawn_as(kind, asked, paper, edition)
        said = _tree_of(drawn)
        if name == "long words":
            assert said.replace(" ", "").startswith(spoken(asked).replace(" ", ""))
        else:
            note = plain(shelf("en").say("paper.unprintable"))
            assert _without_numbers(said, spoken(asked)).fullmatch(" ".join(said.replace(note, "").split()))
    assert faults(drawn) == []


def test_a_sign_without_a_letter_is_a_box_that_still_says_it() -> None:
    drawn = draw(booklet(with_answers(["Call me Ana 🙂"]), shelf("en"), MADE))
    checked = audit(drawn)
    assert "🙂" in checked.said
    assert any("□" in text for page in checked.pages for text in page.marks.values())
    assert plain(shelf("en").say("paper.unprintable")) in plain(checked.said)


@pytest.mark.parametrize(
    "words", ["agua\u0303 g\u0303 g", "e\u0323\u0301 e", "q\u0301 q", "a\u0301\u0323\u0302\u0303 a"]
)
def test_an_accent_is_read_out_with_its_letter_also_where_the_letter_stands_alone(words: str) -> None:
    assert plain(words) in plain(audit(draw(booklet(with_answers([words]), shelf("en"), MADE))).said)


def test_no_glyph_is_left_without_a_letter() -> None:
    for kind, language, paper, edition in EVERY:
        with pikepdf.open(io.BytesIO(pdf(kind, language, paper, edition))) as opened:
            for page in opened.pages:
                shown = [
                    bytes(x)
                    for o, op in pikepdf.parse_content_stream(page)
                    if str(op) == "TJ"
                    for x in o[0]
                    if isinstance(x, pikepdf.String)
                ]
                assert all(run[at : at + 2] != b"\0\0" for run in shown for at in range(0, len(run), 2))


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_other_readers_find_every_word(language: str) -> None:
    drawn = pdf("booklet", language, Paper.A4, Edition.STANDARD)
    wanted = {word for word in spoken(sheet("booklet", language)).split() if "#" not in word}
    with pypdfium2.PdfDocument(drawn) as opened:
        chrome = {word for page in opened for word in plain(page.get_textpage().get_text_bounded()).split()}
    drawn_order = {word for page in audit(drawn).pages for text in page.marks.values() for word in text.split()}
    assert wanted - chrome == set()
    assert wanted - drawn_order == set()


def test_the_same_sheet_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "import hashlib\nfrom tests.paper.printed import EVERY, pdf\n"
        "print(hashlib.sha256(b''.join(pdf(*one) for one in EVERY)).hexdigest())"
    )
    prints = {hashlib.sha256(b"".join(pdf(*one) for one in EVERY)).hexdigest()}
    for seed in ("0", "1", "random"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        prints.add(ran.stdout.strip())
    assert len(prints) == 1


_WATCHED = """
import gc, sys
from perinatal.library import shelf
from perinatal.paper import booklet, draw
from tests.paper.sample import MADE, with_answers
words, opened = shelf("en"), []
draw(booklet(with_answers(["Hello"]), words, MADE))
sys.addaudithook(lambda event, given: opened.append(given) if event == "open" else None)
# Written backwards, so that this program itself does not hold the word.
word = "".join(reversed("rehtaefnerW"))
assert len(draw(booklet(with_answers([word]), words, MADE))) > 1000
assert opened == [], opened
del word
gc.collect()
waiting, seen = list(gc.get_objects()), set()
while waiting:
    held = waiting.pop()
    assert not (isinstance(held, str) and "rehtaefnerW" in held[::-1]), "a word is remembered"
    # Tracked things are in the list already; of the others, their parts are not. Keys of a dict are never told of.
    for part in [*gc.get_referents(held), *(list(held) if isinstance(held, dict) else [])]:
        if not gc.is_tracked(part) and id(part) not in seen:
            seen.add(id(part))
            waiting.append(part)
"""


def test_nothing_is_written_to_a_disk_and_no_word_is_remembered() -> None:
    ran = subprocess.run([sys.executable, "-c", _WATCHED], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_nothing_a_parent_wrote_is_in_title_bookmarks_or_metadata() -> None:
    plan = full("en")
    with pikepdf.open(io.BytesIO(draw(booklet(plan, shelf("en"), MADE)))) as opened:
        outside = bytes(opened.Root.Metadata.read_bytes()).decode() + repr(opened.docinfo)
        with opened.open_outline() as outline:
            waiting = list(outline.root)
            titles: list[str] = []
            while waiting:
                item = waiting.pop()
                titles.append(item.title)
                waiting += item.children
    own = [words for answer in plan.answers.values() for words in answer.words.splitlines()]
    assert not any(words in outside for words in [*own, "Rosa", "Maya", *OWN["en"]])
    assert not any(words in title for title in titles for words in own)
    assert "About me" in titles


def test_the_title_is_neutral() -> None:
    for language, title in (("en", "Notes"), ("es", "Notas")):
        with pikepdf.open(io.BytesIO(pdf("booklet", language, Paper.A4, Edition.STANDARD))) as opened:
            assert str(opened.docinfo["/Title"]) == title
            assert set(opened.docinfo.keys()) == {"/Title", "/CreationDate", "/ModDate"}
            assert str(opened.Root.Lang) == language


@pytest.mark.parametrize(("kind", "language", "paper", "edition"), [one for one in EVERY if one[1] == "es"])
def test_nothing_stands_near_the_edge(kind: str, language: str, paper: Paper, edition: Edition) -> None:
    with pypdfium2.PdfDocument(pdf(kind, language, paper, edition)) as opened:
        for page in opened:
            image = page.render(scale=1, grayscale=True).to_pil()
            edge = int(SAFE_EDGE)
            image.paste(255, (edge, edge, image.width - edge, image.height - edge))
            assert image.getextrema() == (255, 255)


def test_every_page_says_its_number_and_the_day() -> None:
    pages = audit(pdf("booklet", "en", Paper.LETTER, Edition.STANDARD)).pages
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page.artifacts
        assert "printed 22 November 2026" in page.artifacts
