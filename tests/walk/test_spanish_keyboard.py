"""A person who has never seen it, in Spanish, on the smallest phone, with a keyboard only."""

from playwright.sync_api import Browser, Page

from perinatal.library import shelf
from tests.walk.keyboard import Keyboard
from tests.walk.moves import alive, phone, shows
from tests.walk.site import Site

DICE = shelf("es")
TEN = [q.id for q in sorted(DICE.questions.values(), key=lambda q: q.number) if q.ten_minutes]


def test_a_ten_minute_plan_from_first_tab_to_gone(site: Site, browser: Browser) -> None:
    """Made, kept, opened elsewhere, one answer changed, printed, deleted: no mouse, 320 pixels, in Spanish."""
    first, second = phone(browser, site, width=320), phone(browser, site, width=320)
    words = _make(first.new_page())
    page = _open(second.new_page(), words)
    page.wait_for_url("**/es/p")
    alive(page)
    _change(page)

    page.goto("/es/q")
    alive(page)
    with second.expect_page(), second.expect_event("response", lambda answer: answer.url.endswith("/print")) as printed:
        Keyboard(page, "es").press("printing.make_booklet")
    assert printed.value.status == 200
    assert printed.value.headers["content-type"] == "application/pdf"

    page.goto("/es/m/d")
    alive(page)
    Keyboard(page, "es").press("more.forget")
    Keyboard(page, "es").press("more.forget_yes")
    page.wait_for_url("**/es/gone")
    _open(page, words).wait_for_url("**/es/i/no*")
    first.close()
    second.close()


def _make(page: Page) -> str:
    page.goto("/es")
    Keyboard(page, "es").press("start.begin")
    page.wait_for_url("**/es/p0")
    Keyboard(page, "es").press_submit()
    page.wait_for_url("**/es/x")
    page.goto("/es/p")
    alive(page)
    Keyboard(page, "es").press("hub.ten")
    for step, question in enumerate(TEN, start=1):
        page.wait_for_selector(f"[data-of='{question}'] #answer[data-for='{question}']")
        Keyboard(page, "es").fits()
        Keyboard(page, "es").reach(box="answer")
        page.keyboard.type(f"Mi respuesta ñ {step}")
        Keyboard(page, "es").press("question.save")
    page.wait_for_url("**/es/j")
    return _keep(page)


def _open(page: Page, words: str) -> Page:
    page.goto("/es/i")
    Keyboard(page, "es").reach(box="words")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    return page


def _change(page: Page) -> None:
    page.goto("/es/j/1")
    alive(page)
    shows(page, "answer", "Mi respuesta ñ 1")
    Keyboard(page, "es").reach(box="answer")
    page.keyboard.press("Control+A")
    page.keyboard.type("Ahora digo otra cosa")
    Keyboard(page, "es").press("question.save")
    page.wait_for_url("**/es/j/2")


def _keep(page: Page) -> str:
    page.goto("/es/w")
    alive(page)
    Keyboard(page, "es").press("keep.make")
    page.wait_for_selector("#plan-words span")
    Keyboard(page, "es").fits()
    return " ".join(page.locator("#plan-words span").all_inner_texts())
