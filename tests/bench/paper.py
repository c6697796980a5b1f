"""How fast a booklet is printed, beside the least a canvas can take and beside WeasyPrint, in one process."""

import html
import importlib
import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

from perinatal.library import shelf
from perinatal.paper import Sheet, booklet, draw
from perinatal.paper.sheet import Answer, Block, Contents, Heading, Points, Table
from tests.paper.audit import audit, spoken
from tests.paper.sample import MADE, all_of, full

_PAGES = 13
_ROUNDS = 11
_SLOW_ROUNDS = 3
_COLD = """
import sys, time
from tests.bench.paper import sheet_of_pages
asked = sheet_of_pages()
for name in [name for name in sys.modules if name.startswith(("perinatal.paper", "uharfbuzz"))]:
    del sys.modules[name]
started = time.perf_counter()
from perinatal.paper import Sheet, draw
draw(Sheet.model_validate(asked.model_dump()))
print((time.perf_counter() - started) * 1000)
"""


def rows() -> list[tuple[str, float, str]]:
    """What was measured: name, value, unit."""
    sheet = sheet_of_pages()
    drawn = draw(sheet)
    pages = len(audit(drawn).pages)
    words = spoken(sheet)
    ours = _median(lambda: draw(sheet), _ROUNDS)
    floor = _median(lambda: _canvas(words, pages), _ROUNDS)
    made: list[tuple[str, float, str]] = [
        (f"booklet of {pages} pages, warm", ours, "ms"),
        (f"booklet of {pages} pages, first in its process", _cold(), "ms"),
        ("the same words on a bare canvas, no tags, no kerning", floor, "ms"),
        ("booklet, size", len(drawn) / 1000, "KB"),
    ]
    weasyprint = _weasyprint()
    if weasyprint:
        page = _page(sheet)
        theirs = _median(lambda: weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"), _SLOW_ROUNDS)
        made += [("the same words by WeasyPrint", theirs, "ms"), ("ahead of WeasyPrint", theirs / ours, "times")]
    return made


def sheet_of_pages(pages: int = _PAGES) -> Sheet:
    """A full booklet cut after this many pages."""
    plan = full("en")
    whole = booklet(plan, shelf("en"), MADE, picks=all_of(plan))
    count = len(whole.blocks)
    while len(audit(draw(whole.model_copy(update={"blocks": whole.blocks[:count]}))).pages) > pages:
        count -= 5
    return whole.model_copy(update={"blocks": whole.blocks[:count]})


def _median(work: Callable[[], Any], rounds: int) -> float:
    work()
    times: list[float] = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def _cold() -> float:
    ran = subprocess.run([sys.executable, "-c", _COLD], capture_output=True, text=True, check=True)
    return float(ran.stdout)


def _canvas(words: str, pages: int) -> bytes:
    canvas_module: Any = importlib.import_module("reportlab.pdfgen.canvas")
    out = io.BytesIO()
    canvas = canvas_module.Canvas(out)
    several = words.split()
    lines = [" ".join(several[at : at + 9]) for at in range(0, len(several), 9)]
    per_page = -(-len(lines) // pages)
    for start in range(0, len(lines), per_page):
        canvas.setFont("Helvetica", 14)
        for at, line in enumerate(lines[start : start + per_page]):
            canvas.drawString(72, 760 - 20 * at, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _weasyprint() -> Any:
    try:
        return importlib.import_module("weasyprint")
    except (ImportError, OSError):
        return None


_STYLE = """
@font-face { font-family: A; src: url(FONTS/AtkinsonHyperlegibleNext-Regular.ttf) }
@font-face { font-family: A; font-weight: bold; src: url(FONTS/AtkinsonHyperlegibleNext-Bold.ttf) }
@page { size: A4; margin: 22mm 20mm 27mm 25mm; @bottom-left { content: "My copy"; font: 12pt A }
        @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 12pt A } }
body { font: 14pt/20pt A; color: #1b1b1b }
h1, h2, h3, h4 { color: #5e2b66; break-after: avoid; orphans: 2; widows: 2 }
h4 { color: #1b1b1b; margin: 12pt 0 4pt; font-size: 14pt }
blockquote { margin: 0 0 8pt; padding-left: 10pt; border-left: 2pt solid #5e2b66 }
table { border-collapse: collapse; width: 100% }
td, th { border-bottom: 1pt solid #767676; text-align: left; vertical-align: top; padding: 6pt 0 }
.toc a::after { content: leader(".") target-counter(attr(href), page) }
"""


def _page(sheet: Sheet) -> str:
    fonts = (files("perinatal.paper") / "fonts").joinpath("").as_posix()
    parts = [f"<html lang=en><title>{sheet.title}</title><style>{_STYLE.replace('FONTS', 'file://' + fonts)}</style>"]
    return "".join([*parts, *(part for block in sheet.blocks for part in _tagged(block, sheet))])


def _tagged(block: Block, sheet: Sheet) -> Iterator[str]:
    """The same block as a web page would say it."""
    match block:
        case Heading():
            yield f"<h{block.level} id=h{hash(block.words)}>{html.escape(block.words)}</h{block.level}>"
        case Answer():
            yield f"<h4>{html.escape(block.question)}</h4>"
            yield from (f"<blockquote>{html.escape(line)}</blockquote>" for line in block.words.splitlines())
        case Table():
            yield f"<table><tr>{''.join(f'<th scope=col>{head}' for head in block.head)}"
            for row in block.rows:
                yield f"<tr>{''.join(f'<td>{html.escape(cell.words)}' for cell in row)}"
            yield "</table>"
        case Points():
            yield f"<ul>{''.join(f'<li>{html.escape(item.words)}' for item in block.items)}</ul>"
        case Contents():
            chapters = [one for one in sheet.blocks if isinstance(one, Heading) and one.level == 2]
            yield f"<div class=toc>{''.join(f'<p><a href=#h{hash(c.words)}>{c.words}</a>' for c in chapters)}</div>"
        case _:
            yield f"<p>{html.escape(spoken(sheet.model_copy(update={'blocks': (block,)})))}</p>"


if __name__ == "__main__":
    for name, value, unit in rows():
        print(f"{name:60} {value:8.1f} {unit}")
