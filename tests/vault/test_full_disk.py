"""The disk is full, for real: a small one is mounted where that is allowed; elsewhere files may not grow."""

import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from perinatal.care.audience import ONLY_ME
from perinatal.vault.link import link_id
from perinatal.vault.opened import Opened
from perinatal.vault.trouble import CouldNotKeep
from perinatal.vault.vault import Vault
from tests.vault.company import MIDWIFE, a_kept_plan, let_in, let_out, seen, show, suggested, visit
from tests.vault.conftest import QUICK
from tests.vault.links import CODE, COPY, hand_out, open_link, stop
from tests.vault.saying import CANARY, OTHER_WORDS, WORDS, a_turn

Start = Callable[[], Vault]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    mount = tmp_path / "disk"
    mount.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", mount], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("a small disk cannot be mounted here (that takes root); files that may not grow stand in for it")
    yield mount
    # Lazily, so that a test that stumbles with a file open leaves no disk behind.
    subprocess.run(["umount", "-l", mount], check=True)


def fill(disk: Path) -> None:
    """Leave no room at all."""
    with (disk / "full").open("ab", buffering=0) as file:
        for size in (4096, 512, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue


def say_until_full(opened: Opened, first: int) -> int:
    """Says turns until one cannot be kept; gives its number."""
    number = first
    with suppress(CouldNotKeep):
        for number in range(first, first + 10_000):
            opened.say(a_turn(number))
    with pytest.raises(CouldNotKeep, match="full") as trouble:
        opened.say(a_turn(number))
    assert CANARY not in str(trouble.value)
    return number


def test_on_a_full_disk_nothing_is_half_there_and_the_plan_still_reads(small_disk: Path) -> None:
    vault = Vault(small_disk / "data", cost=QUICK)
    opened, _ = vault.begin()
    opened.say(a_turn(0))
    opened.keep(WORDS)
    fill(small_disk)

    stopped = say_until_full(opened, 1)

    assert [turn.id for turn in opened.turns] == [f"t{number}" for number in range(stopped)]
    with pytest.raises(CouldNotKeep, match="full"):
        opened.say(a_turn(stopped), instead_of="t0")
    assert opened.turns[0] == a_turn(0)
    opened.verify()
    again = vault.open(WORDS)
    assert again is not None
    assert again.turns == opened.turns

    (small_disk / "full").unlink()
    opened.say(a_turn(stopped))
    vault.close()
    vault = Vault(small_disk / "data", cost=QUICK)
    restarted = vault.open(WORDS)
    assert restarted is not None
    assert len(restarted.turns) == stopped + 1
    vault.close()


@pytest.mark.parametrize("turns", [3, 1500])
def test_a_plan_is_forgotten_even_on_a_full_disk(small_disk: Path, turns: int) -> None:
    vault = Vault(small_disk / "data", cost=QUICK)
    opened, _ = vault.begin()
    saves = [opened.say_soon(a_turn(number)) for number in range(turns)]
    for save in saves:
        save.result(timeout=30)
    opened.keep(WORDS)
    fill(small_disk)
    say_until_full(opened, turns)

    opened.forget()

    assert vault.open(WORDS) is None
    (small_disk / "full").unlink()
    vault.sweep()
    assert vault._store._plans.execute("SELECT count(*) FROM turn").fetchone() == (0,)
    assert vault._store._plans.execute("SELECT count(*) FROM plan").fetchone() == (0,)
    vault.close()


def test_on_a_full_disk_each_step_of_sharing_is_made_whole_or_not_at_all(small_disk: Path) -> None:
    vault = Vault(small_disk / "data", cost=QUICK)
    opened, member = a_kept_plan(vault), vault.add_member(MIDWIFE)
    let_in(opened, member, "A", "B")
    (small_disk / "data" / "ballast").unlink()
    fill(small_disk)
    say_until_full(opened, 10)

    steps: list[Callable[[], object]] = [
        lambda: show(opened, member, "A"),
        lambda: let_out(opened, member),
        lambda: opened.change_soon(lambda draft: draft.address({"t1": (ONLY_ME, "")})).result(),
        lambda: visit(vault, member).tell(suggested(member)),
        lambda: opened.change_locks_soon(OTHER_WORDS).result(),
    ]
    for step in steps:
        before, grants = opened._plan.now, vault.grants(member)
        with pytest.raises(CouldNotKeep):
            step()
        assert opened._plan.now is before
        assert vault.grants(member) == grants
        assert {"t1", "t2"} <= set(seen(visit(vault, member)))
        opened.verify()

    (small_disk / "full").unlink()
    for step in steps[:1]:
        step()
    assert "t2" not in seen(visit(vault, member))
    opened.change_locks_soon(OTHER_WORDS).result()
    let_out(opened, member)
    vault.close()
    vault = Vault(small_disk / "data", cost=QUICK)
    again = vault.open(OTHER_WORDS)
    assert again is not None
    assert again.guests == ()
    assert vault.open(WORDS) is None
    vault.close()


def test_on_a_full_disk_a_link_is_made_opened_and_stopped_whole_or_not_at_all(small_disk: Path) -> None:
    vault = Vault(small_disk / "data", cost=QUICK)
    opened = a_kept_plan(vault)
    secret = hand_out(opened, code=CODE)
    (small_disk / "data" / "ballast").unlink()
    fill(small_disk)
    say_until_full(opened, 10)
    before = opened._plan.now

    for step in (lambda: hand_out(opened), lambda: stop(opened, secret), lambda: open_link(vault, secret, CODE)):
        with pytest.raises(CouldNotKeep):
            step()
        assert opened._plan.now is before

    (small_disk / "full").unlink()
    vault.sweep()
    assert [id for (id,) in vault._store._keys.execute("SELECT id FROM open")] == [link_id(secret)]
    assert open_link(vault, secret, CODE) == COPY
    stop(opened, secret)
    assert open_link(vault, secret, CODE) is None
    vault.close()


def test_a_half_that_cannot_go_on_a_full_disk_goes_with_the_next_sweep_and_the_stop_holds(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stop was written by then. To say that it was not would leave the plan telling what is not so."""
    vault = start()
    opened, member = a_kept_plan(vault), vault.add_member(MIDWIFE)
    let_in(opened, member, "A")
    (grant,) = vault.grants(member)

    def full(*_: object) -> None:
        raise CouldNotKeep

    with monkeypatch.context() as patch:
        patch.setattr(vault._store._halves, "drop", full)
        let_out(opened, member)

    assert vault.grants(member) == []
    assert opened.guests == ()
    assert vault._store._halves.of(grant.id)
    vault.sweep()
    assert not vault._store._halves.of(grant.id)
    opened.verify()


def test_files_that_may_not_grow_keep_nothing_and_lose_nothing(start: Start) -> None:
    vault = start()
    opened, secret = vault.begin()
    opened.say(a_turn(1))
    opened.verify()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, hard))
    try:
        with pytest.raises(CouldNotKeep) as trouble:
            opened.say(a_turn(2), instead_of="t1")
        assert opened.turns == (a_turn(1),)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert CANARY not in str(trouble.value)
    opened.say(a_turn(2), instead_of="t1")
    again = start().resume(secret)
    assert again is not None
    assert again.turns == (a_turn(2),)
