"""The print shop: open to anyone, and with a plan only what was picked is filled in, and noted."""

import pytest

from perinatal.care import Reader
from perinatal.care.said import Printed
from perinatal.library import shelf
from perinatal.toolkit import Bundle, Copy, Extras, NoSuchThing, Picks, blank, brand_of, things_in
from tests.paper.audit import audit
from tests.toolkit.conftest import COPY, Place, do


def test_everything_on_the_shelf_can_be_printed(place: Place) -> None:
    for language in ("en", "es"):
        things = place.toolkit.printables.all(language)
        assert [thing.id for thing in things] == list(shelf(language).printables)
        for thing in things:
            assert place.toolkit.printables.print(thing.id, Copy(language=language)).startswith(b"%PDF")


def test_a_blank_copy_is_not_noted(place: Place) -> None:
    place.toolkit.printables.print("before-this", COPY)

    assert not any(isinstance(turn.said, Printed) for turn in place.plan.turns)


def test_a_name_that_is_none_is_answered_with_those_that_look_like_it(place: Place) -> None:
    with pytest.raises(NoSuchThing) as told:
        place.toolkit.printables.print("Welcome-Postr", COPY)
    assert told.value.near[0] == "welcome-poster"
    assert "Postr" not in str(told.value)


def test_a_set_is_what_belongs_together() -> None:
    together = things_in(Bundle.WAITING_ROOM, "en")

    assert together
    assert all(Bundle.WAITING_ROOM in thing.sets for thing in together)


def test_a_filled_copy_is_noted_before_it_is_made_with_who_it_is_for(place: Place) -> None:
    made = do(place.toolkit.printables.print_filled(place.plan, "before-this", COPY, reader=Reader.BIRTH))

    assert made.startswith(b"%PDF")
    (noted,) = [turn.said for turn in place.plan.turns if isinstance(turn.said, Printed)]
    assert (noted.sheet, noted.reader) == ("before-this", Reader.BIRTH)


def test_of_a_thing_there_is_not_no_print_is_noted(place: Place) -> None:
    with pytest.raises(NoSuchThing):
        do(place.toolkit.printables.print_filled(place.plan, "nothing", COPY, picks=Picks()))
    assert not any(isinstance(turn.said, Printed) for turn in place.plan.turns)


def test_a_copy_to_show_around_says_so() -> None:
    copy = COPY.model_copy(update={"sample": True})

    said = audit(blank("welcome-poster", copy, Extras(sample=copy.sample))).said

    assert said.startswith(shelf("en").say("paper.printable.sample"))


def test_what_a_clinic_says_of_itself_is_on_the_paper_and_the_next_one_knows_nothing_of_it(place: Place) -> None:
    brand = brand_of(name="Zephyr House")

    with_it = place.toolkit.printables.print("welcome-poster", COPY, brand)
    without = place.toolkit.printables.print("welcome-poster", COPY)

    assert "Zephyr House" in audit(with_it).said
    assert "Zephyr" not in audit(without).said
