"""The command that says how the kept files are; and how this folder reaches the vault."""

import importlib
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from perinatal.start import data, trouble
from perinatal.start.options import Options
from perinatal.start.words import Words


def check(options: Options, words: Words) -> int:
    """Say how the kept files are, and what to do; nothing in it is about anybody."""
    folder = Path(options.data)
    data.insist_on_readable_version(folder)
    if not folder.is_dir():
        raise trouble.NoSuchCopy(place=folder)
    found = vault().look(folder, now=datetime.now(UTC))
    for name, state in (("plans.sqlite", found.plans_file), ("keys.sqlite", found.keys_file)):
        _say(words, state.value, file=folder / name)
    if found.version:
        _say(words, "version", version=found.version)
        _say(words, "plans", count=found.plans)
        _say(words, "closed", count=found.closed)
        _say(words, "unsettled", count=found.unsettled)
    _say(words, "free", size=big(found.free))
    wrongs = list(_wrongs(found, words))
    for sentence in wrongs:
        print(sentence, flush=True)
    if wrongs or "newer" in (found.plans_file.value, found.keys_file.value):
        return 1
    _say(words, "all_well")
    return 0


def _wrongs(found: Any, words: Words) -> Generator[str]:
    """What is not as it ought to be, and what to do about it."""
    if {found.plans_file.value, found.keys_file.value} & {"missing", "strange", "broken"}:
        yield words.say("check", "do_restore")
    if found.plans and found.plans == found.closed:
        yield words.say("check", "do_keys")
    if found.free < vault().ROOM:
        yield words.say("check", "do_room", size=big(vault().ROOM))
    for file in found.readable:
        yield words.say("check", "do_rights", file=file)
    for file in found.old_keys:
        yield words.say("check", "do_old_keys", file=file)


def vault() -> Any:
    """The vault, loaded when it is needed."""
    # By name, as the site itself is loaded: this folder stands below the vault and also runs before its packages.
    return importlib.import_module("perinatal.vault")


def big(size: int) -> str:
    """A number of bytes as people say it."""
    return f"{size / 1_000_000:,.1f} MB" if size >= 1_000_000 else f"{size / 1_000:,.0f} kB"


def _say(words: Words, key: str, **facts: object) -> None:
    print(words.say("check", key, **facts), flush=True)
