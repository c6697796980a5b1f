"""What changed since the last paper for a reader: said anew, or taken back, and told only to whom it concerns."""

from datetime import date, timedelta

from perinatal.care import Audience, Reader, Stance, Standing
from perinatal.library import shelf
from perinatal.toolkit import CopySheet
from perinatal.toolkit.addressing import titles
from perinatal.toolkit.changing import Changes, changes
from tests.toolkit.company import BIRTH, TEAM, Room
from tests.toolkit.conftest import COPY, Place, do
from tests.toolkit.planted import everything_in
from tests.toolkit.test_copying import ALL

EN = shelf("en")
TODAY = date(2026, 11, 22)


def paper(place: Place, reader: Reader = Reader.BIRTH, sheet: CopySheet = CopySheet.BOOKLET) -> str:
    return everything_in(do(place.toolkit.copies.print(place.plan, reader, COPY, keep=ALL, sheet=sheet)))


def changed(place: Place, reader: Reader = Reader.BIRTH) -> Changes:
    found = changes(place.plan.turns, reader, EN, place.toolkit.company.today)
    assert found
    return found


def later(place: Place, **time: int) -> None:
    place.now += timedelta(**time)


def take_out(place: Place, question: str = "A1") -> None:
    do(place.toolkit.take_out(place.plan, place.plan.says.answers[question].history[-1].id, "en"))


def test_before_the_first_paper_nothing_has_changed(place: Place) -> None:
    place.answer("Ana")

    assert changes(place.plan.turns, Reader.BIRTH, EN, place.toolkit.company.today) is None
    assert place.toolkit.copies.last_printed(place.plan, Reader.BIRTH) is None


def test_what_is_said_anew_is_on_the_sheet_and_nothing_else(place: Place) -> None:
    place.answer("Ana")
    place.answer("low light", question="I2")
    paper(place)
    later(place, days=3)
    place.answer("no light at all", question="I2")

    found = paper(place, sheet=CopySheet.CHANGED)

    assert "no light at all" in found
    assert "Ana" not in found
    assert EN.say("paper.changed.lead", date="22 November 2026") in " ".join(found.split())


def test_each_reader_has_a_paper_of_their_own_to_count_from(place: Place) -> None:
    place.answer("Ana")
    paper(place, Reader.TEAM)
    later(place, days=1)
    place.answer("Maria")
    paper(place, Reader.BIRTH)

    assert changed(place, Reader.TEAM) == Changes(TODAY, frozenset({"A1"}), ())
    assert changed(place, Reader.BIRTH) == Changes(date(2026, 11, 23), frozenset(), ())
    assert place.toolkit.copies.last_printed(place.plan, Reader.BIRTH) == date(2026, 11, 23)


def test_the_sheet_of_changes_is_a_paper_to_count_from_too(place: Place) -> None:
    place.answer("Ana")
    paper(place)
    place.answer("low light", question="I2")
    paper(place, sheet=CopySheet.CHANGED)

    assert changed(place).said == frozenset()
    assert EN.say("paper.changed.nothing") in paper(place, sheet=CopySheet.CHANGED)


def test_a_paper_that_holds_a_part_of_the_plan_does_not_hide_what_changed_in_the_rest(place: Place) -> None:
    place.answer("Strong", question="A4")
    paper(place)
    later(place, minutes=30)
    place.answer("Patient", question="A4")
    paper(place, sheet=CopySheet.PAGE)

    assert changed(place) == Changes(TODAY, frozenset({"A4"}), ())


def test_where_there_was_only_such_a_paper_it_counts(place: Place) -> None:
    place.answer("Ana")
    paper(place, sheet=CopySheet.ZINE)
    place.answer("low light", question="I2")

    assert changed(place) == Changes(TODAY, frozenset({"I2"}), ())


def test_a_card_with_words_to_open_the_plan_is_no_paper_of_it(place: Place) -> None:
    place.answer("Ana")
    do(place.toolkit.print_words(place.plan, COPY, "acorn bishop candle drawer ember fiddle"))

    assert place.toolkit.copies.last_printed(place.plan, Reader.ME) is None


