"""A small shelf on disk for each test that asks for one."""

from pathlib import Path

import pytest

from tests.library.small_shelf import small_shelf


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a small shelf without mistakes."""
    return small_shelf(tmp_path)
