"""What runs in the process that gets killed: it does one thing over and over, and says when it was acknowledged."""

import os
from multiprocessing.connection import Connection
from pathlib import Path

from perinatal.care.audience import Audience
from perinatal.vault.member import Member
from perinatal.vault.unlocked import Step
from perinatal.vault.vault import Vault
from tests.vault.company import MIDWIFE, PEER, TODAY, for_team, let_in, suggested, until, visit
from tests.vault.conftest import QUICK
from tests.vault.links import COPY, hand_out, open_link, stop
from tests.vault.saying import OTHER_WORDS, WORDS, a_turn


def save(folder: Path, secret: bytes, first: int, acknowledged: Connection) -> None:
    """Say turns two by two, the second in place of the first, and tell of each one once it is kept."""
    opened = Vault(folder, cost=QUICK).resume(secret)
    assert opened is not None
    for number in range(first, first + 1000, 2):
        opened.say(a_turn(number, words_of(number)))
        acknowledged.send(number)
        opened.say(a_turn(number + 1, words_of(number + 1)), instead_of=f"t{number}")
        acknowledged.send(number + 1)
    os._exit(0)


def change_words(folder: Path, acknowledged: Connection) -> None:
    """Keep the plan under one pair of words and then the other."""
    vault = Vault(folder, cost=QUICK)
    opened = vault.open(WORDS) or vault.open(OTHER_WORDS)
    assert opened is not None
    for number in range(1000):
        opened.keep((WORDS, OTHER_WORDS)[number % 2])
        acknowledged.send(number)
    os._exit(0)


def begin_and_forget(folder: Path, acknowledged: Connection) -> None:
    """Begin plans, say something, forget them; every second one is shown to somebody, who left words in it."""
    vault = Vault(folder, cost=QUICK)
    member = vault.sign_in_soon(MIDWIFE).result()
    assert member is not None
    for number in range(1000):
        opened, secret = vault.begin()
        opened.say(for_team(1, "A"))
        acknowledged.send(secret)
        if number % 2:
            let_in(opened, member, "A")
            grant = next(grant for grant in vault.grants(member) if grant.plan == opened.plan_id)
            vault.visit(member, grant, lambda: TODAY).tell(suggested(member))
        opened.forget()
        acknowledged.send(number)
    os._exit(0)


def company(folder: Path, first: int, acknowledged: Connection) -> None:
    """Let a member in, take mail from them, stop a part, change the locks, let them out; again and again.

    Turn n is said in the same change as step n. So what is open to whom can be told from the last turn there is.
    """
    vault = Vault(folder, cost=QUICK)
    opened, member = vault.open(WORDS), vault.sign_in_soon(MIDWIFE).result()
    assert opened is not None
    assert member is not None
    for number in range(first, first + 1000):
        step = steps_of(number, member)
        opened.change_soon(lambda draft, n=number: draft.say(for_team(n, "A", words_of(n))), *step).result()
        acknowledged.send(number)
        if number % 4 == CHANGE_LOCKS:
            opened.change_locks_soon(WORDS).result()
        if parts_after(number):
            visit(vault, member).tell(suggested(member, f"s{number}", "B"))
            acknowledged.send(f"s{number}")
    os._exit(0)


def links(folder: Path, acknowledged: Connection) -> None:
    """Make a link, open it, stop it; again and again."""
    vault = Vault(folder, cost=QUICK)
    opened = vault.open(WORDS)
    assert opened is not None
    for _ in range(1000):
        secret = hand_out(opened)
        acknowledged.send(("made", secret))
        assert open_link(vault, secret) == COPY
        acknowledged.send(("opened", secret))
        stop(opened, secret)
        acknowledged.send(("stopped", secret))
    os._exit(0)


CHANGE_LOCKS = 2


def steps_of(number: int, member: Member) -> list[Step]:
    """What is changed about company beside turn n."""
    match number % 4:
        case 0:
            return [
                lambda draft: draft.let_in(member.id, member.public, Audience.TEAM, "D."),
                lambda draft: draft.show(member.id, until("A", "B")),
            ]
        case 1:
            return [lambda draft: draft.show(member.id, until("B"))]
        case 3:
            return [lambda draft: draft.let_out(member.id)]
        case _:
            return []


def parts_after(number: int) -> set[str]:
    """The parts open to the member once turn n was said."""
    return [{"A", "B"}, {"B"}, {"B"}, set[str]()][number % 4]


def words_of(number: int) -> str:
    """Long enough for more than one page of the file now and then, so that a half-written one would show."""
    return f"{number} " * (1 + number % 7 * 300)


def two_cards(folder: Path, first: int, acknowledged: Connection) -> None:
    """Make two cards, make others, take them back; again and again. Turn n is said in the same change as step n."""
    opened = Vault(folder, cost=QUICK).open(WORDS)
    assert opened is not None
    for number in range(first, first + 1000):
        saying: Step = lambda draft, n=number: draft.say(a_turn(n))  # noqa: E731  one step among others
        if cards := cards_after(number):
            opened.add_side_door_soon(*cards, saying).result()
        else:
            opened.change_soon(saying, lambda draft: draft.take_side_door_away()).result()
        acknowledged.send(number)
    os._exit(0)


def cards_after(number: int) -> tuple[str, str] | None:
    """The two cards that open the plan once turn n was said."""
    return [(MIDWIFE, PEER), (MIDWIFE, OTHER_WORDS), None][number % 3]
