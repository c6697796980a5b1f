"""Stored rows that somebody changed: each change is noticed, and named by number only."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from perinatal.vault.reading import START, Head, read
from perinatal.vault.trouble import NewerData, Tampered
from perinatal.vault.vault import Vault
from tests.vault.saying import CANARY, TEAM, a_turn

Start = Callable[[], Vault]
SWAP = "UPDATE turn SET {0} = (SELECT {0} FROM turn AS other WHERE other.plan = turn.plan AND other.n = 5 - turn.n)"


def a_kept_conversation(start: Start) -> bytes:
    """Six turns: the third to the team, the fifth erased. Gives the secret to open it again."""
    opened, secret = start().begin()
    for number in (1, 2, 4, 5, 6):
        if number == 4:
            opened.say(a_turn(3, audience=TEAM))
        opened.say(a_turn(number))
    opened.erase("t5")
    start()
    return secret


def change(folder: Path, *statements: str) -> None:
    db = sqlite3.connect(folder / "plans.sqlite")
    for statement in statements:
        assert db.execute(statement).rowcount
    db.commit()
    db.close()


def test_what_was_kept_opens_as_it_was(start: Start) -> None:
    secret = a_kept_conversation(start)

    opened = start().resume(secret)

    assert opened is not None
    assert [turn.id for turn in opened.turns] == ["t1", "t2", "t3", "t4", "t6"]
    assert opened.turns[2] == a_turn(3, audience=TEAM)
    assert (opened.head.n, opened.head.erased) == (6, 1)
    opened.verify()


@pytest.mark.parametrize(
    ("statements", "n"),
    [
        (["UPDATE turn SET sealed = zeroblob(541) WHERE n = 2"], 2),
        (["UPDATE turn SET link = zeroblob(32) WHERE n = 2"], 2),
        (["UPDATE turn SET lock = (SELECT lock FROM turn WHERE n = 3) WHERE n = 2"], 2),
        (["UPDATE turn SET lock = zeroblob(8) WHERE n = 2"], 2),
        (["UPDATE turn SET sealed = NULL WHERE n = 2"], 2),
        (["DELETE FROM turn WHERE n = 1"], 1),
        (["DELETE FROM turn WHERE n = 2"], 2),
        (["DELETE FROM turn WHERE n = 6"], 6),
        (["DELETE FROM turn WHERE n = 5"], 5),
        (["DELETE FROM turn"], 1),
        (["DELETE FROM turn WHERE n = 2", "UPDATE turn SET n = n - 1 WHERE n > 2"], 2),
        ([SWAP.format("sealed") + " WHERE n IN (1, 4)"], 1),
        (["UPDATE turn SET n = 99 WHERE n = 1", "UPDATE turn SET n = 1 WHERE n = 2"], 1),
        (["INSERT INTO turn SELECT plan, 7, lock, sealed, link FROM turn WHERE n = 6"], 7),
        (["UPDATE turn SET link = zeroblob(32) WHERE n = 5"], 6),
        (
            [
                "UPDATE turn SET lock = (SELECT lock FROM turn WHERE n = 5) WHERE n = 4",
                "UPDATE turn SET sealed = (SELECT sealed FROM turn WHERE n = 5) WHERE n = 4",
            ],
            4,
        ),
        (["UPDATE head SET sealed = zeroblob(77)"], 0),
        (["UPDATE plan SET ring = zeroblob(12317)"], 0),
        (["UPDATE plan SET wrap = zeroblob(61)"], 0),
    ],
)
def test_what_somebody_changed_in_the_file_is_noticed(
    start: Start, folder: Path, statements: list[str], n: int
) -> None:
    secret = a_kept_conversation(start)
    change(folder, *statements)

    with pytest.raises(Tampered) as noticed:
        start().resume(secret)

    assert noticed.value.n == n
    assert CANARY not in str(noticed.value)


def test_an_erased_turn_put_back_from_an_old_copy_is_noticed(start: Start, folder: Path) -> None:
    opened, secret = start().begin()
    opened.say(a_turn(1))
    db = sqlite3.connect(folder / "plans.sqlite")
    old = db.execute("SELECT lock, sealed FROM turn WHERE n = 1").fetchone()
    opened.erase("t1")
    start()
    db.execute("UPDATE turn SET lock = ?, sealed = ? WHERE n = 1", old)
    db.commit()
    db.close()

    with pytest.raises(Tampered):
        start().resume(secret)


def test_a_turn_of_another_plan_is_noticed(start: Start, folder: Path) -> None:
    vault = start()
    (one, secret), (two, _) = vault.begin(), vault.begin()
    one.say(a_turn(1))
    two.say(a_turn(1))
    ids = one.plan_id, two.plan_id
    start()
    db = sqlite3.connect(folder / "plans.sqlite")
    row = db.execute("SELECT lock, sealed, link FROM turn WHERE plan = ?", ids[1:]).fetchone()
    db.execute("UPDATE turn SET lock = ?, sealed = ?, link = ? WHERE plan = ?", (*row, ids[0]))
    db.commit()
    db.close()

    with pytest.raises(Tampered):
        start().resume(secret)


def test_a_change_while_the_plan_is_open_is_found_by_checking(start: Start, folder: Path) -> None:
    opened, _ = start().begin()
    opened.say(a_turn(1))
    opened.verify()

    change(folder, "UPDATE turn SET sealed = zeroblob(541) WHERE n = 1")

    with pytest.raises(Tampered):
        opened.verify()


def test_a_turn_that_only_a_newer_version_understands_is_not_called_tampered(start: Start) -> None:
    opened, secret = start().begin()
    newer = a_turn(1).model_copy(update={"language": CANARY})
    opened.say(newer)
    vault = start()

    with pytest.raises(NewerData) as trouble:
        vault.resume(secret)

    assert CANARY not in str(trouble.value)


def test_a_conversation_without_turns_reads_as_one() -> None:
    assert read(bytes(16), [], START, {}.get).turns == ()
    with pytest.raises(Tampered):
        read(bytes(16), [], Head(1, bytes(32), 0), {}.get)
