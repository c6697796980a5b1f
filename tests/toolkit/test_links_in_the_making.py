"""A link takes a moment to make. What is closed in that moment is in none."""

import os
from datetime import UTC, datetime
from typing import Any

import pytest

from perinatal.care import Said, Turn
from perinatal.care.linking import Unlinked
from perinatal.care.said import Answered
from perinatal.care.sharing import Addressed, Stopped
from perinatal.toolkit import Overtaken, linking
from tests.toolkit.company import TEAM, TRUSTED, Room
from tests.toolkit.conftest import Place, do
from tests.toolkit.test_linking import make


@pytest.fixture
def room(place: Place) -> Room:
    """A kept plan in which something was said to the team."""
    room = Room(place)
    do(place.toolkit.company.address(room.plan, "A1", TEAM, "en"))
    place.answer("said on A1", "A1")
    return room


@pytest.mark.parametrize(
    "said", [Stopped(), Unlinked(), Answered(question="A1"), Addressed(item="A1", audience=TRUSTED)]
)
def test_no_link_holds_what_was_closed_while_it_was_made(
    room: Room, monkeypatch: pytest.MonkeyPatch, said: Said
) -> None:
    def meanwhile(size: int) -> bytes:
        monkeypatch.undo()
        turn = Turn(id="meanwhile", at=datetime.now(UTC), language="en", said=said, **_where(said))
        room.plan.opened.say(turn)
        return os.urandom(size)

    monkeypatch.setattr(linking.secrets, "token_bytes", meanwhile)

    with pytest.raises(Overtaken):
        make(room, "A")
    assert room.toolkit.links.left(room.plan) == {}


def _where(said: Said) -> dict[str, Any]:
    return {"audience": TEAM, "part": "A"} if isinstance(said, Answered) else {}
