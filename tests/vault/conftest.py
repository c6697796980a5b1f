"""A vault in a folder of its own, with a slow step that is quick."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from perinatal.vault.keys import Cost
from perinatal.vault.sqlite_store import SQLiteStore
from perinatal.vault.store import Store
from perinatal.vault.vault import Vault

QUICK = Cost(memory_kib=64, passes=1)
"""For tests about anything but the cost itself."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[[], Vault]]:
    """Starts the vault of this folder, after closing the one before, as a restart would."""
    started: list[Vault] = []

    def again() -> Vault:
        while started:
            started.pop().close()
        started.append(Vault(folder, cost=QUICK))
        return started[-1]

    yield again
    while started:
        started.pop().close()


@pytest.fixture
def vault(start: Callable[[], Vault]) -> Vault:
    return start()


@pytest.fixture(params=[SQLiteStore])
def store(request: pytest.FixtureRequest, folder: Path) -> Iterator[Store]:
    """Every kind of store; each has to pass the same tests."""
    made: Store = request.param(folder)
    yield made
    made.close()
