"""Hidden pages: while they are hidden, no page, no event and no print gives a word of them, in no tab and no language.

Pages and events are found by discovery, so one added later is asked here from its first day.
"""

import pytest
from playwright.sync_api import Browser, Page, expect

from perinatal.care import GoalState, Going, Point, Stance, Standing
from perinatal.toolkit import languages
from tests.paper.audit import audit
from tests.walk.company import measured, part_title, say, tap
from tests.walk.conftest import visit
from tests.walk.drawer import BESIDE, CANARY, Drawer, fill
from tests.walk.entrances import Entrances, Event
from tests.walk.moves import alive, behind_the_door, every_place_once, everything_on, open_plan, phone, shows
from tests.walk.site import Site
from tests.walk.somebody import Somebody
from tests.walk.tour import HERE
from tests.walk.wire import Line, knock, post

HIDDEN = ("A", "topics", "goals")
MEANT: dict[str, object] = {
    "question": "A1",
    "standing": Standing.NOT_SURE,
    "topic": "C01",
    "stance": Stance.TALK_FIRST,
    "point": Point.ELSE,
    "owner": "goal",
    "goal": "1",
    "how": Going.MOSTLY,
    "state": GoalState.RESTING,
    "who": "birth",
    "answer": "yes",
    "day": "week",
    "item": "A1",
    "came_from": "",
}
PLACES = {"question": "p/1", "topic": "o/1", "goal": "g/1", "goals": "g", "person": "s/1"}


@pytest.fixture
def drawer(host: Page, shared_site: Site, rosa: Somebody) -> Drawer:
    return fill(host, shared_site, rosa)


def test_no_page_no_event_and_no_print_gives_a_hidden_word_until_the_words_were_typed_again(
    drawer: Drawer, entrances: Entrances
) -> None:
    everywhere = every_place_once(drawer.site)
    assert sum(CANARY in drawer.heard(path) for path in ("/en/p/1", "/es/o/1", "/en/g", "/en/s/1", "/en/s/r")) == 5
    assert CANARY in printed(drawer)
    drawer.hide(*HIDDEN)

    told = {path: drawer.heard(path) for path in everywhere}
    assert [path for path, heard in told.items() if CANARY in heard] == []
    assert any(BESIDE in heard for heard in told.values())
    assert len(told) > 200
    line = Line(drawer.site, drawer.cookie)
    for event in entrances.events:
        line.path = f"/en/{PLACES.get(event.page, 'p')}"
        line.send(event.name, {name: meant(event, name) for name in event.asks})
        line.listen(0.05)
    line.listen(0.3)
    assert CANARY not in line.everything()
    line.close()
    assert CANARY not in printed(drawer)

    drawer.uncover()
    expect(drawer.page.get_by_text(say("hiding.shown"))).to_be_visible()
    assert CANARY in drawer.heard("/en/p/1")
    visit(drawer.page, "/en/p/1")
    shows(drawer.page, "answer", CANARY)
    assert CANARY in printed(drawer)


def meant(event: Event, name: str) -> object:
    """An argument with which this event would count."""
    kinds: dict[str, object] = {"str": "words of somebody else", "int": 60, "bool": False, "float": 60.0}
    if event.short.startswith("topic.") and name == "part":
        return "words"
    return MEANT.get(name, "A" if name == "part" else kinds[event.asks[name]])


def printed(drawer: Drawer) -> str:
    """All that can be printed, in words."""
    asks = {"all_of_it": "yes", "drug_words": "yes", "language": "en", "paper": "a4"}
    sheets = [asks | {"sheet": sheet} for sheet in ("booklet", "card")]
    said = ""
    for form in sheets:
        picks = {"pick": "A1"} if form["sheet"] == "card" else {}
        got = post(drawer.site, "/print", drawer.cookie, **form, **picks)
        assert got.status == 200
        said += audit(got.body).said
    return said


def test_what_was_opened_is_hidden_again_by_the_button_and_by_locking(drawer: Drawer) -> None:
    page = drawer.page
    drawer.hide("A")
    drawer.uncover("river lamp seven goat maple window")
    expect(page.locator("#wrong")).to_contain_text(say("hiding.open.wrong"))
    assert CANARY not in drawer.heard("/en/p/1")

    drawer.uncover()
    expect(page.get_by_role("button", name=say("hiding.again"))).to_be_visible()
    visit(page, "/en/p/1")
    shows(page, "answer", CANARY)
    visit(page, "/en/m/h")
    tap(page, "hiding.again")
    expect(page.locator("form[action='/uncover']")).to_be_visible()
    visit(page, "/en/p/1")
    expect(page.get_by_text(say("hiding.closed.title"))).to_be_visible()
    assert CANARY not in everything_on(page)

    drawer.uncover()
    expect(page.get_by_role("button", name=say("hiding.again"))).to_be_visible()
    page.evaluate("() => fetch('/lock', {method: 'POST'})")
    behind_the_door(page)
    open_plan(page, drawer.words)
    for path in ("/en/p/1", "/en/m/h", "/en/s/1"):
        visit(page, path)
        assert CANARY not in everything_on(page), path


