"""The commands that copy kept files and put copies back. The vault does it; here is what is said about it."""

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from perinatal.start import data, trouble
from perinatal.start.harden import harden
from perinatal.start.health import big, check, vault
from perinatal.start.options import Command, Options, read
from perinatal.start.quiet import edge
from perinatal.start.words import Words, words_in

# What the vault calls by the same name; it knows files, and we know the sentences.
SAME = (
    trouble.NoSuchCopy,
    trouble.NotOurs,
    trouble.BrokenCopy,
    trouble.NewerCopy,
    trouble.KeptTogether,
    trouble.KeysNeeded,
)


def main() -> int:
    """One command, in the process that has the packages."""
    options = read(sys.argv[1:])
    words = words_in(options.language)
    return edge(words, partial(run, options, words))


def line_of(options: Options, usual: Path) -> list[str]:
    """The line again, with paths that hold wherever it is read; says so if there is no path where one is needed."""
    line = [options.command.value, "--data", _whole(options.data or str(usual)), "--language", options.language]
    if options.command is Command.BACKUP:
        if not options.place:
            raise trouble.FolderNotSaid()
        return [*line, *(["--keys"] if options.keys else []), "--", _whole(options.place)]
    if options.command is Command.RESTORE:
        if not options.place:
            raise trouble.CopyNotSaid()
        return [*line, *([f"--keys={_whole(options.keys)}"] if options.keys else []), "--", _whole(options.place)]
    return line


def run(options: Options, words: Words) -> int:
    """Do it; the answer is the exit code."""
    harden()
    commands: dict[Command, Callable[[Options, Words], int]] = {
        Command.BACKUP: backup,
        Command.RESTORE: restore,
        Command.CHECK: check,
    }
    with _speaking(Path(options.data)):
        return commands[options.command](options, words)


def backup(options: Options, words: Words) -> int:
    """Copy one of the two files, while the site runs or not."""
    folder, kind = Path(options.data), "keys" if options.keys else "plans"
    data.insist_on_readable_version(folder)
    done = vault().copy(vault().Kind(kind), folder, Path(options.place), now=datetime.now(UTC))
    _tell(words, f"copied_{kind}", file=done.file, size=big(done.size))
    if done.aged:
        _tell(words, "aged", count=done.aged)
    return 0


def restore(options: Options, words: Words) -> int:
    """Put a copy back; nothing else may work on the data meanwhile."""
    folder, keys = Path(options.data), Path(options.keys) if options.keys else None
    held = data.hold(folder)
    try:
        done = vault().restore(Path(options.place), keys, folder, now=datetime.now(UTC))
    finally:
        os.close(held)
    _tell(words, "restored", count=done.plans)
    if done.closed:
        _tell(words, "closed", count=done.closed)
    if keys:
        _tell(words, "keys_came" if done.keys_came else "keys_stayed")
    for file in done.aside:
        _tell(words, "aside_keys" if file.name.startswith("keys") else "aside_plans", file=file)
    return 0


@contextmanager
def _speaking(folder: Path) -> Generator[None]:
    """Give what the vault raises the sentence of the same name."""
    try:
        yield
    except KeyboardInterrupt:
        raise trouble.Interrupted() from None
    except vault().Trouble as error:
        raise _ours(error, folder) from None


def _ours(error: Exception, folder: Path) -> trouble.Trouble:
    name, place = type(error).__name__, getattr(error, "place", folder)
    if name == "InUse":
        return trouble.DataInUse(place=folder)
    same = {kind.__name__: kind for kind in SAME}
    return same.get(name, trouble.DiskTrouble)(place=place)


def _tell(words: Words, key: str, **facts: object) -> None:
    print(words.say("copies", key, **facts), flush=True)


def _whole(text: str) -> str:
    return str(Path(text).expanduser().resolve())


if __name__ == "__main__":
    sys.exit(main())
