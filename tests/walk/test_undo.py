"""What was taken out can be put back for ten minutes: seen in a browser, on a site whose clock the test moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from perinatal.library import shelf
from tests.walk.conftest import begin, saved, visit
from tests.walk.moves import alive, phone, write
from tests.walk.site import SERVE, Site, running

SAYS = shelf("en")
MINE = "ZQX taken out and put back"
CLOCK = """
from datetime import UTC, datetime, timedelta
from pathlib import Path
from perinatal.toolkit import Toolkit
from perinatal.vault import Vault

def now():
    return datetime(2026, 11, 22, 12, tzinfo=UTC) + timedelta(seconds=float(Path({moved!r}).read_text()))

Toolkit.at = classmethod(lambda made, folder: made(Vault(folder), now))
"""
"""A site that takes the time from a file. It stands still until the test writes another."""
TEN_MINUTES = 600.0


class Clock:
    """The time of the site, in seconds since the test began."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def stands_at(self, seconds: float) -> None:
        """From now on it is so late."""
        self._file.write_text(str(seconds))


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Clock:
    """At the beginning."""
    moved = Clock(tmp_path_factory.mktemp("clock") / "moved")
    moved.stands_at(0)
    return moved


@pytest.fixture(scope="module")
def moved_site(clock: Clock, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site under that clock."""
    file = str(clock._file)
    with running(tmp_path_factory.mktemp("moved") / "data", serve=CLOCK.format(moved=file) + SERVE) as site:
        yield site


def _say_an_answer(page: Page) -> str:
    visit(page, "/en/p/2")
    write(page, "answer", MINE)
    saved(page)
    return SAYS.say("question.take_out")


def _say_a_decision(page: Page) -> str:
    visit(page, "/en/o/2")
    page.locator(".choices button").first.click()
    write(page, "words", MINE)
    saved(page)
    return SAYS.say("question.wipe")


def _say_how_it_goes(page: Page) -> str:
    visit(page, "/en/g")
    write(page, "wishing", "A goal")
    page.locator("ul.rows a").first.wait_for()
    visit(page, "/en/g/1")
    page.locator("input[name=how]").first.click()
    write(page, "goal-said", MINE)
    saved(page)
    return SAYS.say("question.wipe")


@pytest.mark.parametrize("say", [_say_an_answer, _say_a_decision, _say_how_it_goes])
def test_undo_is_offered_for_ten_minutes_also_after_a_reload(
    browser: Browser, moved_site: Site, clock: Clock, say: object
) -> None:
    assert callable(say)
    clock.stands_at(0)
    context = phone(browser, moved_site)
    page = begin(context.new_page())
    take_out = say(page)
    assert shows(page)

    page.get_by_role("button", name=take_out, exact=True).first.click()
    page.wait_for_selector(".undo button")
    assert not shows(page)
    clock.stands_at(TEN_MINUTES - 0.001)
    page.reload()
    alive(page)
    page.get_by_role("button", name=SAYS.say("parts.put_back")).click()
    page.wait_for_selector(".undo button", state="detached")
    assert shows(page)

    page.get_by_role("button", name=take_out, exact=True).first.click()
    page.wait_for_selector(".undo button")
    clock.stands_at(2 * TEN_MINUTES)
    page.reload()
    alive(page)
    assert page.locator(".undo button").count() == 0
    assert not shows(page)
    context.close()


def shows(page: Page) -> bool:
    """Whether the words stand on the page, in a box or beside one."""
    return page.evaluate(
        "(words) => document.querySelector('main').innerText.includes(words)"
        " || [...document.querySelectorAll('textarea')].some((box) => box.value.includes(words))",
        MINE,
    )
