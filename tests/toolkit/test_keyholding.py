"""The parent holds the key: two cards for somebody she trusts, new locks, and the record beside a paper."""

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest

from perinatal.care.said import Kept
from perinatal.care.sharing import Entrusted
from perinatal.paper import Mark, Sheet, with_mark
from perinatal.toolkit import CouldNotKeep, Finding, OpenPlan, Shelf, Toolkit, toolkit
from perinatal.toolkit.hosting import NotKeptYet
from perinatal.toolkit.record import mark_of
from tests.toolkit.conftest import COPY, FullDisk, Place, do

End = Callable[[Toolkit, OpenPlan, str], Coroutine[Any, Any, str]]
OTHER = "acorn bishop candle drawer ember fiddle"


def reopened(place: Place, words: str, other: str | None = None) -> OpenPlan:
    place.plan.close()
    again = do(place.toolkit.open(words, other))
    assert again is not None
    return again


def printed(place: Place, plan: OpenPlan | None = None) -> Mark:
    """What stands on a paper that is printed now."""
    do(place.toolkit.print_booklet(plan or place.plan, COPY, all_of_it=True))
    return mark_of((plan or place.plan).opened.head)


def check(place: Place, plan: OpenPlan, mark: Mark) -> Finding:
    return do(place.toolkit.keys.check(plan, str(mark.entries), mark.in_groups))


# Two cards


def test_two_cards_open_the_plan_and_who_has_one_is_said_in_it(place: Place) -> None:
    place.answer("walrus 8823")
    do(place.toolkit.keep(place.plan, "en"))

    one, two = do(place.toolkit.keys.entrust(place.plan, "Rosa", "en"))

    assert do(place.toolkit.keys.entrusted(place.plan)) == Entrusted(name="Rosa")
    assert not any(word in t.model_dump_json() for t in place.plan.turns for word in (one, two))
    again = reopened(place, two, one)
    assert place.said(again) == ["walrus 8823"]
    assert again.by_cards
    do(place.toolkit.change_locks(again, "en"))
    assert not again.by_cards


def test_a_plan_that_no_words_open_has_no_cards(place: Place) -> None:
    with pytest.raises(NotKeptYet):
        do(place.toolkit.keys.entrust(place.plan, "Rosa", "en"))


def test_taken_back_the_cards_open_nothing_and_the_plan_says_so(place: Place) -> None:
    words = do(place.toolkit.keep(place.plan, "en"))
    cards = do(place.toolkit.keys.entrust(place.plan, "Rosa", "en"))

    do(place.toolkit.keys.take_back(place.plan, "en"))
    count = len(place.plan.turns)
    do(place.toolkit.keys.take_back(place.plan, "en"))

    assert len(place.plan.turns) == count
    assert do(place.toolkit.keys.entrusted(place.plan)) is None
    assert do(place.toolkit.open(*cards)) is None
    assert do(place.toolkit.open(words)) is not None


@pytest.mark.parametrize("end", [Toolkit.keep, Toolkit.change_locks])
def test_new_words_end_the_cards_in_what_the_plan_says_too(place: Place, end: End) -> None:
    do(place.toolkit.keep(place.plan, "en"))
    cards = do(place.toolkit.keys.entrust(place.plan, "Rosa", "en"))

    do(end(place.toolkit, place.plan, "en"))

    assert do(place.toolkit.keys.entrusted(place.plan)) is None
    assert do(place.toolkit.open(*cards)) is None


