"""A person who has a keyboard and nothing else."""

from dataclasses import dataclass

from playwright.sync_api import Page

from perinatal.library import shelf
from tests.walk.moves import alive

FOCUSED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const name = (at.getAttribute("aria-label") || at.textContent || "").trim();
  return { id: at.id, name, value: at.value ?? "", seen: box.width > 0 };
}"""
FARTHEST = 200
"""Presses of Tab after which something counts as out of reach."""


@dataclass
class Keyboard:
    """Goes from one thing to the next with Tab, and uses what has the focus."""

    page: Page
    language: str

    def say(self, key: str, **fill: object) -> str:
        """What stands on a page."""
        return shelf(self.language).say(key, **fill)

    def go(self, place: str) -> None:
        """Type an address."""
        self.page.goto(f"/{self.language}/{place}".rstrip("/"))
        alive(self.page)

    def press(self, key: str, **fill: object) -> None:
        """Go to what is called this, and press Enter."""
        self.reach(name=self.say(key, **fill))
        self.page.keyboard.press("Enter")

    def press_submit(self) -> None:
        """Go to the next button of a form, and press Enter."""
        for _ in range(FARTHEST):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("() => document.activeElement.matches('form button')"):
                self.page.keyboard.press("Enter")
                return
        raise AssertionError("no button can be reached")

    def type_in(self, box: str, words: str) -> None:
        """Go to a box, and write over what is there."""
        self.reach(box=box)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def reach(self, *, name: str = "", box: str = "") -> None:
        """Go on with Tab until it has the focus; it must be seen there."""
        for _ in range(FARTHEST):
            at = self.page.evaluate(FOCUSED)
            if (box and at["id"] == box) or (name and at["name"] == name):
                assert at["seen"], at
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{name or box} cannot be reached with the keyboard on {self.page.url}")

    def fits(self) -> None:
        """Nothing is wider than the screen."""
        wide = self.page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
        assert not wide, f"{self.page.url} is wider than the screen"
