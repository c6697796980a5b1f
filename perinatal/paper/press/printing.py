"""Drawing a sheet: set its blocks, place them on pages, ink the pages, write the file."""

from dataclasses import dataclass

from perinatal.paper.look import Edition, Look, Paper, Role, look_of
from perinatal.paper.press import about
from perinatal.paper.press.file import File
from perinatal.paper.press.flow import Placed, place
from perinatal.paper.press.ink import Ink, LinkBox
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.lines import break_lines
from perinatal.paper.press.outline import write_outline
from perinatal.paper.press.paragraph import Paragraph
from perinatal.paper.press.setting import Setter
from perinatal.paper.press.syntax import array, numbers, reference, text_string
from perinatal.paper.press.tree import Linked, Node, Tree
from perinatal.paper.sheet import Sheet


def draw(sheet: Sheet, *, paper: Paper = Paper.A4, edition: Edition = Edition.STANDARD) -> bytes:
    """The sheet as a PDF: PDF/UA-1 and PDF/A-3a in one. The same sheet gives the same bytes."""
    look = look_of(paper, edition)
    letters = Letters()
    setter = Setter(sheet, look, letters)
    pages = place(setter.slabs(), look.frame.text_height)
    _tell_spots(pages, look)
    inked = [_ink(page, number, len(pages), _Page(sheet, look, letters)) for number, page in enumerate(pages)]
    return _Book(sheet, look, letters, setter, inked).written()


@dataclass(frozen=True)
class _Page:
    """What every page of a document has in common."""

    sheet: Sheet
    look: Look
    letters: Letters

    def left(self, number: int) -> float:
        """The left margin: the binding side changes from page to page when both sides are printed."""
        frame = self.look.frame
        return frame.outer if self.sheet.both_sides and number % 2 else frame.inner


def _tell_spots(pages: list[list[Placed]], look: Look) -> None:
    for number, page in enumerate(pages):
        for slab, down in page:
            if slab.spot:
                slab.spot.page = number
                slab.spot.top = look.frame.height - look.frame.top - down + look.hairline


def _ink(placed: list[Placed], number: int, count: int, page: _Page) -> Ink:
    ink = Ink(number, page.letters)
    frame, left = page.look.frame, page.left(number)
    for slab, down in placed:
        slab.draw(ink, left, frame.height - frame.top - down)
    type_ = page.look.types[Role.FOOTER]
    words = page.sheet.page.format(page=number + 1, pages=count)
    place_of_page = break_lines(words, page.letters, type_, frame.text_width)
    footer = break_lines(page.sheet.footer, page.letters, type_, frame.text_width - place_of_page.width)
    top = frame.footer + type_.lead / 2
    with ink.artifact("Footer"):
        Paragraph(footer, type_, Node("P")).draw(ink, left, top + (len(footer.lines) - 1) * type_.lead)
        Paragraph(place_of_page, type_, Node("P")).draw(ink, left + frame.text_width - place_of_page.width, top)
    return ink


@dataclass
class _Book:
    """Inked pages becoming a file."""

    sheet: Sheet
    look: Look
    letters: Letters
    setter: Setter
    inked: list[Ink]

    def written(self) -> bytes:
        """The file as bytes."""
        file = File()
        parent = file.reserve()
        pages = [file.reserve() for _ in self.inked]
        links = self._links(file, pages)
        fonts = self.letters.embed(file)
        for ink, page in zip(self.inked, pages, strict=True):
            file.put(page, self._page(file, ink, parent, fonts, links))
        kids = array([reference(page) for page in pages])
        file.put(parent, b"<</Type/Pages/Kids%s/Count %d>>" % (kids, len(pages)))
        marks = [ink.owners for ink in self.inked]
        tapped = [link.node for ink in self.inked for link in ink.links]
        tree = Tree(file, self.setter.root, pages, marks, tapped).write()
        catalog = file.add(self._catalog(file, parent, tree, pages))
        information = file.add(about.information(title=self.sheet.title, made=self.sheet.made))
        return file.written(catalog=catalog, about=information)

    def _links(self, file: File, pages: list[int]) -> dict[int, list[int]]:
        """Annotations by page; their keys in the tree come after those of the pages."""
        made: dict[int, list[int]] = {}
        key = len(pages)
        for ink in self.inked:
            for link in ink.links:
                annotation = file.add(_annotation(link, key, pages, ink.page))
                link.node.kids.append(Linked(ink.page, annotation))
                made.setdefault(ink.page, []).append(annotation)
                key += 1
        return made

    def _page(self, file: File, ink: Ink, parent: int, fonts: bytes, links: dict[int, list[int]]) -> bytes:
        frame = self.look.frame
        content = file.add_stream(b"", ink.code())
        body = b"<</Type/Page/Parent %s/MediaBox[0 0 %s]/Contents %s/Resources<</Font%s>>/StructParents %d/Tabs/S" % (
            reference(parent),
            numbers(frame.width, frame.height).encode("ascii"),
            reference(content),
            fonts,
            ink.page,
        )
        if ink.page in links:
            body += b"/Annots" + array([reference(link) for link in links[ink.page]])
        return body + b">>"

    def _catalog(self, file: File, parent: int, tree: int, pages: list[int]) -> bytes:
        sheet = self.sheet
        packet = about.packet(title=sheet.title, language=sheet.language, made=sheet.made)
        metadata = file.add_stream(b"/Type/Metadata/Subtype/XML", packet, packed=False)
        profile = file.add_stream(b"/N 3", about.color_profile())
        body = b"<</Type/Catalog/Pages %s/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %s/Metadata %s" % (
            reference(parent),
            text_string(sheet.language),
            reference(tree),
            reference(metadata),
        )
        body += (
            b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
            b"/DestOutputProfile %s>>]" % reference(profile)
        )
        printing = b"/Duplex/DuplexFlipLongEdge" if sheet.both_sides else b"/PrintScaling/None/Duplex/Simplex"
        body += b"/ViewerPreferences<</DisplayDocTitle true%s>>" % printing
        if self.setter.spots:
            body += b"/Outlines " + reference(write_outline(file, self.setter.spots, pages))
        return body + b">>"


def _annotation(link: LinkBox, key: int, pages: list[int], page: int) -> bytes:
    return b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/P %s/StructParent %d/Contents%s/Dest%s>>" % (
        numbers(*link.box).encode("ascii"),
        reference(pages[page]),
        key,
        text_string(link.target.words),
        link.target.target(pages),
    )
