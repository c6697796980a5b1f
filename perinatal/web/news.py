"""Which page shows which plan now, so that what one person does is on the other's screen, or gone from it.

It knows names of connections and ids of plans, and not a word of what is on any page.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from typing import Any


@dataclass
class _Page:
    """One live page: what kind it is, and the plans it shows."""

    kind: type[Any]
    plans: frozenset[bytes]
    again: bool = False
    task: asyncio.Task[None] | None = None


@dataclass
class News:
    """Tells the pages of a plan that it changed. Each page looks for itself what it may still show."""

    tell: Callable[[str, type[Any]], Awaitable[None]] | None = None
    """How a page is told, by the name of its connection; the app sets it once it runs."""
    _pages: dict[str, _Page] = field(default_factory=dict[str, _Page])

    def shows(self, page: str, kind: type[Any], *plans: bytes) -> None:
        """From now on this connection shows a page of this kind, with these plans on it."""
        known = self._pages.get(page)
        if known is None:
            self._pages[page] = _Page(kind, frozenset(plans))
        else:
            known.kind, known.plans = kind, frozenset(plans)

    def keep_only(self, there: Collection[str]) -> None:
        """Forget the pages that are gone."""
        for page in self._pages.keys() - set(there):
            del self._pages[page]

    def heard(self, plan: bytes) -> None:
        """This plan says something new, or is open to others than before. For the event loop to call."""
        for name, page in self._pages.items():
            if plan in page.plans:
                self._look_again(name, page)

    def new_day(self) -> None:
        """What was shown until yesterday is over: every page that shows a plan looks again."""
        for name, page in self._pages.items():
            if page.plans:
                self._look_again(name, page)

    def _look_again(self, name: str, page: _Page) -> None:
        page.again = True
        if page.task is None or page.task.done():
            page.task = asyncio.get_running_loop().create_task(self._tell(name, page))

    async def _tell(self, name: str, page: _Page) -> None:
        """Tell one page, and once more if the plan changed meanwhile; what comes thick and fast is told together."""
        while page.again and self.tell:
            page.again = False
            await self.tell(name, page.kind)
