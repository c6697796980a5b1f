"""The tree of a document: what a screen reader follows, and where on the pages each part was drawn."""

from dataclasses import dataclass, field

from perinatal.paper.press.file import File
from perinatal.paper.press.syntax import array, reference, text_string


@dataclass(frozen=True)
class Mark:
    """A stretch of one page that belongs to an element."""

    page: int
    number: int


@dataclass(frozen=True)
class Linked:
    """An annotation on a page that belongs to an element, by its object number."""

    page: int
    annotation: int


@dataclass(eq=False)
class Node:
    """One element of the tree.

    Its children are declared by whoever says the words; marks are left by drawing. What was never drawn is dropped.
    """

    role: str
    alternative: str = ""
    actual: str = ""
    language: str | None = None
    attributes: bytes = b""
    stays: bool = False
    """Kept even when nothing was drawn for it: an empty cell of a table."""
    kids: "list[Node | Mark | Linked]" = field(default_factory=list["Node | Mark | Linked"])

    def add(
        self,
        role: str,
        *,
        alternative: str = "",
        actual: str = "",
        language: str | None = None,
        attributes: bytes = b"",
    ) -> "Node":
        """A new last child."""
        kid = Node(role, alternative, actual, language, attributes)
        self.kids.append(kid)
        return kid

    def was_drawn(self) -> bool:
        """Whether anything on a page belongs to this element."""
        return self.stays or any(kid.was_drawn() if isinstance(kid, Node) else True for kid in self.kids)


def scope(of: str) -> bytes:
    """The attribute that says whether a table heading is for its column or its row."""
    return b"<</O/Table/Scope/%s>>" % of.encode("ascii")


def placed_at(left: float, bottom: float, right: float, top: float) -> bytes:
    """The attribute that says where a figure stands."""
    box = f"<</O/Layout/Placement/Block/BBox[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]>>"
    return box.encode("ascii")


@dataclass
class Tree:
    """The tree being written, with the numbers its pages and elements have in the file."""

    file: File
    root: Node
    pages: list[int]
    """The object number of each page."""
    marks: list[list[Node]]
    """For each page, the element each of its marks belongs to."""
    links: list[Node]
    """The element of each annotation, in the order of their keys."""
    numbers: dict[Node, int] = field(default_factory=dict["Node", int])

    def write(self) -> int:
        """Write the tree and its way back from marks to elements; returns the number of its root."""
        top = self.file.reserve()
        first = self._place(self.root, parent=top)
        rows = [b"%d %s" % (key, array([self._at(node) for node in page])) for key, page in enumerate(self.marks)]
        rows += [b"%d %s" % (len(self.marks) + key, self._at(node)) for key, node in enumerate(self.links)]
        back = self.file.add(b"<</Nums[" + b"\n".join(rows) + b"]>>")
        self.file.put(
            top,
            b"<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d>>"
            % (reference(first), reference(back), len(rows)),
        )
        return top

    def _at(self, node: Node) -> bytes:
        return reference(self.numbers[node])

    def _place(self, node: Node, *, parent: int) -> int:
        me = self.numbers[node] = self.file.reserve()
        page = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
        kids = [self._kid(kid, me, page) for kid in node.kids if not isinstance(kid, Node) or kid.was_drawn()]
        body = b"<</Type/StructElem/S/%s/P %s" % (node.role.encode("ascii"), reference(parent))
        if page is not None:
            body += b"/Pg " + reference(self.pages[page])
        for name, words in ((b"Alt", node.alternative), (b"ActualText", node.actual), (b"Lang", node.language)):
            if words:
                body += b"/" + name + text_string(words)
        if node.attributes:
            body += b"/A " + node.attributes
        self.file.put(me, body + b"/K" + (array(kids) if len(kids) != 1 else b" " + kids[0]) + b">>")
        return me

    def _kid(self, kid: Node | Mark | Linked, parent: int, page: int | None) -> bytes:
        match kid:
            case Node():
                return reference(self._place(kid, parent=parent))
            case Mark() if kid.page == page:
                return b"%d" % kid.number
            case Mark():
                return b"<</Type/MCR/Pg %s/MCID %d>>" % (reference(self.pages[kid.page]), kid.number)
            case Linked():
                where = reference(self.pages[kid.page])
                return b"<</Type/OBJR/Pg %s/Obj %s>>" % (where, reference(kid.annotation))
