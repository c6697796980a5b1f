"""A receipt for every answer on sharing, made from what was said."""

from datetime import timedelta

import pytest

from perinatal.care import ShareAnswer
from perinatal.care.receipt import ConsentState, Receipt
from perinatal.care.said import Printed
from perinatal.care.sharing import Shared
from perinatal.library import languages, shelf
from perinatal.paper import receipt_sheet
from perinatal.toolkit.addressing import titles
from perinatal.toolkit.printing import day_here
from perinatal.toolkit.receipts import notice_of
from tests.paper.audit import spoken
from tests.toolkit.company import Room
from tests.toolkit.conftest import COPY, Place, do

OWN = "heron lantern 4471 my own words"


@pytest.fixture
def room(place: Place) -> Room:
    return Room(place)


def newest(room: Room, language: str = "en", *, plain: bool = False) -> Receipt:
    return room.toolkit.receipts.of(room.plan, language, plain=plain)[0].receipt


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("answer", ShareAnswer)
def test_every_answer_on_sharing_has_a_receipt_with_every_field(room: Room, answer: ShareAnswer, language: str) -> None:
    room.share("A", 7 if answer is ShareAnswer.YES else None, answer)

    receipt = newest(room, language)

    assert receipt.record_id == room.plan.turns[-1].id
    assert receipt.party.name == "Ana"
    assert titles(shelf(language))["A"] in receipt.information
    assert receipt == Receipt.model_validate(receipt.model_dump())


def test_a_receipt_says_which_wording_was_on_the_page(room: Room) -> None:
    do(room.toolkit.company.share(room.plan, _yes(room), "es"))

    said = room.plan.turns[-1].said

    assert isinstance(said, Shared)
    assert said.notice == notice_of(shelf("es")) != notice_of(shelf("en"))
    assert said.notice in newest(room).notice
    assert newest(room, "en").language == "es", "it is the language it was answered in, not the one it is read in"


def test_a_stop_is_withdrawn_a_day_gone_by_is_lapsed_and_nothing_is_asked_again(room: Room) -> None:
    room.share("A")
    assert newest(room).state is ConsentState.GIVEN
    room.stop("A")
    assert newest(room).state is ConsentState.WITHDRAWN

    room.share("H", 1)
    room.place.now += timedelta(days=2)

    assert newest(room).state is ConsentState.LAPSED
    assert [each.part for each in room.toolkit.receipts.of(room.plan, "en")] == ["H", "A"]


@pytest.mark.parametrize("language", languages())
def test_a_plain_receipt_names_no_part_and_holds_no_words_of_the_parents(room: Room, language: str) -> None:
    plain: set[str] = set()
    for part, title in titles(shelf(language)).items():
        room.share(part)
        do(room.toolkit.company.say_why(room.plan, room.midwife.id.hex(), part, OWN, "en"))
        receipt = newest(room, language, plain=True)
        said = spoken(receipt_sheet(receipt, shelf(language), room.today, day_here))
        plain.add(said.replace(receipt.record_id, ""))

        assert title in newest(room, language).information
        assert OWN in newest(room, language).purpose

    assert len(plain) == 1, "whichever part it is about, a plain receipt says the same"
    assert OWN not in plain.pop()


def test_a_printed_receipt_is_noted_and_one_there_is_not_is_none(room: Room) -> None:
    room.share("A")
    receipt = room.plan.turns[-1].id

    assert do(room.toolkit.receipts.print(room.plan, COPY, "nobody's", plain=True)) is None
    pages = do(room.toolkit.receipts.print(room.plan, COPY, receipt, plain=True))

    assert pages
    assert pages.startswith(b"%PDF")
    assert [t.said.sheet for t in room.plan.turns if isinstance(t.said, Printed)] == ["receipt"]


def _yes(room: Room) -> Shared:
    return Shared(member=room.midwife.id.hex(), part="A", answer=ShareAnswer.YES, until=room.today)
