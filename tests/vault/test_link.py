"""A link opens for who has it, as often and as long as its parent said, and she is told each time, first."""

import os
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from perinatal.care.sharing import Looked
from perinatal.vault import link as links
from perinatal.vault import link_opening
from perinatal.vault import vault as vaults
from perinatal.vault.link import Envelope, link_id
from perinatal.vault.opened import Opened
from perinatal.vault.slots import Slots
from perinatal.vault.store import Left
from perinatal.vault.trouble import Busy, CouldNotKeep, EnoughWaiting
from perinatal.vault.vault import Vault
from tests.vault.company import TODAY, a_kept_plan
from tests.vault.links import CODE, COPY, hand_out, open_link, openings, stop, told
from tests.vault.saying import CANARY, OTHER_WORDS, WORDS, found

Start = Callable[[], Vault]


@pytest.fixture
def opened(vault: Vault) -> Opened:
    return a_kept_plan(vault)


def half_is_there(folder: Path, secret: bytes) -> bool:
    db = sqlite3.connect(folder / "keys.sqlite")
    tables = ("half", "open")
    rows = [db.execute(f"SELECT id FROM {table} WHERE id = ?", (link_id(secret),)).fetchall() for table in tables]
    db.close()
    assert len({bool(row) for row in rows}) == 1, "the half and the numbers beside it come and go together"
    return bool(rows[0])


def test_a_link_opens_as_often_as_was_said_and_no_more(vault: Vault, opened: Opened, folder: Path) -> None:
    secret = hand_out(opened, uses=2)

    assert [open_link(vault, secret) for _ in range(4)] == [COPY, COPY, None, None]
    assert not half_is_there(folder, secret)
    assert len(openings(opened)) == 2


