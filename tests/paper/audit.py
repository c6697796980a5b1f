"""What validators miss: every mark is reached once, every link is in the tree, the tree says what the sheet says."""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from perinatal.paper.sheet import (
    Answer,
    Beside,
    Block,
    Card,
    CardBlock,
    Cards,
    Choices,
    Contents,
    Cover,
    Drawing,
    Heading,
    Lines,
    NextPage,
    NumberedWords,
    Paragraph,
    Points,
    Sheet,
    SideBlock,
    Sources,
    Square,
    Stand,
    Steps,
    Table,
)

_ARTIFACT = -1
_ENDS = {"/P", "/H1", "/H2", "/H3", "/LI", "/Lbl", "/TH", "/TD", "/TOCI", "/LBody"}


@dataclass
class Page:
    """The text of each mark of one page, in the order it was drawn, and text outside all marks."""

    marks: dict[int, str] = field(default_factory=dict)
    artifacts: str = ""
    stray: list[str] = field(default_factory=list)


@dataclass
class Audit:
    """What is wrong with a file, and what its tree says in order."""

    problems: list[str] = field(default_factory=list)
    said: str = ""
    pages: list[Page] = field(default_factory=list)


def audit(pdf: bytes) -> Audit:
    """Walk the tree of a file and compare it with what is drawn."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return _Walk(opened).audit


def plain(words: str) -> str:
    """Words without what cannot be seen, in one form, with one space between them."""
    whole = unicodedata.normalize("NFC", words)
    seen = "".join(
        " " if unicodedata.category(letter) == "Cc" else letter
        for letter in whole
        if unicodedata.category(letter) != "Cf" and not 0xFE00 <= ord(letter) < 0xFE10
    )
    return " ".join(seen.split())


def spoken(sheet: Sheet) -> str:
    """What a sheet says, in order, as one string of words; page numbers of its contents are left as #."""
    blocks = [words for block in sheet.blocks for words in _said(block, sheet)]
    return " ".join(plain(words) for words in [sheet.sample, *blocks, *sheet.brand.lines] if plain(words))


def _said(block: Block | CardBlock | SideBlock, sheet: Sheet) -> Iterator[str]:
    match block:
        case Cover():
            yield from (block.title, block.lead, *block.lines)
        case Heading() | Paragraph() | Stand():
            yield block.words
        case Answer():
            yield from (block.question, block.words, block.note)
        case Points():
            for item in block.items:
                yield from ("•", item.words)
        case Steps() | Sources():
            yield from _counted(block)
        case Table():
            yield from (*block.head, *(cell.words for row in block.rows for cell in row))
        case Square():
            yield block.caption
        case Choices():
            yield from block.options
        case Lines():
            yield block.label
        case NumberedWords():
            for number, word in enumerate(block.words, start=1):
                yield from (str(number), word)
        case Card() | Cards():
            yield from _on_cards(block, sheet)
        case Contents():
            after = [each.first if isinstance(each, Beside) else each for each in sheet.blocks]
            chapters = [each for each in after if isinstance(each, Heading) and each.level == 2]
            yield from (block.words, *(f"{chapter.words} #" for chapter in chapters))
        case Beside():
            yield from _beside(block, sheet)
        case NextPage() | Drawing():
            return


def _beside(block: Beside, sheet: Sheet) -> Iterator[str]:
    match block.first, block.second:
        case Points(items=items), Points(items=others):
            for item, other in zip(items, others, strict=True):
                yield from ("•", item.words, other.words)
        case first, second:
            for each in (first, second):
                yield from _said(each, sheet)


def _counted(block: Steps | Sources) -> Iterator[str]:
    if isinstance(block, Sources):
        yield block.words
    for number, item in enumerate(block.items, start=1):
        yield from (f"[{number}]" if isinstance(block, Sources) else f"{number}.", item)


def _on_cards(block: Card | Cards, sheet: Sheet) -> Iterator[str]:
    for side in [block] if isinstance(block, Card) else block.sides:
        yield side.title if isinstance(side, Card) else side.heading
        for inside in side.blocks:
            yield from _said(inside, sheet)


