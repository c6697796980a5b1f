"""The commands: start, test, bench, build, print, member add; and what is done with kept files."""

import os
import subprocess
import sys
import time
from contextlib import redirect_stdout
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import assert_never

from perinatal.start import copies, member, packages, pages, printing, serve, trouble
from perinatal.start.browser import find, insist
from perinatal.start.checks import check
from perinatal.start.locks import alone
from perinatal.start.options import Command, Options, read
from perinatal.start.quiet import edge
from perinatal.start.settings import Settings
from perinatal.start.steps import Steps, quiet_env
from perinatal.start.where import Places, places
from perinatal.start.words import Words, known, own_language, words_in


def main(line: list[str] | None = None) -> int:
    """Read the line and do what it says; the answer is the exit code."""
    began = time.time()
    line = sys.argv[1:] if line is None else line
    asked = line[line.index("--language") + 1 :][:1] if "--language" in line else []
    words = words_in(known(asked[0]) if asked else own_language())
    return edge(words, partial(run, line, words, began))


def run(line: list[str], words: Words, began: float) -> int:
    """One command, from its line to its end."""
    options, here = read(line), places()
    if options.help:
        print(words.say("say", "help"))
        return 0
    if options.command in (Command.TEST, Command.BENCH, Command.BUILD) and not here.is_clone:
        raise trouble.OnlyInClone(command=options.command)
    match options.command:
        case Command.START:
            return start(settings_of(options, here), here, words, began)
        case Command.BUILD:
            make_ready(here, words)
            return 0
        case Command.MEMBER:
            return add_member(settings_of(options, here), here, words)
        case Command.TEST | Command.BENCH:
            tool = "pytest" if options.command is Command.TEST else "tests.bench"
            chromium = make_ready(here, words, tests=True)
            return _hand_over(here, ["-m", tool, *options.rest], {"PERINATAL_BROWSER": chromium})
        case Command.BACKUP | Command.RESTORE | Command.CHECK:
            return tend(options, here, words)
        case Command.PRINT:
            return print_things(line, options, here, words)
        case _:
            assert_never(options.command)


def start(settings: Settings, here: Places, words: Words, began: float) -> int:
    """Check what can be checked, set up what is missing, and serve."""
    check(settings)
    env = {**settings.to_env(), serve.BEGAN: str(began)}
    if here.is_clone:
        make_ready(here, words)
        return _hand_over(here, ["-m", "perinatal.start.serve"], env)
    os.environ.update(env)
    return serve.serve(settings, words)


def add_member(settings: Settings, here: Places, words: Words) -> int:
    """Set up what is missing, and make a member."""
    if here.is_clone:
        make_ready(here, words)
        return _hand_over(here, ["-m", "perinatal.start.member"], settings.to_env())
    return member.add(settings, words)


def tend(options: Options, here: Places, words: Words) -> int:
    """Do what is asked with the kept files, in the Python that has the packages; no pages are needed for it."""
    line = copies.line_of(options, here.data)
    if not here.is_clone:
        return copies.run(read(line), words)
    if packages.missing(here, tests=False):
        here.build.mkdir(exist_ok=True)
        with alone(here.build / "lock"):
            _bring(here, words, tests=False, with_pages=False)
    return _hand_over(here, ["-m", "perinatal.start.copies", *line], {})


def print_things(line: list[str], options: Options, here: Places, words: Words) -> int:
    """Print in the Python that has the packages; no pages and no kept files are needed for it."""
    if not here.is_clone:
        return printing.run(options, words)
    if packages.missing(here, tests=False):
        here.build.mkdir(exist_ok=True)
        with alone(here.build / "lock"), redirect_stdout(sys.stderr):  # what is printed may go to where we speak
            _bring(here, words, tests=False, with_pages=False)
    return _hand_over(here, ["-m", "perinatal.start.printing", *line[1:]], {printing.FROM: os.getcwd()})


def make_ready(here: Places, words: Words, *, tests: bool = False) -> str:
    """Bring what is missing; the answer is the browser for the tests."""
    keys, chromium = packages.missing(here, tests=tests), find() if tests else ""
    if not keys and pages.are_built(here) and bool(chromium) == tests:
        return chromium
    here.build.mkdir(exist_ok=True)
    with alone(here.build / "lock"):
        return _bring(here, words, tests=tests)


def _bring(here: Places, words: Words, *, tests: bool, with_pages: bool = True) -> str:
    keys, began = packages.missing(here, tests=tests), time.monotonic()
    stale = with_pages and ("packages" in keys or not pages.are_built(here))
    steps = Steps(words=words, total=len(keys) + stale, log=here.build / "set-up.log")
    print(words.say("say", "set_up"), flush=True)
    packages.install(here, steps, keys)
    chromium = insist(here, steps) if tests else ""
    if stale:
        pages.build(here, steps)
    print(words.say("say", "set_up_done", seconds=f"{time.monotonic() - began:.0f}"), flush=True)
    return chromium


def settings_of(options: Options, here: Places) -> Settings:
    """The settings of one start, with paths that hold wherever the site runs."""
    settings = Settings(
        host=options.host,
        port=options.port,
        data=Path(options.data or here.data).expanduser().resolve(),
        pages=here.pages,
        language=options.language,
        name=options.name,
        trusted_proxy=options.trusted_proxy,
    )
    return replace(settings, cert=_whole_path(options.cert), key=_whole_path(options.key))


def _whole_path(text: str) -> str:
    return str(Path(text).expanduser().resolve()) if text else ""


def _hand_over(here: Places, line: list[str], more: dict[str, str]) -> int:
    """Go on in the Python that has the packages, in the clone's folder."""
    env, command = quiet_env(**more), [str(here.python), *line]
    os.chdir(here.root)
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, env)
    return subprocess.run(command, env=env, check=False).returncode