def test_an_opening_is_on_the_disk_before_a_word_of_the_link_leaves(
    vault: Vault, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = hand_out(opened)
    seen: list[bool] = []

    def no_room(*_given: object) -> bool:
        seen.append(True)
        raise CouldNotKeep

    monkeypatch.setattr(vault._store, "use_link", no_room)
    with pytest.raises(CouldNotKeep):
        open_link(vault, secret)

    assert seen == [True]


def test_the_parent_learns_of_an_opening_at_once_or_with_the_next_opening_of_the_plan(
    start: Start, vault: Vault, opened: Opened
) -> None:
    secret = hand_out(opened)
    open_link(vault, secret)
    assert [turn.by for turn in openings(opened)] == [link_id(secret).hex()]
    opened.close()
    vault = start()

    open_link(vault, secret)

    again = vault.open(WORDS)
    assert again is not None
    assert [turn.said for turn in openings(again)] == [Looked(parts=frozenset("A"))] * 2


def test_where_no_more_can_be_told_nothing_is_shown_and_no_opening_is_lost(
    start: Start, vault: Vault, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vaults, "MOST_LOOKS", 0)
    vault = start()
    opened = vault.open(WORDS) or opened
    secret = hand_out(opened, code=CODE)
    before = opened.links

    with pytest.raises(EnoughWaiting):
        open_link(vault, secret, CODE)

    assert opened.links[link_id(secret)].uses == before[link_id(secret)].uses


def test_a_link_with_a_code_opens_with_it_however_a_tired_hand_types_it(vault: Vault, opened: Opened) -> None:
    secret = hand_out(opened, code=CODE, uses=3)

    assert open_link(vault, secret, "gravel hammer") is None
    assert open_link(vault, secret) is None
    assert open_link(vault, secret, "  Ácorn,  BISHOP ") == COPY
    assert opened.links[link_id(secret)] == Left(opened.links[link_id(secret)].day, 2, 9)


def test_no_code_given_is_no_wrong_try(vault: Vault, opened: Opened) -> None:
    secret = hand_out(opened, code=CODE, tries=1)

    assert [open_link(vault, secret, typed) for typed in ("", " ", "...")] == [None] * 3
    assert open_link(vault, secret, CODE) == COPY


def test_ten_wrong_codes_in_its_whole_life_end_a_link_for_good(
    start: Start, vault: Vault, opened: Opened, folder: Path
) -> None:
    secret = hand_out(opened, code=CODE, uses=10)
    for number in range(9):
        assert open_link(vault, secret, f"wrong {number}x") is None
        assert open_link(vault, secret, CODE) == COPY if number == 4 else True
    vault.close()
    vault = start()
    assert half_is_there(folder, secret)

    assert open_link(vault, secret, "wrong at last") is None

    assert not half_is_there(folder, secret)
    assert open_link(vault, secret, CODE) is None


def test_eleven_wrong_codes_at_once_are_ten_tries_and_the_link_is_gone(
    vault: Vault, opened: Opened, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, tried = hand_out(opened, code=CODE), []

    def counted(row: links.LinkRow, key: links.LinkKey) -> Envelope | None:
        tried.append(row.id)
        return links.open_envelope(row, key)

    monkeypatch.setattr(link_opening, "open_envelope", counted)
    asked = [vault.open_link_soon(secret, f"wrong {n}x", TODAY, told) for n in range(11)]
    assert [each.result() for each in asked] == [None] * 11

    assert len(tried) == 10
    assert not half_is_there(folder, secret)
    assert open_link(vault, secret, CODE) is None


def test_a_wrong_try_is_on_the_disk_before_it_is_made(
    start: Start, vault: Vault, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, left = hand_out(opened, code=CODE), []

    def look(*_given: object) -> Envelope | None:
        left.append(vault._store.links_left([link_id(secret)])[link_id(secret)].tries)
        return None

    monkeypatch.setattr(link_opening, "open_envelope", look)
    open_link(vault, secret, "wrong")

    assert left == [9]


def test_found_or_not_open_or_over_one_slow_step_is_taken(
    vault: Vault, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[bytes] = []
    coded, plain, used, over = (
        hand_out(opened, code=CODE),
        hand_out(opened),
        hand_out(opened, uses=1),
        hand_out(opened, day=TODAY - timedelta(days=1)),
    )
    open_link(vault, used)

    def counted(*given: object) -> links.LinkKey:
        steps.append(b"")
        return links.link_key(*given)  # type: ignore[arg-type]  whatever it was given

    monkeypatch.setattr(link_opening, "link_key", counted)
    for secret, code in ((coded, "wrong"), (coded, ""), (plain, ""), (used, ""), (over, ""), (os.urandom(32), "x")):
        steps.clear()
        open_link(vault, secret, code)
        assert len(steps) == 1


def test_a_crowd_is_told_so_before_any_try_is_counted(
    vault: Vault, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = hand_out(opened, code=CODE)
    full = Slots(slots=1, queue=-1)
    monkeypatch.setattr(vault, "_slots", full)

    with pytest.raises(Busy):
        vault.open_link_soon(secret, "wrong", TODAY, told)

    assert opened.links[link_id(secret)].tries == 10
    full.close()


def test_a_link_is_over_after_its_last_day_and_a_clock_set_back_brings_it_not_back(
    start: Start, vault: Vault, opened: Opened
) -> None:
    secret = hand_out(opened, day=TODAY, uses=9)
    assert open_link(vault, secret) == COPY

    assert open_link(vault, secret, today=TODAY + timedelta(days=1)) is None
    assert open_link(vault, secret, today=TODAY - timedelta(days=365)) is None
    vault.sweep()
    assert open_link(start(), secret) is None


def test_an_hour_after_its_last_day_the_half_of_a_link_is_gone(vault: Vault, opened: Opened, folder: Path) -> None:
    past, coming = hand_out(opened, day=TODAY), hand_out(opened, day=TODAY + timedelta(days=1))

    vault.day(TODAY + timedelta(days=1))
    vault.sweep()

    assert not half_is_there(folder, past)
    assert open_link(vault, coming, today=TODAY + timedelta(days=1)) == COPY


def test_a_stopped_link_opens_nothing_and_its_half_is_gone(vault: Vault, opened: Opened, folder: Path) -> None:
    secret, other = hand_out(opened), hand_out(opened)

    stop(opened, secret)

    assert open_link(vault, secret) is None
    assert not half_is_there(folder, secret)
    assert open_link(vault, other) == COPY


def test_new_locks_end_every_link(vault: Vault, opened: Opened, folder: Path) -> None:
    secret = hand_out(opened)

    opened.change_locks_soon(OTHER_WORDS).result()

    assert open_link(vault, secret) is None
    assert not half_is_there(folder, secret)


def test_what_is_forgotten_opens_by_no_link(vault: Vault, opened: Opened, folder: Path) -> None:
    secrets = [hand_out(opened) for _ in range(3)]

    opened.forget()

    assert [half_is_there(folder, secret) for secret in secrets] == [False] * 3
    assert [open_link(vault, secret) for secret in secrets] == [None] * 3


def test_an_opening_before_a_stop_is_never_lost(start: Start, vault: Vault, opened: Opened) -> None:
    """Nobody was there when it was opened; the stop takes in first what waited."""
    secret = hand_out(opened)
    opened.close()
    vault = start()
    open_link(vault, secret)
    again = vault.open(WORDS)
    assert again is not None

    stop(again, secret)

    assert len(openings(again)) == 1


def test_a_link_lies_in_no_file_as_it_was_handed_out(start: Start, vault: Vault, opened: Opened, folder: Path) -> None:
    secret = hand_out(opened, code=CODE)
    open_link(vault, secret, CODE)
    vault.close()

    assert found([CANARY, CODE, secret.hex()], folder) == []
    assert not [file for file in folder.rglob("*") if file.is_file() and secret in file.read_bytes()]
    start()
