"""Beginning, opening, sweeping."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from perinatal.vault import keys
from perinatal.vault.slots import QUEUE, SLOTS
from perinatal.vault.trouble import Busy, CouldNotKeep, Locked, NotSixWords
from perinatal.vault.vault import Vault
from tests.vault.saying import OTHER_WORDS, WORDS, a_turn

Start = Callable[[], Vault]


class Counted:
    """Argon2id itself, counting its runs, and stopping at a gate when there is one."""

    runs = 0
    at_once = 0
    most = 0
    gate: threading.Event | None = None
    guard = threading.Lock()

    def __init__(self, **settings: object) -> None:
        self._real = Argon2id(**settings)  # type: ignore[arg-type]  passes on what it was given

    def derive(self, words: bytes) -> bytes:
        with Counted.guard:
            Counted.runs += 1
            Counted.at_once += 1
            Counted.most = max(Counted.most, Counted.at_once)
        if Counted.gate:
            Counted.gate.wait(timeout=10)
        derived = self._real.derive(words)
        with Counted.guard:
            Counted.at_once -= 1
        return derived


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> type[Counted]:
    monkeypatch.setattr(keys, "Argon2id", Counted)
    Counted.runs = Counted.at_once = Counted.most = 0
    Counted.gate = None
    return Counted


def test_a_hit_and_a_miss_cost_one_run_each(vault: Vault, counted: type[Counted]) -> None:
    opened, secret = vault.begin()
    assert vault.resume(secret) is not None
    assert vault.resume(bytes(32)) is None
    assert counted.runs == 0

    opened.keep(WORDS)
    assert counted.runs == 1
    assert vault.open(WORDS) is not None
    assert counted.runs == 2
    assert vault.open(OTHER_WORDS) is None
    assert counted.runs == 3
    for typed in ("", "acorn", "a b c d e f g", "a" * 10_000):
        with pytest.raises(NotSixWords):
            vault.open(typed)
    assert counted.runs == 3


def test_fifty_who_open_at_once_wait_or_are_told(vault: Vault, counted: type[Counted]) -> None:
    opened, _ = vault.begin()
    opened.keep(WORDS)
    counted.runs, counted.gate = 0, threading.Event()
    told = 0

    waiting = []
    for _ in range(50):
        try:
            waiting.append(vault.open_soon(WORDS))
        except Busy:
            told += 1
    counted.gate.set()
    plans = [one.result(timeout=30) for one in waiting]

    assert told == 50 - SLOTS - QUEUE
    assert counted.runs == SLOTS + QUEUE
    assert counted.most <= SLOTS
    assert all(plan is not None for plan in plans)


def test_a_plan_not_kept_opens_with_its_secret_and_with_nothing_else(start: Start) -> None:
    vault = start()
    opened, secret = vault.begin()
    _, other = vault.begin()
    opened.say(a_turn(1))

    again = start().resume(secret)

    assert again is not None
    assert again.turns == (a_turn(1),)
    assert (found := start().resume(other)) is not None
    assert found.turns == ()
    assert start().resume(secret[::-1]) is None


def test_a_plan_nobody_keeps_is_swept_when_nobody_holds_it(start: Start) -> None:
    vault = start()
    opened, secret = vault.begin()
    kept, _ = vault.begin()
    kept.keep(WORDS)
    kept.close()

    assert [vault.sweep(sweeps=1) for _ in range(3)] == [0, 0, 0]
    opened.say(a_turn(1))
    opened.close()
    assert [vault.sweep(sweeps=1) for _ in range(3)] == [0, 1, 0]

    assert vault.resume(secret) is None
    assert vault.open(WORDS) is not None


def test_a_plan_lies_open_only_while_somebody_holds_it(vault: Vault) -> None:
    one, _ = vault.begin()
    one.keep(WORDS)
    two = vault.open(WORDS)
    assert two is not None

    one.close()
    vault.sweep()
    assert list(vault._open) == [two.plan_id]
    two.close()
    vault.sweep()
    assert not vault._open
    assert not vault._hands


def test_opening_and_locking_at_the_same_time_loses_nothing(vault: Vault) -> None:
    opened, _ = vault.begin()
    opened.keep(WORDS)
    opened.close()
    troubles: list[str] = []

    def come_and_go(who: int) -> None:
        for number in range(15):
            plan = vault.open(WORDS)
            if plan is None:
                troubles.append("not found")
                return
            save = plan.say_soon(a_turn(who * 100 + number))
            plan.close()
            save.result(timeout=10)

    threads = [threading.Thread(target=come_and_go, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    plan = vault.open(WORDS)
    assert troubles == []
    assert plan is not None
    assert len(plan.turns) == 60
    plan.verify()


def test_after_closing_nothing_opens_and_nothing_is_half_done(start: Start, folder: Path) -> None:
    vault = start()
    opened, secret = vault.begin()
    save = opened.say_soon(a_turn(1))
    vault.close()
    vault.close()

    save.result(timeout=1)
    with pytest.raises(Locked):
        _ = opened.turns
    opened.close()
    with pytest.raises(CouldNotKeep):
        vault.begin()
    again = start().resume(secret)
    assert again is not None
    assert again.turns == (a_turn(1),)
    assert {path.name for path in folder.iterdir()} >= {"plans.sqlite", "keys.sqlite", "ballast"}
