"""What every test may lean on. Tests of one folder keep their own helpers beside them."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from perinatal.toolkit import languages

TOUR = "the tour in "
LONGEST_FIRST = (
    TOUR,
    "tests/walk/test_canary.py",
    "tests/walk/test_explaining.py",
    "tests/walk/test_keys.py",
    "tests/walk/test_hiding.py",
    "tests/walk/test_handing_over.py",
    "tests/start/test_first_start.py",
    "tests/paper/test_things_last.py",
    "tests/vault/test_killed.py",
)
"""What takes longest begins first, so that no worker is left alone with it at the end."""

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")  # no test says anything about time

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The clone these tests stand in."""
    return ROOT


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first."""
    items.sort(key=lambda item: _rank(_group(item.nodeid)))


class Together(LoadScopeScheduling):
    """Tests of one file stay together, and so do all tests that read the walk through every page of one language."""

    def _split_scope(self, nodeid: str) -> str:
        return _group(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """How tests are handed out to those who run side by side."""
    return Together(config, log)


def _rank(group: str) -> int:
    return next((at for at, name in enumerate(LONGEST_FIRST) if group.startswith(name)), len(LONGEST_FIRST))


@cache
def _group(nodeid: str) -> str:
    file, _, name = nodeid.partition("::")
    if "tour: Tour" not in (ROOT / file).read_text():
        return file
    told = {*re.split(r"[\[\]-]", name)} & {*languages()}
    return TOUR + min(told, default="any language")
