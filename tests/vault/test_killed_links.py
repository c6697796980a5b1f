"""The process is killed while links are made, opened and stopped. What was acknowledged is so afterwards."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path

import pytest

from perinatal.vault.link import link_id
from perinatal.vault.vault import Vault
from tests.vault import being_killed
from tests.vault.company import a_kept_plan
from tests.vault.links import COPY, open_link, openings
from tests.vault.saying import WORDS
from tests.vault.test_killed import kill_during

Start = Callable[[], Vault]
KILLS = 25


@pytest.fixture(scope="module")
def processes() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.vault.being_killed"])
    return context


def test_links_killed_at_any_moment_are_open_or_over_and_no_opening_is_untold(
    start: Start, folder: Path, processes: multiprocessing.context.ForkServerContext
) -> None:
    a_kept_plan(start())
    start().close()
    told: set[str] = set()

    for _ in range(KILLS):
        heard = kill_during(processes, being_killed.links, folder)

        vault = start()
        opened = vault.open(WORDS)
        assert opened is not None
        opened.verify()
        by = {turn.by for turn in openings(opened)}
        known = {what: {secret for said, secret in heard if said == what} for what in ("made", "opened", "stopped")}
        assert {link_id(secret).hex() for secret in known["opened"]} | told <= by
        assert [open_link(vault, secret) for secret in known["stopped"]] == [None] * len(known["stopped"])
        assert not vault._store._halves.of(*map(link_id, known["stopped"]))
        # The last one may have been stopped by the time of the kill, though nobody was told so. Else it opens.
        left = known["made"] - known["stopped"]
        assert all(open_link(vault, secret) in (COPY, None) for secret in left)
        rings = {link.id for link in opened._plan.now.ring.links}
        assert {link_id(secret) for secret in left if open_link(vault, secret)} <= rings
        told = {turn.by for turn in openings(opened)}
        vault.close()


def test_no_half_is_left_of_a_link_that_was_never_made(
    start: Start, folder: Path, processes: multiprocessing.context.ForkServerContext
) -> None:
    """A half is written before its link. What a kill leaves of that is gone after the next start."""
    a_kept_plan(start())
    start().close()

    for _ in range(KILLS):
        kill_during(processes, being_killed.links, folder)

        vault = start()
        store = vault._store
        rows = {id for (id,) in store._plans.execute("SELECT id FROM link")}
        counted = {id for (id,) in store._keys.execute("SELECT id FROM open")}
        assert rows == counted == set(store._halves.of(*rows, *counted))
        vault.close()
