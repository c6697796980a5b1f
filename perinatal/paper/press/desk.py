"""The setter's desk: what it takes to turn some words into a paragraph of a document."""

from dataclasses import dataclass

from perinatal.paper import sheet as said
from perinatal.paper.look import Look, Role
from perinatal.paper.press.letters import Letters
from perinatal.paper.press.lines import break_lines
from perinatal.paper.press.paragraph import Label, Paragraph
from perinatal.paper.press.slab import Slab
from perinatal.paper.press.tree import Node

VOICES = {
    said.Voice.OURS: Role.BODY,
    said.Voice.LEAD: Role.LEAD,
    said.Voice.QUIET: Role.QUIET,
    said.Voice.LABEL: Role.LABEL,
    said.Voice.PARENT: Role.PARENT,
    said.Voice.WISH: Role.WISH,
}
HEADINGS = {1: Role.TITLE, 2: Role.CHAPTER, 3: Role.PART}
BULLET = "\u2022"


@dataclass(frozen=True)
class Desk:
    """A tree to put elements in, a look, letters, the language of the sheet, and the width of a line."""

    root: Node
    look: Look
    letters: Letters
    language: str
    width: float

    def words(self, words: str, role: Role, *, language: str | None = None) -> list[Slab]:
        """Each line a person wrote is a paragraph of its own; empty lines are only distance."""
        made: list[Paragraph] = []
        for line in words.splitlines():
            paragraph = self.paragraph(line, role, Node("P", language=self.other(language)))
            if paragraph.lines.lines:
                self.root.kids.append(paragraph.node)
                made.append(paragraph)
        for paragraph in made[:-1]:
            paragraph.rule_below = paragraph.after
        return list[Slab](made)

    def paragraph(self, words: str, role: Role, node: Node, *, width: float | None = None) -> Paragraph:
        """These words as one paragraph of this element."""
        type_ = self.look.types[role]
        room = (self.width if width is None else width) - type_.indent
        return Paragraph(break_lines(words, self.letters, type_, room), type_, node)

    def item(self, label: str, words: str, role: Role, node: Node, *, language: str | None = None) -> Paragraph:
        """A list item of this element, with its label."""
        mark = Label(node.add("Lbl"), label)
        made = self.paragraph(words, role, node.add("LBody", language=self.other(language)))
        return Paragraph(made.lines, made.type, made.node, mark)

    def other(self, language: str | None) -> str | None:
        """The language of some words, if it is not the sheet's."""
        return language if language != self.language else None


def listing(root: Node, numbering: str) -> Node:
    """A new list in the tree: Disc, Decimal or None."""
    return root.add("L", attributes=b"<</O/List/ListNumbering/%s>>" % numbering.encode("ascii"))