def _characters(font: Any) -> dict[int, str]:
    table = font.ToUnicode.read_bytes().decode("latin-1").split("endcodespacerange")[1]
    rows = re.findall(r"<([0-9A-F]{4})><((?:[0-9A-F]{4})+)>", table)
    return {int(glyph, 16): bytes.fromhex(text).decode("utf-16-be").replace("\u2060", "") for glyph, text in rows}


def _read_page(page: Any, problems: list[str]) -> Page:
    fonts = {name: _characters(font) for name, font in page.Resources.Font.items() if "/ToUnicode" in font}
    found, stack, font = Page(), [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                stack.append(_opened(operands, found, problems))
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts.get(str(operands[0]), {})
            case "TJ":
                raw = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                text = "".join(font.get(raw[at] << 8 | raw[at + 1], "\0") for at in range(0, len(raw), 2))
                _put(text, stack, found)
            case _:
                pass
    return found


def _opened(operands: Any, found: Page, problems: list[str]) -> int | None:
    about = operands[1] if len(operands) > 1 else None
    if not isinstance(about, Dictionary) or "/MCID" not in about:
        return _ARTIFACT if str(operands[0]) == "/Artifact" else None
    mark = int(about.MCID)
    if mark in found.marks:
        problems.append(f"mark {mark} is used twice on a page")
    found.marks.setdefault(mark, "")
    return mark


def _put(text: str, stack: list[int | None], found: Page) -> None:
    here = next((mark for mark in reversed(stack) if mark is not None), None)
    if here is None:
        found.stray.append(text)
    elif here == _ARTIFACT:
        found.artifacts += text
    else:
        found.marks[here] += text


class _Walk:
    """One walk through a tree."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.audit, self.seen, self.links = Audit(), set[tuple[int, int]](), set[tuple[int, int]]()
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self.audit.pages = [_read_page(page, self.audit.problems) for page in pdf.pages]
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            self.audit.problems.append("there is no tree")
            return
        numbers = root.ParentTree.Nums
        self.back = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        self.element(root.K, None, root)
        self.leftovers(pdf)
        self.audit.said = " ".join(self.audit.said.split())

    def element(self, element: Any, page: Any, parent: Any) -> None:
        if element.P.objgen != parent.objgen:
            self.audit.problems.append(f"{element.S} has the wrong parent")
        page = element.get("/Pg", page)
        kids = element.get("/K", Array())
        before = len(self.audit.said)
        for kid in kids if isinstance(kids, Array) else [kids]:
            self.kid(element, kid, page)
        if "/ActualText" in element:
            self.audit.said = self.audit.said[:before] + str(element.ActualText)
        if str(element.S) in _ENDS:
            self.audit.said += "\n"

    def kid(self, element: Any, kid: Any, page: Any) -> None:
        if isinstance(kid, int):
            self.mark(element, page, kid)
        elif "/MCID" in kid:
            self.mark(element, kid.get("/Pg", page), int(kid.MCID))
        elif "/Obj" in kid:
            self.links.add(kid.Obj.objgen)
            holder = self.back.get(int(kid.Obj.get("/StructParent", -1)))
            if holder is None or holder.objgen != element.objgen:
                self.audit.problems.append("the way back from a link leads elsewhere")
        else:
            self.element(kid, page, element)

    def mark(self, element: Any, page: Any, mark: int) -> None:
        number = self.pages[page.objgen]
        if (number, mark) in self.seen:
            self.audit.problems.append(f"mark {mark} of page {number} is claimed twice")
        self.seen.add((number, mark))
        row = self.back.get(int(page.get("/StructParents", -1)))
        if not isinstance(row, Array) or len(row) <= mark or row[mark].objgen != element.objgen:
            self.audit.problems.append(f"the way back from mark {mark} of page {number} leads elsewhere")
        self.audit.said += self.audit.pages[number].marks.get(mark, "\0 missing \0")

    def leftovers(self, pdf: pikepdf.Pdf) -> None:
        for number, page in enumerate(self.audit.pages):
            lost = [mark for mark in page.marks if (number, mark) not in self.seen]
            self.audit.problems += [f"mark {mark} of page {number} is not in the tree" for mark in lost]
            self.audit.problems += [f"page {number} shows words outside all marks" for _ in page.stray]
        for page in pdf.pages:
            for link in page.get("/Annots", Array()):
                if link.objgen not in self.links:
                    self.audit.problems.append("a link is not in the tree")
