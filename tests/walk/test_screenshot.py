"""The picture in the README: the hub, on a phone, with a made-up plan. Asked for, this test draws it anew.

`PERINATAL_SCREENSHOT=.github/hub.png python3 -m perinatal test tests/walk/test_screenshot.py`
"""

import os
import struct
from pathlib import Path

from playwright.sync_api import Browser

from tests.walk.conftest import begin, saved, visit
from tests.walk.site import ROOT, Site

PICTURE = ROOT / ".github" / "hub.png"
PHONE = {"width": 360, "height": 740}
SAMPLE = {"p/1": "Sample", "p/2": "This plan is made up.", "p/13": "Nobody wrote it."}


def draw(browser: Browser, site: Site) -> bytes:
    """The hub of a made-up plan."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, base_url=site.address, color_scheme="light")
    page = begin(context.new_page())
    for place, words in SAMPLE.items():
        visit(page, f"/en/{place}")
        page.locator("#answer").fill(words)
        page.locator("#answer").blur()
        saved(page)
    visit(page, "/en/p")
    page.wait_for_selector(".known")
    marked = "(h1) => { h1.textContent += ' (a sample)'; }"
    page.locator("h1").evaluate(marked)
    picture = page.screenshot()
    context.close()
    return picture


def size_of(picture: bytes) -> tuple[int, int]:
    """How wide and high a PNG is."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", picture[16:24])


def test_the_picture_in_the_readme_shows_a_phone(browser: Browser, site: Site) -> None:
    drawn = draw(browser, site)
    if asked := os.environ.get("PERINATAL_SCREENSHOT"):
        Path(asked).parent.mkdir(exist_ok=True)
        Path(asked).write_bytes(drawn)

    assert size_of(PICTURE.read_bytes()) == size_of(drawn) == (720, 1480)
    assert ".github/hub.png" in (ROOT / "README.md").read_text(encoding="utf-8")
