"""The links a paper is checked against: they stay through erasing and new locks, and a changed row is noticed."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from perinatal.vault.chain import DIGEST, digest
from perinatal.vault.opened import Opened
from perinatal.vault.trouble import Tampered
from perinatal.vault.vault import Vault
from tests.vault.company import a_kept_plan
from tests.vault.saying import OTHER_WORDS, WORDS, a_turn

Start = Callable[[], Vault]


@pytest.fixture
def opened(vault: Vault) -> Opened:
    return a_kept_plan(vault)


def links(opened: Opened) -> tuple[bytes, ...]:
    return opened.links_soon().result()


def test_the_last_link_is_the_heads_and_there_is_one_for_each_turn_ever_said(opened: Opened) -> None:
    assert len(links(opened)) == opened.head.n == 3
    assert links(opened)[-1] == opened.head.link
    assert len(set(links(opened))) == 3


@pytest.mark.parametrize(
    "how",
    [
        lambda opened: opened.say(a_turn(9)),
        lambda opened: opened.erase("t2"),
        lambda opened: opened.say(a_turn(9), instead_of="t3"),
        lambda opened: opened.keep(OTHER_WORDS),
        lambda opened: opened.change_locks_soon(OTHER_WORDS).result(),
        lambda opened: opened.change_soon(lambda draft: draft.address({"t1": (a_turn(1).audience, "")})).result(),
    ],
    ids=["saying", "erasing", "saying instead", "new words", "new locks", "other readers"],
)
def test_what_was_printed_still_matches_after(opened: Opened, how: Callable[[Opened], object]) -> None:
    printed = links(opened)

    how(opened)

    assert links(opened)[: len(printed)] == printed


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE turn SET link = zeroblob(32) WHERE n = 2",
        "UPDATE turn SET sealed = (SELECT sealed FROM turn WHERE n = 1) WHERE n = 2",
        "UPDATE turn SET n = 9 WHERE n = 2",
        "DELETE FROM turn WHERE n = 3",
        "DELETE FROM turn WHERE n = 1",
        "INSERT INTO turn SELECT plan, 4, lock, sealed, link FROM turn WHERE n = 3",
    ],
    ids=["a link", "words", "order", "the end cut off", "one taken out", "one put in"],
)
def test_a_row_that_somebody_changed_is_named(vault: Vault, opened: Opened, change: str) -> None:
    """Attack 76: change, remove, reorder, insert, truncate."""
    vault._store._plans.execute(change)

    with pytest.raises(Tampered):
        links(opened)


def test_an_older_copy_of_the_plans_has_fewer_entries_than_the_paper(
    start: Start, folder: Path, opened: Opened
) -> None:
    """Attack 77: the copy is whole in itself, so only the paper can tell."""
    opened.close()
    start().close()
    shutil.copy(folder / "plans.sqlite", folder.parent / "old")
    vault = start()
    later = vault.open(WORDS)
    assert later is not None
    later.say(a_turn(9))
    printed = later.head.n
    vault.close()

    shutil.copy(folder.parent / "old", folder / "plans.sqlite")
    again = start().open(WORDS)

    assert again is not None
    again.verify()
    assert len(links(again)) < printed


def test_a_digest_is_half_of_a_link_in_signs_that_can_be_told_apart() -> None:
    signs = digest(bytes(range(32)))

    assert signs == "AAAQEAYEAUDAOCAJBIFQYDIOB4"
    assert len(signs) == DIGEST
    assert re.fullmatch("[A-Z2-7]{26}", signs)
    assert signs == digest(bytes(range(16)) + bytes(16))
    assert signs != digest(bytes(range(15)) + bytes(17))
