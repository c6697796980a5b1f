"""Nothing a parent wrote is lost: not by Back, a reload, a second tap, a slow phone, or a second tab."""

import pytest
from playwright.sync_api import Page, expect

from perinatal.library import shelf
from tests.walk.conftest import saved, visit
from tests.walk.moves import SlowScripts, alive, shows, write

SAYS = shelf("en")
TEN = [q.id for q in sorted(SAYS.questions.values(), key=lambda q: q.number) if q.ten_minutes]


def test_back_shows_the_answer_that_was_saved(parent: Page) -> None:
    """Back from a question shows the one before with its words, not an empty box."""
    visit(parent, "/en/j/1")
    write(parent, "answer", "ZQX one")
    _save(parent)
    parent.wait_for_url("**/en/j/2")
    write(parent, "answer", "ZQX two")
    saved(parent)
    parent.go_back()
    parent.wait_for_url("**/en/j/1")
    shows(parent, "answer", "ZQX one")
    parent.go_forward()
    shows(parent, "answer", "ZQX two")


def test_a_reload_brings_back_what_was_typed(parent: Page) -> None:
    """Typing saves itself, without leaving the box."""
    visit(parent, "/en/p/2")
    parent.locator("#answer").press_sequentially("ZQX typed, box not left", delay=15)
    parent.wait_for_timeout(2000)
    parent.reload()
    alive(parent)
    shows(parent, "answer", "ZQX typed, box not left")


def test_a_reload_right_after_typing_asks_first_and_still_saves(parent: Page) -> None:
    """The browser asks whether to go; even with a yes the words are there after."""
    asked: list[str] = []
    parent.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    visit(parent, "/en/p/2")
    parent.locator("#answer").press_sequentially("ZQX in a hurry")
    parent.reload()
    alive(parent)
    shows(parent, "answer", "ZQX in a hurry")
    assert asked == ["beforeunload"]


def test_saved_is_said_within_a_second_and_not_at_every_key(parent: Page) -> None:
    """The sign comes after the commit, once."""
    visit(parent, "/en/p/2")
    parent.evaluate(
        "() => { window.said = 0; new MutationObserver(() => window.said++)"
        ".observe(document.getElementById('saved'), {childList: true, characterData: true, subtree: true}); }"
    )
    parent.locator("#answer").press_sequentially("ZQX a sentence of some length, typed", delay=20)
    assert parent.locator("#saved").inner_text() == ""
    parent.locator("#answer").blur()
    parent.wait_for_function("() => document.querySelector('#saved').textContent")
    assert parent.evaluate("() => window.said") <= 2


def test_two_quick_taps_on_save_make_one_entry_and_one_step(parent: Page) -> None:
    """A double tap saves once and goes on by one question, not two."""
    visit(parent, "/en/j/1")
    parent.locator("#answer").fill("ZQX said once")
    parent.get_by_role("button", name=SAYS.say("question.save")).dblclick()
    parent.wait_for_url("**/en/j/2")
    parent.wait_for_timeout(700)
    assert parent.url.endswith("/en/j/2")
    visit(parent, "/en/j/1")
    shows(parent, "answer", "ZQX said once")
    assert parent.get_by_text(SAYS.say("question.earlier")).count() == 0, "one entry"


def test_words_typed_before_the_page_is_alive_are_saved(parent: Page) -> None:
    """On a slow phone the box is there long before the script. What is typed into it counts."""
    scripts = SlowScripts(parent)
    parent.goto("/en/p/2", wait_until="commit")
    parent.locator("#answer").press_sequentially("ZQX typed early")
    parent.locator("#answer").press("Enter")
    assert parent.url.endswith("/en/p/2")
    scripts.come()
    alive(parent)
    saved(parent)
    assert parent.locator("#answer").input_value() == "ZQX typed early\n"
    parent.reload()
    alive(parent)
    shows(parent, "answer", "ZQX typed early\n")


def test_the_first_press_on_save_keeps_what_was_typed_while_loading(parent: Page) -> None:
    """Save pressed as soon as the page is alive takes the words that are in the box."""
    scripts = SlowScripts(parent)
    parent.goto("/en/j/1", wait_until="commit")
    parent.locator("#answer").fill("ZQX early, then Save")
    scripts.come()
    alive(parent)
    _save(parent)
    parent.wait_for_url("**/en/j/2")
    parent.go_back()
    shows(parent, "answer", "ZQX early, then Save")


