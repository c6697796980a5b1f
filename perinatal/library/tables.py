"""The TOML files as tables, before anybody asks what they mean."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from perinatal.library.wrong import Proofs

Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class File:
    """One file: where it stands under the library, and its tables by name."""

    name: str
    tables: Table = field(default_factory=dict[str, Any])
    there: bool = True

    def part(self, name: str) -> "File":
        """The tables inside one table, such as `[sections.A]` inside `[sections]`."""
        inner = self.tables.get(name, {})
        return File(self.name, cast("Table", inner) if isinstance(inner, dict) else {}, self.there)

    def only(self, name: str) -> "File":
        """The same file, with this table alone."""
        return File(self.name, {name: self.tables[name]}, self.there)

    def without(self, *names: str) -> "File":
        """The same file, with these tables left out."""
        return File(self.name, {key: value for key, value in self.tables.items() if key not in names}, self.there)


def read_file(root: Path, name: str, proofs: Proofs) -> File:
    """The file of this name, or an empty one if nobody has written it."""
    path = root / name
    if not path.is_file():
        return File(name, there=False)
    try:
        return File(name, tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        proofs.wrong(name, "", "", f"can't be read as TOML: {error}")
        return File(name)


def read_folder(root: Path, folder: str, proofs: Proofs) -> dict[str, File]:
    """All files of one folder by their short names, in alphabetical order."""
    return {
        path.stem: read_file(root, f"{folder}/{path.name}", proofs) for path in sorted((root / folder).glob("*.toml"))
    }


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every single value under a table, with the path that leads to it: `facts[0].text`."""
    if isinstance(value, Mapping):
        for key, inner in cast("Mapping[str, object]", value).items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(cast("list[object]", value)):
            yield from leaves(inner, f"{path}[{index}]")
    else:
        yield path, value
