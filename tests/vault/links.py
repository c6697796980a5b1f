"""Links to hand out and to open."""

import os
from datetime import date

from perinatal.care.sharing import Looked
from perinatal.care.turn import Turn
from perinatal.vault.link import link_id
from perinatal.vault.opened import HandOut, Opened
from perinatal.vault.store import Left
from perinatal.vault.vault import Vault
from tests.vault.company import FAR, TODAY
from tests.vault.saying import CANARY, NOON

COPY = f"a copy: {CANARY}".encode()
CODE = "acorn bishop"


def hand_out(opened: Opened, *, code: str = "", uses: int = 2, tries: int = 10, day: date = FAR) -> bytes:
    """A link to some words; gives its secret."""
    secret, left = os.urandom(32), Left(day.toordinal(), uses, tries if code else None)
    opened.link_soon(HandOut(secret, code, frozenset("A"), COPY, left)).result()
    return secret


def told(link: str, parts: frozenset[str]) -> Turn:
    """What the parent is told."""
    return Turn(id=os.urandom(8).hex(), at=NOON, language="en", said=Looked(parts=parts), by=link)


def open_link(vault: Vault, secret: bytes, code: str = "", today: date = TODAY) -> bytes | None:
    return vault.open_link_soon(secret, code, today, told).result()


def stop(opened: Opened, secret: bytes) -> None:
    opened.change_soon(lambda draft: draft.unlink(link_id(secret))).result()


def openings(opened: Opened) -> list[Turn]:
    """What the parent knows of openings."""
    return [turn for turn in opened.turns if isinstance(turn.said, Looked)]
