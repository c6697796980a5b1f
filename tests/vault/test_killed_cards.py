"""The process is killed while two cards are made or taken back: they open the plan, or they do not."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path

from perinatal.vault.vault import Vault
from tests.vault import being_killed
from tests.vault.saying import WORDS
from tests.vault.test_killed import kill_during

Start = Callable[[], Vault]
KILLS = 40
PAIRS = (being_killed.cards_after(0), being_killed.cards_after(1))


def test_two_cards_are_as_they_were_before_or_after_each_step_through_many_kills(start: Start, folder: Path) -> None:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.vault.being_killed"])
    opened, _ = start().begin()
    opened.keep(WORDS)
    start().close()
    first = 0

    for _ in range(KILLS):
        told = [n for n in kill_during(processes, being_killed.two_cards, folder, first) if isinstance(n, int)]

        vault = start()
        again = vault.open(WORDS)
        assert again is not None
        again.verify()
        last = max(int(turn.id[1:]) for turn in again.turns)
        assert told[-1] <= last <= told[-1] + 1
        # Exactly the cards of the last step there is, and none of any step before.
        now = being_killed.cards_after(last)
        assert [pair for pair in PAIRS if pair and vault.open_soon(*pair).result()] == ([now] if now else [])
        assert again.has_side_door is (now is not None)
        first = last + 1
        vault.close()

    vault = start()
    vault.sweep()
    left = 2 + (being_killed.cards_after(first - 1) is not None)
    assert vault._store._keys.execute("SELECT count(*) FROM half").fetchone() == (left,), "nothing is left of old cards"
    assert vault._store._keys.execute("SELECT count(*) FROM unsettled").fetchone() == (0,)
