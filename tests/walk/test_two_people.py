"""All of it in one walk: a parent with a keyboard and nothing else, and somebody she lets in, shows out and forgets."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from perinatal.toolkit import languages
from tests.walk.company import part_title, say
from tests.walk.keyboard import Keyboard
from tests.walk.moves import alive, everything_on, phone, shows
from tests.walk.site import Site
from tests.walk.test_together import sign_in

MINE, OFFERED, SPOKEN, ON_THE_TABLET = "ZQX-two-mine", "ZQX-two-offered", "ZQX-two-spoken", "ZQX-two-tablet"
"""Milliseconds in which the other screen has to follow."""


@dataclass
class Pair:
    """The parent at her keyboard, and the other one's phone."""

    keys: Keyboard
    other: Page
    other_words: str = ""
    words: str = ""

    @property
    def page(self) -> Page:
        return self.keys.page

    @property
    def language(self) -> str:
        return self.keys.language

    def say(self, key: str, **fill: object) -> str:
        return say(key, self.language, **fill)

    def tap(self, key: str, **fill: object) -> None:
        self.other.get_by_role("button", name=self.say(key, **fill), exact=True).first.click()

    def look_at(self, part: str) -> None:
        self.other.get_by_role("button", name=part_title(part, self.language), exact=True).click()
        self.other.wait_for_selector("[data-of=A1], [data-of=B1]")


@pytest.mark.parametrize("language", languages())
def test_let_in_written_with_handed_over_stopped_and_forgotten(own_site: Site, browser: Browser, language: str) -> None:
    first, second = phone(browser, own_site), phone(browser, own_site)
    pair = Pair(Keyboard(first.new_page(), language), second.new_page())

    begins_and_keeps(pair)
    invites_and_lets_in(pair)
    shares(pair, "A", "B")
    words_are_offered_and_answered(pair)
    the_tablet_goes_over_and_comes_back(pair)
    who_looked_is_read(pair)
    stops(pair)
    forgets(pair)

    assert [word for word in (MINE, OFFERED, SPOKEN, ON_THE_TABLET) if word in everything_on(pair.other)] == []
    first.close()
    second.close()


def begins_and_keeps(pair: Pair) -> None:
    keys, page = pair.keys, pair.page
    page.goto(f"/{pair.language}")
    keys.press("start.begin")
    page.wait_for_url(f"**/{pair.language}/p0")
    keys.press_submit()
    page.wait_for_url(f"**/{pair.language}/x")
    keys.go("p/1")
    keys.type_in("answer", MINE)
    keys.press("question.save")
    page.wait_for_url(lambda url: not url.endswith("/p/1"))
    keys.go("w")
    keys.press("keep.make")
    page.wait_for_selector("#plan-words span")
    pair.words = " ".join(page.locator("#plan-words span").all_inner_texts())


def invites_and_lets_in(pair: Pair) -> None:
    keys, page, other, language = pair.keys, pair.page, pair.other, pair.language
    keys.go("s/i")
    keys.press("inviting.make")
    page.wait_for_selector("#plan-words span")
    other.goto(page.locator("#words-link").inner_text())
    other.locator("form[action='/accept'] button[type=submit]").click()
    other.wait_for_selector(".plan-words span")
    pair.other_words = " ".join(other.locator(".plan-words span").all_inner_texts())
    sign_in(other, pair.other_words, language)
    four = other.locator(f".said p[lang={language}]").inner_text()
    keys.go("s/new")
    keys.reach(box="let-who")
    page.keyboard.press("Space")
    keys.type_in("let-name", "Rosa")
    keys.type_in("let-words", four)
    keys.press("sharing.new.do")
    keys.reach(name=pair.say("sharing.person.choose"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/s/1")


def shares(pair: Pair, *parts: str) -> None:
    keys, page = pair.keys, pair.page
    for part in parts:
        keys.go("s/1")
        row = page.locator("button.part", has_text=part_title(part, pair.language)).first
        for _ in range(200):
            if row.evaluate("(button) => button === document.activeElement"):
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        keys.press("sharing.answers.yes")
        expect(page.locator("p[role=status] b").first).not_to_be_empty()
    expect(pair.other.locator("table.worklist tbody tr")).to_have_count(1)


def words_are_offered_and_answered(pair: Pair) -> None:
    keys, page, other = pair.keys, pair.page, pair.other
    other.locator("form[action='/visit'] button").click()
    other.wait_for_url(f"**/{pair.language}/v")
    alive(other)
    keys.go("c")
    for part, item, words, how in (("A", "A1", OFFERED, "visit.mine"), ("A", "A2", SPOKEN, "visit.spoken")):
        pair.look_at(part)
        other.locator(f"[data-of={item}] button").first.click()
        other.locator("#offer").fill(words)
        pair.tap(how)
        expect(page.locator("main")).to_contain_text(words)
    expect(page.locator("main")).to_contain_text(pair.say("suggestions.is_that"))
    keys.press("suggestions.add")
    expect(page.locator("main section.card")).to_have_count(1)
    keys.press("suggestions.add_spoken")
    expect(page.locator("main")).to_contain_text(pair.say("suggestions.nothing"))
    keys.go("p/1")
    shows(page, "answer", f"{MINE}\n{OFFERED}")
    keys.go("p/2")
    shows(page, "answer", SPOKEN)


def the_tablet_goes_over_and_comes_back(pair: Pair) -> None:
    other, language = pair.other, pair.language
    pair.tap("room.hand")
    other.wait_for_url(f"**/{language}/y")
    hers = Keyboard(other, language)
    hers.type_in("words", pair.words)
    other.keyboard.press("Enter")
    other.wait_for_url(f"**/{language}/p")
    hers.go("p/3")
    hers.type_in("answer", ON_THE_TABLET)
    hers.press("question.save")
    other.wait_for_url(lambda url: not url.endswith("/p/3"))
    alive(other)
    hers.press("yours.pass.title")
    other.wait_for_url(f"**/{language}/y/b")
    hers.press("yours.pass.chosen")
    other.wait_for_url(f"**/{language}/y")
    expect(other.locator("h1")).to_have_text(pair.say("yours.back.title"))
    assert ON_THE_TABLET not in everything_on(other)
    other.locator("#words").fill(pair.other_words)
    other.locator("form[action='/sign-in'] button[type=submit]").click()
    other.wait_for_url(f"**/{language}/v")
    alive(other)
    pair.look_at("A")


def who_looked_is_read(pair: Pair) -> None:
    pair.keys.go("s/v")
    line = pair.page.locator("ol.turns > li").first
    expect(line).to_contain_text("Rosa")
    expect(line).to_contain_text(part_title("A", pair.language))


def stops(pair: Pair) -> None:
    expect(pair.other.locator("main")).to_contain_text(MINE)
    pair.keys.go("s")
    pair.keys.press("sharing.stop_all")
    expect(pair.other.locator("main")).not_to_contain_text(MINE)
    expect(pair.other.locator("main")).to_contain_text(pair.say("visit.shut"))
    expect(pair.page.locator(".undo")).to_contain_text(pair.say("sharing.stopped"))


def forgets(pair: Pair) -> None:
    keys, page = pair.keys, pair.page
    keys.go("m/d")
    keys.press("more.forget")
    keys.press("more.forget_yes")
    page.wait_for_url(f"**/{pair.language}/gone")
    page.goto(f"/{pair.language}/i")
    keys.type_in("words", pair.words)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{pair.language}/i/no*")