def test_words_never_move_to_another_question(parent: Page) -> None:
    """The ten questions answered as fast as a hand can, then Back and Forward in a hurry: each keeps its own words."""
    visit(parent, "/en/j/1")
    for step, question in enumerate(TEN, start=1):
        parent.wait_for_selector(f"[data-of='{question}'] #answer[data-for='{question}']")
        parent.locator("#answer").fill(f"ZQX for {question}")
        _save(parent)
        parent.wait_for_url(f"**/en/j/{step + 1}" if step < len(TEN) else "**/en/j")
    for _ in range(6):
        parent.evaluate("() => history.back()")
        parent.wait_for_timeout(40)
    for _ in range(4):
        parent.evaluate("() => history.forward()")
        parent.wait_for_timeout(25)
        parent.evaluate("() => document.querySelector('#answer')?.blur()")
    parent.wait_for_timeout(1500)
    _each_question_has_its_own_words(parent)


def test_words_typed_while_the_next_question_loads_stay_with_the_question_on_screen(parent: Page) -> None:
    """Typing goes on while the page changes under it: no letter ends under the wrong question."""
    visit(parent, "/en/j/1")
    parent.locator("#answer").fill("ZQX for A1")
    _save(parent)
    parent.wait_for_selector("[data-of='A3']")
    parent.locator("#answer").fill("ZQX for A3")
    parent.locator("#answer").blur()
    saved(parent)
    for place, words in (("/en/j/1", "ZQX for A1"), ("/en/j/2", "ZQX for A3")):
        visit(parent, place)
        shows(parent, "answer", words)


def test_two_tabs_on_one_question_lose_no_words(parent: Page) -> None:
    """What the other tab wrote stays as an earlier answer; it is never written over."""
    other = parent.context.new_page()
    visit(parent, "/en/p/2")
    visit(other, "/en/p/2")
    write(parent, "answer", "ZQX from the first tab")
    saved(parent)
    write(other, "answer", "ZQX from the second tab")
    saved(other)
    write(parent, "answer", "ZQX from the first tab, and more")
    saved(parent)
    visit(parent, "/en/p/2")
    shows(parent, "answer", "ZQX from the first tab, and more")
    parent.get_by_text(SAYS.say("question.earlier"), exact=True).click()
    earlier = parent.locator("ul.turns").inner_text()
    assert "ZQX from the second tab" in earlier
    assert "ZQX from the first tab" in earlier


@pytest.mark.parametrize("box", ["words", "conditions", "look_again"])
def test_two_tabs_on_one_topic_lose_no_words(parent: Page, box: str) -> None:
    """The same beside an answer to a consent topic."""
    visit(parent, "/en/o/2")
    parent.get_by_role("button", name=SAYS.say("topic.stance.talk_first"), exact=True).click()
    saved(parent)
    other = parent.context.new_page()
    visit(other, "/en/o/2")
    write(parent, box, "ZQX from the first tab")
    saved(parent)
    write(other, box, "ZQX from the second tab")
    saved(other)
    visit(parent, "/en/o/2")
    shows(parent, box, "ZQX from the second tab")
    assert "ZQX from the first tab" in parent.locator("ol.turns").inner_text()


def test_what_was_taken_out_can_be_put_back_also_after_a_reload(parent: Page) -> None:
    """Ten minutes long, an answer that was taken out comes back whole."""
    visit(parent, "/en/p/2")
    write(parent, "answer", "ZQX taken out and put back")
    saved(parent)
    parent.get_by_role("button", name=SAYS.say("question.take_out")).click()
    shows(parent, "answer", "")
    parent.reload()
    alive(parent)
    parent.get_by_role("button", name=SAYS.say("parts.put_back")).click()
    shows(parent, "answer", "ZQX taken out and put back")


def test_every_question_can_be_skipped_and_skipping_writes_nothing(parent: Page) -> None:
    """Skip goes on from each of the ten, and what was written stays."""
    visit(parent, "/en/j/1")
    write(parent, "answer", "ZQX stays though skipped")
    saved(parent)
    for step in range(1, len(TEN) + 1):
        parent.wait_for_url(f"**/en/j/{step}")
        parent.get_by_role("button", name=SAYS.say("question.skip"), exact=True).click()
    parent.wait_for_url("**/en/j")
    expect(parent.locator("dl.said")).to_contain_text("ZQX stays though skipped")
    assert parent.locator("dl.said dt").count() == 1


def _save(page: Page) -> None:
    page.get_by_role("button", name=SAYS.say("question.save"), exact=True).click()


def _each_question_has_its_own_words(page: Page) -> None:
    for step, question in enumerate(TEN, start=1):
        visit(page, f"/en/j/{step}")
        shows(page, "answer", f"ZQX for {question}")
        assert page.get_by_text(SAYS.say("question.earlier"), exact=True).count() == 0, question
