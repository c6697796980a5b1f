"""Who may see something, once a choice is tapped: never both nobody and somebody."""

import pytest

from perinatal.care import ONLY_ME, Audience
from perinatal.web.parts.seen import turned

TEAM, BIRTH = Audience.TEAM, Audience.BIRTH


@pytest.mark.parametrize(
    ("before", "tapped", "after"),
    [
        (ONLY_ME, "team", {TEAM}),
        ({TEAM}, "birth", {TEAM, BIRTH}),
        ({TEAM, BIRTH}, "birth", {TEAM}),
        ({TEAM}, "team", ONLY_ME),
        ({TEAM, BIRTH}, "me", ONLY_ME),
        (ONLY_ME, "me", ONLY_ME),
    ],
)
def test_only_me_is_only_me_and_the_others_go_on_and_off(
    before: frozenset[Audience], tapped: str, after: frozenset[Audience]
) -> None:
    assert turned(frozenset(before), tapped) == after
