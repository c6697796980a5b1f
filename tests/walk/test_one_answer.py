"""One answer, from finger to paper and back. After `toolkit.py` this is the file to read."""

import io
import sqlite3
from contextlib import closing

import pypdfium2
from playwright.sync_api import Browser, Page

from perinatal.library import shelf
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import everything_on, open_plan, phone, shows, try_words, write
from tests.walk.site import Site

TOPIC = shelf("en").topics["C02"]
ADDRESS = f"/en/o/{TOPIC.number}"
FIRST = "ZQX-canary-7 ask me before each test, alone"
THEN = "ZQX-canary-8 never when my mother is there"


def test_an_answer_goes_from_finger_to_paper_and_back(own_site: Site, browser: Browser) -> None:
    """Tapped, worded, kept, opened elsewhere, changed, printed, forgotten."""
    first_phone, other_phone = phone(browser, own_site), phone(browser, own_site)
    page = begin(first_phone.new_page())

    visit(page, ADDRESS)
    assert page.get_by_role("heading", level=1).inner_text() == TOPIC.title
    _tap(page, "Ask me each time")
    write(page, "words", FIRST)
    saved(page)
    words = keep(page)
    _nothing_readable_in_the_files(own_site, FIRST, words)

    page = open_plan(other_phone.new_page(), words)
    visit(page, ADDRESS)
    shows(page, "words", FIRST)
    assert "Ask me each time" in page.locator(".yours").first.inner_text()

    _tap(page, "Not now")
    write(page, "words", THEN)
    saved(page)
    visit(page, ADDRESS)
    shows(page, "words", THEN)
    assert "Not now" in page.locator(".yours").first.inner_text()
    timeline = page.locator("ol.turns").inner_text()
    assert "Ask me each time" in timeline, "what was said before stays in the conversation"
    assert FIRST in timeline, "and so do its words"

    _paper_says_the_later_answer(page)
    _nothing_readable_in_the_files(own_site, THEN, FIRST, words)

    _forget(page)
    page.goto("/en/i")
    try_words(page, words)
    page.wait_for_url("**/en/i/no*")
    for left in (visit(page, ADDRESS), visit(first_phone.new_page(), ADDRESS)):
        assert "ZQX-canary" not in everything_on(left)
    assert _rows(own_site) == 0
    first_phone.close()
    other_phone.close()


def _paper_says_the_later_answer(page: Page) -> None:
    paper = booklet_of(page)
    now, _, before = paper.partition(_same(shelf("en").say("paper.topics.before")))
    assert _same(THEN) in now
    assert "Not now" in now
    assert _same(FIRST) not in now, "an earlier answer never outlives a later one"
    assert _same(FIRST) in before


def _forget(page: Page) -> None:
    visit(page, "/en/m/d")
    page.locator("summary").click()
    page.locator("form[action='/forget'] button").click()
    page.wait_for_url("**/en/gone")


def _tap(page: Page, stance: str) -> None:
    page.get_by_role("group", name="My answer").get_by_role("button", name=stance, exact=True).click()
    page.wait_for_function("(said) => document.querySelector('.card.yours b')?.textContent === said", arg=stance)


def booklet_of(page: Page) -> str:
    """The booklet as the print form makes it, read as text without its line breaks."""
    visit(page, "/en/q")
    form = page.locator("form", has=page.locator("input[name=sheet][value=booklet]"))
    asked = form.evaluate("(form) => Object.fromEntries(new FormData(form))")
    sent = page.evaluate(
        "async (asked) => { const r = await fetch('/print', {method: 'POST', body: new URLSearchParams(asked)});"
        " return [r.status, r.headers.get('cache-control'), [...new Uint8Array(await r.arrayBuffer())]]; }",
        asked,
    )
    assert sent[:2] == [200, "no-store"]
    document = pypdfium2.PdfDocument(io.BytesIO(bytes(sent[2])))
    return _same(" ".join(page.get_textpage().get_text_range() for page in document))


def _same(text: str) -> str:
    """Text without the breaks that paper puts into it."""
    return " ".join(text.replace("￾", "-").split())


def _nothing_readable_in_the_files(site: Site, *words: str) -> None:
    for file in [p for p in site.data.parent.rglob("*") if p.is_file()]:
        held = file.read_bytes()
        for each in words:
            assert each.encode() not in held, file.name


def _rows(site: Site) -> int:
    """Rows left of any plan, in both files."""
    count = 0
    for name, tables in {"plans": ("plan", "head", "turn"), "keys": ("half",)}.items():
        with closing(sqlite3.connect(site.data / f"{name}.sqlite")) as rows:
            count += sum(rows.execute(f"select count(*) from {table}").fetchone()[0] for table in tables)
    return count
