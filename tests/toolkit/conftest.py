"""A toolkit with a real vault in a folder of its own, and a clock that a test moves."""

import asyncio
from collections.abc import Coroutine, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest

from perinatal.care.said import Answered
from perinatal.exchange import age
from perinatal.toolkit import Copy, CouldNotKeep, OpenPlan, Toolkit
from perinatal.vault import Cost, Vault
from perinatal.vault.sqlite_store import SQLiteStore
from perinatal.vault.store import Change

T = TypeVar("T")
QUICK = Cost(memory_kib=64, passes=1)
COPY = Copy(language="en")


class FullDisk(SQLiteStore):
    """A real store, on a disk that can be full."""

    full = False

    def commit(self, changes: Sequence[Change]) -> None:
        if FullDisk.full:
            raise CouldNotKeep
        super().commit(changes)


class Place:
    """A toolkit, its clock, and one plan."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2026, 11, 22, 12, tzinfo=UTC)
        self.toolkit = Toolkit(Vault(folder, cost=QUICK, store=FullDisk), now=lambda: self.now)
        self.plan, self.secret = do(self.toolkit.begin())

    def answer(self, words: str, question: str = "A1") -> None:
        do(self.toolkit.answer(self.plan, question, words, "en"))

    def said(self, plan: OpenPlan | None = None) -> list[str]:
        """The words of every answer there is, erased ones not."""
        return [t.said.words for t in (plan or self.plan).turns if isinstance(t.said, Answered)]


def do(coroutine: Coroutine[Any, Any, T]) -> T:
    """Wait for it."""
    return asyncio.run(coroutine)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    FullDisk.full = False
    made = Place(tmp_path)
    yield made
    FullDisk.full = False
    made.toolkit.close()


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Another server, with a plan of its own."""
    made = Place(tmp_path_factory.mktemp("elsewhere"))
    yield made
    made.toolkit.close()


@pytest.fixture
def quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that cost little to make."""
    monkeypatch.setattr(age, "WORK", 4)
