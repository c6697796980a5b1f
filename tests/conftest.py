"""What every test may lean on. Tests of one folder keep their own helpers beside them."""

from functools import cache
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

LONGEST_FIRST = (
    "the tour",
    "tests/walk/test_canary.py",
    "tests/start/test_first_start.py",
    "tests/vault/test_killed.py",
)
"""What takes longest begins first, so that no worker is left alone with it at the end."""

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The clone these tests stand in."""
    return ROOT


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first."""
    rank = {name: at for at, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: rank.get(_group(item.nodeid), len(rank)))


class Together(LoadScopeScheduling):
    """Tests of one file stay together, and so do all files that read the one walk through every page."""

    def _split_scope(self, nodeid: str) -> str:
        return _group(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """How tests are handed out to those who run side by side."""
    return Together(config, log)


@cache
def _group(nodeid: str) -> str:
    file = nodeid.partition("::")[0]
    return "the tour" if "tour: Tour" in (ROOT / file).read_text() else file
