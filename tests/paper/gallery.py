"""`python -m tests.paper.gallery FOLDER`: every thing to print as pictures on one page, to be looked at."""

import html
import sys
from pathlib import Path

import pypdfium2

from perinatal.library import shelf
from perinatal.paper import Paper, draw, printable
from tests.paper.things import LANGUAGES, THINGS, thing

_SCALE = 0.8
_MOST_PAGES = 4


def main(folder: Path) -> None:
    """Write the pictures and the page that shows them."""
    folder.mkdir(parents=True, exist_ok=True)
    rows: list[str] = []
    for id in THINGS:
        for language in LANGUAGES:
            rows.append(f"<h2>{html.escape(shelf(language).printables[id].title)} <small>{id}, {language}</small></h2>")
            for mono in (False, True):
                drawn = draw(printable(thing(id, language), shelf(language)), paper=Paper.LETTER, mono=mono)
                rows += [f"<img src={name} alt=''>" for name in _pictures(drawn, folder, f"{id}-{language}-{mono:d}")]
    style = "<style>body{background:#888;font-family:sans-serif}img{margin:4px;width:24%}</style>"
    (folder / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{style}{''.join(rows)}", encoding="utf-8")


def _pictures(drawn: bytes, folder: Path, name: str) -> list[str]:
    files: list[str] = []
    with pypdfium2.PdfDocument(drawn) as opened:
        for number, page in enumerate(list(opened)[:_MOST_PAGES], start=1):
            files.append(f"{name}-{number}.png")
            page.render(scale=_SCALE).to_pil().save(folder / files[-1])
    return files


if __name__ == "__main__":
    main(Path(sys.argv[1]))
