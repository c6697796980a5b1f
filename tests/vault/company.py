"""Members to let in, and what they say."""

from collections.abc import Callable, Mapping
from datetime import date

from perinatal.care.audience import Audience
from perinatal.care.sharing import Looked, Suggested
from perinatal.care.turn import Turn
from perinatal.vault.member import Member
from perinatal.vault.opened import Opened
from perinatal.vault.vault import Vault
from perinatal.vault.visit import Visit
from tests.vault.saying import CANARY, NOON, TEAM, WORDS, a_turn

TODAY = NOON.date()
FAR = date(2030, 1, 1)
MIDWIFE = "gravel hammer island jacket kettle lantern"
PEER = "marble needle orchid pebble quiver ribbon"


def until(*parts: str, day: date = FAR) -> Mapping[str, date]:
    """These parts, all until the same day."""
    return dict.fromkeys(parts, day)


def for_team(number: int, part: str, words: str = CANARY) -> Turn:
    return a_turn(number, words, TEAM).model_copy(update={"part": part})


def a_kept_plan(vault: Vault) -> Opened:
    """One answer to the team in each of two parts, and one that is nobody else's."""
    opened, _ = vault.begin()
    opened.keep(WORDS)
    for turn in (for_team(1, "A"), for_team(2, "B"), a_turn(3)):
        opened.say(turn)
    return opened


def let_in(opened: Opened, member: Member, *parts: str, audience: Audience = Audience.TEAM, day: date = FAR) -> None:
    opened.change_soon(
        lambda draft: draft.let_in(member.id, member.public, audience, "D."),
        lambda draft: draft.show(member.id, until(*parts, day=day)),
    ).result()


def show(opened: Opened, member: Member, *parts: str, day: date = FAR) -> None:
    opened.change_soon(lambda draft: draft.show(member.id, until(*parts, day=day))).result()


def let_out(opened: Opened, member: Member) -> None:
    opened.change_soon(lambda draft: draft.let_out(member.id)).result()


def visit(vault: Vault, member: Member, today: Callable[[], date] = lambda: TODAY) -> Visit:
    (grant,) = vault.grants(member)
    return vault.visit(member, grant, today)


def seen(visit: Visit) -> list[str]:
    return [turn.id for turn in visit.turns()]


def looked(member: Member, id: str = "l1") -> Turn:
    return Turn(id=id, at=NOON, language="en", said=Looked(parts=frozenset("A")), by=member.id.hex())


def suggested(member: Member, id: str = "s1", part: str = "A") -> Turn:
    said = Suggested(item="A1", words=CANARY)
    return Turn(id=id, at=NOON, language="en", said=said, by=member.id.hex(), audience=TEAM, part=part)