def test_hiding_in_one_tab_takes_the_words_from_the_other(drawer: Drawer, browser: Browser) -> None:
    other, elsewhere = drawer.page.context.new_page(), phone(browser, drawer.site).new_page()
    visit(other, "/en/p/1")
    open_plan(elsewhere, drawer.words)
    visit(elsewhere, "/en/p/1")
    for page in (other, elsewhere):
        shows(page, "answer", CANARY)

    drawer.hide("A")

    for page in (other, elsewhere):
        expect(page.get_by_text(say("hiding.closed.title"))).to_be_visible()
        assert CANARY not in everything_on(page)
    visit(other, "/en/p")
    alive(other)
    expect(other.locator("main .rows a", has_text=part_title("A")).first).not_to_be_visible()
    elsewhere.context.close()


def test_the_pages_look_the_same_whether_something_is_hidden_or_not(drawer: Drawer) -> None:
    """To somebody who does not know what was there: the same page, the same form, the same answer to wrong words."""
    page = drawer.page
    visit(page, "/en/m")
    more = page.locator("main").inner_text()
    visit(page, "/en/m/h")
    form = page.locator("form[action='/uncover']").evaluate("(form) => form.outerHTML")
    wrong = post(drawer.site, "/uncover", drawer.cookie, words="river lamp seven goat maple window")

    drawer.hide("A")

    visit(page, "/en/m")
    assert page.locator("main").inner_text() == more
    visit(page, "/en/m/h")
    assert page.locator("form[action='/uncover']").evaluate("(form) => form.outerHTML") == form
    again = post(drawer.site, "/uncover", drawer.cookie, words="river lamp seven goat maple window")
    assert (again.status, again["location"]) == (wrong.status, wrong["location"])


def test_hiding_stops_nothing_and_everything_can_still_be_stopped(drawer: Drawer) -> None:
    page = drawer.page
    drawer.hide("A")

    visit(page, "/en/m/h")
    expect(page.get_by_text(say("hiding.shared"))).to_be_visible()
    page.get_by_role("link", name=say("hiding.sharing")).click()
    page.wait_for_url("**/en/s")
    tap(page, "sharing.stop_all")
    expect(page.locator(".undo")).to_contain_text(say("sharing.stays"))

    drawer.uncover()
    expect(page.get_by_role("button", name=say("hiding.again"))).to_be_visible()
    visit(page, "/en/s/r")
    expect(page.locator("main section").first).to_contain_text(say("receipt.state.withdrawn"))


def test_new_words_are_not_made_over_hidden_pages(drawer: Drawer) -> None:
    drawer.hide("A")
    visit(drawer.page, "/en/w")

    drawer.page.locator("[data-keep]").click()

    expect(drawer.page.locator("#keep-trouble")).to_have_text(say("keep.hidden"))
    assert knock(drawer.site, "POST", "/keep", {}, drawer.cookie).status == 409


def test_a_plan_that_is_not_kept_reads_that_it_has_to_be_first(host: Page) -> None:
    visit(host, "/en/m/h")

    expect(host.locator("main")).to_contain_text(say("sharing.keep_first"))
    assert host.locator("[aria-labelledby=hide-title] button").count() == 0


@pytest.mark.parametrize("language", languages())
def test_nothing_is_wrong_with_how_hidden_pages_and_receipts_look(drawer: Drawer, language: str) -> None:
    page = drawer.page
    page.context.add_init_script(path=HERE / "axe.min.js")
    page.context.add_init_script(path=HERE / "measure.js")
    visit(page, f"/{language}/s/r")
    page.evaluate("() => document.querySelectorAll('main details').forEach((more) => { more.open = true; })")
    wrong = measured(page, "receipts")
    drawer.hide("A", language=language)
    for address in ("m/h", "p/1", "p", "s/1"):
        visit(page, f"/{language}/{address}")
        wrong |= measured(page, address)
    drawer.uncover()
    expect(page.get_by_text(say("hiding.shown"))).to_be_visible()
    visit(page, f"/{language}/m/h")
    wrong |= measured(page, "shown")

    assert wrong == {}
