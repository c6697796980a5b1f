"""How fast a booklet is printed, beside the least a canvas can take and beside WeasyPrint, in one process."""

import html
import importlib
import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from perinatal.library import shelf
from perinatal.paper import Sheet, booklet, draw
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


def _page(sheet: Sheet) -> str:
    parts = [f"<html lang=en><title>{sheet.title}</title><body style='font:14pt/20pt sans-serif'>"]
    for block in sheet.blocks:
        one = sheet.model_copy(update={"blocks": (block,)})
        tag = f"h{getattr(block, 'level', 0)}" if hasattr(block, "level") else "p"
        parts.append(f"<{tag}>{html.escape(spoken(one))}</{tag}>")
    return "".join(parts)


if __name__ == "__main__":
    for name, value, unit in rows():
        print(f"{name:60} {value:8.1f} {unit}")
