"""Drawing a sheet: set its blocks, place them on pages, ink the pages, write the file."""

from dataclasses import dataclass

from perinatal.paper.logo import Raster
from perinatal.paper.look import PALE, Edition, Paper
from perinatal.paper.press import about
from perinatal.paper.press.attached import Attachment, attach
from perinatal.paper.press.face import family
from perinatal.paper.press.file import File
from perinatal.paper.press.ink import Ink, LinkBox
from perinatal.paper.press.laid import Laid
from perinatal.paper.press.layouts import lay_out
from perinatal.paper.press.outline import write_outline
from perinatal.paper.press.syntax import array, numbers, reference, text_string
from perinatal.paper.press.tree import Linked, Tree
from perinatal.paper.sheet import Sheet
from perinatal.paper.sizes import SAMPLE_SIZE


def draw(
    sheet: Sheet,
    *,
    paper: Paper = Paper.A4,
    edition: Edition = Edition.STANDARD,
    mono: bool = False,
    attached: Attachment | None = None,
) -> bytes:
    """The sheet as a PDF: PDF/UA-1 and PDF/A-3a in one. The same sheet and the same file in it give the same bytes.

    Raises TooManyWords if it is to be one page and its words fit in no size.
    """
    laid = lay_out(sheet, paper, edition)
    _tell_spots(laid)
    return _Book(sheet, laid, [_ink(laid, number, mono=mono) for number in range(len(laid.pages))], attached).written()


def _tell_spots(laid: Laid) -> None:
    for number, page in enumerate(laid.pages):
        for slab, _, top, around in page:
            if slab.spot:
                slab.spot.page = number
                slab.spot.top = (top if around is None else laid.frame.height) + laid.setter.look.hairline


def _ink(laid: Laid, number: int, *, mono: bool) -> Ink:
    sheet, frame = laid.setter.sheet, laid.frame
    ink = Ink(number, laid.setter.letters, mono=mono)
    if sheet.sample:
        middle = (frame.width / 2, frame.height / 2)
        with ink.artifact() if number else ink.belongs_to(laid.setter.sample):
            ink.across(sheet.sample, family(bold=True).first, SAMPLE_SIZE * frame.width, middle=middle, color=PALE)
    for at in laid.pages[number]:
        at.draw(ink)
    with ink.artifact("Footer"):
        for at in laid.feet[number]:
            at.draw(ink)
    return ink


@dataclass
class _Book:
    """Inked pages becoming a file."""

    sheet: Sheet
    laid: Laid
    inked: list[Ink]
    attached: Attachment | None = None

    def written(self) -> bytes:
        """The file as bytes."""
        file = File()
        parent = file.reserve()
        pages = [file.reserve() for _ in self.inked]
        links = self._links(file, pages)
        fonts = self.laid.setter.letters.embed(file)
        for ink, page in zip(self.inked, pages, strict=True):
            file.put(page, self._page(file, ink, parent, fonts, links))
        kids = array([reference(page) for page in pages])
        file.put(parent, b"<</Type/Pages/Kids%s/Count %d>>" % (kids, len(pages)))
        marks = [ink.owners for ink in self.inked]
        tapped = [link.node for ink in self.inked for link in ink.links]
        tree = Tree(file, self.laid.setter.root, pages, marks, tapped).write()
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
        frame = self.laid.frame
        content = file.add_stream(b"", ink.code())
        body = b"<</Type/Page/Parent %s/MediaBox[0 0 %s]/Contents %s/Resources<</Font%s%s>>/StructParents %d/Tabs/S" % (
            reference(parent),
            numbers(frame.width, frame.height).encode("ascii"),
            reference(content),
            fonts,
            self._pictures(file, ink),
            ink.page,
        )
        if ink.page in links:
            body += b"/Annots" + array([reference(link) for link in links[ink.page]])
        return body + b">>"

    def _pictures(self, file: File, ink: Ink) -> bytes:
        """The pictures of points on a page; only a logo is one, so each is written where it stands."""
        if not ink.pictures:
            return b""
        entries = [
            b"/I%d %s" % (number, reference(_picture(file, raster, mono=ink.mono)))
            for number, raster in enumerate(ink.pictures, start=1)
        ]
        return b"/XObject<<%s>>" % b"".join(entries)

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
        if self.attached:
            body += attach(file, self.attached)
        if self.laid.setter.spots:
            body += b"/Outlines " + reference(write_outline(file, self.laid.setter.spots, pages))
        return body + b">>"


def _picture(file: File, raster: Raster, *, mono: bool) -> int:
    points, space = raster.points, b"RGB"
    if mono:
        points, space = raster.grey, b"Gray"
    size = b"/Width %d/Height %d" % (raster.width, raster.height)
    return file.add_stream(
        b"/Type/XObject/Subtype/Image%s/ColorSpace/Device%s/BitsPerComponent 8" % (size, space), points
    )


def _annotation(link: LinkBox, key: int, pages: list[int], page: int) -> bytes:
    return b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/P %s/StructParent %d/Contents%s/Dest%s>>" % (
        numbers(*link.box).encode("ascii"),
        reference(pages[page]),
        key,
        text_string(link.target.words),
        link.target.target(pages),
    )
