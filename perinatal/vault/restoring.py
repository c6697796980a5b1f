"""Putting a copy in the place of the files: the old ones or the new ones, never half, whenever the power goes.

The keys that are here always win over a copy of themselves: they know what was forgotten since, and a copy does not.
"""

from collections.abc import Collection, Generator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from perinatal.vault.copies import (
    BrokenCopy,
    CopyTrouble,
    Kind,
    NoSuchCopy,
    NotOurs,
    drop_old,
    insist_on_ours,
    names,
    opened,
    plainly,
    pour,
    reserve,
    settle_on_disk,
)
from perinatal.vault.sqlite_file import connect, hold
from perinatal.vault.sqlite_store import SQLiteStore


class KeysNeeded(CopyTrouble):
    """There are no keys here, and no plan opens without them."""


class Restored(NamedTuple):
    """What stands in the data folder now."""

    aside: tuple[Path, ...]  # what stood there before
    plans: int
    closed: int  # plans whose rows are there and whose half is not
    keys_came: bool


def restore(plans: Path, keys: Path | None, data: Path, *, now: datetime) -> Restored:
    """Put copies in the place of the files in the data folder; what stood there is kept aside under a name."""
    insist_on_ours(plans, Kind.PLANS)
    if keys:
        insist_on_ours(keys, Kind.KEYS)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    data.chmod(0o700)
    _finish(data)
    with closing(hold(data / "in-use")):
        here = data / Kind.KEYS.file
        pepper = _pepper(here) if is_sound(here, Kind.KEYS) else None
        if not pepper and not keys:
            raise KeysNeeded(here)
        coming = {Kind.PLANS: plans}
        if keys and _pepper(keys) != pepper:
            coming[Kind.KEYS] = keys
        with _staged(coming, data, now) as staged:
            in_it, closed = count(staged[Kind.PLANS], staged.get(Kind.KEYS, here))
            aside = [_put_aside(kind, data, now) for kind in staged]
            _put_in_place(staged, data, other_keys=bool(pepper))
    drop_old([data], now)
    return Restored(tuple(each for each in aside if each), in_it, closed, Kind.KEYS in coming)


def count(plans: Path, keys: Path) -> tuple[int, int]:
    """How many plans lie here, and how many of them have lost a half, so that nobody can open them."""
    with opened(plans) as db:
        rows = db.execute("SELECT half, door FROM plan").fetchall()
    with opened(keys) as db:  # second, because a plan that begins meanwhile has its halves before its row
        halves = {id for (id,) in db.execute("SELECT id FROM half")}
    return len(rows), sum(not {half, door} <= halves for half, door in rows)


def is_sound(file: Path, kind: Kind) -> bool:
    """Whether the file is there, ours and undamaged; one that a newer version wrote is left to that version."""
    try:
        insist_on_ours(file, kind)
    except (NoSuchCopy, NotOurs, BrokenCopy):
        return False
    return True


def _finish(data: Path) -> None:
    # What is under way between the old files is finished between the old files. Else the next start would finish it
    # against the restored ones, and take the halves of plans that only the files put aside still have.
    if all(is_sound(data / kind.file, kind) for kind in Kind) and _pepper(data / Kind.KEYS.file):
        SQLiteStore(data).close()


def _pepper(keys: Path) -> bytes | None:
    """What all keys of one place have in common; nothing if the file was made and never filled."""
    with opened(keys) as db:
        return next((pepper for (pepper,) in db.execute("SELECT bytes FROM pepper")), None)


@contextmanager
def _staged(coming: dict[Kind, Path], data: Path, now: datetime) -> Generator[dict[Kind, Path]]:
    """The new files, whole and on the disk, beside those they are going to replace."""
    parts: dict[Kind, Path] = {}
    try:
        for kind, source in coming.items():
            parts[kind], _ = reserve(kind, data, now)
            pour(source, parts[kind])
        yield parts
    finally:
        for part in parts.values():  # a full disk gets its room back
            part.unlink(missing_ok=True)


def _put_aside(kind: Kind, data: Path, now: datetime) -> Path | None:
    """Give what stands here a second name; it keeps its first one until the new file takes it over."""
    file = data / kind.file
    _make_one_file(file, kind)
    for name in names(f"{kind}-before", now):
        aside = data / name
        for tail in ("-wal", "-journal"):  # left only by a file that cannot be opened, or is not there
            with suppress(FileNotFoundError):
                file.with_name(file.name + tail).rename(aside.with_name(aside.name + tail))
        file.with_name(f"{file.name}-shm").unlink(missing_ok=True)
        if not file.exists():
            return None
        with suppress(FileExistsError):
            aside.hardlink_to(file)
            settle_on_disk(data)
            return aside
    return None


def _make_one_file(file: Path, kind: Kind) -> None:
    """Bring the log into the file. An old log beside a new file would be taken for the new file's own."""
    if is_sound(file, kind):
        with plainly(file), closing(connect(file)) as db:
            db.execute("PRAGMA journal_mode = delete")


def _put_in_place(staged: dict[Kind, Path], data: Path, *, other_keys: bool) -> None:
    """One step at a time, each whole; between two of them the site does not start, and says which file is missing."""
    order: Collection[Kind] = [kind for kind in Kind if kind in staged]
    if Kind.KEYS in staged and other_keys:
        # New plans beside the keys of another place would start. No plans beside any keys do not.
        (data / Kind.PLANS.file).unlink(missing_ok=True)
        settle_on_disk(data)
        order = [Kind.KEYS, Kind.PLANS]
    for kind in order:
        staged[kind].replace(data / kind.file)
        settle_on_disk(data)
