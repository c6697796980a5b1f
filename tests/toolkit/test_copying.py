"""A copy for one reader: never more than the parent said to them and shares with them, and she can only take away."""

from datetime import timedelta
from pathlib import Path

import pytest

from perinatal.care import Audience, Reader, ShareAnswer
from perinatal.care.said import Printed
from perinatal.library import shelf
from perinatal.toolkit import Copy, CopySheet, CouldNotKeep, Edition, Why
from tests.toolkit.company import Room
from tests.toolkit.conftest import COPY, FullDisk, Place, do
from tests.toolkit.planted import FOR_THEM, MARKS, OTHERS, everything_in, tell

EN = shelf("en")
ALL = frozenset({*EN.questions, *EN.topics, "1", "2", "3", "places", "goals"})


def offered(place: Place, reader: Reader) -> set[str]:
    return {item.id for item in place.toolkit.copies.offer(place.plan, reader, "en").items}


def left_out(place: Place, reader: Reader) -> dict[str, Why]:
    return {left.id: left.why for left in place.toolkit.copies.offer(place.plan, reader, "en").left_out}


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


def test_what_is_left_out_is_listed_for_her_with_why(place: Place) -> None:
    tell(place, MARKS)

    why = left_out(place, Reader.BIRTH)

    assert why["A5"] is Why.NOT_FOR_THEM
    assert why["K1"] is Why.NOT_SHARED
    assert not why.keys() & offered(place, Reader.BIRTH)
    assert why.keys() | offered(place, Reader.BIRTH) == offered(place, Reader.ME)


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


def test_on_the_day_after_the_last_day_it_is_not_printed(place: Place) -> None:
    tell(place, MARKS)
    place.now += timedelta(days=9)

    assert offered(place, Reader.BIRTH) == set()


def test_a_no_to_one_of_them_keeps_it_from_a_paper_they_can_all_read(place: Place) -> None:
    room = Room(place, audience=Audience.BIRTH)
    place.answer("Ana")
    doctor, _ = do(room.toolkit.members.add("en"))
    room.name(doctor, Audience.BIRTH)
    room.share("A")
    room.share("I", member=doctor)
    assert offered(place, Reader.BIRTH) == {"A1"}

    room.share("A", days=None, answer=ShareAnswer.NOT_NOW, member=doctor)

    assert left_out(place, Reader.BIRTH) == {"A1": Why.NOT_SHARED}


def test_where_nobody_was_let_in_a_copy_holds_what_is_for_its_reader(place: Place) -> None:
    """A plan without any clinic prints, too."""
    place.answer("Ana")
    place.answer("my own", question="A5")

    assert [offered(place, reader) for reader in (Reader.BIRTH, Reader.TEAM, Reader.TRUSTED)] == [{"A1"}, {"A1"}, set()]


def test_the_babys_team_gets_what_is_about_the_baby(place: Place) -> None:
    place.answer("Ana")
    place.answer("stay close", question="K1")
    place.answer("low light", question="I2")

    assert offered(place, Reader.BABY) == {"A1", "K1"}
    assert left_out(place, Reader.BABY) == {"I2": Why.NOT_THEIRS}


def test_the_clinic_file_gets_what_could_bring_judgment_only_if_picked(place: Place) -> None:
    place.answer("Ana")
    place.answer("my medicine", question="E4")

    offer = place.toolkit.copies.offer(place.plan, Reader.FILE, "en")

    assert {item.id for item in offer.items} == {"A1", "E4"}
    assert offer.usual == {"A1"}


def test_a_wall_holds_nothing_by_itself_and_nothing_that_is_not_everyday(place: Place) -> None:
    place.answer("Ana")
    place.answer("low light, and my methadone in the morning", question="I2")
    place.answer("please knock", question="A11")

    offer = place.toolkit.copies.offer(place.plan, Reader.WALL, "en")

    assert {item.id for item in offer.items} == {"A1"}
    assert offer.usual == frozenset()
    assert left_out(place, Reader.WALL) == {"I2": Why.NOT_THEIRS, "A11": Why.NOT_THEIRS}


def test_what_could_be_used_against_her_is_on_her_own_copy_only_if_picked(place: Place) -> None:
    place.answer("not my uncle", question="B3")

    offer = place.toolkit.copies.offer(place.plan, Reader.ME, "en")

    assert ({item.id for item in offer.items}, offer.usual) == ({"B3"}, frozenset())


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
