"""What every test may lean on. Tests of one folder keep their own helpers beside them."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The clone these tests stand in."""
    return ROOT
