"""An open plan at one moment, and what a change of it has to know of the rest."""

from dataclasses import dataclass
from typing import Protocol

from perinatal.vault.reading import Head, Said
from perinatal.vault.ring import Ring
from perinatal.vault.store import GrantRow, MailRow


@dataclass(frozen=True, slots=True, repr=False)
class Now:
    """What an open plan holds at one moment."""

    said: Said
    head: Head
    ring: Ring


class Around(Protocol):
    """What a change has to know of what is stored around its plan."""

    def grant(self, id: bytes) -> GrantRow | None:
        """One grant, unless it is over."""
        ...

    def mail(self, plan: bytes) -> list[MailRow]:
        """What members left."""
        ...
