"""What can be done with an open plan."""

import asyncio
import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from perinatal.vault import sqlite_file
from perinatal.vault.sqlite_file import connect
from perinatal.vault.trouble import AlreadySaid, CouldNotKeep, Locked, NoSuchTurn, NotSixWords
from perinatal.vault.vault import Vault
from tests.vault.saying import CANARY, OTHER_WORDS, TEAM, WORDS, a_turn, found

Start = Callable[[], Vault]


def test_what_is_said_is_there_after_a_restart(start: Start) -> None:
    opened, secret = start().begin()
    opened.say(a_turn(1))
    opened.say(a_turn(2, audience=TEAM))
    head = opened.head

    again = start().resume(secret)

    assert again is not None
    assert again.turns == (a_turn(1), a_turn(2, audience=TEAM))
    assert again.head == head


def test_a_turn_said_in_place_of_another_erases_it(start: Start, folder: Path) -> None:
    opened, secret = start().begin()
    opened.say(a_turn(1, "first"))
    opened.say(a_turn(2, "second"), instead_of="t1")
    opened.say(a_turn(3, "third"), instead_of="t2")

    again = start().resume(secret)

    assert opened.is_open is False
    assert again is not None
    assert again.turns == (a_turn(3, "third"),)
    assert (again.head.n, again.head.erased) == (3, 2)


def test_words_are_kept_even_when_what_they_stand_in_for_is_gone(vault: Vault) -> None:
    opened, _ = vault.begin()

    opened.say(a_turn(2), instead_of="t1")

    assert opened.turns == (a_turn(2),)


def test_saying_the_same_turn_twice_adds_it_once(vault: Vault) -> None:
    """A page that got no answer says it again, and it must not stand there twice."""
    opened, _ = vault.begin()
    opened.say(a_turn(1))
    opened.say(a_turn(2), instead_of="t1")

    opened.say(a_turn(2), instead_of="t1")
    with pytest.raises(AlreadySaid):
        opened.say(a_turn(2, "other words"))

    assert opened.turns == (a_turn(2),)
    opened.verify()


def test_an_erased_turn_is_gone_and_the_order_still_holds(start: Start, folder: Path) -> None:
    opened, secret = start().begin()
    for number in range(4):
        opened.say(a_turn(number))
    before = [path.read_bytes() for path in folder.glob("plans*")]

    opened.erase("t2")

    assert [turn.id for turn in opened.turns] == ["t0", "t1", "t3"]
    with pytest.raises(NoSuchTurn):
        opened.erase("t2")
    opened.verify()
    again = start().resume(secret)
    assert again is not None
    assert again.turns == (a_turn(0), a_turn(1), a_turn(3))
    assert before != [path.read_bytes() for path in folder.glob("plans*")]


def test_two_who_hold_the_same_plan_hold_one_plan(vault: Vault) -> None:
    one, _ = vault.begin()
    one.keep(WORDS)
    two = vault.open(WORDS)
    assert two is not None

    one.say(a_turn(1))
    two.say(a_turn(2))

    assert one.turns == two.turns == (a_turn(1), a_turn(2))
    assert one.plan_id == two.plan_id
    one.close()
    assert two.turns == (a_turn(1), a_turn(2))