def test_cards_are_said_to_stand_only_while_they_open(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that is full by then, the new words could not be noted: the cards are ended all the same."""
    do(place.toolkit.keep(place.plan, "en"))
    do(place.toolkit.keys.entrust(place.plan, "Rosa", "en"))
    FullDisk.full = True
    do(place.toolkit.keep(place.plan, "en"))

    assert not isinstance(place.plan.turns[-1].said, Kept)
    assert do(place.toolkit.keys.entrusted(place.plan)) is None


def test_on_a_full_disk_no_card_is_made(place: Place) -> None:
    do(place.toolkit.keep(place.plan, "en"))
    FullDisk.full = True

    with pytest.raises(CouldNotKeep):
        do(place.toolkit.keys.entrust(place.plan, "Rosa", "en"))

    FullDisk.full = False
    assert do(place.toolkit.keys.entrusted(place.plan)) is None


def test_who_has_a_card_cannot_be_taken_out_as_if_it_had_never_been(place: Place) -> None:
    do(place.toolkit.keep(place.plan, "en"))
    do(place.toolkit.keys.entrust(place.plan, "Rosa", "en"))

    do(place.toolkit.take_out(place.plan, place.plan.turns[-1].id, "en"))

    assert do(place.toolkit.keys.entrusted(place.plan)) == Entrusted(name="Rosa")


@pytest.mark.parametrize("typed", [("",), ("a b c",), (OTHER,), (OTHER, OTHER), (OTHER, "")])
def test_only_words_of_this_plan_are_known_to_open_it(place: Place, typed: tuple[str, ...]) -> None:
    words = do(place.toolkit.keep(place.plan, "en"))

    assert do(place.toolkit.keys.opens(place.plan, *typed)) is False
    assert do(place.toolkit.keys.opens(place.plan, words.upper())) is True


# The record


def test_what_stands_on_paper_matches_from_the_moment_it_is_printed(place: Place) -> None:
    place.answer("first")

    mark = printed(place)

    assert mark.entries == len(place.plan.turns)
    assert check(place, place.plan, mark) is Finding.MATCHES


@pytest.mark.parametrize("sheet", ["booklet", "card"])
def test_the_paper_speaks_of_its_own_printing_too(place: Place, monkeypatch: pytest.MonkeyPatch, sheet: str) -> None:
    marks: list[Mark] = []

    def noted(sheet: Sheet, mark: Mark, words: Shelf) -> Sheet:
        marks.append(mark)
        return with_mark(sheet, mark, words)

    monkeypatch.setattr(toolkit, "with_mark", noted)
    if sheet == "booklet":
        do(place.toolkit.print_booklet(place.plan, COPY, all_of_it=True))
    else:
        do(place.toolkit.print_card(place.plan, COPY, picks=frozenset(), drug_words=False))
    do(place.toolkit.print_words(place.plan, COPY, OTHER))
    do(place.toolkit.print_half(place.plan, COPY, OTHER))

    (mark,) = marks  # and none for the cards with words on them
    assert mark.entries == 1
    assert check(place, place.plan, mark) is Finding.MATCHES


def test_an_old_paper_still_matches_after_all_a_parent_may_do(place: Place) -> None:
    place.answer("first")
    mark = printed(place)

    place.now += timedelta(minutes=11)
    place.answer("second")
    do(place.toolkit.take_out(place.plan, place.plan.turns[0].id, "en"))
    place.now += timedelta(minutes=11)
    do(place.toolkit.keep(place.plan, "en"))
    words = do(place.toolkit.change_locks(place.plan, "en"))

    assert place.said() == ["second"], "the first one is erased by now"
    assert check(place, place.plan, mark) is Finding.MATCHES
    assert check(place, reopened(place, words), mark) is Finding.MATCHES


def test_a_paper_with_more_entries_than_there_are_says_that_some_are_missing(place: Place) -> None:
    mark = printed(place)

    assert check(place, place.plan, mark.model_copy(update={"entries": 9, "digest": "A" * 26})) is Finding.MISSING


def test_a_paper_of_another_record_says_that_it_was_changed(place: Place) -> None:
    mark = printed(place)

    assert check(place, place.plan, mark.model_copy(update={"digest": mark.digest[::-1]})) is Finding.CHANGED


def test_a_row_that_somebody_changed_is_told_whatever_is_typed(place: Place) -> None:
    mark = printed(place)
    place.toolkit._vault._store._plans.execute("UPDATE turn SET sealed = zeroblob(80) WHERE n = 1")

    assert check(place, place.plan, mark) is Finding.CHANGED


def test_a_slip_of_the_hand_is_not_called_a_change(place: Place) -> None:
    place.answer("first")
    mark = printed(place)
    wrong = ("A" if mark.digest[0] != "A" else "B") + mark.digest[1:]

    assert check(place, place.plan, mark.model_copy(update={"digest": wrong})) is Finding.NEARLY
    assert check(place, place.plan, mark.model_copy(update={"entries": 1})) is Finding.NEARLY
    assert check(place, place.plan, mark.model_copy(update={"entries": 77})) is Finding.NEARLY


def test_what_stands_on_paper_is_read_however_it_is_typed(place: Place) -> None:
    mark = printed(place)
    looks_like = mark.digest.lower().replace("o", "0").replace("i", "1").replace("b", "8")
    typed = [
        (f" {mark.entries} ", mark.digest.lower()),
        (str(mark.entries), "-".join(mark.in_groups.split())),
        (str(mark.entries), looks_like),
        (mark.whole, ""),
        ("", f" {mark.whole.lower()}\n"),
    ]

    found = [do(place.toolkit.keys.check(place.plan, *each)) for each in typed]

    assert found == [Finding.MATCHES] * len(typed)


@pytest.mark.parametrize(
    "typed", [("", ""), ("x", "A" * 26), ("3", "A" * 25), ("3", "9" * 26), ("0", "A" * 26), ("²", "A" * 26)]
)
def test_what_stands_on_no_paper_is_said_to_be_so(place: Place, typed: tuple[str, str]) -> None:
    assert do(place.toolkit.keys.check(place.plan, *typed)) is Finding.UNREADABLE
