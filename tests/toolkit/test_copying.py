"""A copy for one reader: never more than the parent said to them and shares with them, and she can only take away."""

from pathlib import Path

import pytest

from perinatal.care import Reader
from perinatal.care.said import Printed
from perinatal.library import shelf
from perinatal.toolkit import Copy, CopySheet, CouldNotKeep, Edition
from tests.toolkit.conftest import COPY, FullDisk, Place, do
from tests.toolkit.planted import FOR_THEM, MARKS, OTHERS, everything_in, tell
from tests.toolkit.test_offering import left_out, offered

EN = shelf("en")
ALL = frozenset({*EN.questions, *EN.topics, "1", "2", "3", "places", "goals"})


def printed(
    place: Place, reader: Reader, keep: frozenset[str] = ALL, sheet: CopySheet = CopySheet.BOOKLET, copy: Copy = COPY
) -> str:
    return everything_in(do(place.toolkit.copies.print(place.plan, reader, copy, keep=keep, sheet=sheet)))


@pytest.mark.parametrize("beside", ["", "es"])
@pytest.mark.parametrize("sheet", CopySheet)
def test_a_copy_for_the_birth_team_holds_none_of_the_marks_of_what_is_not_shared_with_it(
    place: Place, sheet: CopySheet, beside: str
) -> None:
    tell(place, MARKS)

    found = printed(place, Reader.BIRTH, sheet=sheet, copy=COPY.model_copy(update={"beside": beside}))

    assert len(MARKS) > 20
    assert [mark for mark in MARKS if mark in found.casefold()] == []
    assert FOR_THEM[3 if sheet is CopySheet.MONTHS else 0] in found


def test_it_holds_all_that_is_shared_with_it(place: Place) -> None:
    tell(place, MARKS)

    assert [words for words in FOR_THEM if words not in printed(place, Reader.BIRTH)] == []


def test_the_marks_are_there_to_be_found(place: Place) -> None:
    """A search that finds nothing is worth something only if it would find something."""
    tell(place, MARKS)

    told = "\n".join(turn.model_dump_json() for turn in place.plan.all_turns)
    assert [mark for mark in MARKS if mark not in told] == []
    assert MARKS[3] in printed(place, Reader.ME)


def test_what_is_left_out_changes_no_byte_of_a_copy(place: Place, tmp_path: Path) -> None:
    other = Place(tmp_path / "other")
    tell(place, MARKS)
    tell(other, OTHERS)
    do(other.toolkit.answer(other.plan, "B8", "one answer more", "en"))

    for sheet in CopySheet:
        made = [printed_by(each, sheet) for each in (place, other)]
        assert made[0] == made[1]
    other.toolkit.close()


def printed_by(place: Place, sheet: CopySheet) -> bytes:
    return do(place.toolkit.copies.print(place.plan, Reader.BIRTH, COPY, keep=ALL, sheet=sheet))


def test_the_parent_can_leave_more_out_and_never_put_more_in(place: Place) -> None:
    tell(place, MARKS)

    assert FOR_THEM[2] not in printed(place, Reader.BIRTH, keep=ALL - {"I3"})
    assert [words for words in FOR_THEM if words in printed(place, Reader.BIRTH, keep=frozenset({"A5", "B3"}))] == []


def test_a_hidden_part_is_in_no_copy_and_in_no_list(place: Place) -> None:
    tell(place, MARKS)
    do(place.toolkit.hiding.hide(place.plan, "A", "en", hidden=True))

    for reader in Reader:
        assert not {"A1", "A5"} & (offered(place, reader) | left_out(place, reader).keys())
        assert "Ana Maria" not in printed(place, reader)


def test_what_was_stopped_since_it_was_offered_is_not_printed(place: Place) -> None:
    room = tell(place, MARKS)
    keep = frozenset(offered(place, Reader.BIRTH))

    room.stop()

    found = printed(place, Reader.BIRTH, keep=keep)
    assert [words for words in FOR_THEM if words in found] == []


def test_a_copy_says_for_whom_it_is_on_its_first_page_and_at_the_foot(place: Place) -> None:
    place.answer("Ana")

    found = printed(place, Reader.BIRTH)

    assert EN.say("paper.copy.birth") in found
    assert "My copy for the birth team · printed 22 November 2026" in found


def test_a_copy_for_others_says_nothing_of_how_much_else_was_said(place: Place) -> None:
    place.answer("Ana")

    assert EN.say("paper.record.title") not in printed(place, Reader.BIRTH)
    assert EN.say("paper.record.title") in printed(place, Reader.ME)


def test_what_was_printed_for_whom_is_noted_before_it_is_made(place: Place) -> None:
    place.answer("Ana")
    for reader in Reader:
        printed(place, reader)

    said = [turn.said for turn in place.plan.turns if isinstance(turn.said, Printed)]

    assert [each.reader for each in said] == list(Reader)
    assert {each.sheet for each in said} == {"booklet"}


def test_what_cannot_be_noted_is_not_printed(place: Place) -> None:
    place.answer("Ana")
    FullDisk.full = True

    with pytest.raises(CouldNotKeep):
        printed(place, Reader.BIRTH)


def test_what_there_is_no_room_for_is_told_to_her_by_its_title(place: Place) -> None:
    place.answer("Ana")
    place.answer("Stay with me. " * 280, question="I14")
    toolkit, plan = place.toolkit, place.plan

    told = {
        sheet: toolkit.copies.no_room(plan, Reader.BIRTH, COPY, keep=ALL, sheet=sheet)
        for sheet in (CopySheet.BOOKLET, CopySheet.PAGE)
    }

    assert told[CopySheet.BOOKLET].shortened == ()
    assert told[CopySheet.PAGE].shortened == (EN.questions["I14"].ask,)
    assert not any(isinstance(turn.said, Printed) for turn in plan.turns), "to look is not to print"


@pytest.mark.parametrize("sheet", CopySheet)
def test_every_sheet_is_printed_large_too(place: Place, sheet: CopySheet) -> None:
    place.answer("Ana")
    place.answer("Ana", question="M2")
    large = Copy(language="es", edition=Edition.LARGE, beside="en")

    assert "Ana" in printed(place, Reader.BIRTH, sheet=sheet, copy=large)
