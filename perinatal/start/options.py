"""What was typed after `python3 -m perinatal`."""

import argparse
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NoReturn

from perinatal.start.trouble import Trouble
from perinatal.start.words import languages, own_language


class Command(StrEnum):
    """The things the command line can do."""

    START = "start"  # set up what is missing and serve the site
    TEST = "test"  # run every test; the rest of the line goes to pytest
    BENCH = "bench"  # measure, and print one table
    BUILD = "build"  # make the pages and stop
    MEMBER = "member"  # `member add`: make somebody a parent can let in
    BACKUP = "backup"  # copy the plans, or the keys, to another folder
    RESTORE = "restore"  # put a copy back
    CHECK = "check"  # say how the kept files are
    PRINT = "print"  # make a poster, cards, a form, or a whole set of them


class OptionUnknown(Trouble):
    """Something in the line was not understood."""


@dataclass(frozen=True)
class Print:
    """What is to be printed, and how."""

    thing: str = ""
    set: str = ""  # things that are printed together
    list: bool = False
    out: str = ""  # a file, or for a set a folder
    paper: str = "letter"
    size: str = "standard"
    black: bool = False
    sample: bool = False
    copies: int = 0  # how many cards; 0: as many as fit on a page
    numbers: bool = False
    clinic_name: str = ""
    clinic_phone: str = ""
    clinic_hours: str = ""
    logo: str = ""
    logo_says: str = ""


@dataclass(frozen=True)
class Options:
    """One line, read."""

    command: Command = Command.START
    host: str = "localhost"
    port: int = 8000
    data: str = ""
    language: str = ""
    name: str = ""
    cert: str = ""
    key: str = ""
    trusted_proxy: str = ""
    place: str = ""  # where a copy goes to or comes from
    keys: str = ""  # for a backup whether the keys are meant, for a restore the copy of the keys
    print: Print = Print()
    help: bool = False
    rest: tuple[str, ...] = field(default=())


class Line(argparse.ArgumentParser):
    """A reader of options that leaves the words to the library."""

    def error(self, message: str) -> NoReturn:
        """Say that the line was not understood."""
        raise OptionUnknown(line=message.removeprefix("unrecognized arguments: "))


def read(line: list[str]) -> Options:
    """Read a line; what follows `test` or `bench` is passed on as it is."""
    command = Command(line[0]) if line and line[0] in set(Command) else Command.START
    rest = line[1:] if line and line[0] == command else line
    if command in (Command.TEST, Command.BENCH):
        return Options(command=command, language=own_language(), rest=tuple(rest))
    if command is Command.MEMBER:
        if rest[:1] != ["add"]:
            raise OptionUnknown(line=" ".join(line))
        rest = rest[1:]
    given: dict[str, Any] = vars(_parser(command).parse_args(rest))
    given["language"] = given["language"] or own_language()
    if command is Command.PRINT:
        about = {name: given.pop(name) for name in list(given) if name in Print.__dataclass_fields__}
        return Options(command=command, print=Print(**about), **given)
    return Options(command=command, **given)


def _parser(command: Command) -> Line:
    parser = Line(add_help=False, allow_abbrev=False, argument_default="")
    parser.add_argument("-h", "--help", action="store_true", default=False)
    parser.add_argument("--language", choices=languages())
    if command is Command.PRINT:
        _add_print(parser)
        return parser
    parser.add_argument("--data")
    match command:
        case Command.BACKUP:
            parser.add_argument("place", nargs="?")
            parser.add_argument("--keys", action="store_const", const="keys")
        case Command.RESTORE:
            parser.add_argument("place", nargs="?")
            parser.add_argument("--keys")
        case Command.CHECK:
            pass
        case _:
            _add_site(parser)
    return parser


def _add_site(parser: Line) -> None:
    parser.add_argument("--host", default="localhost")
    parser.add_argument("--port", type=_port, default=8000)
    for text in ("--name", "--cert", "--key", "--trusted-proxy"):
        parser.add_argument(text)


def _add_print(parser: Line) -> None:
    parser.add_argument("thing", nargs="?")
    parser.add_argument("-o", "--out")
    parser.add_argument("--paper", choices=("letter", "a4"), default="letter")
    parser.add_argument("--size", choices=("standard", "large"), default="standard")
    parser.add_argument("--copies", type=_copies, default=0)
    for flag in ("--list", "--black", "--sample", "--numbers"):
        parser.add_argument(flag, action="store_true", default=False)
    for text in ("--set", "--clinic-name", "--clinic-phone", "--clinic-hours", "--logo", "--logo-says"):
        parser.add_argument(text)


def _copies(text: str) -> int:
    """How many cards one file may hold."""
    copies = int(text)
    if not 0 < copies <= 10_000:
        raise ValueError(text)
    return copies


def _port(text: str) -> int:
    """A port number a site can listen at."""
    port = int(text)
    if not 0 < port < 65536:
        raise ValueError(text)
    return port
