"""The process is killed, or the power goes, in the middle of anything. Every acknowledged word is there after."""

import multiprocessing
import os
import random
import shutil
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from pathlib import Path

import pytest

from perinatal.vault.member import Member
from perinatal.vault.opened import Opened
from perinatal.vault.vault import Vault
from tests.vault import being_killed
from tests.vault.company import MIDWIFE, TODAY, for_team, let_in, let_out, seen, show, suggested, visit
from tests.vault.conftest import QUICK
from tests.vault.saying import OTHER_WORDS, WORDS, a_turn

Start = Callable[[], Vault]
KILLS = {"save": 70, "change words": 20, "forget": 40, "share and stop": 70}
"""Two hundred in all."""


@pytest.fixture(scope="module")
def processes() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.vault.being_killed"])
    return context


def kill_during(
    processes: multiprocessing.context.ForkServerContext, work: Callable[..., None], *given: object
) -> list[object]:
    """Lets the work begin, kills it a moment later with no chance to tidy up; what it had acknowledged until then."""
    mine, theirs = processes.Pipe(duplex=False)
    process = processes.Process(target=work, args=(*given, theirs), daemon=True)
    process.start()
    theirs.close()
    acknowledged = [mine.recv()]
    for _ in range(random.randrange(12)):
        acknowledged.append(mine.recv())
    wait([process.sentinel], timeout=random.random() * 0.003)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join(timeout=10)
    acknowledged += rest_of(mine)
    process.close()
    return acknowledged


def rest_of(pipe: Connection) -> list[object]:
    rest = []
    try:
        while pipe.poll(timeout=1):
            rest.append(pipe.recv())
    except (EOFError, OSError):
        pass  # the other end is gone, and so is the last thing it was about to say
    pipe.close()
    return rest


def test_every_acknowledged_word_is_there_after_each_kill(
    start: Start, folder: Path, processes: multiprocessing.context.ForkServerContext
) -> None:
    _, secret = start().begin()
    start().close()
    seen: set[int] = set()

    for kill in range(KILLS["save"]):
        first = kill * 1000
        kept = [n for n in kill_during(processes, being_killed.save, folder, secret, first) if isinstance(n, int)]

        vault = start()
        opened = vault.resume(secret)
        assert opened is not None
        opened.verify()
        there = {int(turn.id[1:]) for turn in opened.turns}
        said = opened.head.n
        vault.close()
        # Nothing acknowledged is lost, nothing kept before is lost, and of each two exactly one stands.
        assert {n for n in kept if n % 2 or n + 1 not in there} <= there
        assert seen <= there
        assert all((n ^ 1) not in there for n in there)
        # One more than was told may be there, if the kill came between the two. Whole, or not at all.
        assert max(there) <= kept[-1] + 1
        seen = {n for n in there if n % 2} | {n for n in there if n < kept[-1]}
    assert said >= KILLS["save"]

    again = start().resume(secret)
    assert again is not None
    assert all(turn == a_turn(n := int(turn.id[1:]), being_killed.words_of(n)) for turn in again.turns)


def test_words_killed_while_changing_are_the_old_or_the_new(
    start: Start, folder: Path, processes: multiprocessing.context.ForkServerContext
) -> None:
    opened, _ = start().begin()
    opened.say(a_turn(1))
    opened.keep(WORDS)
    start().close()

    for _ in range(KILLS["change words"]):
        kill_during(processes, being_killed.change_words, folder)

        vault = start()
        plans = [plan for words in (WORDS, OTHER_WORDS) if (plan := vault.open(words))]
        assert [plan.turns for plan in plans] == [(a_turn(1),)]
        vault.close()


def test_a_plan_killed_while_it_is_forgotten_is_whole_or_gone(
    start: Start, folder: Path, processes: multiprocessing.context.ForkServerContext
) -> None:
    start().add_member(MIDWIFE)
    start().close()

    for _ in range(KILLS["forget"]):
        told = kill_during(processes, being_killed.begin_and_forget, folder)

        vault = start()
        secrets = [one for one in told if isinstance(one, bytes)]
        forgotten = [one for one in told if isinstance(one, int)]
        plans = [vault.resume(secret) for secret in secrets]
        assert plans[: len(forgotten)] == [None] * len(forgotten)
        left = [plan for plan in plans if plan is not None]
        assert all(plan.turns[0] == for_team(1, "A") for plan in left)
        member = vault.sign_in_soon(MIDWIFE).result()
        assert member is not None
        assert {grant.plan for grant in vault.grants(member)} <= {plan.plan_id for plan in left}
        for plan in left:
            plan.forget()
        vault.close()
    vault = start()
    vault.sweep(sweeps=0)
    assert not vault.sweep(sweeps=0)
    for table in ("turn", "granted", "mail"):
        assert vault._store._plans.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert vault._store._keys.execute("SELECT count(*) FROM half").fetchone() == (1,), "the member's own, and no other"


