"""The sentences of the command line, from `library/<language>/commands.toml`."""

import locale
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from perinatal.start.trouble import Trouble
from perinatal.start.where import PACKAGE

Table = dict[str, str]


@dataclass(frozen=True)
class Words:
    """Every sentence of one language."""

    language: str
    tables: dict[str, Table]

    def say(self, table: str, key: str, **facts: object) -> str:
        """One sentence, with what it is about filled in."""
        return self.tables[table][key].format(**facts)

    def trouble(self, trouble: Trouble) -> str:
        """What happened and what to do about it."""
        return self.say("trouble", trouble.key, **trouble.facts)


def languages() -> tuple[str, ...]:
    """The languages the command line speaks."""
    return tuple(sorted(file.parent.name for file in (PACKAGE / "library").glob("*/commands.toml")))


def words_in(language: str) -> Words:
    """The sentences of this language."""
    file: Path = PACKAGE / "library" / language / "commands.toml"
    return Words(language=language, tables=tomllib.loads(file.read_text(encoding="utf-8")))


def own_language() -> str:
    """The language this machine is set to, or English."""
    asked = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return known(asked or (locale.getlocale()[0] or ""))


def known(asked: str) -> str:
    """The nearest language we have words in."""
    return asked[:2] if asked[:2] in languages() else "en"
