"""A plan goes to another server and is the same plan there: taken as a file or inside a print, by two phones."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from playwright.sync_api import Browser, Page, expect

from perinatal.exchange import found_in
from perinatal.library import shelf
from tests.walk.canary import Canary
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import alive, everything_on, open_plan, phone, shows, write
from tests.walk.site import Site, running

TOPIC = shelf("en").topics["C02"]


@pytest.fixture
def other_site(tmp_path: Path) -> Iterator[Site]:
    """Another server, with another data folder."""
    with running(tmp_path / "other") as running_site:
        yield running_site


def a_plan(page: Page, language: str, mark: str) -> str:
    """A kept plan with an answer that was changed, a consent conversation and a goal; gives its words."""
    for words in (f"{mark} first", f"{mark} then"):
        visit(page, f"/{language}/p/1")
        write(page, "answer", words)
        saved(page)
    visit(page, f"/{language}/o/{TOPIC.number}")
    page.get_by_role("button", name=shelf(language).say("topic.stance.ask_each_time"), exact=True).click()
    write(page, "words", f"{mark} alone")
    saved(page)
    return keep(page, language)


def the_file(page: Page, language: str, words: str) -> bytes:
    """The file, as the browser saves it."""
    visit(page, f"/{language}/m/c")
    page.locator("#carry-words").fill(words)
    with page.expect_download() as saving:
        page.get_by_role("button", name=shelf(language).say("carrying.take")).first.click()
    assert saving.value.suggested_filename == "notes.age"
    return Path(saving.value.path()).read_bytes()


def the_print(page: Page, language: str, words: str) -> bytes:
    """The booklet with the plan inside, as the print page asks for it."""
    visit(page, f"/{language}/q")
    asked = {"sheet": "booklet", "language": language, "inside": words}
    return page.request.post("/print", form=asked, headers={"Origin": page.url.partition("/" + language)[0]}).body()


def bring(page: Page, language: str, name: str, file: bytes, words: str) -> None:
    """Bring a file, and stand before what is inside."""
    say = shelf(language).say
    page.goto(f"/{language}/i")
    page.get_by_role("link", name=say("open.from_file")).click()
    page.locator("#bring-file").set_input_files({"name": name, "mimeType": "", "buffer": file})
    page.locator("#bring-words").fill(words)
    page.get_by_role("button", name=say("bringing.look")).click()


def said_in(file: bytes, words: str) -> list[dict[str, object]]:
    """Every turn in a file, as another program reads it, but for the notes that a copy was made."""
    turns = json.loads(pyrage.passphrase.decrypt(found_in(file), words))["turns"]
    return [turn for turn in turns if turn["said"]["kind"] != "printed"]


@pytest.mark.parametrize(("language", "from_print"), [("en", False), ("es", True)])
def test_from_one_server_to_another_it_is_the_same_plan_turn_for_turn(
    own_site: Site, other_site: Site, browser: Browser, language: str, from_print: bool
) -> None:
    canary = Canary()
    mark = canary.word("the plan that is carried")
    here, there = phone(browser, own_site), phone(browser, other_site)
    page, other = begin(here.new_page(), language), there.new_page()
    words = a_plan(page, language, mark)
    file = the_print(page, language, words) if from_print else the_file(page, language, words)

    bring(other, language, "anything.pdf" if from_print else "notes.age", file, words)
    say = shelf(language).say
    expect(other.locator("h1")).to_have_text(say("bringing.inside"))
    assert mark not in everything_on(other)
    other.get_by_role("button", name=say("bringing.begin")).click()
    other.wait_for_url(f"**/{language}/w")
    alive(other)

    visit(other, f"/{language}/p/1")
    shows(other, "answer", f"{mark} then")
    its_words = keep(other, language)
    assert said_in(the_file(other, language, its_words), its_words) == said_in(file, words)
    assert its_words != words
    assert canary.in_files([other_site.data, own_site.data]) == []
    assert mark not in other_site.log.read_text() + own_site.log.read_text()
    here.close()
    there.close()


def test_without_javascript_a_file_is_looked_at_and_bad_ones_get_their_sentence(
    own_site: Site, browser: Browser
) -> None:
    context = phone(browser, own_site)
    page = begin(context.new_page())
    words = a_plan(page, "en", "heron 6031")
    file = the_file(page, "en", words)
    context.close()
    context = browser.new_context(base_url=own_site.address, java_script_enabled=False)
    page = context.new_page()

    for brought, typed, why in (
        (b"PK\x03\x04" + os.urandom(5000), words, "other_kind"),
        (file, "not these words at all here", "wrong_words"),
        (file[:-9], words, "damaged"),
    ):
        bring(page, "en", "notes.age", brought, typed)
        assert page.url.endswith(f"/en/i/f/no#{why}")
        assert page.title().startswith("Error: ")
        assert page.locator("#wrong p:visible").first.inner_text() == shelf("en").say(f"bringing.why.{why}")
        assert page.locator("#wrong p:visible").count() == 2
    bring(page, "en", "notes.age", file, words)
    page.get_by_role("button", name=shelf("en").say("bringing.begin")).click()

    assert page.url.endswith("/en/w")
    context.close()


def test_a_file_is_added_to_the_plan_that_is_open_and_the_other_phone_sees_it(own_site: Site, browser: Browser) -> None:
    first, second = phone(browser, own_site), phone(browser, own_site)
    page = begin(first.new_page())
    file = the_file(page, "en", words := a_plan(page, "en", "heron 6032"))
    other = begin(second.new_page())
    visit(other, "/en/p/2")
    write(other, "answer", "mine already")
    saved(other)

    bring(other, "en", "notes.age", file, words)
    other.get_by_role("button", name=shelf("en").say("bringing.add")).click()
    other.wait_for_url("**/en/p")

    for number, said in ((1, "heron 6032 then"), (2, "mine already")):
        visit(other, f"/en/p/{number}")
        shows(other, "answer", said)
    bring(other, "en", "notes.age", file, words)
    expect(other.locator("main")).to_contain_text(shelf("en").say("bringing.all_there"))
    first.close()
    second.close()


def test_the_page_knows_the_plan_in_a_tab_that_never_showed_it(own_site: Site, browser: Browser) -> None:
    context = phone(browser, own_site)
    begin(context.new_page())

    page = visit(context.new_page(), "/en/m/c")

    expect(page.locator("[data-at='/carry/words']")).to_be_visible()
    keep(page)
    page = visit(context.new_page(), "/en/m/c")
    expect(page.locator("#carry-words")).to_be_visible()
    context.close()


def test_words_made_for_a_file_open_it_and_not_the_plan(own_site: Site, browser: Browser) -> None:
    context = phone(browser, own_site)
    page = begin(context.new_page())
    words = a_plan(page, "es", "heron 6033")

    visit(page, "/es/m/c")
    page.locator("#new-words").fill("no son estas palabras de aquí")
    page.get_by_role("button", name=shelf("es").say("carrying.make")).click()
    expect(page.locator("#new-trouble")).to_have_text(shelf("es").say("locks.wrong"))
    page.locator("#new-words").fill(words)
    page.get_by_role("button", name=shelf("es").say("carrying.make")).click()
    page.wait_for_selector("#plan-words span")
    made = " ".join(page.locator("#plan-words span").all_inner_texts())
    with page.expect_download() as saving:
        page.locator("#kept").get_by_role("button", name=shelf("es").say("carrying.take")).click()
    file = Path(saving.value.path()).read_bytes()

    assert b"heron 6033 then" in pyrage.passphrase.decrypt(file, made)
    page.locator("#kept [data-hide-secret]").click()
    page.wait_for_url("**/es/m/c")
    assert made not in everything_on(page)
    open_plan(page, words, "es")
    context.close()
