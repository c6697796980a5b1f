"""The door that lets a plan be forgotten."""

import pytest

from tests.web.doors.conftest import Doors, full


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_cannot_be_forgotten_now_is_said_and_stays_open(
    doors: Doors, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    doors.post("/begin")
    monkeypatch.setattr(doors.house.toolkit, "forget", full)

    got = doors.post("/forget", language=language)

    assert (got.status_code, got.text) == (507, f"{language}/m/d/full")
    assert "clear-site-data" not in got.headers
    assert doors.post("/here").status_code == 204


def test_who_has_no_plan_open_is_led_to_open_one(doors: Doors) -> None:
    got = doors.post("/forget", language="es")

    assert (got.status_code, got.headers["location"]) == (303, "/es/i")
