"""What every built page brings with it."""

import re
from pathlib import Path

ICON = re.compile(r'<link\b[^>]*\brel="icon"[^>]*>')


def test_every_page_brings_its_icon_so_no_move_between_pages_asks_for_it(root: Path) -> None:
    built = sorted((root / ".pages" / "build" / "client").rglob("*.html"))
    assert len(built) > 100, "the pages are not built"

    for page in built:
        icons = ICON.findall(page.read_text(encoding="utf-8"))
        assert icons, page.name
        assert all('href="data:image/svg+xml;base64,' in icon for icon in icons), page.name
