"""A person who has never seen it, in Spanish, on the smallest phone, with a keyboard only."""

from playwright.sync_api import Browser, Page

from perinatal.library import shelf
from tests.walk.moves import alive, phone, shows
from tests.walk.site import Site

DICE = shelf("es")
TEN = [q.id for q in sorted(DICE.questions.values(), key=lambda q: q.number) if q.ten_minutes]
FOCUSED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const name = (at.getAttribute("aria-label") || at.textContent || "").trim();
  return { id: at.id, name, href: at.getAttribute("href"), seen: box.width > 0 };
}"""


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
        _press(page, "printing.make_booklet")
    assert printed.value.status == 200
    assert printed.value.headers["content-type"] == "application/pdf"

    page.goto("/es/m/d")
    alive(page)
    _press(page, "more.forget")
    _press(page, "more.forget_yes")
    page.wait_for_url("**/es/gone")
    _open(page, words).wait_for_url("**/es/i/no*")
    first.close()
    second.close()


def _make(page: Page) -> str:
    page.goto("/es")
    _press(page, "start.begin")
    page.wait_for_url("**/es/p0")
    _press_submit(page)
    page.wait_for_url("**/es/x")
    page.goto("/es/p")
    alive(page)
    _press(page, "hub.ten")
    for step, question in enumerate(TEN, start=1):
        page.wait_for_selector(f"[data-of='{question}'] #answer[data-for='{question}']")
        _fits(page)
        _reach(page, box="answer")
        page.keyboard.type(f"Mi respuesta ñ {step}")
        _press(page, "question.save")
    page.wait_for_url("**/es/j")
    return _keep(page)


def _open(page: Page, words: str) -> Page:
    page.goto("/es/i")
    _reach(page, box="words")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    return page


def _change(page: Page) -> None:
    page.goto("/es/j/1")
    alive(page)
    shows(page, "answer", "Mi respuesta ñ 1")
    _reach(page, box="answer")
    page.keyboard.press("Control+A")
    page.keyboard.type("Ahora digo otra cosa")
    _press(page, "question.save")
    page.wait_for_url("**/es/j/2")


def _keep(page: Page) -> str:
    page.goto("/es/w")
    alive(page)
    _press(page, "keep.make")
    page.wait_for_selector("#plan-words span")
    _fits(page)
    return " ".join(page.locator("#plan-words span").all_inner_texts())


def _press(page: Page, key: str) -> None:
    """Tab to what is called this, and press Enter."""
    _reach(page, name=DICE.say(key))
    page.keyboard.press("Enter")


def _press_submit(page: Page) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('form button')"):
            page.keyboard.press("Enter")
            return
    raise AssertionError("no button can be reached")


def _reach(page: Page, *, name: str = "", box: str = "") -> None:
    """Go on with Tab until it has the focus; it must be seen there."""
    for _ in range(160):
        at = page.evaluate(FOCUSED)
        if (box and at["id"] == box) or (name and at["name"] == name):
            assert at["seen"], at
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{name or box} cannot be reached with the keyboard")


def _fits(page: Page) -> None:
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), (
        f"{page.url} is wider than the screen"
    )
