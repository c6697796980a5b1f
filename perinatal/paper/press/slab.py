"""A slab: something with a height that is put on a page under the one before it."""

from abc import ABC, abstractmethod

from perinatal.paper.press.ink import Ink
from perinatal.paper.press.outline import Spot


class Slab(ABC):
    """One piece of a page. Its width is settled before it is made."""

    before: float = 0
    """Room above, unless it begins a page."""
    after: float = 0
    """Room below; of two rooms that meet, the larger counts."""
    height: float = 0
    keep_with_next: bool = False
    begins_page: bool = False
    spot: Spot | None = None
    """The bookmark that leads here."""

    @property
    def least(self) -> float:
        """The least height of it that may stand at the end of a page."""
        return self.height

    def split(self, room: float) -> "tuple[Slab, Slab] | None":
        """Two slabs of which the first fits into the room, or None."""
        return None

    def ends_page(self) -> None:
        """Told when nothing follows it on its page."""
        return

    @abstractmethod
    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw it with its upper left corner here."""