def test_what_is_shared_is_as_it_was_before_or_after_each_step_through_each_kill(
    start: Start, folder: Path, processes: multiprocessing.context.ForkServerContext
) -> None:
    vault = start()
    opened, _ = vault.begin()
    opened.keep(WORDS)
    opened.say(for_team(1_000_000, "B"))
    vault.add_member(MIDWIFE)
    start().close()
    first, mail = 0, set[str]()

    for _ in range(KILLS["share and stop"]):
        told = kill_during(processes, being_killed.company, folder, first)
        mail |= {one for one in told if isinstance(one, str)}

        vault = start()
        again, member = vault.open(WORDS), vault.sign_in_soon(MIDWIFE).result()
        assert again is not None
        assert member is not None
        again.verify()
        there = {turn.id for turn in again.turns}
        last = max(number for one in there if (number := int(one[1:])) < 1_000_000 and one[0] == "t")
        parts = being_killed.parts_after(last)
        # All that was acknowledged is there: turns, and what the member left. One more step may be, whole.
        assert {f"t{n}" for n in told if isinstance(n, int)} | mail <= there
        assert last <= max(n for n in told if isinstance(n, int)) + 1
        assert [set(guest.parts) for guest in again.guests] == ([parts] if parts else [])
        assert (seen_parts(vault, member) if parts else set(vault.grants(member))) == parts
        first = last + 1 if (last + 1) % 4 == 0 else finish_round(again, member, last)
        vault.close()
    vault = start()
    vault.sweep()
    halves = vault._store._keys.execute("SELECT count(*) FROM half").fetchone()
    assert halves == (3,), "one for the plan, one for its door, one for the member's: nothing is left of any grant"
    assert vault._store._keys.execute("SELECT count(*) FROM unsettled").fetchone() == (0,)


def seen_parts(vault: Vault, member: Member) -> set[str]:
    """What the member's own way in opens; and it reads."""
    looking = visit(vault, member)
    assert "t1000000" in seen(looking)
    return set(looking.parts)


def finish_round(opened: Opened, member: Member, last: int) -> int:
    """Let the member out, as the last step of a round does; the number of the next one."""
    number = last - last % 4 + 3
    if opened.guests:
        opened.change_soon(
            lambda draft: draft.say(for_team(number, "A")), *being_killed.steps_of(number, member)
        ).result()
    return number + 1


def test_a_log_cut_anywhere_opens_at_something_that_was_kept(start: Start, folder: Path, tmp_path: Path) -> None:
    opened, secret = start().begin()
    said = [opened.turns]
    for number in range(12):
        opened.say(a_turn(number), instead_of=f"t{number - 1}" if number % 3 == 2 else None)
        said.append(opened.turns)
    log = (folder / "plans.sqlite-wal").read_bytes()
    met: set[int] = set()

    for length in range(0, len(log) + 1531, 1531):
        cut = tmp_path / "cut"
        cut.mkdir()
        for name in ("plans.sqlite", "keys.sqlite", "keys.sqlite-wal"):
            shutil.copy(folder / name, cut / name)
        (cut / "plans.sqlite-wal").write_bytes(log[:length])
        vault = Vault(cut, cost=QUICK)
        found = vault.resume(secret)
        if found is not None:
            found.verify()
            met.add(said.index(found.turns))
        vault.close()
        shutil.rmtree(cut)

    assert met == set(range(len(said)))


def test_a_log_cut_anywhere_while_sharing_opens_at_a_step_that_was_made(
    start: Start, folder: Path, tmp_path: Path
) -> None:
    """The plans' log alone is cut: it is older than the keys then, as after a crash, and shows less, never more."""
    vault = start()
    opened, _ = vault.begin()
    opened.keep(WORDS)
    member = vault.add_member(MIDWIFE)
    vault._store.scrub()
    steps = [
        lambda: opened.say(for_team(1, "A")),
        lambda: let_in(opened, member, "A", "B"),
        lambda: visit(vault, member).tell(suggested(member)),
        lambda: show(opened, member, "A"),
        lambda: let_out(opened, member),
        lambda: let_in(opened, member, "A"),
        lambda: opened.change_soon(lambda draft: draft.address({"t1": (a_turn(1).audience, "")})).result(),
    ]
    met = [state(opened)]
    for step in steps:
        step()
        met.append(state(opened))
    log = (folder / "plans.sqlite-wal").read_bytes()

    found = [state_after_a_cut(folder, tmp_path / "cut", log[:length]) for length in range(0, len(log) + 512, 512)]

    assert all(one in met for one in found)
    assert found[0] == met[0]
    assert found[-1] == met[-1]


def state(opened: Opened) -> object:
    """What is said, to whom, and what is shown to whom."""
    turns = [(turn.id, turn.audience, turn.part) for turn in opened.turns]
    return turns, [(guest.member, dict(guest.parts)) for guest in opened.guests]


def state_after_a_cut(folder: Path, cut: Path, log: bytes) -> object:
    """What a copy of this folder opens at, with only so much of the plans' log; members' ways in must open too."""
    cut.mkdir()
    for name in ("plans.sqlite", "keys.sqlite", "keys.sqlite-wal"):
        shutil.copy(folder / name, cut / name)
    (cut / "plans.sqlite-wal").write_bytes(log)
    (cut / "ballast").touch()  # there already, so that none is made at each of some hundred starts
    vault = Vault(cut, cost=QUICK)
    opened, member = vault.open(WORDS), vault.sign_in_soon(MIDWIFE).result()
    assert opened is not None
    assert member is not None
    opened.verify()
    for grant in vault.grants(member):  # one whose half went is not among them
        vault.visit(member, grant, lambda: TODAY).turns()
    found = state(opened)
    vault.close()
    shutil.rmtree(cut)
    return found
