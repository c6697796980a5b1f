"""What runs in the process that gets killed: it does one thing over and over, and says when it was acknowledged."""

import os
from multiprocessing.connection import Connection
from pathlib import Path

from perinatal.vault.vault import Vault
from tests.vault.conftest import QUICK
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
    """Begin plans, say something, forget them."""
    vault = Vault(folder, cost=QUICK)
    for number in range(1000):
        opened, secret = vault.begin()
        opened.say(a_turn(1))
        acknowledged.send(secret)
        opened.forget()
        acknowledged.send(number)
    os._exit(0)


def words_of(number: int) -> str:
    """Long enough for more than one page of the file now and then, so that a half-written one would show."""
    return f"{number} " * (1 + number % 7 * 300)
