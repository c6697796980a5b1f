"""What somebody can do who reads, counts, or writes in the files, or sets the clock: nothing that opens a plan."""

import inspect
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from perinatal.care.sharing import Looked, Suggested
from perinatal.toolkit import Trouble
from perinatal.vault import NotLetIn, sqlite_file
from perinatal.vault.keys import way_of_words
from perinatal.vault.words import plan_words
from perinatal.web.sessions import Sessions
from tests.toolkit.company import Room
from tests.toolkit.conftest import QUICK, Place, do
from tests.vault.saying import OTHER_WORDS

PLANS, KEYS = "plans.sqlite", "keys.sqlite"
Row = tuple[object, ...]


@pytest.fixture
def room(place: Place) -> Room:
    place.answer("Sam")
    return Room(place)


def files(folder: Path) -> dict[str, set[Row]]:
    """Every row of every table of both files."""
    held: dict[str, set[Row]] = {}
    for name in (PLANS, KEYS):
        with closing(sqlite3.connect(folder / name)) as db:
            tables = [table for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            held |= {f"{name} {table}": set(db.execute(f'SELECT * FROM "{table}"')) for table in tables}
    return held


def write(folder: Path, statement: str, *values: object) -> None:
    """Write in the plans' file, as somebody could who owns the machine."""
    with closing(sqlite3.connect(folder / PLANS)) as db:
        assert db.execute(statement, values).rowcount
        db.commit()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


# -- Other keys put in a member's row


def test_other_keys_in_a_members_row_are_shown_nothing_and_the_parent_still_reads_the_four_words_she_checked(
    room: Room, folder: Path
) -> None:
    checked = room.toolkit.members.four_words(room.midwife, "en")
    forger, _ = do(room.toolkit.members.add("en"))
    write(folder, "UPDATE member SET public = ? WHERE id = ?", forger.public, room.midwife.id)

    room.share()

    assert do(room.toolkit.company.find(checked, "en")) is None, "the words she hears belong to no keys here now"
    assert room.toolkit.company.four_words(room.person, "en") == checked
    assert do(room.toolkit.members.let_in_by(forger)) == []
    assert len(do(room.toolkit.members.let_in_by(room.midwife))) == 1, "it was sealed to the keys she checked"
    with pytest.raises(Trouble):
        do(room.toolkit.members.sign_in(room.midwifes_words))


def test_another_members_door_put_in_a_row_opens_nothing(room: Room, folder: Path) -> None:
    room.share()
    _, forgers_words = do(room.toolkit.members.add("en"))
    (theirs,) = (row for row in files(folder)[f"{PLANS} member"] if row[0] != room.midwife.id)
    write(folder, "DELETE FROM member WHERE id = ?", theirs[0])
    moved = (*theirs[1:4], room.midwife.id)
    write(folder, "UPDATE member SET locator = ?, door = ?, wrap = ? WHERE id = ?", *moved)

    with pytest.raises(Trouble):
        do(room.toolkit.members.sign_in(forgers_words))


# -- What a member was shown before, put back


def test_an_older_ring_of_a_guest_put_back_opens_nothing_more(room: Room, folder: Path) -> None:
    room.share("A")
    visit = room.visit()
    assert room.look(visit, "A").answers
    old = files(folder)[f"{PLANS} granted"]
    room.stop("A")
    for id, member, sealed, ring, note in old:
        write(folder, "INSERT INTO granted VALUES (?, ?, ?, ?, ?)", id, member, sealed, ring, note)

    assert do(room.toolkit.members.let_in_by(room.midwife)) == []
    with pytest.raises(NotLetIn):
        do(room.toolkit.members.parts(visit))


# -- Counting what is asked


def test_words_that_open_and_words_that_do_not_ask_the_files_the_same(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No clock is needed for it: the same slow step, then the same questions, with the same shape."""
    asked: list[str] = []
    plain = sqlite_file.connect

    def counted(path: Path) -> sqlite3.Connection:
        db = plain(path)
        db.set_trace_callback(lambda question: asked.append(_shape(question)))
        return db

    monkeypatch.setattr(sqlite_file, "connect", counted)
    store = room.toolkit._vault._store

    def count(find: Callable[[bytes], object], words: str) -> list[str]:
        asked.clear()
        find(way_of_words(plan_words(words), store.pepper, QUICK).locator)
        return list(asked)

    for find, right in ((store.find, room.words), (store.find_member, room.midwifes_words)):
        hit, miss = count(find, right), count(find, OTHER_WORDS)
        assert len(hit) >= 2
        assert hit == miss


def _shape(question: str) -> str:
    """A question without what was asked for."""
    return question.partition("X'")[0].partition("x'")[0]


# -- The clock


def test_a_clock_that_jumps_ten_years_on_and_a_year_back_opens_nothing_that_was_over(room: Room) -> None:
    room.share(days=7)
    visit = room.visit()
    room.place.now += timedelta(days=3650)
    assert do(room.toolkit.members.parts(visit)) == frozenset()
    do(room.toolkit.sweep())

    room.place.now -= timedelta(days=3650 + 365)

    assert do(room.toolkit.members.parts(visit)) == frozenset()
    assert not room.look(visit, "A").answers


def test_a_clock_set_back_a_year_before_anything_was_over_gives_nobody_a_day_more(room: Room) -> None:
    room.share(days=0)
    visit = room.visit()
    last = room.place.now
    room.place.now -= timedelta(days=365)
    assert room.look(visit, "A").answers, "it is open on its day, whatever the clock says of the year"

    room.place.now = last + timedelta(days=1)

    assert not room.look(visit, "A").answers


def test_sessions_are_timed_by_a_clock_that_nobody_sets() -> None:
    assert inspect.signature(Sessions).parameters["clock"].default is time.monotonic


# -- What each of several members is told


def test_no_member_is_told_that_another_looked(room: Room) -> None:
    other, _ = do(room.toolkit.members.add("en"))
    room.name(other)
    for member in (room.midwife, other):
        room.share(member=member)
        room.look(room.visit(member))

    for member in (room.midwife, other):
        seen = [type(turn.said) for turn in room.visit(member).visit.turns()]
        assert seen
        assert Looked not in seen
    assert [type(turn.said) for turn in room.plan.turns].count(Looked) == 2


# -- Forgetting


def test_what_was_forgotten_leaves_no_row_in_any_table(place: Place, folder: Path) -> None:
    do(place.toolkit.keep(do(place.toolkit.begin())[0], "en"))  # one that stays
    place.plan, _ = do(place.toolkit.begin())
    do(place.toolkit.forget(place.plan))
    before = files(folder)
    place.plan, _ = do(place.toolkit.begin())

    room = live_through_everything(place)
    id = room.plan.opened.plan_id
    do(room.toolkit.forget(room.plan))
    do(room.toolkit.sweep())

    after = {table: rows - before[table] for table, rows in files(folder).items()}
    members = after.pop(f"{PLANS} member")
    theirs = {value for member in members for value in member}
    assert [row[0] for row in members] == [room.midwife.id], "who was let in stays, and is let in nowhere"
    assert not any(id in row for rows in after.values() for row in rows)
    left = {table: {row for row in rows if row[0] not in theirs} for table, rows in after.items()}
    assert {table for table, rows in left.items() if rows} <= {f"{KEYS} seen", f"{PLANS} head"}
    assert len(left[f"{PLANS} head"]) <= 1, "how many sweeps the one that stays has met"


def live_through_everything(place: Place) -> Room:
    """Keep it, share it, be looked at, be left words, also while it is closed; and open it again."""
    place.answer("Sam")
    room = Room(place)
    room.share()
    room.offer(room.visit(), "Sammy")
    room.plan.close()
    do(room.toolkit.members.suggest(room.visit(), Suggested(item="A1", words="Sammy"), "en"))
    again = do(room.toolkit.open(room.words))
    assert again
    room.plan = again
    return room
