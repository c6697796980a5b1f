"""What the doors and the pages share."""

import time
from datetime import UTC, date, datetime

import pytest

from perinatal.start.settings import Settings
from perinatal.web.doors.house import House

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(("zone", "day"), [("East-14", 23), ("UTC", 22), ("West+13", 21)])
def test_the_day_a_page_shows_is_the_day_where_the_server_stands(
    monkeypatch: pytest.MonkeyPatch, zone: str, day: int
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert House(Settings()).local_day(NOON) == date(2026, 11, day)
    finally:
        monkeypatch.undo()
        time.tzset()
