"""One thread that writes, for everybody."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from perinatal.vault.sqlite_store import SQLiteStore
from perinatal.vault.store import Change
from perinatal.vault.trouble import Clash, CouldNotKeep, NoSuchTurn
from perinatal.vault.vault import Vault
from tests.vault.conftest import QUICK
from tests.vault.saying import a_turn


class Watched(SQLiteStore):
    """A store that counts what goes into each commit, and can be told which plan to stumble over."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.sizes: list[int] = []
        self.stumbling = b""
        self.breaking = False

    def commit(self, changes: Sequence[Change]) -> None:
        self.sizes.append(len(changes))
        if self.breaking:
            raise ZeroDivisionError
        if any(change.plan == self.stumbling for change in changes):
            raise Clash
        super().commit(changes)


@pytest.fixture
def watched(folder: Path) -> Watched:
    return Watched(folder)


@pytest.fixture
def vault(watched: Watched) -> Vault:
    return Vault(Path(), cost=QUICK, store=lambda _: watched)


def held_up(vault: Vault) -> threading.Event:
    """Keeps the writing thread busy until the event is set."""
    gate = threading.Event()
    vault._writer.errand(lambda: gate.wait(timeout=10))
    return gate


def test_people_who_save_at_once_share_one_commit(vault: Vault, watched: Watched) -> None:
    plans = [vault.begin()[0] for _ in range(20)]
    gate = held_up(vault)

    saves = [plan.say_soon(a_turn(number)) for number in range(3) for plan in plans]
    gate.set()
    for save in saves:
        save.result(timeout=10)

    assert watched.sizes == [60]
    assert all(len(plan.turns) == 3 for plan in plans)
    for plan in plans:
        plan.verify()
    vault.close()


def test_one_plans_trouble_is_not_anothers(vault: Vault, watched: Watched) -> None:
    plans = [vault.begin()[0] for _ in range(5)]
    watched.stumbling = plans[2].plan_id
    gate = held_up(vault)

    saves = [plan.say_soon(a_turn(1)) for plan in plans]
    gate.set()

    for plan, save in zip(plans, saves, strict=True):
        if plan is plans[2]:
            with pytest.raises(CouldNotKeep):
                save.result(timeout=10)
        else:
            save.result(timeout=10)
    assert [len(plan.turns) for plan in plans] == [1, 1, 0, 1, 1]
    watched.stumbling = b""
    plans[2].say(a_turn(1))
    for plan in plans:
        plan.verify()
    vault.close()


def test_a_change_that_cannot_be_made_does_not_hold_up_the_others(vault: Vault) -> None:
    one, two = vault.begin()[0], vault.begin()[0]
    gate = held_up(vault)

    eraser = threading.Thread(target=lambda: pytest.raises(NoSuchTurn, one.erase, "t9"))
    eraser.start()
    save = two.say_soon(a_turn(1))
    gate.set()
    save.result(timeout=10)
    eraser.join(timeout=10)

    assert len(two.turns) == 1
    vault.close()


def test_nobody_waits_for_ever_when_the_program_itself_goes_wrong(vault: Vault, watched: Watched) -> None:
    plan, _ = vault.begin()
    watched.breaking = True

    with pytest.raises(CouldNotKeep):
        plan.say_soon(a_turn(1)).result(timeout=10)

    watched.breaking = False
    plan.say(a_turn(1))
    assert len(plan.turns) == 1
    vault.close()


def test_a_save_goes_on_when_nobody_waits_for_it_any_more(vault: Vault) -> None:
    plan, _ = vault.begin()
    gate = held_up(vault)

    save = plan.say_soon(a_turn(1))
    assert not save.cancel()
    gate.set()
    save.result(timeout=10)

    assert len(plan.turns) == 1
    vault.close()