def test_three_who_save_a_hundred_each_leave_three_hundred(start: Start) -> None:
    opened, secret = start().begin()

    def say_a_hundred(first: int) -> None:
        for number in range(first, first + 100):
            opened.say(a_turn(number))

    threads = [threading.Thread(target=say_a_hundred, args=(first,)) for first in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    again = start().resume(secret)
    assert again is not None
    assert {turn.id for turn in again.turns} == {f"t{number}" for number in range(300)}
    assert again.head.n == 300


def test_two_hundred_save_without_a_thread_each(vault: Vault) -> None:
    plans = [vault.begin()[0] for _ in range(50)]
    threads = threading.active_count()

    async def say_all() -> None:
        saves = [asyncio.wrap_future(plan.say_soon(a_turn(number))) for number in range(4) for plan in plans]
        await asyncio.gather(*saves)

    asyncio.run(say_all())

    assert threading.active_count() == threads
    assert all(len(plan.turns) == 4 for plan in plans)


def test_new_words_open_it_and_old_ones_do_not(vault: Vault) -> None:
    opened, secret = vault.begin()
    opened.say(a_turn(1))

    opened.keep(WORDS)
    assert vault.resume(secret) is None
    opened.keep(OTHER_WORDS)

    assert vault.open(WORDS) is None
    again = vault.open(OTHER_WORDS.upper())
    assert again is not None
    assert again.turns == (a_turn(1),)


def test_words_that_are_not_six_keep_nothing(vault: Vault) -> None:
    opened, secret = vault.begin()

    with pytest.raises(NotSixWords):
        opened.keep_soon("acorn bishop")

    assert vault.resume(secret) is not None


def test_a_locked_plan_says_nothing_and_takes_nothing(vault: Vault) -> None:
    opened, _ = vault.begin()
    opened.say(a_turn(1))
    root = opened._plan._safe._root
    opened.close()
    opened.close()

    for attempt in (
        lambda: opened.turns,
        lambda: opened.head,
        lambda: opened.plan_id,
        lambda: opened.say(a_turn(2)),
        lambda: opened.erase("t1"),
        lambda: opened.keep(WORDS),
        opened.verify,
        opened.forget,
    ):
        with pytest.raises(Locked):
            attempt()
    vault.sweep()
    assert not opened.is_open
    assert root == bytearray(32)


def test_what_was_handed_in_before_locking_is_still_saved(start: Start) -> None:
    vault = start()
    opened, secret = vault.begin()
    gate = threading.Event()
    vault._writer.errand(lambda: gate.wait(timeout=10))

    save = opened.say_soon(a_turn(1))
    opened.close()
    gate.set()
    save.result(timeout=10)

    again = vault.resume(secret)
    assert again is not None
    assert again.turns == (a_turn(1),)


def test_a_forgotten_plan_is_locked_for_all_who_hold_it(vault: Vault, folder: Path) -> None:
    one, _ = vault.begin()
    one.say(a_turn(1))
    one.keep(WORDS)
    two = vault.open(WORDS)
    assert two is not None

    one.forget()

    assert vault.open(WORDS) is None
    assert not one.is_open
    assert not two.is_open
    with pytest.raises(Locked):
        two.say(a_turn(2))
    with pytest.raises(Locked):
        two.forget()
    two.close()


def test_a_locked_database_keeps_nothing_and_loses_nothing(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sqlite_file.PRAGMAS, "busy_timeout", "30")
    vault = start()
    opened, secret = vault.begin()
    opened.say(a_turn(1))
    other = connect(folder / "plans.sqlite")
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(CouldNotKeep, match="locked") as trouble:
        opened.say(a_turn(2), instead_of="t1")
    assert opened.turns == (a_turn(1),)
    other.execute("ROLLBACK")
    other.close()

    opened.say(a_turn(2), instead_of="t1")
    assert CANARY not in str(trouble.value)
    again = start().resume(secret)
    assert again is not None
    assert again.turns == (a_turn(2),)


def test_what_python_shows_of_an_open_plan_is_no_word_of_it(vault: Vault) -> None:
    opened, secret = vault.begin()
    opened.say(a_turn(1))
    opened.say(a_turn(2, audience=TEAM))

    plan = opened._plan
    shown = [
        opened,
        plan,
        plan.now,
        plan.now.said,
        vault,
        opened._works,
        plan.change(lambda draft: draft.say(a_turn(3))),
    ]

    text = " ".join(map(repr, shown))
    assert CANARY not in text
    assert plan._safe._root.hex() not in text
    assert repr(bytes(plan._safe._root)) not in text
    assert secret.hex() not in text


def test_nothing_said_lies_in_any_file(vault: Vault, folder: Path) -> None:
    opened, _ = vault.begin()
    for number in range(30):
        opened.say(a_turn(number, f"{CANARY} {number}"), instead_of=f"t{number - 1}" if number % 2 else None)
    opened.keep(WORDS)

    words = [CANARY, WORDS, *map(" ".join, pairwise(WORDS.split())), '"kind":"answered"', "2026-11-02T12:00"]
    assert found(words, folder) == []
    vault.close()
    assert found(words, folder) == []
