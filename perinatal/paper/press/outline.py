"""Bookmarks, straight from the headings."""

from dataclasses import dataclass, field

from perinatal.paper.press.file import File
from perinatal.paper.press.syntax import number, reference, text_string


@dataclass(eq=False)
class Spot:
    """A heading and where it stands."""

    level: int
    words: str
    page: int = 0
    top: float = 0
    below: "list[Spot]" = field(default_factory=list["Spot"])

    def target(self, pages: list[int]) -> bytes:
        """Where a tap on it goes."""
        return b"[%s/XYZ 0 %s 0]" % (reference(pages[self.page]), number(self.top).encode("ascii"))


def write_outline(file: File, spots: list[Spot], pages: list[int]) -> int:
    """Write the bookmarks; returns the number of their root."""
    root = file.reserve()
    top = _nested(spots)
    ends = _write_level(file, top, pages, root)
    file.put(root, b"<</Type/Outlines" + ends + b">>")
    return root


def _nested(spots: list[Spot]) -> list[Spot]:
    top: list[Spot] = []
    above: list[Spot] = []
    for spot in spots:
        while above and above[-1].level >= spot.level:
            above.pop()
        (above[-1].below if above else top).append(spot)
        above.append(spot)
    return top


def _write_level(file: File, spots: list[Spot], pages: list[int], parent: int) -> bytes:
    items = [file.reserve() for _ in spots]
    for index, spot in enumerate(spots):
        body = b"<</Title%s/Parent %s/Dest%s" % (text_string(spot.words), reference(parent), spot.target(pages))
        if index:
            body += b"/Prev " + reference(items[index - 1])
        if index + 1 < len(items):
            body += b"/Next " + reference(items[index + 1])
        if spot.below:
            body += _write_level(file, spot.below, pages, items[index])
        file.put(items[index], body + b">>")
    return b"/First %s/Last %s/Count %d" % (reference(items[0]), reference(items[-1]), len(items))
