"""What is said aloud to who cannot see the page: that it is saved, once, and nothing beside it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from perinatal.library import shelf
from tests.walk.conftest import saved, visit
from tests.walk.moves import write
from tests.walk.site import ROOT, Site
from tests.walk.tour import kind

SAYS = shelf("en")
LISTEN = """() => {
  const aloud = ":is([role=status], [role=alert], [role=alertdialog], [aria-live]):not([aria-live=off])";
  const before = new Map();
  const words = (el) => (el.checkVisibility({ visibilityProperty: true }) ? el.innerText.trim() : "");
  const hear = (note) => document.querySelectorAll(aloud).forEach((el) => {
    const now = words(el);
    if (note && now && now !== (before.get(el) ?? "")) window.heard.push(`${el.id || el.className}: ${now}`);
    before.set(el, now);
  });
  window.heard = [];
  hear(false);
  new MutationObserver(() => hear(true)).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true,
  });
}"""
"""Notes each time a region that is read aloud comes to say something else."""


def listen(page: Page, address: str) -> Page:
    """Go to a page, on which nothing was saved yet, and listen."""
    visit(page, address)
    page.evaluate(LISTEN)
    return page


def one_of_each_kind(site: Site) -> list[str]:
    """One address of each kind of live page."""
    built = ROOT / ".pages" / "build" / "client"
    live = [a for a in site.addresses() if "/live.js" in (built / f"{a.strip('/')}.html").read_text()]
    return list({kind(address): address for address in reversed(live) if address.startswith("/en")}.values())


def heard(page: Page) -> list[str]:
    """What was said aloud since the last time, once nothing more is under way."""
    page.wait_for_timeout(150)  # an answer of the server, and what the page makes of it
    return page.evaluate("() => window.heard.splice(0)")


def test_a_save_is_announced_once_on_every_page(parent: Page, site: Site) -> None:
    """Each box, and one tap in each group of choices: one announcement at most, whatever changes on the page."""
    write_a_goal(parent)
    saves, loud = 0, {}

    for address in one_of_each_kind(site):
        listen(parent, address)
        for name in [box.get_attribute("id") or "" for box in parent.locator("[data-autosave]:visible").all()]:
            write(parent, name, f"ZQX aloud {saves}")
            saved(parent)
            loud[f"{address} {name}"] = heard(parent)
        choices = parent.locator("main :is([role=group], fieldset):visible")
        for at in range(choices.count()):
            listen(parent, address)
            choices.nth(at).locator("button:visible, label:visible").first.click()
            loud[f"{address} choice {at}"] = heard(parent)
        saves = len(loud)

    assert saves >= 18
    assert {where: said for where, said in loud.items() if len(said) > 1} == {}


def write_a_goal(page: Page) -> None:
    """A goal, so that there is a page of one; and an answer to a topic, so that its boxes are there."""
    visit(page, "/en/g")
    write(page, "wishing", "ZQX a goal")
    page.locator("ul.rows a").first.wait_for()
    visit(page, "/en/o/1")
    page.locator(".choices button").first.click()
    page.wait_for_selector("#look_again")


def test_the_first_save_on_a_page_is_announced(parent: Page) -> None:
    listen(parent, "/en/p/3")

    write(parent, "answer", "ZQX aloud")
    saved(parent)

    assert [line.partition(" ")[0] for line in heard(parent)] == ["saved:"]


def _an_answer(page: Page) -> str:
    listen(page, "/en/p/3")
    write(page, "answer", "ZQX aloud")
    saved(page)
    return SAYS.say("question.take_out")


def _a_decision(page: Page) -> str:
    listen(page, "/en/o/2")
    page.locator(".choices button").first.click()
    saved(page)
    return SAYS.say("question.wipe")


def test_a_card_that_is_taken_is_announced_once(parent: Page) -> None:
    listen(parent, "/en/g/cards")

    parent.locator("main summary").first.click()
    parent.locator("main [data-card]:visible").first.click()
    saved(parent)

    assert len(heard(parent)) == 1


@pytest.mark.parametrize("say", [_an_answer, _a_decision])
def test_taking_out_and_putting_back_are_each_announced_once(parent: Page, say: Callable[[Page], str]) -> None:
    take_out = say(parent)
    assert len(heard(parent)) == 1
    listen(parent, parent.url)

    parent.get_by_role("button", name=take_out, exact=True).first.click()
    parent.wait_for_selector(".undo button")
    taken = heard(parent)
    parent.get_by_role("button", name=SAYS.say("parts.put_back")).click()
    parent.wait_for_selector(".undo button", state="detached")

    assert [line.partition(":")[0] for line in taken] == ["undo"]
    assert [line.partition(":")[0] for line in heard(parent)] == ["saved"]