def test_what_was_taken_back_is_named_by_its_question_and_by_its_part_once_it_is_erased(place: Place) -> None:
    place.answer("Ana")
    paper(place)
    later(place, minutes=30)
    take_out(place)
    assert changed(place).taken == ("A1",)

    later(place, minutes=30)
    place.answer("low light", question="I2")

    assert changed(place) == Changes(TODAY, frozenset({"I2"}), ("A",))
    found = paper(place, sheet=CopySheet.CHANGED)
    assert EN.say("paper.changed.taken") in found
    assert titles(EN)["A"] in found


def test_an_answer_on_care_taken_back_is_named_also_when_it_is_erased(place: Place) -> None:
    do(place.toolkit.topics.decide(place.plan, "C25", Stance.YES, "en"))
    paper(place)
    later(place, minutes=30)
    do(place.toolkit.take_out(place.plan, place.plan.says.topics["C25"].history[-1].id, "en"))
    later(place, minutes=30)
    place.answer("Ana")

    assert changed(place).taken == ("C25",)


def test_words_she_deleted_are_taken_back(place: Place) -> None:
    place.answer("Ana")
    paper(place)
    later(place, minutes=30)
    place.answer("")

    assert changed(place) == Changes(TODAY, frozenset(), ("A1",))


def test_what_she_will_say_aloud_from_now_on_is_said_anew(place: Place) -> None:
    place.answer("Ana")
    paper(place)
    later(place, minutes=30)
    do(place.toolkit.answer_otherwise(place.plan, "A1", Standing.OUT_LOUD, "en"))

    assert changed(place) == Changes(TODAY, frozenset({"A1"}), ())


def test_that_something_was_closed_to_a_reader_is_told_to_nobody(place: Place) -> None:
    place.answer("Ana")
    paper(place)
    do(place.toolkit.company.address(place.plan, "A1", TEAM, "en"))
    assert changed(place) == Changes(TODAY, frozenset(), ())

    take_out(place)

    assert changed(place).taken == ()


def test_what_was_taken_back_of_a_part_not_shared_any_more_is_not_told(place: Place) -> None:
    room = Room(place, audience=Audience.BIRTH)
    place.answer("Ana")
    room.share("A")
    paper(place)
    room.stop()

    take_out(place)

    assert changed(place).taken == ()


def test_what_was_on_no_paper_yet_cannot_be_taken_back_from_it(place: Place) -> None:
    paper(place)
    place.answer("Ana")
    take_out(place)

    assert changed(place) == Changes(TODAY, frozenset(), ())


def test_what_was_put_back_is_not_taken_back(place: Place) -> None:
    place.answer("Ana")
    paper(place)
    take_out(place)
    (taking_out,) = place.toolkit.can_put_back(place.plan)
    do(place.toolkit.put_back(place.plan, taking_out.id, "en"))

    assert changed(place).taken == ()


def test_a_goal_taken_back_is_not_named_in_her_words(place: Place) -> None:
    do(place.toolkit.goals.wish(place.plan, "Sleep near the window", "en"))
    do(place.toolkit.company.address(place.plan, "1", BIRTH, "en"))
    paper(place)
    do(place.toolkit.take_out(place.plan, place.plan.says.goals["1"].history[-1].id, "en"))

    assert changed(place).taken == ("goals",)
    assert "window" not in paper(place, sheet=CopySheet.CHANGED)


def test_only_what_changed_is_offered_for_the_sheet_of_changes(place: Place) -> None:
    place.answer("Ana")
    paper(place)
    place.answer("low light", question="I2")

    offer = place.toolkit.copies.offer(place.plan, Reader.BIRTH, "en", CopySheet.CHANGED)

    assert {item.id for item in offer.items} == {"I2"}


def test_without_an_earlier_paper_the_sheet_of_changes_holds_all_of_it(place: Place) -> None:
    place.answer("Ana")

    assert "Ana" in paper(place, sheet=CopySheet.CHANGED)
