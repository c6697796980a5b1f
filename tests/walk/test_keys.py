"""The parent holds the key: new locks, two cards for somebody she trusts, and a paper held beside the record."""

import io
import re
import shutil
import sqlite3

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from perinatal.toolkit import shelf
from tests.walk.company import measured, say
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import alive, behind_the_door, everything_on, open_plan, phone, try_words, write
from tests.walk.site import Site
from tests.walk.tour import HERE

ANSWER = "ZQX-keys-1 speak softly"
WRONG = "acorn bishop candle drawer ember fiddle"


@pytest.fixture(params=["en", "es"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def a_phone(browser: Browser, site: Site) -> BrowserContext:
    context = phone(browser, site)
    for script in ("axe.min.js", "measure.js"):
        context.add_init_script(path=HERE / script)
    return context


def a_kept_plan(context: BrowserContext, language: str) -> tuple[Page, str]:
    """A plan with an answer in it, and its words."""
    page = begin(context.new_page(), language)
    visit(page, f"/{language}/p/1")
    write(page, "answer", ANSWER)
    saved(page)
    return page, keep(page, language)


def ask(page: Page, form: str, **boxes: str) -> None:
    """Fill the boxes of a form, and send it."""
    for box, words in boxes.items():
        page.locator(f"#{box.replace('_', '-')}").fill(words)
    page.locator(f"form:has(#{form}-trouble) button[type=submit]").click()


def try_cards(page: Page, one: str, other: str) -> Page:
    """Put the words of two cards into the boxes for that, and knock."""
    page.locator("#lost-first").fill(one)
    page.locator("#lost-second").fill(other)
    page.locator("form[action='/open'] button[type=submit]").click()
    return page


def new_words(page: Page) -> list[str]:
    """The cards of words that are shown now."""
    page.wait_for_selector("#plan-words span")
    return [" ".join(each.locator("span").all_inner_texts()) for each in page.locator(".plan-words").all()]


def tap(page: Page, key: str, language: str) -> None:
    page.get_by_role("button", name=say(key, language), exact=True).first.click()


def test_with_new_locks_she_goes_on_and_whoever_had_the_words_is_shut_out(
    site: Site, browser: Browser, language: str
) -> None:
    """Attack 13, as a person meets it: the words of before open nothing, here or in another browser."""
    mine, theirs = a_phone(browser, site), a_phone(browser, site)
    page, words = a_kept_plan(mine, language)
    other = open_plan(theirs.new_page(), words, language)
    visit(other, f"/{language}/p/1")

    visit(page, f"/{language}/m/w")
    assert page.locator("main .content p").first.inner_text() == say("locks.what", language)
    assert measured(page, "locks") == {}
    ask(page, "locks", locks_words=WRONG)
    expect(page.locator("#locks-trouble")).to_have_text(say("locks.wrong", language))
    assert other.locator("#answer").input_value() == ANSWER
    ask(page, "locks", locks_words=words)
    (new,) = new_words(page)

    behind_the_door(other)
    assert ANSWER not in everything_on(other)
    assert page.evaluate("() => document.activeElement.id") == "words-title"
    assert measured(page, "new words") == {}
    assert page.locator("#locks-words").input_value() == ""
    assert page.locator("#card-words").input_value() == new != words
    tap(page, "keep.have_them", language)
    page.wait_for_url(f"**/{language}/p")
    visit(page, f"/{language}/p/1")
    write(page, "answer", f"{ANSWER} please")
    saved(page)
    other.goto(f"/{language}/i")
    try_words(other, words)
    other.wait_for_url(f"**/{language}/i/no*")
    open_plan(other, new, language)
    mine.close()
    theirs.close()


def test_two_cards_bring_back_a_plan_whose_words_are_lost_and_then_end(
    site: Site, browser: Browser, language: str
) -> None:
    mine, later = a_phone(browser, site), a_phone(browser, site)
    page, words = a_kept_plan(mine, language)
    visit(page, f"/{language}/m/t")
    assert page.locator("main .content p").first.inner_text() == say("cards.limit", language)
    assert measured(page, "cards") == {}
    ask(page, "cards", cards_name="Rosa", cards_words=words)
    one, two = new_words(page)
    assert measured(page, "two cards") == {}
    assert [box.input_value() for box in page.locator("[data-secret-value]").all()] == [one, two]
    tap(page, "keep.have_them", language)
    expect(page.locator("main .content")).to_contain_text(say("cards.stand", language))
    expect(page.locator("main .content b")).to_have_text("Rosa")
    mine.close()

    page = later.new_page()
    page.goto(f"/{language}/lost")
    assert measured(page, "lost") == {}
    try_cards(page, one, WRONG).wait_for_url(f"**/{language}/lost/no#wrong")
    try_cards(page, two, one).wait_for_url(f"**/{language}/m/w")
    alive(page)
    expect(page.locator("main .content")).to_contain_text(say("locks.by_cards", language))
    page.locator("main summary").click()
    assert measured(page, "by cards") == {}
    ask(page, "both", both_first=one, both_second=two)
    (new,) = new_words(page)

    visit(page, f"/{language}/m/t")
    expect(page.locator("#cards-words")).to_be_visible()
    page.goto(f"/{language}/lost")
    try_cards(page, one, two).wait_for_url(f"**/{language}/lost/no#wrong")
    assert measured(page, "lost, wrong") == {}
    open_plan(page, new, language)
    assert visit(page, f"/{language}/p/1").locator("#answer").input_value() == ANSWER
    later.close()


def test_cards_are_taken_back_with_one_tap(site: Site, browser: Browser) -> None:
    context = a_phone(browser, site)
    page, words = a_kept_plan(context, "en")
    visit(page, "/en/m/t")
    ask(page, "cards", cards_words=words)
    new_words(page)
    visit(page, "/en/m/t")

    tap(page, "cards.take_back", "en")

    expect(page.locator("main [role=status]").first).to_contain_text(say("cards.taken_back"))
    expect(page.locator("#cards-words")).to_be_visible()
    assert measured(page, "taken back") == {}
    context.close()


def test_when_the_plan_locks_no_word_stays_in_any_box(site: Site, browser: Browser) -> None:
    context = a_phone(browser, site)
    page, words = a_kept_plan(context, "en")
    visit(page, "/en/m/t")
    page.locator("#cards-name").fill("Rosa")
    page.locator("#cards-words").fill(words)

    page.evaluate("() => fetch('/lock', {method: 'POST'})")
    behind_the_door(page)

    left = everything_on(page)
    assert words not in left
    assert "Rosa" not in left
    context.close()


def paper_of(page: Page, sheet: str) -> str:
    """What a paper says that is printed now."""
    sent = page.evaluate(
        "async (sheet) => { const body = new URLSearchParams({sheet, language: 'en'});"
        " return [...new Uint8Array(await (await fetch('/print', {method: 'POST', body})).arrayBuffer())]; }",
        sheet,
    )
    read = pypdfium2.PdfDocument(io.BytesIO(bytes(sent)))
    return " ".join(" ".join(each.get_textpage().get_text_range() for each in read).split())


def check(page: Page, entries: str, signs: str, finding: str, language: str = "en") -> None:
    """Hold these beside the record, and read what the page says."""
    page.locator("#record-entries").fill(entries)
    page.locator("#record-signs").fill(signs)
    tap(page, "record.do", language)
    answer = page.locator("main [role=status] h2")
    expect(answer).to_have_text(say(f"record.{finding}.title", language))


@pytest.mark.parametrize("sheet", ["booklet", "card"])
def test_what_stands_on_a_paper_is_found_again_in_the_record(site: Site, browser: Browser, sheet: str) -> None:
    context = a_phone(browser, site)
    page, words = a_kept_plan(context, "en")
    printed = paper_of(page, sheet)
    stands = re.search(r"(\d+) entries[^:]*: ?(?:Their signs: )?((?:[A-Z2-7]{4} ?){6}[A-Z2-7]{2})", printed)
    assert stands, printed[-400:]
    visit(page, "/en/p/2")
    write(page, "answer", "and something later")
    saved(page)

    for place in ("en", "es"):
        visit(page, f"/{place}/m/r")
        check(page, stands[1], stands[2].lower(), "matches", place)
        assert measured(page, f"record {place}") == {}
        check(page, stands[1], stands[2][:-1] + ("A" if stands[2][-1] != "A" else "B"), "nearly", place)
        check(page, stands[1], stands[2][:-1], "unreadable", place)
        check(page, "999", "A" * 26, "missing", place)
        check(page, stands[1], "A" * 26, "changed", place)
        assert measured(page, f"changed {place}") == {}
    assert words not in everything_on(page)
    context.close()


def test_data_that_somebody_changed_does_not_open_and_the_page_is_kind(
    own_site: Site, browser: Browser, language: str
) -> None:
    context = a_phone(browser, own_site)
    page, words = a_kept_plan(context, language)
    own_site.kill()
    with sqlite3.connect(own_site.data / "plans.sqlite") as db:
        db.execute("UPDATE turn SET link = zeroblob(32) WHERE n = 1")
    own_site.start()

    page.goto(f"/{language}/i")
    try_words(page, words)
    page.wait_for_url(f"**/{language}/i/changed")

    expect(page.locator("main")).to_contain_text(say("open.changed", language))
    assert measured(page, "changed") == {}
    visit(page, f"/{language}/p/1")  # and from the door of a live page
    try_words(page, words)
    page.wait_for_url(f"**/{language}/i/changed")
    assert ANSWER not in own_site.log.read_text()
    context.close()


def test_an_older_copy_put_back_is_told_by_the_paper(own_site: Site, browser: Browser) -> None:
    """Attack 77: the copy is whole in itself. Only what she holds in her hand can tell."""
    context = a_phone(browser, own_site)
    page, words = a_kept_plan(context, "en")
    own_site.kill()
    shutil.copytree(own_site.data, own_site.data.parent / "old")
    own_site.start()
    open_plan(page, words)
    printed = paper_of(page, "booklet")
    own_site.kill()
    shutil.rmtree(own_site.data)
    shutil.copytree(own_site.data.parent / "old", own_site.data)
    own_site.start()

    open_plan(page, words)
    stands = re.search(r"(\d+) entries up to this print. Their signs: ([A-Z2-7 ]{32})", printed)
    assert stands
    visit(page, "/en/m/r")
    check(page, stands[1], stands[2], "missing")
    expect(page.locator("main [role=status]").first).to_contain_text(shelf("en").say("record.missing.means"))
    context.close()
