"""What is wrong with a file is said before it costs anybody anything; and what is in a good one is words, no more."""

import socket

import pytest

from perinatal.exchange import NotOpened, Why, age
from perinatal.toolkit import Busy
from tests.toolkit.conftest import COPY, Place, do
from tests.toolkit.files import begun, carried, looked

pytestmark = pytest.mark.usefixtures("quick_files")

ADDRESSES = ("http://127.0.0.1:9/x", "file:///etc/passwd", "//localhost/x", "<img src=http://[::1]/>", "ftp://x/y")


@pytest.mark.parametrize(
    ("brought", "why"),
    [
        (b"", Why.EMPTY),
        (b"PK\x03\x04" * 100, Why.OTHER_KIND),
        (b"%PDF-1.7 nothing", Why.NOTHING_INSIDE),
        (age.MAGIC + bytes(age.LARGEST), Why.TOO_LARGE),
    ],
)
def test_what_can_be_seen_to_be_wrong_takes_nobodys_place(
    monkeypatch: pytest.MonkeyPatch, place: Place, brought: bytes, why: Why
) -> None:
    def no_place(_: object) -> None:
        raise AssertionError("nothing slow may be done for this")

    monkeypatch.setattr(place.toolkit._vault, "slowly", no_place)

    with pytest.raises(NotOpened) as told_why:
        looked(place, brought)

    assert told_why.value.why is why


def test_other_words_are_said_to_be_other_words(place: Place) -> None:
    file = carried(place)

    for words in ("river lantern maple orbit velvet raven", "", "w" * 5000):
        with pytest.raises(NotOpened) as told_why:
            looked(place, file, words)
        assert told_why.value.why is Why.WRONG_WORDS


def test_a_crowd_with_files_is_asked_to_come_back(monkeypatch: pytest.MonkeyPatch, place: Place) -> None:
    file = carried(place)

    def full_house(_: object) -> None:
        raise Busy

    monkeypatch.setattr(place.toolkit._vault._slots, "submit", full_house)

    with pytest.raises(Busy):
        looked(place, file)
    with pytest.raises(Busy):
        carried(place)


def test_addresses_inside_a_file_are_words_and_nobody_is_asked(
    monkeypatch: pytest.MonkeyPatch, place: Place, elsewhere: Place
) -> None:
    asked: list[object] = []
    for address in ADDRESSES:
        place.answer(address, f"A{ADDRESSES.index(address) + 1}")
    file = carried(place)
    monkeypatch.setattr(socket.socket, "connect", lambda _, where: asked.append(where))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *where, **_: asked.append(where))

    plan = begun(elsewhere, file)
    pages = do(elsewhere.toolkit.print_booklet(plan, COPY, all_of_it=True))

    assert [answer.words for answer in plan.says.answers.values()] == list(ADDRESSES)
    assert asked == []
    assert b"/URI" not in pages
