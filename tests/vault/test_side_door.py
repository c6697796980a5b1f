"""Two cards that open a plan together: both do, one does not, and they end at once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from perinatal.vault.opened import Opened
from perinatal.vault.trouble import CouldNotKeep, NotSixWords, Tampered
from perinatal.vault.vault import Vault
from perinatal.vault.words import card_words
from tests.vault.company import a_kept_plan
from tests.vault.saying import OTHER_WORDS, WORDS, a_turn, found

Start = Callable[[], Vault]
ONE = "umbrella velvet walnut yarrow zipper anchor"
TWO = "basket copper dolphin emerald falcon garnet"
ENDS: dict[str, Callable[[Opened], object]] = {
    "taken back": lambda opened: opened.change_soon(lambda draft: draft.take_side_door_away()).result(),
    "new cards": lambda opened: opened.add_side_door_soon(ONE, OTHER_WORDS).result(),
    "new words": lambda opened: opened.keep(OTHER_WORDS),
    "new locks": lambda opened: opened.change_locks_soon(OTHER_WORDS).result(),
    "forgotten": lambda opened: opened.forget(),
}


@pytest.fixture
def opened(vault: Vault) -> Opened:
    opened = a_kept_plan(vault)
    opened.add_side_door_soon(ONE, TWO).result()
    return opened


def open_both(vault: Vault, one: str = ONE, two: str = TWO) -> Opened | None:
    return vault.open_soon(one, two).result()


def halves(vault: Vault) -> int:
    (count,) = vault._store._keys.execute("SELECT count(*) FROM half").fetchone()
    return count


@pytest.mark.parametrize(("one", "two"), [(ONE, TWO), (TWO, ONE), (f"  {TWO.upper()}", f"1. {ONE}\n")])
def test_both_cards_open_the_plan_whichever_is_typed_first(start: Start, opened: Opened, one: str, two: str) -> None:
    turns = opened.turns

    again = open_both(start(), one, two)

    assert again is not None
    assert again.turns == turns


@pytest.mark.parametrize("pair", [(ONE, ONE), (TWO, TWO), (ONE, WORDS), (WORDS, WORDS), (ONE, OTHER_WORDS)])
def test_one_card_opens_nothing_with_whatever_else(vault: Vault, opened: Opened, pair: tuple[str, str]) -> None:
    assert open_both(vault, *pair) is None
    assert opened.is_opened_by_soon(*pair).result() is False


def test_one_card_alone_opens_nothing_and_says_nothing(vault: Vault, opened: Opened) -> None:
    assert vault.open(ONE) is None
    assert vault.open(TWO) is None
    assert opened.is_opened_by_soon(ONE).result() is False


def test_what_is_not_two_times_six_words_is_refused_before_any_work(vault: Vault) -> None:
    for pair in ((ONE, ""), ("", TWO), (f"{ONE} {TWO}", ""), (ONE, f"{TWO} more")):
        with pytest.raises(NotSixWords):
            vault.open_soon(*pair)


def test_no_words_of_one_card_read_like_those_of_two() -> None:
    assert card_words(ONE, TWO) == card_words(TWO, ONE) != card_words(ONE)
    with pytest.raises(NotSixWords):
        card_words(f"{ONE}\n{TWO}")


def test_the_words_open_it_as_before_beside_the_cards(vault: Vault, opened: Opened) -> None:
    assert opened.has_side_door
    again = vault.open(WORDS)
    assert again is not None
    assert again.turns == opened.turns


@pytest.mark.parametrize("how", ENDS)
def test_what_ends_the_cards_ends_them_at_once(vault: Vault, opened: Opened, how: str) -> None:
    before = halves(vault)

    ENDS[how](opened)

    assert open_both(vault) is None
    assert halves(vault) == {"new cards": before, "forgotten": 0}.get(how, before - 1)
    rows = vault._store._plans.execute("SELECT count(*) FROM side").fetchone()
    assert rows == (1 if how == "new cards" else 0,)
    assert how == "forgotten" or opened.has_side_door is (how == "new cards")


@pytest.mark.parametrize("how", ENDS)
def test_cards_that_ended_open_no_old_copy_either(start: Start, folder: Path, opened: Opened, how: str) -> None:
    """Also with both cards, and with the right words of then: their half went."""
    opened.close()
    start().close()
    shutil.copy(folder / "plans.sqlite", folder.parent / "old")
    vault = start()
    again = vault.open(WORDS)
    assert again is not None
    ENDS[how](again)
    vault.close()

    shutil.copy(folder.parent / "old", folder / "plans.sqlite")
    vault = start()
    assert open_both(vault) is None
    assert open_both(vault, ONE, OTHER_WORDS) is None  # the door of the new cards is not in the old copy
    words_still_open = vault.open(WORDS)
    assert (words_still_open is None) is (how in ("new words", "new locks", "forgotten"))
    if words_still_open:
        assert not words_still_open.has_side_door


def test_cards_and_a_step_come_together_or_not_at_all(
    vault: Vault, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise CouldNotKeep

    with monkeypatch.context() as patch:
        patch.setattr(vault._store._people, "write", full)
        with pytest.raises(CouldNotKeep):
            opened.add_side_door_soon(ONE, OTHER_WORDS, lambda draft: draft.say(a_turn(9))).result()

    assert open_both(vault, ONE, OTHER_WORDS) is None
    assert open_both(vault) is not None
    assert "t9" not in {turn.id for turn in opened.turns}
    assert opened.is_opened_by_soon(ONE, TWO).result()


def test_no_word_of_a_card_lies_in_any_file(vault: Vault, opened: Opened, folder: Path) -> None:
    vault._store.scrub()
    assert found([ONE, TWO, *card_words(ONE, TWO).decode().split("\n")], folder) == []


def test_words_of_another_plan_are_not_words_of_this_one(vault: Vault, opened: Opened) -> None:
    other, _ = vault.begin()
    other.keep(OTHER_WORDS)

    assert opened.is_opened_by_soon(OTHER_WORDS).result() is False
    assert opened.is_opened_by_soon(WORDS).result() is True
    assert other.is_opened_by_soon(WORDS).result() is False


def test_a_side_door_that_somebody_moved_to_another_plan_opens_nothing(vault: Vault, opened: Opened) -> None:
    other, _ = vault.begin()
    other.keep(OTHER_WORDS)
    vault._store._plans.execute("UPDATE side SET plan = ?", (other.plan_id,))

    with pytest.raises(Tampered):
        open_both(vault)


def test_a_plan_that_was_swept_takes_its_side_door_along(vault: Vault) -> None:
    opened, _ = vault.begin()
    opened.add_side_door_soon(ONE, TWO).result()
    opened.close()

    assert vault.sweep(sweeps=0) == 1
    assert halves(vault) == 0
    assert vault._store._plans.execute("SELECT count(*) FROM side").fetchone() == (0,)
