"""The press: draws a sheet as a tagged PDF, and decides nothing about what it says.

The tree of the document is declared first; drawing only leaves marks on it. So a paragraph cut by a page break or
a table heading drawn again cannot change what is read aloud, and words outside the tree cannot be drawn at all.
The file is written here rather than by a library, because no library we found writes PDF/UA-1 and PDF/A-3a in one.
It works in memory only, and forgets the words when the bytes are made.
"""

from perinatal.paper.press.attached import Attachment
from perinatal.paper.press.layouts import TooManyWords, pages_of
from perinatal.paper.press.printing import draw
from perinatal.paper.press.zine import panels_of

__all__ = ["Attachment", "TooManyWords", "draw", "pages_of", "panels_of"]
