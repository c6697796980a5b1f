"""A plan with something to hide in it, and somebody who is shown a part of it, for walks."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

from perinatal.toolkit import shelf
from tests.walk.company import let_in, part_title, say, share
from tests.walk.conftest import keep, saved, visit
from tests.walk.moves import alive, write
from tests.walk.site import Site
from tests.walk.somebody import Somebody
from tests.walk.wire import Line

CANARY = "ZQX-hidden-7"
BESIDE = "ZQX-beside-7"


@dataclass
class Drawer:
    """A parent with a kept plan, canaries in three parts of it, and Rosa, who was shown one of them."""

    site: Site
    page: Page
    words: str

    @property
    def cookie(self) -> str:
        """The cookie of the browser."""
        (found,) = [each for each in self.page.context.cookies() if each["name"] == "k"]
        return f"k={found['value']}"

    def hide(self, *parts: str, language: str = "en") -> None:
        """Hide these parts, on the page for that."""
        for part in parts:
            visit(self.page, f"/{language}/m/h")
            chip = self.page.locator("[aria-labelledby=hide-title] button", has_text=title_of(part, language)).first
            chip.click()
            expect(chip).not_to_be_visible()
        alive(self.page)

    def uncover(self, words: str | None = None) -> None:
        """Type words on the page for that, and knock."""
        visit(self.page, "/en/m/h")
        self.page.locator("#words").fill(words or self.words)
        self.page.locator("form[action='/uncover'] button[type=submit]").click()

    def heard(self, path: str) -> str:
        """Everything a page at this address is told."""
        line = Line(self.site, self.cookie, path=path)
        line.listen(0.1)
        line.close()
        return line.everything()


def title_of(part: str, language: str = "en") -> str:
    """What a part is called on the page of hidden pages."""
    words = {"topics": "hub.consent", "goals": "hub.goals"}
    return say(words[part], language) if part in words else part_title(part, language)


def fill(host: Page, site: Site, rosa: Somebody) -> Drawer:
    """Write in it, let Rosa in, and show her a part."""
    words = keep(host)
    for address, box in (("p/1", "answer"), ("g", "wishing")):
        visit(host, f"/en/{address}")
        write(host, box, CANARY)
        saved(host)
    visit(host, "/en/o/1")
    host.locator(".choices button").nth(1).click()
    host.wait_for_selector("#conditions")
    write(host, "conditions", CANARY)
    saved(host)
    visit(host, "/en/c/2")
    second = shelf("en").sections[1].questions[0].number
    visit(host, f"/en/p/{second}")
    write(host, "answer", BESIDE)
    saved(host)
    let_in(host, rosa, "Rosa")
    share(host, "A")
    write(host, "why", CANARY)
    saved(host)
    return Drawer(site, host, words)
