"""The door that prints."""

import pytest

from tests.web.doors.conftest import Doors, full

SHEETS = {"booklet": "print_booklet", "card": "print_card", "words": "print_words", "half": "print_half"}


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_cannot_be_printed_now_is_said_in_place_of_an_empty_page(
    doors: Doors, monkeypatch: pytest.MonkeyPatch, language: str, sheet: str
) -> None:
    doors.post("/begin")
    monkeypatch.setattr(doors.house.toolkit, SHEETS[sheet], full)

    got = doors.post("/print", language=language, sheet=sheet)

    assert (got.status_code, got.text) == (507, f"{language}/q/full")
    assert got.headers["content-type"].startswith("text/html")


def test_a_sheet_nobody_knows_leads_to_the_page_that_says_what_there_is(doors: Doors) -> None:
    doors.post("/begin")

    got = doors.post("/print", language="es", sheet="poster of somebody else")

    assert (got.status_code, got.headers["location"]) == (303, "/es/q")


def test_a_receipt_there_is_not_leads_to_those_there_are(doors: Doors) -> None:
    doors.post("/begin")

    got = doors.post("/print", language="es", sheet="receipt", receipt="0000")

    assert (got.status_code, got.headers["location"]) == (303, "/es/s/r")


def test_who_has_no_plan_open_is_led_to_open_one(doors: Doors) -> None:
    got = doors.post("/print", language="es", sheet="booklet")

    assert (got.status_code, got.headers["location"]) == (303, "/es/i")
