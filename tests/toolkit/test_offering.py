"""What a copy may hold, for each reader, and what stays out and why."""

from datetime import timedelta

from perinatal.care import Audience, Reader, ShareAnswer
from perinatal.toolkit import CopySheet, KeptOut
from tests.toolkit.company import Room
from tests.toolkit.conftest import Place, do
from tests.toolkit.planted import MARKS, tell


def offered(place: Place, reader: Reader) -> set[str]:
    return {item.id for item in place.toolkit.copies.offer(place.plan, reader, "en").items}


def left_out(place: Place, reader: Reader) -> dict[str, KeptOut]:
    return {left.id: left.why for left in place.toolkit.copies.offer(place.plan, reader, "en").left_out}


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

    assert left_out(place, Reader.BIRTH) == {"A1": KeptOut.NOT_SHARED}


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
    assert left_out(place, Reader.BABY) == {"I2": KeptOut.NOT_THEIRS}


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
    assert left_out(place, Reader.WALL) == {"I2": KeptOut.NOT_THEIRS, "A11": KeptOut.NOT_THEIRS}


def test_what_could_be_used_against_her_is_on_her_own_copy_only_if_picked(place: Place) -> None:
    place.answer("not my uncle", question="B3")

    offer = place.toolkit.copies.offer(place.plan, Reader.ME, "en")

    assert ({item.id for item in offer.items}, offer.usual) == ({"B3"}, frozenset())


def test_what_is_left_out_is_listed_for_her_with_why(place: Place) -> None:
    tell(place, MARKS)

    why = left_out(place, Reader.BIRTH)

    assert why["A5"] is KeptOut.NOT_FOR_THEM
    assert why["K1"] is KeptOut.NOT_SHARED
    assert not why.keys() & offered(place, Reader.BIRTH)
    assert why.keys() | offered(place, Reader.BIRTH) == offered(place, Reader.ME)


def test_a_sheet_is_offered_what_it_has_a_place_for(place: Place) -> None:
    for question in ("A1", "A4", "M1"):
        place.answer("Ana", question=question)
    do(place.toolkit.goals.wish(place.plan, "Sleep more", "en"))

    def on(sheet: CopySheet) -> set[str]:
        return {item.id for item in place.toolkit.copies.offer(place.plan, Reader.ME, "en", sheet).items}

    assert on(CopySheet.BOOKLET) == {"A1", "A4", "M1", "1"}
    assert on(CopySheet.PAGE) == on(CopySheet.ZINE) == {"A1"}
    assert on(CopySheet.MONTHS) == {"M1", "1"}
